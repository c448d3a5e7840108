"""Forms of who is there and how hard it gets: a person, a step of the ladder, an event."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from spoorboek.methods.scenes import SceneFile, registry
from spoorboek.methods.scenes.model import Action, Amount, Event, From, Look, Person, Step
from spoorboek.practice.scenes.faces import MOODS
from spoorboek.practice.scenes.writing.part import ListedForm, add_words, both

SLOT = re.compile(r"^\{[a-z][a-z0-9-]*\}$")
COLOUR = re.compile(r"^#[0-9a-f]{6}$")
MOOD_CHOICES = [(key, said) for key, (_mood, said) in MOODS.items()]
ACTS = {
    "idle": _("doet niets"), "talk": _("praat"), "listen": _("luistert"), "work": _("werkt"), "play": _("speelt"),
    "walk": _("loopt"), "phone": _("belt"), "write": _("schrijft"), "arms-crossed": _("armen over elkaar"),
    "point": _("wijst"),
}  # fmt: skip
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
        (_("Waar"), ("at", "turn", "posture")),
        (_("Hoe die eruitziet"), ("look",)),
    )

    def title(self) -> str:
        return self.filled_in(self.one().name)

    def build(self) -> None:
        add_words(self, "name", _("Naam"), 40)
        self.fields["kind"] = forms.ChoiceField(
            label=_("Leeftijd"),
            choices=(("adult", _("volwassen")), ("teen", _("tiener")), ("child", _("kind"))),
        )
        self.fields["mood"] = forms.ChoiceField(label=_("Stemming aan het begin"), choices=MOOD_CHOICES)
        acts = [(key, label) for key, label in ACTS.items() if key in registry()["acts"]]
        self.fields["act"] = forms.ChoiceField(label=_("Wat die doet"), choices=acts)
        half_w, half_d = self.scene.room.w / 2, self.scene.room.d / 2
        self.fields["at"] = metres(
            _("Links of rechts, in meters"), half_w, _("0 is het midden, min is links.")
        )
        self.fields["at_z"] = metres(
            _("Ver of dichtbij, in meters"), half_d, _("0 is het midden, min is verder weg.")
        )
        self.fields["turn"] = forms.IntegerField(
            label=_("Draai, in graden"), min_value=0, max_value=360, help_text=_("180 kijkt naar jou toe.")
        )
        postures = (("sitting", _("zit")), ("standing", _("staat")))
        self.fields["posture"] = forms.ChoiceField(label=_("Zit of staat"), choices=postures)
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
        where = {"at": person.at[0], "at_z": person.at[1], "turn": round(person.turn) % 360}
        return {**both("name", person.name), **look, **rest, **where}

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
        rest = {field: given[field] for field in ("kind", "mood", "act", "posture", "turn")}
        where = {"at": (given["at"], given["at_z"]), "look": look}
        new = person.model_copy(update={"name": name.nl if name.nl == name.en else name, **rest, **where})
        return self.put(scene, new)


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
            hint = say("van %(min)d tot %(max)d") % {"min": dial.min, "max": dial.max}
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


class EventForm(ListedForm[Event]):
    """Something that happens: its button, when it comes of itself, who does what, what is said and heard."""

    called = _("Iets wat gebeurt")
    lists = "events"

    def title(self) -> str:
        return self.filled_in(self.one().label)

    def build(self) -> None:
        add_words(self, "label", _("Op de knop van de coach"), 60)
        self.fields["at"] = forms.FloatField(
            label=_("Na hoeveel seconden vanzelf"), min_value=0, max_value=900, required=False,
            help_text=_("Leeg: alleen als de coach erop drukt."),
        )  # fmt: skip
        dials = [(dial.key, self.filled_in(dial.label)) for dial in self.scene.dials]
        self.fields["dial"] = forms.ChoiceField(
            label=_("Vanzelf alleen als deze knop open staat"),
            choices=[("", _("maakt niet uit")), *dials],
            required=False,
        )
        self.fields["dial_from"] = forms.IntegerField(
            label=_("Vanaf welke stand"), min_value=0, max_value=100, required=False
        )
        for number, action in enumerate(self.one().actions):
            self.build_action(f"actions_{number}", action)

    def build_action(self, name: str, action: Action) -> None:
        people = [(one.id, self.filled_in(one.name)) for one in self.scene.people]
        if action.who:
            self.fields[f"{name}_who"] = forms.ChoiceField(label=_("Wie"), choices=people)
        if action.mood:
            self.fields[f"{name}_mood"] = forms.ChoiceField(label=_("Stemming"), choices=MOOD_CHOICES)
        if action.do == "sound":
            sounds = [(one.key, self.filled_in(one.caption)) for one in self.scene.sounds]
            self.fields[f"{name}_key"] = forms.ChoiceField(label=_("Welk geluid"), choices=sounds)
        if action.text:
            add_words(self, f"{name}_text", _("Wat er gezegd wordt"), 220, long=True)

    def now(self) -> dict[str, Any]:
        event = self.one()
        values = {**both("label", event.label), "at": event.at}
        values |= {"dial": event.dial.key, "dial_from": event.dial.least} if event.dial else {"dial": ""}
        for number, action in enumerate(event.actions):
            parts = {part: getattr(action, part) for part in ("who", "mood", "key")}
            values |= {f"actions_{number}_{part}": value for part, value in parts.items() if value}
            values |= both(f"actions_{number}_text", action.text) if action.text else {}
        return {name: value for name, value in values.items() if name in self.fields}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("dial") and given.get("dial_from") is None:
            self.add_error("dial_from", _("Vul dit nog in."))
        return given

    def action(self, number: int, action: Action) -> Action:
        name, given = f"actions_{number}", self.cleaned_data
        values: dict[str, Any] = {
            part: given[f"{name}_{part}"] for part in ("who", "mood", "key") if f"{name}_{part}" in given
        }
        if action.text:
            values["text"] = self.words(f"{name}_text")
        return action.model_copy(update=values)

    def changed(self, scene: SceneFile) -> SceneFile:
        event, given = self.one(), self.cleaned_data
        dial = (
            From.model_validate({"key": given["dial"], "from": given["dial_from"]}) if given["dial"] else None
        )
        values = {
            "label": self.words("label"),
            "at": given["at"],
            "dial": dial,
            "actions": tuple(self.action(number, action) for number, action in enumerate(event.actions)),
        }
        new = event.model_copy(update=values)
        return self.put(scene, new)
