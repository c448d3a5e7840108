"""Forms about contact: a note of what was agreed, and taking a text away."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.acts.contact import LONGEST, WhyRedacted
from spoorboek.dossiers.forms.act import ActForm, DayField
from spoorboek.dossiers.forms.asking import AsksAboutWords
from spoorboek.dossiers.models import ContactWay
from spoorboek.site import clock


class NoteForm(AsksAboutWords, ActForm):
    """A contact that took place."""

    on = DayField(label=_("Wanneer was het contact?"))
    way = forms.ChoiceField(
        label=_("Hoe was het contact?"), choices=ContactWay.choices, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label=_("Wat hebben jullie afgesproken?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
        error_messages={
            "required": _("Schrijf op wat jullie hebben afgesproken. Eén zin is genoeg."),
            "max_length": _("Dit is te lang. Schrijf alleen de afspraken op, in een paar zinnen."),
        },
    )
    words_kept = forms.BooleanField(
        label=_("Deze woorden gaan hier niet over gezondheid. Sla de tekst zo op."), required=False
    )

    def first_values(self) -> dict[str, Any]:
        return {"on": clock.today(), "way": ContactWay.PHONE}


class RedactForm(ActForm):
    """Why a text goes."""

    why = forms.ChoiceField(
        label=_("Waarom moet de tekst weg?"),
        choices=WhyRedacted.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies waarom de tekst weg moet.")},
    )
