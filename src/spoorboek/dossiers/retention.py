"""How long professionals keep reading a dossier that has closed. The person keeps it, and so does the own helper.

AP Beleidsregels De zieke werknemer (BWBR0037896), p. 34: a re-integration file in principle no longer than two years
after it was finished. For a report made by mistake no term was found: that one is a setting marked as unconfirmed.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Q

from spoorboek.dossiers.models import Dossier

UNCONFIRMED = "unconfirmed"
AT_ONCE = (Dossier.Closing.EMPLOYMENT_ENDED,)
"""Closings that end the professionals' part themselves: see `close_ended`."""


@dataclass(frozen=True)
class Term:
    """Days after the day of closing, the last one included, and where the number comes from."""

    days: int
    source: str

    @property
    def is_confirmed(self) -> bool:
        return self.source != UNCONFIRMED


def term_of(closing: str) -> Term:
    """The term for a dossier that closed in this way."""
    if closing == Dossier.Closing.WITHDRAWN:
        return Term(settings.KEEP_WITHDRAWN_DAYS, settings.KEEP_WITHDRAWN_SOURCE)
    return Term(settings.KEEP_CLOSED_DAYS, settings.KEEP_CLOSED_SOURCE)


def readable_until(dossier: Dossier) -> date | None:
    """The last day on which professionals read a closed dossier; None while it runs."""
    if dossier.closed_on is None or dossier.closing in AT_ONCE:
        return None
    return dossier.closed_on + timedelta(days=term_of(dossier.closing).days)


def over_on(today: date) -> Q:
    """Closed dossiers whose term for professionals has passed on a day."""
    found = Q(pk__in=[])
    for closing in Dossier.Closing.values:
        if closing not in AT_ONCE:
            found |= Q(closing=closing, closed_on__lt=today - timedelta(days=term_of(closing).days))
    return found
