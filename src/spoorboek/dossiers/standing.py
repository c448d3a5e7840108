"""Where a dossier stands: someone is ill, has recovered, or it closed."""

from datetime import date
from enum import StrEnum

from django.db.models import Exists, OuterRef, QuerySet

from spoorboek.dossiers.models import Dossier, Spell


class State(StrEnum):
    """Which dossiers to list."""

    RUNNING = "lopend"
    RECOVERED = "hersteld"
    CLOSED = "gesloten"
    ALL = "alles"


def in_state(found: QuerySet[Dossier], state: State) -> QuerySet[Dossier]:
    """Running and sick, running and recovered, closed, or all."""
    if state is State.ALL:
        return found
    if state is State.CLOSED:
        return found.filter(closed_on__isnull=False)
    sick = Exists(Spell.objects.filter(dossier=OuterRef("pk"), ends__isnull=True))
    open_ones = found.filter(closed_on__isnull=True)
    return open_ones.filter(sick) if state is State.RUNNING else open_ones.exclude(sick)


def fit_from(dossier: Dossier) -> date | None:
    """The first day fit again, when the last spell has ended."""
    last = max(dossier.spells.all(), key=lambda row: row.starts, default=None)
    return last.ends if last else None
