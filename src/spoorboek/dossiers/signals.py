"""What the dossiers tell rooms above them, inside the transaction in which it happened."""

from django.dispatch import Signal

projected = Signal()
"""The stored dates of dossiers were computed anew, or a dossier closed. With `dossiers`, a list of ids."""

seats_changed = Signal()
"""Who takes part in dossiers changed. With `dossiers`, a list of ids; and `dates_follow`: all of them are `projected`
in the same transaction too, so that what rests on both need be made once."""
