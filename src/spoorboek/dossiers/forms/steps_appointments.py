"""Forms about appointments. There is nowhere to write why: an appointment has a kind, a moment and a way."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.acts.appointments import as_it_stands
from spoorboek.dossiers.forms.act import ActForm, DayField
from spoorboek.dossiers.models import Appointment
from spoorboek.people.models import ROLE_NAMES, Involvement
from spoorboek.people.policy import Role
from spoorboek.site import clock

MINUTES = [
    (15, _("15 minuten")),
    (30, _("30 minuten")),
    (45, _("45 minuten")),
    (60, _("1 uur")),
    (90, _("anderhalf uur")),
]
KIND_OF_ROLE = {
    Role.COMPANY_DOCTOR: Appointment.Kind.DOCTOR,
    Role.SUPERVISOR: Appointment.Kind.SUPERVISOR,
    Role.CASE_MANAGER: Appointment.Kind.CASE_MANAGER,
    Role.LABOUR_EXPERT: Appointment.Kind.LABOUR_EXPERT,
    Role.COACH: Appointment.Kind.COACH,
}


KINDS = [
    (value, _("gesprek met de leidinggevende") if value == Appointment.Kind.SUPERVISOR else label)
    for value, label in Appointment.Kind.choices
]
"""As professionals say it; the model's own words are for the client."""


def day_in(text: str) -> date | None:
    """The day in an address, `2026-11-30`; anything else is no day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


class ClockInput(forms.TimeInput):
    """The browser's own time picker."""

    input_type = "time"


class MomentForm(ActForm):
    """When, how and how long."""

    day = DayField(label=_("Dag"))
    time = forms.TimeField(
        label=_("Tijd"),
        widget=ClockInput(format="%H:%M"),
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
        error_messages={
            "required": _("Vul een tijd in, bijvoorbeeld 10:30."),
            "invalid": _("Dit is geen tijd. Schrijf bijvoorbeeld 10:30."),
        },
    )
    minutes = forms.TypedChoiceField(label=_("Hoe lang?"), choices=MINUTES, coerce=int, initial=30)
    way = forms.ChoiceField(
        label=_("Hoe spreken jullie elkaar?"), choices=Appointment.Way.choices, widget=forms.RadioSelect
    )

    @property
    def starts_at(self) -> datetime:
        """The moment, in Dutch time."""
        said = self.cleaned_data
        return datetime.combine(said["day"], said["time"], timezone.get_current_timezone())


class PlanForm(MomentForm):
    """With whom and what for, from lists."""

    with_account = forms.ChoiceField(label=_("Met wie?"))
    kind = forms.ChoiceField(label=_("Wat voor gesprek?"), choices=KINDS)
    field_order = ["with_account", "kind", "day", "time", "minutes", "way"]

    def __init__(
        self,
        *args: Any,
        people: list[Involvement],
        mine: Involvement | None = None,
        proposed: Mapping[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        self.mine, self.proposed = mine, proposed or {}
        super().__init__(*args, **kwargs)
        self.fields["with_account"].choices = [  # type: ignore[attr-defined]
            (str(seat.account_id), f"{seat.account.person.name} ({ROLE_NAMES[Role(seat.role)]})")
            for seat in people
        ]

    def first_values(self) -> dict[str, Any]:
        first = {"way": Appointment.Way.PHONE, **self.proposed_values()}
        if self.mine is None:
            return first
        return first | {
            "with_account": str(self.mine.account_id),
            "kind": KIND_OF_ROLE.get(Role(self.mine.role), ""),
        }

    def proposed_values(self) -> dict[str, Any]:
        """The day and the length that a step of a programme asks for, so that nobody types them again."""
        day, minutes = day_in(self.proposed.get("day", "")), self.proposed.get("minutes", "")
        found: dict[str, Any] = {"day": max(day, clock.today())} if day else {}
        if minutes.isdigit():
            found["minutes"] = next(
                (length for length, _ in MINUTES if length >= int(minutes)), MINUTES[-1][0]
            )
        return found


class MoveForm(MomentForm):
    """Another moment for a planned talk; carries the appointment's own version."""

    def __init__(self, *args: Any, appointment: Appointment, **kwargs: Any) -> None:
        self.appointment = appointment
        super().__init__(*args, initial={"version": appointment.version}, **kwargs)
        if appointment.minutes not in dict(MINUTES):
            self.fields["minutes"].choices = [*MINUTES, (appointment.minutes, f"{appointment.minutes} min")]  # type: ignore[attr-defined]

    def first_values(self) -> dict[str, Any]:
        return as_it_stands(self.appointment)


class CancelForm(ActForm):
    """Nothing to fill in: only confirm, at the appointment's own version."""

    def __init__(self, *args: Any, appointment: Appointment, **kwargs: Any) -> None:
        super().__init__(*args, initial={"version": appointment.version}, **kwargs)
