"""Forms about links: what it is called, what it may, and until when."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spoorboek.api.acts import USUAL
from spoorboek.api.scopes import Scope
from spoorboek.dossiers.forms.act import DayField


class LastDayForm(forms.Form):
    """Until when the token works."""

    last_day = DayField(
        label=_("Tot en met welke dag werkt de sleutel?"),
        help_text=_("Hoogstens een jaar. Daarna vernieuw je hem."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("last_day", timezone.localdate() + USUAL)


class LinkForm(LastDayForm):
    """A new link."""

    name = forms.CharField(
        label=_("Hoe heet het systeem?"),
        max_length=60,
        help_text=_("Medewerkers lezen deze naam bij “Wie ziet wat”, bijvoorbeeld: AFAS personeel."),
    )
    scopes = forms.MultipleChoiceField(
        label=_("Wat mag de koppeling?"),
        choices=Scope.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Kies niet meer dan nodig is. Medische gegevens kunnen nooit via een koppeling."),
        error_messages={"required": _("Kies wat deze koppeling mag. Zonder een keuze kan ze niets.")},
    )
    field_order = ["name", "scopes", "last_day"]
