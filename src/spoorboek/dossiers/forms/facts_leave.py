"""Forms for leave, and for the company doctor's statements. Only the doctor and the client ever see the answers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.acts.leave import SAFETY_NETS
from spoorboek.dossiers.forms.act import ActForm, DayField
from spoorboek.dossiers.medical.models import Answer
from spoorboek.site import clock


class LeaveForm(ActForm):
    starts = DayField(label=_("Eerste dag van het verlof"))
    last_day = DayField(
        label=_("Laatste dag van het verlof"),
        help_text=_("Beide dagen staan in de brief van UWV. Ze tellen allebei mee."),
    )


def answer(label: Any, help_text: Any = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        help_text=help_text,
        choices=Answer.choices,
        widget=forms.RadioSelect,
        initial=Answer.UNKNOWN,
    )


class LeaveStatementForm(ActForm):
    same_cause = answer(
        _("Hebben de ziekte vlak voor en vlak na het verlof dezelfde oorzaak?"),
        _("Bij ja worden beide periodes bij elkaar geteld."),
    )
    related_to_birth = answer(_("Komt de ziekte rond het verlof door de zwangerschap of de bevalling?"))


class OwnStatementForm(ActForm):
    related_to_birth = forms.ChoiceField(
        label=_("Was of ben je ziek door de zwangerschap of de bevalling?"),
        choices=[
            (Answer.YES, _("ja")),
            (Answer.NO, _("nee")),
            (Answer.UNKNOWN, _("dat weet ik niet, of zeg ik liever niet")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een van de drie antwoorden.")},
    )


class NetClearForm(ActForm):
    clear_on = DayField(
        label=_("Op welke dag werd het duidelijk?"),
        help_text=_("De dag waarop iemand het liet weten. Welk vangnet het is, hoort hier niet."),
    )

    def first_values(self) -> dict[str, Any]:
        return {"clear_on": clock.today()}


class SafetyNetForm(ActForm):
    no_risk = answer(_("Geldt de no-riskpolis?"), _("Ziektewet artikel 29b."))
    related_to_pregnancy = answer(
        _("Komt de ziekte door een zwangerschap?"), _("Ziektewet artikel 29a, eerste lid.")
    )
    organ_donation = answer(_("Komt de ziekte door het doneren van een orgaan?"))

    @property
    def act_values(self) -> dict[str, Any]:
        return {"answers": {name: self.cleaned_data[name] for name in SAFETY_NETS}}
