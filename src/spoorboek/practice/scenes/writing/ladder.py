"""Forms of what a coach can turn, and of what there is to hear."""

from typing import Any

from django import forms
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spoorboek.methods.scenes import SceneFile
from spoorboek.methods.scenes.model import Dial, Sound
from spoorboek.practice.scenes.writing.part import ListedForm, add_words, both
from spoorboek.practice.scenes.writing.place import PlaceField, written
from spoorboek.practice.scenes.writing.room import named
from spoorboek.practice.scenes.writing.stage import SLOT, amount

SYNTHS: dict[str, str | Promise] = {
    "birds": _("vogels"), "chair-scrape": _("een stoel schuift"), "child-cry": _("een kind huilt"),
    "child-laugh": _("een kind lacht"), "children-babble": _("kinderen praten door elkaar"),
    "clock-tick": _("een klok tikt"), "coffee-machine": _("een koffieapparaat"), "cups": _("kopjes"),
    "door": _("een deur"), "doorbell": _("een deurbel"), "footsteps": _("voetstappen"), "keyboard": _("typen"),
    "leaves": _("bladeren"), "office-murmur": _("stemmen op kantoor"), "phone-buzz": _("een telefoon trilt"),
    "phone-ring": _("een telefoon gaat"), "printer": _("een printer"), "rain": _("regen"),
    "toys-clatter": _("speelgoed valt"), "traffic": _("verkeer"), "vacuum": _("een stofzuiger"), "water": _("water"),
    "wind": _("wind"),
}  # fmt: skip


EAR = 1.2
HEIGHTS: dict[float, str | Promise] = {
    0.3: _("bij de vloer"), 0.8: _("op een tafel"), EAR: _("ter hoogte van je oren"), 2.0: _("boven je hoofd"),
}  # fmt: skip
"""Metres above the floor from which a sound may come."""


class DialForm(ListedForm[Dial]):
    """One thing that can be made harder or easier: how noisy, how many people, how often something comes in between."""

    called = _("Knop van de coach")
    lists = "dials"

    def title(self) -> str:
        return self.filled_in(self.one().label)

    def build(self) -> None:
        add_words(self, "label", _("Wat de knop verandert"), 60)
        self.fields["min"] = forms.IntegerField(label=_("Laagste"), min_value=0, max_value=99)
        self.fields["max"] = forms.IntegerField(label=_("Hoogste"), min_value=1, max_value=100)
        self.fields["step"] = forms.IntegerField(label=_("Met hoeveel tegelijk"), min_value=1, max_value=20)
        self.fields["value"] = forms.CharField(label=_("Aan het begin"), max_length=40)

    def now(self) -> dict[str, Any]:
        dial = self.one()
        values = {name: getattr(dial, name) for name in ("min", "max", "step", "value")}
        return {**both("label", dial.label), **values}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        value = str(given.get("value", ""))
        if value and not value.isdecimal() and not SLOT.match(value):
            self.add_error("value", _("Schrijf een heel getal."))
        return given

    def changed(self, scene: SceneFile) -> SceneFile:
        given = self.cleaned_data
        numbers = {name: given[name] for name in ("min", "max", "step")}
        values = {"label": self.words("label"), "value": amount(given["value"]), **numbers}
        new = self.one().model_copy(update=values)
        return self.put(scene, new)


class SoundForm(ListedForm[Sound]):
    """A sound: what it is, where it comes from, how loud, and which dial makes it louder."""

    called = _("Geluid")
    lists = "sounds"
    groups = (
        (_("Wat je hoort"), ("synth", "caption", "gain", "dial", "loop")),
        (_("Waar het vandaan komt"), ("placed", "at")),
    )

    def title(self) -> str:
        return self.filled_in(self.one().caption)

    def build(self) -> None:
        self.fields["synth"] = forms.ChoiceField(label=_("Welk geluid"), choices=named("synths", SYNTHS))
        add_words(self, "caption", _("Ondertitel"), 80)
        self.fields["gain"] = forms.FloatField(
            label=_("Hoe hard hoogstens, van 0 tot 1"), min_value=0, max_value=1,
            widget=forms.NumberInput({"step": "0.05"}),
            help_text=_("Gewoon is 0,3. Begin liever te zacht dan te hard."),
        )  # fmt: skip
        dials = [(dial.key, self.filled_in(dial.label)) for dial in self.scene.dials]
        self.fields["dial"] = forms.ChoiceField(
            label=_("Welke knop maakt het harder?"), choices=[("", _("geen")), *dials], required=False
        )
        self.fields["loop"] = forms.BooleanField(label=_("Gaat steeds door"), required=False)
        self.fields["placed"] = forms.BooleanField(
            label=_("Komt van één plek"), required=False, help_text=_("Uit: overal om je heen.")
        )
        room = self.scene.room
        self.fields["at"] = PlaceField(_("Kies de plek"), room, ("sounds", self.number()), is_optional=True)
        self.fields["at_y"] = forms.ChoiceField(label=_("Hoe hoog"), choices=self.heights(), required=False)

    def now(self) -> dict[str, Any]:
        sound = self.one()
        x, y, z = sound.at or (0.0, EAR, 0.0)
        values = {"synth": sound.synth, "gain": sound.gain, "dial": sound.dial or "", "loop": sound.loop}
        where = {"placed": sound.at is not None, "at": written((x, z)), "at_y": f"{y:g}"}
        return {**both("caption", sound.caption), **values, **where}

    def heights(self) -> list[tuple[str, Any]]:
        """Low, at the ears or high; and as it is now, where that is something else."""
        now = (self.one().at or (0.0, EAR, 0.0))[1]
        known = {**HEIGHTS, now: HEIGHTS.get(now, _("zoals nu"))}
        return [(f"{high:g}", f"{said} ({number_format(high)} m)") for high, said in sorted(known.items())]

    def changed(self, scene: SceneFile) -> SceneFile:
        given = self.cleaned_data
        x, z = given["at"] or (0.0, 0.0)
        at = (x, float(given["at_y"] or EAR), z) if given["placed"] else None
        values = {
            "synth": given["synth"],
            "caption": self.words("caption"),
            "gain": given["gain"],
            "dial": given["dial"] or None,
            "loop": given["loop"],
            "at": at,
        }
        new = self.one().model_copy(update=values)
        return self.put(scene, new)
