"""Forms of the scene as a whole: its texts, what comes before and after, and the words of one's own workplace."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.methods.reading import Words
from spoorboek.methods.scenes import Own, SceneFile, Theme
from spoorboek.methods.scenes.check_texts import UNWRITTEN
from spoorboek.methods.scenes.checks import Place
from spoorboek.methods.scenes.model import Breathing
from spoorboek.methods.scenes.own_words import LONGEST, objection
from spoorboek.practice.scenes.shown import THEMES
from spoorboek.practice.scenes.writing.part import LANGUAGES, ListedForm, PartForm, add_words, both

HALVES = forms.NumberInput({"step": "0.5"})
BREATHING = Breathing.model_validate(
    {
        "in": 4,
        "out": 6,
        "words_in": Words(nl="Adem in", en="Breathe in"),
        "words_out": Words(nl="Adem uit", en="Breathe out"),
    }
)
"""What stands in the form before a scene has any."""
LISTS = {
    "prepare": _("Om je voor te bereiden"),
    "debrief": _("Om over na te praten"),
    "small_steps": _("Iets kleins om in het echt te proberen"),
}


class AboutForm(PartForm):
    """Title, goal, situation."""

    called = _("Naam en situatie")

    def build(self) -> None:
        add_words(self, "title", _("Titel"), 60)
        add_words(self, "goal", _("Wat je oefent"), 200, long=True)
        add_words(self, "situation", _("Waar je bent en wat er speelt"), 400, long=True)
        themes = [(str(key), label) for key, label in THEMES.items()]
        self.fields["theme"] = forms.ChoiceField(label=_("Soort situatie"), choices=themes)
        self.fields["minutes"] = forms.IntegerField(
            label=_("Hoogstens zoveel minuten"), min_value=2, max_value=15
        )
        self.fields["at_home"] = forms.BooleanField(label=_("Mag ook thuis, zonder coach"), required=False)

    def now(self) -> dict[str, Any]:
        scene = self.scene
        texts = {
            **both("title", scene.title),
            **both("goal", scene.goal),
            **both("situation", scene.situation),
        }
        return {**texts, "theme": scene.theme, "minutes": scene.minutes, "at_home": scene.at_home}

    def changed(self, scene: SceneFile) -> SceneFile:
        given = self.cleaned_data
        texts = {name: self.words(name) for name in ("title", "goal", "situation")}
        rest = {"theme": Theme(given["theme"]), "minutes": given["minutes"], "at_home": given["at_home"]}
        return scene.model_copy(update=texts | rest)


class ListsForm(PartForm):
    """Before and after: one sentence a line, as many in both languages."""

    called = _("Ervoor en erna")

    def build(self) -> None:
        for name, label in LISTS.items():
            for code, language in LANGUAGES:
                self.fields[f"{name}_{code}"] = forms.CharField(
                    label=_("%(what)s, %(language)s") % {"what": label, "language": language},
                    help_text=_("Eén zin op elke regel."),
                    max_length=1500,
                    widget=forms.Textarea({"rows": 4}),
                )

    def now(self) -> dict[str, Any]:
        return {
            f"{name}_{code}": "\n".join(getattr(one, code) for one in getattr(self.scene, name))
            for name in LISTS
            for code, _language in LANGUAGES
        }

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for name in LISTS:
            dutch, english = (self.rows(given.get(f"{name}_{code}", "")) for code, _language in LANGUAGES)
            if dutch and english and len(dutch) != len(english):
                said = _(
                    "In het Nederlands staan %(nl)d regels en in het Engels %(en)d. Maak er evenveel van."
                )
                self.add_error(f"{name}_en", said % {"nl": len(dutch), "en": len(english)})
        return given

    @staticmethod
    def rows(text: str) -> list[str]:
        return [line.strip() for line in text.splitlines() if line.strip()]

    def changed(self, scene: SceneFile) -> SceneFile:
        given = self.cleaned_data
        pairs = {name: (self.rows(given[f"{name}_nl"]), self.rows(given[f"{name}_en"])) for name in LISTS}
        made = {
            name: tuple(Words(nl=nl, en=en) for nl, en in zip(*both_, strict=True))
            for name, both_ in pairs.items()
        }
        return scene.model_copy(update=made)


class BreathingForm(PartForm):
    """Breathing along, where a scene is for rest."""

    called = _("Samen ademen")
    needed_when_seen = ("in", "out", "words_")

    def build(self) -> None:
        self.fields["breathes"] = forms.BooleanField(
            label=_("In deze scène kun je meeademen"), required=False,
            help_text=_("Voor een plek om tot rust te komen. Meedoen hoeft niet."),
        )  # fmt: skip
        self.fields["in"] = forms.FloatField(
            label=_("Seconden in"), min_value=2, max_value=8, widget=HALVES, required=False
        )
        self.fields["out"] = forms.FloatField(
            label=_("Seconden uit"), min_value=2, max_value=12, widget=HALVES, required=False,
            help_text=_("Uit duurt liever langer dan in."),
        )  # fmt: skip
        add_words(self, "words_in", _("Wat er bij in staat"), 40, required=False)
        add_words(self, "words_out", _("Wat er bij uit staat"), 40, required=False)

    def now(self) -> dict[str, Any]:
        now = self.scene.breathing or BREATHING
        texts = {**both("words_in", now.words_in), **both("words_out", now.words_out)}
        return {
            "breathes": self.scene.breathing is not None,
            "in": f"{now.in_:g}",
            "out": f"{now.out:g}",
            **texts,
        }

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for name in self.fields if given.get("breathes") else ():
            if given.get(name) in (None, "") and name not in self.errors:
                self.add_error(name, _("Vul dit nog in."))
        return given

    def changed(self, scene: SceneFile) -> SceneFile:
        given, made = self.cleaned_data, None
        if given["breathes"]:
            words = {name: self.words(name) for name in ("words_in", "words_out")}
            made = Breathing.model_validate({"in": given["in"], "out": given["out"], **words})
        return scene.model_copy(update={"breathing": made})

    def place(self) -> Place:
        return ("breathing",)


class OwnWordForm(ListedForm[Own]):
    """A word of one's own workplace: the question for it, and what stands there when it is left empty."""

    called = _("Woord van het eigen werk")
    lists = "own"

    def title(self) -> str:
        return self.one().label.in_language(self.language)

    def build(self) -> None:
        add_words(self, "label", _("De vraag"), 120)
        if isinstance(self.one().default, Words):
            add_words(self, "default", _("Wat er anders staat"), LONGEST[self.one().kind])
        else:
            colour = self.one().kind == "colour"
            widget = forms.TextInput({"type": "color"}) if colour else forms.TextInput()
            self.fields["default"] = forms.CharField(
                label=_("Wat er anders staat"), max_length=100, widget=widget
            )
        if self.one().kind == "number":
            self.fields["min"] = forms.IntegerField(label=_("Laagste"), min_value=0, max_value=999)
            self.fields["max"] = forms.IntegerField(label=_("Hoogste"), min_value=1, max_value=999)

    def now(self) -> dict[str, Any]:
        own = self.one()
        default = (
            both("default", own.default)
            if isinstance(own.default, Words)
            else {"default": "" if own.default == UNWRITTEN else str(own.default)}
        )
        limits = {"min": own.min, "max": own.max} if own.kind == "number" else {}
        return {**both("label", own.label), **default, **limits}

    def limited(self) -> Own:
        """The word with the limits that were filled in."""
        given = {name: self.cleaned_data.get(name) for name in ("min", "max")}
        return self.one().model_copy(
            update={name: value for name, value in given.items() if value is not None}
        )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for name in ("default", "default_nl", "default_en"):
            value = given.get(name)
            if value and (wrong := objection(self.limited(), value)):
                self.add_error(name, wrong.in_language(self.language))
        return given

    def changed(self, scene: SceneFile) -> SceneFile:
        own = self.one()
        if isinstance(own.default, Words):
            default: Words | int | str = self.words("default")
        else:
            given = self.cleaned_data["default"]
            default = int(given) if own.kind == "number" else given
        new = self.limited().model_copy(update={"label": self.words("label"), "default": default})
        return self.put(scene, new)
