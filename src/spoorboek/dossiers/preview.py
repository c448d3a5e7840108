"""What an act would do, by really doing it and taking it back: the same door, the same checks, the same dates."""

from collections.abc import Callable

from django.conf import settings
from django.db import transaction

from spoorboek.dossiers import moved
from spoorboek.dossiers.medical.scope import both_or_neither
from spoorboek.dossiers.models import Dossier, JournalEntry
from spoorboek.dossiers.moved import Moved


def would_move(dossier: Dossier, act: Callable[[], object]) -> list[Moved]:
    """Dates that `act` would move in this dossier. Raises what the act raises; nothing is kept."""
    with both_or_neither():
        act()
        rows = moved.of_entry(JournalEntry.objects.filter(dossier=dossier).latest("sequence"))
        transaction.set_rollback(True)
        if settings.MEDICAL_LAYER:
            transaction.set_rollback(True, using="medical")
    return rows
