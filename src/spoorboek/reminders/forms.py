"""Forms for one's own reminders."""

from collections.abc import Mapping
from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.reminders.acts import OFF, RHYTHMS
from spoorboek.reminders.models import Kind, Reminder, Rhythm

HALF_HOURS = [time(hour, minute) for hour in range(6, 21) for minute in (0, 30)]
WEEKDAYS = (
    (0, _("maandag")), (1, _("dinsdag")), (2, _("woensdag")), (3, _("donderdag")), (4, _("vrijdag")),
)  # fmt: skip
LABELS: dict[str, Any] = {**dict(Rhythm.choices), OFF: _("Geen mail")}


def written(moment: time) -> str:
    return moment.strftime("%H:%M")


def times(own: time) -> list[tuple[str, str]]:
    """Every half hour of the day, and the one that was chosen before."""
    return [(written(one), written(one)) for one in sorted({*HALF_HOURS, own})]


class ReminderForm(forms.Form):
    """How one kind of mail goes."""

    rhythm = forms.ChoiceField(widget=forms.RadioSelect, error_messages={"required": _("Kies een ritme.")})
    weekday = forms.TypedChoiceField(label=_("Op welke dag?"), coerce=int, choices=WEEKDAYS)
    at = forms.TypedChoiceField(label=_("Hoe laat?"), coerce=time.fromisoformat)

    def __init__(self, data: Mapping[str, Any] | None, reminder: Reminder) -> None:
        super().__init__(data, prefix=reminder.kind)
        offered = [*RHYTHMS[reminder.kind], OFF]
        self.fields["rhythm"].choices = [(name, LABELS[name]) for name in offered]  # type: ignore[attr-defined]
        self.fields["rhythm"].label = (
            _("Wil je een mail als je morgen een afspraak hebt?")
            if reminder.kind == Kind.APPOINTMENT
            else _("Hoe vaak wil je een mail?")
        )
        self.fields["at"].choices = times(reminder.at)  # type: ignore[attr-defined]
        if reminder.kind == Kind.APPOINTMENT:
            del self.fields["weekday"]
        self.initial = {
            "rhythm": reminder.rhythm if reminder.is_on else OFF,
            "weekday": reminder.weekday,
            "at": written(reminder.at),
        }

    @property
    def chosen(self) -> dict[str, Any]:
        """What the act takes."""
        given = self.cleaned_data
        return {"rhythm": given["rhythm"], "at": given["at"], "weekday": given.get("weekday") or 0}
