"""Forms for the client's way in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.forms.act import ActForm


class InviteClientForm(ActForm):
    """By mail or by letter."""

    email = forms.CharField(
        label=_("E-mailadres van de medewerker"),
        help_text=_(
            "Een eigen adres, dat alleen de medewerker leest. Geen e-mail? Laat het leeg: je krijgt een brief."
        ),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    def first_values(self) -> dict[str, Any]:
        return {"email": self.dossier.employment.person.account.email or ""}


class RecogniseForm(ActForm):
    """The six digits that the client reads out."""

    code = forms.CharField(
        label=_("Code van de medewerker"),
        help_text=_("Zes cijfers. De medewerker leest ze voor van de eigen pagina Wie ziet wat."),
        max_length=12,
        error_messages={"required": _("Vul de zes cijfers in die de medewerker voorleest.")},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "short-field"}),
    )
