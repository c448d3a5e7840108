"""Forms about the sickness itself."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.forms.act import ActForm, DayField, HoursField
from spoorboek.site import clock


class PartialReturnForm(ActForm):
    since = DayField(label=_("Vanaf welke dag?"), help_text=_("De eerste dag waarop deze uren zijn gewerkt."))
    hours = HoursField(
        label=_("Hoeveel uur per week?"),
        help_text=_("Tel alle gewerkte uren, ook in ander of aangepast werk. Vul geen percentage in."),
    )

    def first_values(self) -> dict[str, Any]:
        return {"since": clock.today()}


class RecoveryForm(ActForm):
    fit_from = DayField(
        label=_("Eerste dag weer volledig aan het eigen werk"),
        help_text=_(
            "Volledig: alle uren en alle taken van het contract. Werkt iemand nog niet alles? Meld dan de uren."
        ),
    )

    def first_values(self) -> dict[str, Any]:
        return {"fit_from": clock.today()}


class ShortAbsenceForm(RecoveryForm):
    pass


class SickAgainForm(ActForm):
    first_day = DayField(
        label=_("Eerste dag dat weer niet is gewerkt"),
        help_text=_(
            "Ook als die dag maar een deel is gewerkt. Was het een vrije dag? Kies de eerste werkdag daarna."
        ),
    )

    def first_values(self) -> dict[str, Any]:
        return {"first_day": clock.today()}


class NoFieldsForm(ActForm):
    """An act without questions: only confirm."""


class MilestoneForm(ActForm):
    done_on = DayField(label=_("Op welke dag?"))

    def first_values(self) -> dict[str, Any]:
        return {"done_on": clock.today()}


class ContractHoursForm(ActForm):
    since = DayField(label=_("Vanaf welke dag?"))
    hours = HoursField(label=_("Uren per week in het contract"))
