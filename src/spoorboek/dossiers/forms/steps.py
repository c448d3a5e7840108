"""Forms about steps: done on a day, corrected, another date agreed together."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.acts.steps import WhyCorrected
from spoorboek.dossiers.forms.act import ActForm, DayField
from spoorboek.dossiers.models import Agreement
from spoorboek.people.models import ROLE_NAMES, Involvement
from spoorboek.people.policy import Role
from spoorboek.site import clock

CHOOSE = {"required": _("Maak een keuze uit de lijst.")}


class DoneForm(ActForm):
    """On which day it was done."""

    done_on = DayField(label=_("Op welke dag is dit gedaan?"))

    def first_values(self) -> dict[str, Any]:
        return {"done_on": clock.today()}


class CorrectForm(ActForm):
    """Another day, or none; and why, from a list."""

    done_on = DayField(
        label=_("De juiste dag"), help_text=_("Laat dit leeg als de stap niet is gedaan."), required=False
    )
    why = forms.ChoiceField(
        label=_("Waarom verandert de datum?"),
        choices=WhyCorrected.choices,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )


class AgreeForm(ActForm):
    """Another date, agreed by both, with a reason from a list."""

    due = DayField(label=_("De nieuwe datum"))
    reason = forms.ChoiceField(
        label=_("Waarom een andere datum?"),
        help_text=_("UWV vraagt hier later naar. Schrijf nergens iets over gezondheid."),
        choices=Agreement.Reason.choices,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    for_employer = forms.ChoiceField(
        label=_("Wie spreekt dit af namens de werkgever?"), widget=forms.RadioSelect, error_messages=CHOOSE
    )
    employee_agrees = forms.BooleanField(required=False)

    def __init__(self, *args: Any, parties: list[Involvement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["for_employer"].choices = [  # type: ignore[attr-defined]
            (str(seat.account_id), f"{seat.account.person.name} ({ROLE_NAMES[Role(seat.role)]})")
            for seat in parties
        ]
        client = self.dossier.employment.person
        self.fields["employee_agrees"].label = gettext(
            "%(name)s (medewerker) wil dit ook, en heeft dat zelf gezegd"
        ) % {"name": client.name}
