"""Forms of the two seats, and of the people who come with a dial: where they are is chosen on a plan."""

from typing import Any

from django import forms
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spoorboek.methods.scenes import SceneFile, registry
from spoorboek.methods.scenes.check_stage import MOST_PEOPLE
from spoorboek.methods.scenes.checks import Place
from spoorboek.methods.scenes.model import Extras, OtherSeat, Person, View
from spoorboek.practice.scenes.writing.part import PartForm
from spoorboek.practice.scenes.writing.place import AreaField, Looks, PlaceField, aims, towards, written
from spoorboek.practice.scenes.writing.stage import ACTS, AGES

OWN, OTHER = "eigen", "ander"
STANDING = 1.45
"""Metres above which the engine draws somebody standing in a seat."""
EYES: dict[float, str | Promise] = {
    1.05: _("op een lage stoel"), 1.2: _("op een gewone stoel"), 1.4: _("op een hoge kruk"), 1.6: _("staat"),
}  # fmt: skip


class SeatForm(PartForm):
    """Where somebody sits, which way they look and how high their eyes are."""

    groups = ((_("De plek"), ("who", "at")), (_("Hoe die kijkt"), ("looks", "eye")))
    spot: tuple[str, int]

    def seat(self) -> View:
        raise NotImplementedError

    def aims(self) -> dict[str, tuple[str | Promise, Any]]:
        raise NotImplementedError

    def looks(self) -> Looks:
        seat = self.seat()
        return Looks(self.aims(), seat.at, seat.facing)

    def build(self) -> None:
        self.fields["at"] = PlaceField(_("Kies de plek"), self.scene.room, self.spot)
        self.fields["looks"] = self.looks().field()
        now = self.seat().eye
        heights = {**EYES, now: EYES.get(now, gettext("zoals nu"))}
        eyes = [
            (f"{high:g}", self.height(high, said))
            for high, said in sorted(heights.items())
            if self.fits(high)
        ]
        self.fields["eye"] = forms.ChoiceField(label=_("Hoe hoog de ogen zijn"), choices=eyes)

    @staticmethod
    def height(high: float, said: str | Promise) -> str:
        return f"{said} ({number_format(high)} m)"

    def fits(self, _high: float) -> bool:
        return True

    def now(self) -> dict[str, Any]:
        seat = self.seat()
        return {"at": written(seat.at), "looks": self.looks().now(), "eye": f"{seat.eye:g}"}

    def chosen(self) -> dict[str, Any]:
        given = self.cleaned_data
        turn = self.looks().turned(given["looks"], given["at"])
        return {"at": given["at"], "facing": turn, "eye": float(given["eye"])}


class OwnSeatForm(SeatForm):
    """The seat of the one who practises."""

    called = _("Waar je zelf zit")
    spot = ("start", 0)

    def seat(self) -> View:
        return self.scene.start

    def aims(self) -> dict[str, tuple[str | Promise, Any]]:
        return aims(self, self.scene, "", you=False)

    def fits(self, high: float) -> bool:
        """One always sits."""
        return high < STANDING or high == self.seat().eye

    def changed(self, scene: SceneFile) -> SceneFile:
        return scene.model_copy(update={"start": scene.start.model_copy(update=self.chosen())})

    def place(self) -> Place:
        return ("start",)


class OtherSeatForm(SeatForm):
    """The seat from which one looks back on the conversation. Usually where the other person is."""

    called = _("De stoel van de ander")
    spot = ("other", 0)

    def seat(self) -> OtherSeat:
        if self.scene.other:
            return self.scene.other
        people = self.scene.people
        return seat_of(people[0], self.scene) if people else OtherSeat(who="nobody", at=(0, 0))

    def aims(self) -> dict[str, tuple[str | Promise, Any]]:
        return aims(self, self.scene, self.seat().who, you=True)

    def build(self) -> None:
        people = [(one.id, self.filled_in(one.name)) for one in self.scene.people]
        self.fields["who"] = forms.ChoiceField(
            label=_("Wie is de ander"), choices=[("", _("niemand")), *people], required=False,
            help_text=_("Na het gesprek kijk je terug vanaf deze stoel. Kies je iemand anders, dan gaat de stoel mee."),
        )  # fmt: skip
        super().build()

    def now(self) -> dict[str, Any]:
        return {"who": self.scene.other.who if self.scene.other else "", **super().now()}

    def changed(self, scene: SceneFile) -> SceneFile:
        who = scene.person(self.cleaned_data["who"])
        if who is None:
            return scene.model_copy(update={"other": None})
        old = self.scene.other
        moved = self.cleaned_data["at"] != self.seat().at
        if old is None or (old.who != who.id and not moved):
            return scene.model_copy(update={"other": seat_of(who, scene)})
        return scene.model_copy(update={"other": OtherSeat(who=who.id, **self.chosen())})

    def place(self) -> Place:
        return ("other",)


