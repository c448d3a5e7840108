"""How facts read in a list: days written out, hours, and what a moment is called."""

from datetime import date
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from spoorboek.dossiers.models import Obligation
from spoorboek.dossiers.rules import rule_of
from spoorboek.dossiers.shown import in_language


def written_day(day: date) -> str:
    """`3 maart 2026`."""
    return date_format(day, "j F Y")


def hours_text(hours: Decimal) -> str:
    """`7,5 uur per week`."""
    return _("%(hours)s uur per week") % {"hours": number_format(hours.normalize(), use_l10n=True)}


def moment_title(key: str, step: Obligation | None) -> str:
    """The law library's title of a step; the early signal is a fact without a step of its own."""
    if step:
        return in_language(rule_of(step).title.text)
    return (
        _("Signaal: terug bij de eigen werkgever lukt waarschijnlijk niet") if key == "early-signal" else key
    )
