"""Forms of practising."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.forms.act import DayField
from spoorboek.dossiers.forms.asking import AsksAboutWords
from spoorboek.dossiers.shown import in_language
from spoorboek.methods.scenes import SceneFile
from spoorboek.methods.scenes.conversation import Kind
from spoorboek.methods.scenes.own_words import default_of, objection
from spoorboek.practice.scenes.own_form import PREFIX as OWN
from spoorboek.practice.scenes.own_form import field_of
from spoorboek.practice.sessions.access import Content
from spoorboek.practice.sessions.acts.planning import LONGEST_GOAL, Plan
from spoorboek.practice.sessions.models import AdverseEvent, Keep, Session
from spoorboek.site import clock


class PlanForm(AsksAboutWords):
    """What client and coach choose together for one scene."""

    goal = forms.CharField(
        label=_("Wat wil je oefenen?"),
        help_text=_("Eén zin, in de woorden van wie oefent."),
        max_length=LONGEST_GOAL,
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
        error_messages={
            "required": _("Schrijf in één zin op wat er geoefend wordt."),
            "max_length": _("Maak het doel korter. Eén zin is genoeg."),
        },
    )
    step = forms.ChoiceField(label=_("Op welke trede beginnen jullie?"), widget=forms.RadioSelect)
    decides = forms.ChoiceField(
        label=_("Wie beslist over een stap hoger?"),
        choices=Session.Decides.choices,
        initial=Session.Decides.CLIENT,
        widget=forms.RadioSelect,
    )
    wish = forms.ChoiceField(
        label=_("Met de bril of op het scherm?"),
        help_text=_("Allebei is goed. Wie oefent, kiest op de dag zelf nog eens."),
        choices=Session.Way.choices,
        initial=Session.Way.SCREEN,
        widget=forms.RadioSelect,
    )
    minutes = forms.TypedChoiceField(
        label=_("Hoeveel minuten?"),
        coerce=int,
        error_messages={"invalid_choice": _("Kies een aantal minuten uit de lijst.")},
    )
    on = DayField(label=_("Op welke dag?"))

    def __init__(self, *args: Any, scene: SceneFile, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.scene, self.language = scene, language
        steps = [
            (one.key, f"{number}. {in_language(one.title)}") for number, one in enumerate(scene.steps, 1)
        ]
        self.rename("step", steps, scene.steps[0].key)
        lengths = sorted(
            {minutes for minutes in (3, 5, 8, 10, 15) if minutes < scene.minutes} | {scene.minutes}
        )
        self.rename(
            "minutes", [(one, _("%(n)s minuten") % {"n": one}) for one in lengths], min(5, scene.minutes)
        )
        if scene.kinds:
            kinds = [(one.key, told(one)) for one in scene.kinds]
            self.fields["kind"] = forms.ChoiceField(
                label=_("Wie zit er tegenover je?"),
                help_text=_("Wie oefent, mag vlak voor het begin nog een ander kiezen."),
                choices=kinds, initial=kinds[0][0], widget=forms.RadioSelect,
            )  # fmt: skip
        self.fields["on"].initial = clock.today() + timedelta(days=1)
        for own in scene.own:
            self.fields[OWN + own.key] = field_of(own, language)

    def rename(self, name: str, choices: Sequence[tuple[Any, Any]], initial: Any) -> None:
        field: Any = self.fields[name]
        field.choices, field.initial = choices, initial

    @property
    def own_fields(self) -> list[Any]:
        """The fields for words of the own workplace."""
        return [self[name] for name in self.fields if name.startswith(OWN)]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        for own in self.scene.own:
            value = " ".join(str(said.get(OWN + own.key, "")).split())
            wrong = objection(own, value) if value else None
            if wrong:
                self.add_error(OWN + own.key, in_language(wrong))
        return said

    @property
    def plan(self) -> Plan:
        """What was filled in."""
        said = self.cleaned_data
        own = {
            one.key: value
            for one in self.scene.own
            if (value := " ".join(said[OWN + one.key].split())) and value != default_of(one, self.language)
        }
        return Plan(
            scene=self.scene.key,
            step=said["step"],
            on=said["on"],
            minutes=said["minutes"],
            wish=Session.Way(said["wish"]),
            decides=Session.Decides(said["decides"]),
            content=Content(said["goal"].strip(), own, said.get("kind", "")),
        )


def told(kind: Kind) -> str:
    """A kind of the other person, to choose from: `Zakelijk: kort en beleefd …`."""
    return f"{in_language(kind.label)}: {in_language(kind.about)}"


class WordsForm(forms.Form):
    """A few own words, or none."""

    use_required_attribute = False
    text = forms.CharField(
        label=_("Jouw woorden"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
    )


class KeepForm(forms.Form):
    """What the coach may keep: ticked is kept, nothing ticked keeps nothing."""

    kinds = forms.MultipleChoiceField(
        label=_("Wat mag je coach bewaren?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, offered: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["kinds"]
        field.choices = [(kind, Keep.Kind(kind).label) for kind in offered]


class EventForm(forms.Form):
    """Something that went wrong or was not good. The words are read by client and writer only."""

    use_required_attribute = False
    kind = forms.ChoiceField(
        label=_("Wat ging er mis?"),
        choices=AdverseEvent.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat het meest past.")},
    )
    text = forms.CharField(
        label=_("Wat gebeurde er?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
    )