def seat_of(person: Person, scene: SceneFile) -> OtherSeat:
    """From where somebody in the scene sees it."""
    eye = 1.2 if person.posture == "sitting" else 1.6
    return OtherSeat(who=person.id, at=person.at, facing=towards(person.at, scene.start.at), eye=eye)


class ExtrasForm(PartForm):
    """People without a role: as many as a dial says. `key` is their place in the list."""

    called = _("Mensen die erbij komen")
    groups = ((_("Wie"), ("kind", "dial", "max", "acts")), (_("Waar"), ("area",)))

    def one(self) -> Extras:
        number = int(self.key)
        if not 0 <= number < len(self.scene.extras):
            raise KeyError(self.key)
        return self.scene.extras[number]

    def title(self) -> str:
        return titled(self.one(), self.scene, self.language)

    def build(self) -> None:
        self.fields["kind"] = forms.ChoiceField(label=_("Leeftijd"), choices=AGES)
        dials = [(dial.key, self.filled_in(dial.label)) for dial in self.scene.dials]
        self.fields["dial"] = forms.ChoiceField(
            label=_("Met welke knop"), choices=dials,
            help_text=_("Staat deze knop op 4, dan zijn er 4 mensen."),
        )  # fmt: skip
        self.fields["max"] = forms.IntegerField(
            label=_("Hoogstens zoveel"), min_value=1, max_value=15,
            help_text=gettext("Samen met wie een rol heeft hoogstens %(most)d.") % {"most": MOST_PEOPLE},
        )  # fmt: skip
        acts = [(key, label) for key, label in ACTS.items() if key in registry()["acts"]]
        self.fields["acts"] = forms.MultipleChoiceField(
            label=_("Wat ze doen"), choices=acts, widget=forms.CheckboxSelectMultiple
        )
        self.fields["area"] = AreaField(
            _("Kies waar ze zijn"), self.scene.room, self.one().area, ("extras", int(self.key)),
            _("Kies een of meer vakken. Wie erbij komt, staat ergens in het hele stuk ertussen."),
        )  # fmt: skip

    def now(self) -> dict[str, Any]:
        extra = self.one()
        area = self.fields["area"]
        assert isinstance(area, AreaField)
        return {
            "kind": extra.kind, "dial": extra.dial, "max": extra.max, "acts": list(extra.acts), "area": area.parts(),
        }  # fmt: skip

    def changed(self, scene: SceneFile) -> SceneFile:
        given, old, area = self.cleaned_data, self.one(), self.fields["area"]
        assert isinstance(area, AreaField)
        acts = [one for one in old.acts if one in given["acts"]]
        acts += [one for one in given["acts"] if one not in acts]
        values = {name: given[name] for name in ("kind", "dial", "max")}
        new = old.model_copy(update={**values, "acts": tuple(acts), "area": area.area(given["area"])})
        extras = list(scene.extras)
        extras[int(self.key)] = new
        return scene.model_copy(update={"extras": tuple(extras)})

    def place(self) -> Place:
        return ("extras", int(self.key))


def titled(extra: Extras, scene: SceneFile, language: str) -> str:
    """`Kinderen, met de knop Lawaai`."""
    dial = next((one for one in scene.dials if one.key == extra.dial), None)
    who = {"adult": gettext("Volwassenen"), "teen": gettext("Tieners"), "child": gettext("Kinderen")}[
        extra.kind
    ]
    if dial is None:
        return who
    return gettext("%(who)s, met de knop %(dial)s") % {"who": who, "dial": dial.label.in_language(language)}


def with_extras(scene: SceneFile, _key: str) -> SceneFile:
    """A few adults who come with the first dial, at the back of the room."""
    if not scene.dials:
        raise ValueError(gettext("Maak eerst een knop van de coach. Daarmee komen de mensen erbij."))
    room = scene.room
    area = (
        round(0.3 - room.w / 2, 2),
        round(0.3 - room.d / 2, 2),
        round(room.w - 0.6, 2),
        round(room.d / 4, 2),
    )
    free = MOST_PEOPLE - len(scene.people) - sum(one.max for one in scene.extras)
    made = Extras(dial=scene.dials[0].key, max=min(max(free, 1), 4), area=area, acts=("idle", "talk"))
    return scene.model_copy(update={"extras": (*scene.extras, made)})


def without_extras(scene: SceneFile, key: str) -> SceneFile:
    left = tuple(one for number, one in enumerate(scene.extras) if str(number) != key)
    return scene.model_copy(update={"extras": left})
