"""Forms of where it is: the room, and what stands in it."""

from math import dist
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spoorboek.methods.scenes import SceneFile, registry
from spoorboek.methods.scenes.model import Floor, Opening, Prop, Room
from spoorboek.methods.scenes.plan import CM, footprint
from spoorboek.practice.scenes.writing.part import PartForm, add_words, both
from spoorboek.practice.scenes.writing.place import PlaceField, written
from spoorboek.practice.scenes.writing.stage import COLOUR, SLOT, colour_widget, metres

KINDS = {
    "room": _("een kamer"), "corridor": _("een gang"), "doorway": _("bij de deur"), "garden": _("een tuin"),
}  # fmt: skip
FLOORS = {
    "plain": _("effen"), "boards": _("planken"), "tiles": _("tegels"), "carpet": _("tapijt"), "grass": _("gras"),
}  # fmt: skip
LIGHTS = {
    "morning": _("ochtend"), "day": _("midden op de dag"), "afternoon": _("middag"), "evening": _("avond"),
}  # fmt: skip
VIEWS = {
    "none": _("niets"), "garden": _("een tuin"), "street": _("een straat"), "trees": _("bomen"), "water": _("water"),
}  # fmt: skip
WALLS = {"north": _("achter"), "east": _("rechts"), "south": _("achter jou"), "west": _("links")}
MOST_OPENINGS = 3
"""Windows, and doors, that the form has room for; a file may have more, which stay."""
PROPS: dict[str, str | Promise] = {
    "armchair": _("leunstoel"), "bag": _("tas"), "bench": _("bank"), "bin": _("prullenbak"), "blocks": _("blokken"),
    "bookcase": _("boekenkast"), "box": _("doos"), "bush": _("struik"), "chair": _("stoel"),
    "child-chair": _("kinderstoel"), "clock": _("klok"), "coat-rack": _("kapstok"),
    "coffee-corner": _("koffiehoek"), "cupboard": _("kast"), "cushion": _("kussen"), "desk": _("bureau"),
    "door": _("deur"), "fence": _("hek"), "floor-lamp": _("staande lamp"), "flowers": _("bloemen"),
    "glass": _("glas"), "hedge": _("heg"), "lamp": _("lamp"), "laptop": _("laptop"), "lockers": _("kluisjes"),
    "mug": _("mok"), "noticeboard": _("prikbord"), "office-chair": _("bureaustoel"), "painting": _("schilderij"),
    "papers": _("papieren"), "partition": _("tussenwand"), "path": _("pad"), "pendant": _("hanglamp"),
    "phone": _("telefoon"), "plant": _("plant"), "pond": _("vijver"), "printer": _("printer"),
    "reception-desk": _("balie"), "round-table": _("ronde tafel"), "rug": _("kleed"), "screen": _("scherm"),
    "sign": _("bordje"), "small-table": _("kleine tafel"), "sofa": _("zitbank"), "stones": _("stenen"),
    "stool": _("kruk"), "table": _("tafel"), "teddy": _("knuffelbeer"), "toy-shelf": _("speelgoedkast"),
    "toys": _("speelgoed"), "tree": _("boom"), "water-jug": _("waterkan"), "whiteboard": _("whiteboard"),
    "window": _("raam"),
}  # fmt: skip


def named(kind: str, labels: dict[str, Any]) -> list[tuple[str, Any]]:
    """What the engine knows, by label; what has none yet as the engine calls it."""
    return sorted(((key, labels.get(key, key)) for key in registry()[kind]), key=lambda one: str(one[1]))


