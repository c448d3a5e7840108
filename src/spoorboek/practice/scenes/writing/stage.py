"""Forms of who is there and how hard it gets: a person, a step of the ladder."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spoorboek.methods.scenes import SceneFile, registry
from spoorboek.methods.scenes.model import Amount, Look, Person, Step
from spoorboek.practice.scenes.faces import MOODS
from spoorboek.practice.scenes.writing.part import ListedForm, add_words, both
from spoorboek.practice.scenes.writing.place import Looks, PlaceField, aims, written

SLOT = re.compile(r"^\{[a-z][a-z0-9-]*\}$")
COLOUR = re.compile(r"^#[0-9a-f]{6}$")
MOOD_CHOICES = [(key, said) for key, (_mood, said) in MOODS.items()]
ACTS = {
    "idle": _("doet niets"), "talk": _("praat"), "listen": _("luistert"), "work": _("werkt"), "play": _("speelt"),
    "walk": _("loopt"), "phone": _("belt"), "write": _("schrijft"), "arms-crossed": _("armen over elkaar"),
    "point": _("wijst"),
}  # fmt: skip
AGES = (("adult", _("volwassen")), ("teen", _("tiener")), ("child", _("kind")))
HAIR = {
    "short": _("kort"), "long": _("lang"), "bun": _("knot"), "curly": _("krullen"), "bald": _("kaal"),
    "scarf": _("hoofddoek"), "bob": _("halflang"),
}  # fmt: skip
COLOURS = {
    "skin": _("Huid"),
    "hair": _("Haar of hoofddoek"),
    "top": _("Bovenkleding"),
    "bottom": _("Onderkleding"),
}


class PersonForm(ListedForm[Person]):
    """Somebody in the scene: name, mood, what they do, where they are, how they look."""

    called = _("Iemand in de scène")
    lists = "people"
    named_by = "id"
    groups = (
        (_("Wie"), ("name", "mood", "act", "kind")),
        (_("Waar"), ("at", "looks", "posture", "gaze")),
        (_("Hoe die eruitziet"), ("look",)),
    )

    def title(self) -> str:
        return self.filled_in(self.one().name)

    def build(self) -> None:
        add_words(self, "name", _("Naam"), 40)
        self.fields["kind"] = forms.ChoiceField(label=_("Leeftijd"), choices=AGES)
        self.fields["mood"] = forms.ChoiceField(label=_("Stemming aan het begin"), choices=MOOD_CHOICES)
        acts = [(key, label) for key, label in ACTS.items() if key in registry()["acts"]]
        self.fields["act"] = forms.ChoiceField(label=_("Wat die doet"), choices=acts)
        self.fields["at"] = PlaceField(_("Kies de plek"), self.scene.room, ("people", self.number()))
        self.fields["looks"] = self.looks().field()
        postures = (("sitting", _("zit")), ("standing", _("staat")))
        self.fields["posture"] = forms.ChoiceField(label=_("Zit of staat"), choices=postures)
        others = [(one.id, self.filled_in(one.name)) for one in self.scene.people if one.id != self.key]
        self.fields["gaze"] = forms.ChoiceField(
            label=_("Kijkt met de ogen naar"), choices=[("you", _("jou")), *others, ("away", _("niemand"))]
        )
        for name, label in COLOURS.items():
            self.fields[f"look_{name}"] = forms.CharField(
                label=label, max_length=40, widget=colour_widget(getattr(self.one().look, name))
            )
        styles = [(key, label) for key, label in HAIR.items() if key in registry()["hairStyles"]]
        self.fields["look_hair_style"] = forms.ChoiceField(label=_("Haar"), choices=styles)
        self.fields["look_glasses"] = forms.BooleanField(label=_("Bril"), required=False)
        self.fields["look_beard"] = forms.BooleanField(label=_("Baard"), required=False)

    def now(self) -> dict[str, Any]:
        person = self.one()
        look = {f"look_{name}": value for name, value in person.look.model_dump().items()}
        rest = {name: getattr(person, name) for name in ("kind", "mood", "act", "posture")}
        where = {"at": written(person.at), "looks": self.looks().now(), "gaze": person.gaze}
        return {**both("name", person.name), **look, **rest, **where}

    def looks(self) -> Looks:
        person = self.one()
        return Looks(aims(self, self.scene, person.id, you=True), person.at, person.turn)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for name in COLOURS:
            value = given.get(f"look_{name}", "")
            if value and not COLOUR.match(value) and not SLOT.match(value):
                self.add_error(f"look_{name}", _("Kies een kleur."))
        return given

    def changed(self, scene: SceneFile) -> SceneFile:
        given, person = self.cleaned_data, self.one()
        name = self.words("name")
        look = Look(**{field: given[f"look_{field}"] for field in Look.model_fields})
        rest = {field: given[field] for field in ("kind", "mood", "act", "posture", "gaze")}
        where = {"at": given["at"], "turn": self.looks().turned(given["looks"], given["at"]), "look": look}
        new = person.model_copy(update={"name": name.nl if name.nl == name.en else name, **rest, **where})
        return self.put(with_seat_along(scene, person, new), new)


def with_seat_along(scene: SceneFile, old: Person, new: Person) -> SceneFile:
    """The seat of the other goes along with who sits there."""
    seat = scene.other
    if seat is None or seat.who != old.id or seat.at != old.at or new.at == old.at:
        return scene
    moved = seat.model_copy(update={"at": new.at, "facing": new.turn})
    return scene.model_copy(update={"other": moved})


def metres(label: Any, most: float, hint: Any, *, required: bool = True) -> forms.FloatField:
    widget = forms.NumberInput({"step": "0.05"})
    return forms.FloatField(
        label=label, min_value=-most, max_value=most, help_text=hint, widget=widget, required=required
    )


def colour_widget(chosen: str) -> forms.Widget:
    """A colour to pick; a word of one's own workplace stays text."""
    return forms.TextInput() if SLOT.match(chosen) else forms.TextInput({"type": "color"})


class StepForm(ListedForm[Step]):
    """A step of the ladder, with a value for every dial."""

    called = _("Trede van de ladder")
    lists = "steps"
    groups = ((_("Wat er verandert"), ("title", "about")), (_("De knoppen"), ("dials",)))

    def title(self) -> str:
        return self.filled_in(self.one().title)

    def build(self) -> None:
        add_words(self, "title", _("Naam"), 60)
        add_words(self, "about", _("Wat er verandert"), 220, long=True)
        for dial in self.scene.dials:
            hint = gettext("van %(min)d tot %(max)d") % {"min": dial.min, "max": dial.max}
            label = dial.label.in_language(self.language)
            self.fields[f"dials_{dial.key}"] = forms.CharField(label=label, max_length=40, help_text=hint)

    def now(self) -> dict[str, Any]:
        step = self.one()
        amounts = {f"dials_{dial.key}": step.dials.get(dial.key, dial.min) for dial in self.scene.dials}
        return {**both("title", step.title), **both("about", step.about), **amounts}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for dial in self.scene.dials:
            value = str(given.get(f"dials_{dial.key}", ""))
            if value and not value.isdecimal() and not SLOT.match(value):
                self.add_error(f"dials_{dial.key}", _("Schrijf een heel getal."))
        return given

    def changed(self, scene: SceneFile) -> SceneFile:
        dials = {dial.key: amount(self.cleaned_data[f"dials_{dial.key}"]) for dial in scene.dials}
        values = {"title": self.words("title"), "about": self.words("about"), "dials": dials}
        new = self.one().model_copy(update=values)
        return self.put(scene, new)


def amount(value: str) -> Amount:
    return int(value) if value.isdecimal() else value
