"""Forms that correct a fact. Each has the fact's own fields and a reason from a list."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.forms.act import ActForm, DayField, HoursField
from spoorboek.dossiers.forms.facts_decisions import outcome, weeks
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.reasons import Reason
from spoorboek.people.models import Employment


class CorrectionForm(ActForm):
    """The last field is the reason."""

    reason = forms.ChoiceField(
        label=_("Waarom verandert dit?"),
        choices=[("", _("Kies een reden")), *Reason.choices],
        error_messages={"required": _("Kies waarom dit verandert.")},
        help_text=_("De reden en wat er eerst stond blijven in het verhaal van het dossier staan."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields([name for name in self.fields if name != "reason"])

    def clean(self) -> dict[str, Any]:
        """Only looking which dates would move needs no reason: nothing of it is kept."""
        cleaned = super().clean()
        if "preview" in self.data and not self.data.get("reason"):
            self.errors.pop("reason", None)
            cleaned["reason"] = Reason.TYPING.value
        return cleaned

    @property
    def act_values(self) -> dict[str, Any]:
        values = super().act_values
        return {"reason": values.pop("reason"), "values": values}


class FirstDayForm(CorrectionForm):
    first_sick_day = DayField(
        label=_("Eerste ziektedag"),
        help_text=_(
            "De eerste werkdag waarop door ziekte niet of korter is gewerkt. Een vrije dag of feestdag waarop "
            "anders was gewerkt telt als werkdag. Een nachtdienst hoort bij de dag waarop die begon."
        ),
    )
    basis = forms.ChoiceField(
        label=_("Wat gebeurde er die dag?"), choices=Dossier.FirstDayBasis.choices, widget=forms.RadioSelect
    )


class SpellForm(CorrectionForm):
    starts = DayField(label=_("Eerste ziektedag van deze periode"))
    ends = DayField(
        label=_("Eerste dag weer volledig aan het eigen werk"),
        required=False,
        help_text=_("Laat leeg als de medewerker nog ziek is."),
    )


class HoursForm(CorrectionForm):
    since = DayField(label=_("Vanaf welke dag?"))
    hours = HoursField(label=_("Hoeveel uur per week?"))


class LeaveDaysForm(CorrectionForm):
    starts = DayField(label=_("Eerste dag van het verlof"))
    last_day = DayField(label=_("Laatste dag van het verlof"))


class MomentForm(CorrectionForm):
    done_on = DayField(label=_("Op welke dag?"))


class AnyDecisionForm(CorrectionForm):
    received_on = DayField(label=_("Dag van het verzoek"), required=False)
    decided_on = DayField(label=_("Dag van het besluit"), required=False)
    weeks = weeks(_("Weken"), 1, 104, required=False)
    granted = outcome(help_text=_("Alleen bij een bekortingsverzoek."))


class NetClearForm(CorrectionForm):
    clear_on = DayField(label=_("Op welke dag?"))


class AgreedDateForm(CorrectionForm):
    due = DayField(label=_("Afgesproken dag"))


class ContractForm(CorrectionForm):
    since = DayField(label=_("Vanaf welke dag?"))
    hours = HoursField(label=_("Uren per week in het contract"))


class WorkForm(CorrectionForm):
    kind = forms.ChoiceField(
        label=_("Soort dienstverband"), choices=Employment.Kind.choices, widget=forms.RadioSelect
    )
    starts = DayField(label=_("Eerste dag van het dienstverband"), required=False)
    ends = DayField(
        label=_("Laatste dag van het dienstverband"),
        required=False,
        help_text=_("Laat leeg als er geen einddatum is."),
    )
    birth_date = DayField(
        label=_("Geboortedatum"),
        required=False,
        help_text=_("Alleen nodig om de AOW-leeftijd uit te rekenen."),
    )


class RemovalForm(CorrectionForm):
    """Only the reason."""

    @property
    def act_values(self) -> dict[str, Any]:
        return {"reason": self.cleaned_data["reason"]}
