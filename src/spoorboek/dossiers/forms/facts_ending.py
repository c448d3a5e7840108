"""Forms for how a dossier ends."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.forms.act import ActForm, DayField


class EndOfEmploymentForm(ActForm):
    last_day = DayField(
        label=_("Laatste dag van het dienstverband"),
        help_text=_("De laatste dag telt nog mee. De dag mag nog komen."),
    )

    def first_values(self) -> dict[str, Any]:
        return {"last_day": self.dossier.employment.ends}


class DeathForm(ActForm):
    died_on = DayField(label=_("Datum van overlijden"))