class RoomForm(PartForm):
    """How large it is, what it looks like, its light, windows and doors."""

    called = _("De ruimte")
    groups = (
        (_("Wat voor ruimte"), ("kind", "w", "d", "h")),
        (_("Hoe die eruitziet"), ("floor", "wall", "accent", "light", "view")),
        (_("Eerste raam"), ("windows_0",)),
        (_("Tweede raam"), ("windows_1",)),
        (_("Derde raam"), ("windows_2",)),
        (_("Eerste deur"), ("doors_0",)),
        (_("Tweede deur"), ("doors_1",)),
        (_("Derde deur"), ("doors_2",)),
    )

    def build(self) -> None:
        self.choose("kind", _("Soort ruimte"), KINDS)
        self.fields["w"] = size_of(_("Breed, in meters"), 2, 14)
        self.fields["d"] = size_of(_("Diep, in meters"), 2, 14)
        self.fields["h"] = size_of(_("Hoog, in meters"), 2.2, 5)
        self.choose("floor_pattern", _("Vloer"), FLOORS)
        room = self.scene.room
        colours = {"floor_colour": room.floor.colour, "wall": room.wall, "accent": room.accent}
        labels = (_("Kleur van de vloer"), _("Kleur van de muur"), _("Kleur van de deur en de randen"))
        for (name, value), label in zip(colours.items(), labels, strict=True):
            self.fields[name] = forms.CharField(label=label, max_length=40, widget=colour_widget(value))
        self.choose("light", _("Licht"), LIGHTS)
        self.choose("view", _("Wat je buiten ziet"), VIEWS)
        half = max(room.w, room.d) / 2
        for name, wide in (("windows", True), ("doors", False)):
            for number in range(MOST_OPENINGS):
                self.build_opening(f"{name}_{number}", half, wide=wide)

    def choose(self, name: str, label: Any, labels: dict[str, Any]) -> None:
        self.fields[name] = forms.ChoiceField(label=label, choices=list(labels.items()))

    def build_opening(self, name: str, half: float, *, wide: bool) -> None:
        walls = [("", _("geen")), *WALLS.items()]
        self.fields[f"{name}_wall"] = forms.ChoiceField(
            label=_("In welke muur"), choices=walls, required=False
        )
        self.fields[f"{name}_at"] = metres(_("Uit het midden, in meters"), half, "", required=False)
        if wide:
            self.fields[f"{name}_w"] = size_of(_("Breed, in meters"), 0.3, 6, required=False)

    def now(self) -> dict[str, Any]:
        room = self.scene.room
        values = {
            name: getattr(room, name) for name in ("kind", "w", "d", "h", "wall", "accent", "light", "view")
        }
        values |= {"floor_pattern": room.floor.pattern, "floor_colour": room.floor.colour}
        for name in ("windows", "doors"):
            for number, one in enumerate(getattr(room, name)[:MOST_OPENINGS]):
                values |= {f"{name}_{number}_{part}": value for part, value in dict(one).items()}
        return {name: value for name, value in values.items() if name in self.fields}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for name in ("floor_colour", "wall", "accent"):
            check_colour(self, name)
        return given

    def openings(self, name: str) -> tuple[Opening, ...]:
        """As filled in, and behind them what the form has no room for."""
        given, old = self.cleaned_data, getattr(self.scene.room, name)
        made = []
        for number in range(MOST_OPENINGS):
            wall = given[f"{name}_{number}_wall"]
            wide = given.get(f"{name}_{number}_w") or (
                old[number].w if number < len(old) else Opening(wall="north").w
            )
            if wall:
                made.append(Opening(wall=wall, at=given[f"{name}_{number}_at"] or 0, w=wide))
        return (*made, *old[MOST_OPENINGS:])

    def changed(self, scene: SceneFile) -> SceneFile:
        given = self.cleaned_data
        values = {name: given[name] for name in ("kind", "w", "d", "h", "wall", "accent", "light", "view")}
        values["floor"] = Floor(colour=given["floor_colour"], pattern=given["floor_pattern"])
        values |= {name: self.openings(name) for name in ("windows", "doors")}
        return scene.model_copy(update={"room": scene.room.model_copy(update=values)})

    def place(self) -> tuple[str | int, ...]:
        return ("room",)


