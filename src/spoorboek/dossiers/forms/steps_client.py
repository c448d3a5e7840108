"""Forms for the client: few questions, everyday words. None asks for a reason."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.expert_opinion import IN_THE_CLIENTS_WORDS, Question
from spoorboek.dossiers.forms.act import ActForm, DayField
from spoorboek.site import clock

THREE_MONTHS = timedelta(days=91)


class HelperForm(ActForm):
    """Someone who reads along, until a day."""

    first_name = forms.CharField(
        label=_("Voornaam van je helper"), max_length=60, error_messages={"required": _("Vul de voornaam in.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    last_name = forms.CharField(
        label=_("Achternaam"), max_length=80, error_messages={"required": _("Vul de achternaam in.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    email = forms.EmailField(
        label=_("E-mailadres van je helper"),
        help_text=_("Heeft je helper geen e-mail? Laat dit leeg. Dan krijg je een code op papier."),
        required=False,
        error_messages={"invalid": _("Dit is geen e-mailadres. Kijk of er een @ in staat.")},
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    until = DayField(
        label=_("Tot en met welke dag mag je helper meekijken?"),
        help_text=_("Hooguit een jaar. Je kunt er altijd eerder mee stoppen."),
    )

    def first_values(self) -> dict[str, Any]:
        return {"until": clock.today() + THREE_MONTHS}


class OpinionForm(ActForm):
    """Which question was put to UWV, and when."""

    question = forms.ChoiceField(
        label=_("Welke vraag is gesteld?"),
        choices=Question.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies welke vraag aan UWV is gesteld.")},
    )
    asked_on = DayField(label=_("Wanneer is het aangevraagd?"))

    def __init__(self, *args: Any, for_client: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if for_client:
            self.fields["question"].choices = list(IN_THE_CLIENTS_WORDS)  # type: ignore[attr-defined]
            self.fields["question"].label = _("Welke vraag heb je gesteld?")
            self.fields["asked_on"].label = _("Wanneer heb je het aangevraagd?")

    def first_values(self) -> dict[str, Any]:
        return {"asked_on": clock.today()}
