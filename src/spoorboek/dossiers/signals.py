"""What the dossiers tell rooms above them, inside the transaction in which it happened."""

from django.dispatch import Signal

projected = Signal()
"""The stored dates of dossiers were computed anew, or a dossier closed. With `dossiers`, a list of ids."""

seats_changed = Signal()
"""Who takes part in dossiers changed. With `dossiers`, a list of ids."""
