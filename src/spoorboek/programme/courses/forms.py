"""The few forms of this room. Most steps need none: one button says enough."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.forms.act import DayField
from spoorboek.methods import Kind
from spoorboek.people.policy import EMPLOYERS_SIDE, Role
from spoorboek.programme.courses.acts.ending import LONGEST
from spoorboek.programme.courses.acts.following import MOST_MINUTES
from spoorboek.programme.courses.kinds import KIND_NAMES, NEEDS_MEETING, is_private
from spoorboek.programme.courses.models import Activity, Course
from spoorboek.site import clock

MINUTES_ERROR = {
    "invalid": _("Vul het aantal minuten in, bijvoorbeeld 15."),
    "min_value": _("Vul het aantal minuten in, van 0 tot 600."),
    "max_value": _("Vul het aantal minuten in, van 0 tot 600."),
}


def minutes_field() -> forms.IntegerField:
    widget = forms.NumberInput(attrs={"class": "short-field", "inputmode": "numeric"})
    return forms.IntegerField(
        label=_("Hoeveel minuten?"),
        min_value=0,
        max_value=MOST_MINUTES,
        required=False,
        widget=widget,
        error_messages=MINUTES_ERROR,
    )


class RecordForm(forms.Form):
    """What was done: which day, how, how long."""

    on = DayField(label=_("Welke dag was het?"))
    way = forms.ChoiceField(
        label=_("Hoe hadden jullie contact?"),
        choices=Activity.Way.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    minutes = minutes_field()

    def __init__(self, *args: Any, meeting: bool, minutes: int | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"on": clock.today(), "minutes": minutes})
        super().__init__(*args, **kwargs)
        if not meeting:
            del self.fields["way"]


class MoveForm(forms.Form):
    """Another day, chosen by hand."""

    day = DayField(label=_("Welke dag wordt het?"))
    time = forms.TimeField(
        label=_("Hoe laat?"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time", "class": "short-field"}),
        error_messages={"invalid": _("Schrijf de tijd als uur en minuten, bijvoorbeeld 10:30.")},
    )


class SkipForm(forms.Form):
    """Why a step is not needed; from a list, so that nothing about health can be written."""

    why = forms.ChoiceField(
        label=_("Waarom slaan jullie deze stap over?"),
        choices=Activity.WhySkipped.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies waarom deze stap niet nodig is.")},
    )


class AddForm(RecordForm):
    """Something that nobody had planned: most often a contact in between that was."""

    kind = forms.ChoiceField(label=_("Wat was het?"), widget=forms.RadioSelect)
    field_order = ("kind", "on", "way", "minutes")

    def __init__(self, *args: Any, role: Role, **kwargs: Any) -> None:
        super().__init__(*args, meeting=True, **kwargs)
        kinds = [kind for kind in NEEDS_MEETING if not (is_private(kind) and role in EMPLOYERS_SIDE)]
        self.fields["kind"].choices = [(kind.value, KIND_NAMES[kind]) for kind in kinds]  # type: ignore[attr-defined]
        self.initial["kind"] = Kind.CONTACT.value
        self.initial["way"] = Activity.Way.PHONE


class StopForm(forms.Form):
    """Why a professional stops a course."""

    why = forms.ChoiceField(
        label=_("Waarom stopt het?"),
        choices=Course.WhyStopped.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies waarom het programma stopt.")},
    )


class OwnReasonForm(forms.Form):
    """What the client wants to keep about stopping: for themselves, and it may stay empty."""

    own_words = forms.CharField(
        label=_("Wil je voor jezelf opschrijven waarom?"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
    )


THERE = (
    ("placement", _("een werkplek om te oefenen")),
    ("group", _("een groep om samen te leren")),
    ("headset", _("een VR-bril")),
)
OF_PRIVATE_METHODS = ("headset",)


class StartForm(forms.Form):
    """Which methods, and from which day."""

    methods = forms.MultipleChoiceField(
        label=_("Welke aanpak?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies een aanpak. Twijfel je? Lees eerst voor wie elke aanpak is.")},
    )
    starts = DayField(label=_("Vanaf welke dag?"))
    has = forms.MultipleChoiceField(
        label=_("Wat is er al?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=THERE,
    )

    def __init__(self, *args: Any, choices: list[tuple[str, str]], with_private: bool, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"starts": clock.today()})
        super().__init__(*args, **kwargs)
        there = [one for one in THERE if with_private or one[0] not in OF_PRIVATE_METHODS]
        self.fields["has"].choices = there  # type: ignore[attr-defined]
        self.fields["methods"].choices = choices  # type: ignore[attr-defined]


class PaperForm(forms.Form):
    """That a client without a way in signed on paper, and on which day."""

    signed_on = DayField(label=_("Welke dag staat bij de handtekening?"))
    seen = forms.BooleanField(
        label=_(
            "Ik heb het getekende papier gezien. Het blijft bij ons bewaard, en de medewerker heeft een kopie."
        ),
        error_messages={"required": _("Leg pas vast als je het getekende papier hebt gezien.")},
    )
