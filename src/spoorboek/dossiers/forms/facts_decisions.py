"""Forms for decisions and requests. Weeks and days only: grounds stand in UWV's own letter."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.acts.decisions import Content
from spoorboek.dossiers.forms.act import ActForm, DayField

WEEKS = {
    "required": _("Vul een aantal weken in."),
    "invalid": _("Dit is geen aantal weken. Schrijf een heel getal."),
    "min_value": _("Vul minstens %(limit_value)s in."),
    "max_value": _("Vul hoogstens %(limit_value)s in."),
}


def weeks(label: Any, least: int, most: int, **kwargs: Any) -> forms.IntegerField:
    widget = forms.NumberInput(attrs={"inputmode": "numeric"})
    return forms.IntegerField(
        label=label, min_value=least, max_value=most, widget=widget, error_messages=WEEKS, **kwargs
    )


class DecisionForm(ActForm):
    """A decision as the act takes it."""

    @property
    def act_values(self) -> dict[str, Any]:
        return {"content": Content(**super().act_values)}


def outcome(**kwargs: Any) -> forms.TypedChoiceField:
    """What UWV decided on a request; empty while it has not."""
    return forms.TypedChoiceField(
        label=_("Wat besliste UWV?"),
        choices=[("", _("nog geen besluit")), ("True", _("toegekend")), ("False", _("afgewezen"))],
        coerce=lambda value: value == "True",
        empty_value=None,
        required=False,
        **kwargs,
    )


class SanctionForm(DecisionForm):
    decided_on = DayField(label=_("Datum van de beslissing"), help_text=_("De datum boven de brief van UWV."))
    weeks = weeks(_("Hoeveel weken langer?"), 1, 52, initial=52, help_text=_("Hoogstens 52 weken."))


class ShorteningForm(DecisionForm):
    received_on = DayField(
        label=_("Dag waarop UWV het verzoek kreeg"),
        help_text=_("Deze dag telt mee in de drie weken van UWV."),
    )
    decided_on = DayField(label=_("Dag waarop UWV besliste"), required=False)
    granted = outcome()


class ExtensionForm(DecisionForm):
    received_on = DayField(
        label=_("Dag van het verzoek"), help_text=_("Werkgever en medewerker vragen dit samen.")
    )
    weeks = weeks(_("Hoeveel weken langer?"), 1, 104)


class ShortenedWaitForm(DecisionForm):
    received_on = DayField(label=_("Dag van de aanvraag"))
    weeks = weeks(
        _("Toegekende wachttijd in weken"),
        13,
        78,
        required=False,
        help_text=_("Laat leeg zolang UWV nog niet heeft beslist."),
    )
