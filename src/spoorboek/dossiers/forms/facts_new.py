"""Forms on the way to a sickness report: find the employee or add one, then the first sick day."""

import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.acts.employees import NewEmployee
from spoorboek.dossiers.forms.act import DayField, HoursField
from spoorboek.dossiers.models import Dossier
from spoorboek.people.models import Employment, Membership, Person

REQUIRED = {"required": _("Vul dit in.")}


def people(rows: Iterable[Membership], empty: Any) -> list[tuple[str, Any]]:
    """Staff as choices, each with the organisation they come from."""
    return [
        ("", empty),
        *((str(row.account_id), f"{row.account.person.name} ({row.organisation.name})") for row in rows),
    ]


class SearchForm(forms.Form):
    """Search by name. Posted, never in an address: names do not belong in a log."""

    name = forms.CharField(label=_("Zoek op naam"), max_length=80, required=False, strip=True)
    name.widget.attrs.update({"type": "search", "autocomplete": "off"})


class ReportSickForm(forms.Form):
    first_sick_day = DayField(
        label=_("Eerste ziektedag"),
        help_text=_("De eerste werkdag waarop door ziekte niet of korter is gewerkt."),
    )
    basis = forms.ChoiceField(
        label=_("Wat gebeurde er die dag?"),
        choices=Dossier.FirstDayBasis.choices,
        widget=forms.RadioSelect,
        initial=Dossier.FirstDayBasis.NO_WORK,
        error_messages=REQUIRED,
    )
    company_doctor = forms.TypedChoiceField(
        label=_("Bedrijfsarts"), required=False, empty_value=None, coerce=uuid.UUID
    )
    case_manager = forms.TypedChoiceField(
        label=_("Casemanager"), required=False, empty_value=None, coerce=uuid.UUID
    )

    def __init__(
        self, *args: Any, doctors: list[Membership], managers: list[Membership], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offer("company_doctor", doctors)
        self.offer("case_manager", managers)

    def offer(self, name: str, rows: list[Membership]) -> None:
        """A list to choose from; the only one is chosen already, and without anyone there is no question."""
        if not rows:
            del self.fields[name]
            return
        self.fields[name].choices = people(rows, _("Nog niet bekend"))  # type: ignore[attr-defined]
        if len(rows) == 1:
            self.initial.setdefault(name, str(rows[0].account_id))


class NewEmployeeForm(forms.Form):
    first_name = forms.CharField(label=_("Voornaam"), max_length=60, error_messages=REQUIRED)
    last_name = forms.CharField(label=_("Achternaam"), max_length=80, error_messages=REQUIRED)
    another_person = forms.BooleanField(label=_("Dit is iemand anders met dezelfde naam"), required=False)
    job_title = forms.CharField(label=_("Functie"), max_length=120, error_messages=REQUIRED)
    hours = HoursField(label=_("Contracturen per week"))
    kind = forms.ChoiceField(
        label=_("Soort dienstverband"),
        choices=Employment.Kind.choices,
        widget=forms.RadioSelect,
        initial=Employment.Kind.PERMANENT,
    )
    starts = DayField(label=_("Eerste dag van het dienstverband"), required=False)
    ends = DayField(label=_("Laatste dag van het dienstverband"), required=False)
    supervisor = forms.TypedChoiceField(
        label=_("Leidinggevende"), required=False, empty_value=None, coerce=uuid.UUID
    )
    email = forms.EmailField(
        label=_("E-mailadres"),
        required=False,
        error_messages={"invalid": _("Dit is geen e-mailadres. Kijk of er een @ en een punt in staan.")},
        help_text=_("Geen e-mail? Laat leeg: de medewerker krijgt dan een brief met een code."),
    )
    phone = forms.CharField(label=_("Telefoon"), max_length=20, required=False)
    language = forms.ChoiceField(
        label=_("Taal"),
        choices=Person.Language.choices,
        widget=forms.RadioSelect,
        initial=Person.Language.DUTCH,
    )
    birth_date = DayField(
        label=_("Geboortedatum"),
        required=False,
        help_text=_("Alleen nodig om de AOW-leeftijd uit te rekenen."),
    )

    def __init__(
        self, *args: Any, supervisors: list[Membership], namesake: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if not namesake and "another_person" not in self.data:
            del self.fields["another_person"]
        self.fields["supervisor"].choices = people(supervisors, _("Nog niet bekend"))  # type: ignore[attr-defined]

    @property
    def new_employee(self) -> NewEmployee:
        values = {name: value for name, value in self.cleaned_data.items() if name != "another_person"}
        return NewEmployee(**values)