class PropForm(PartForm):
    """Something that stands, lies or hangs there. `key` is its place in the list."""

    called = _("Iets in de ruimte")
    groups = (
        (_("Wat"), ("type", "colour", "text")),
        (_("Waar"), ("at", "against", "y", "turn")),
        (_("Hoe groot"), ("size",)),
    )

    def one(self) -> Prop:
        number = int(self.key)
        if not 0 <= number < len(self.scene.props):
            raise KeyError(self.key)
        return self.scene.props[number]

    def title(self) -> str:
        kind = self.one().type
        return str(PROPS.get(kind, kind)).capitalize()

    def build(self) -> None:
        prop, room = self.one(), self.scene.room
        self.fields["type"] = forms.ChoiceField(label=_("Wat het is"), choices=named("props", PROPS))
        self.fields["colour"] = forms.CharField(
            label=_("Kleur"),
            max_length=40,
            required=False,
            help_text=_("Leeg: de gewone kleur. Zoals #7a9e87."),
        )
        add_words(self, "text", _("Wat erop staat"), 60, required=False)
        self.fields["at"] = PlaceField(_("Kies de plek"), room, ("props", int(self.key)))
        self.fields["against"] = forms.ChoiceField(
            label=_("Tegen een muur"), choices=[("", _("nee, los in de ruimte")), *WALLS.items()], required=False,
            help_text=_("Dan schuift het naar die muur toe, met de rug ertegen."),
        )  # fmt: skip
        self.fields["y"] = size_of(_("Hoogte boven de vloer, in meters"), 0, 5)
        self.fields["turn"] = forms.IntegerField(label=_("Draai, in graden"), min_value=0, max_value=360)
        for name, label in (("size", _("Breed")), ("size_h", _("Hoog")), ("size_d", _("Diep"))):
            self.fields[name] = size_of(label, 0.01, 8, required=False)
        if prop.size is None:
            self.fields["size"].help_text = _("Leeg: de gewone maat.")

    def now(self) -> dict[str, Any]:
        prop = self.one()
        values = {"type": prop.type, "colour": prop.colour or "", "y": prop.y, "turn": round(prop.turn) % 360}
        wide, high, deep = prop.size or ("", "", "")
        where = {"at": written(prop.at), "against": wall_of(prop, self.scene.room)}
        return {**values, **where, "size": wide, "size_h": high, "size_d": deep, **both("text", prop.text)}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        check_colour(self, "colour")
        sizes = [name for name in ("size", "size_h", "size_d") if not given.get(name)]
        if 0 < len(sizes) < 3:
            for name in sizes:
                self.add_error(name, _("Vul alle drie de maten in, of geen."))
        for name, other in (("text_nl", "text_en"), ("text_en", "text_nl")):
            if given.get(other) and not given.get(name):
                self.add_error(name, _("Vul dit nog in."))
        return given

    def changed(self, scene: SceneFile) -> SceneFile:
        given = self.cleaned_data
        values = {
            "type": given["type"],
            "colour": given["colour"] or None,
            "text": self.words("text") if given["text_nl"] else None,
            "at": given["at"],
            "y": given["y"],
            "turn": given["turn"],
            "size": (given["size"], given["size_h"], given["size_d"]) if given["size"] else None,
        }
        old = self.one()
        new = old.model_copy(update=values)
        was = (wall_of(old, self.scene.room), old.at)
        if given["against"] and (given["against"], new.at) != was:
            new = against(new, given["against"], self.scene.room)
        props = list(scene.props)
        props[int(self.key)] = new
        return scene.model_copy(update={"props": tuple(props)})

    def place(self) -> tuple[str | int, ...]:
        return ("props", int(self.key))


BACKS = {"north": 0, "east": 270, "south": 180, "west": 90}
"""Degrees with the back to each wall."""
NEAR_WALL = 0.15


def against(prop: Prop, wall: str, room: Room) -> Prop:
    """The thing moved to a wall, its back to it."""
    deep = prop.size[2] if prop.size else footprint({**prop.model_dump(), "colour": None})[1] / CM
    off = max(deep / 2, 0.04)
    x, z = prop.at
    places = {
        "north": (x, off - room.d / 2), "south": (x, room.d / 2 - off),
        "east": (room.w / 2 - off, z), "west": (off - room.w / 2, z),
    }  # fmt: skip
    x, z = places[wall]
    return prop.model_copy(update={"at": (round(x, 2), round(z, 2)), "turn": BACKS[wall]})


def wall_of(prop: Prop, room: Room) -> str:
    """The wall it has its back to; empty where it stands free."""
    close = (wall for wall in BACKS if dist(against(prop, wall, room).at, prop.at) < NEAR_WALL)
    return next((wall for wall in close if round(prop.turn) % 360 == BACKS[wall]), "")


def size_of(label: Any, least: float, most: float, *, required: bool = True) -> forms.FloatField:
    widget = forms.NumberInput({"step": "0.05"})
    return forms.FloatField(label=label, min_value=least, max_value=most, widget=widget, required=required)


def check_colour(form: PartForm, name: str) -> None:
    value = form.cleaned_data.get(name, "")
    if value and not COLOUR.match(value) and not SLOT.match(value):
        form.add_error(name, _("Kies een kleur."))
