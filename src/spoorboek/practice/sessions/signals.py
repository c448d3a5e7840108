"""What practising tells rooms above it, inside the transaction in which it happened."""

from django.dispatch import Signal

session_held = Signal()
"""A session was finished or stopped early. With `session` and `actor` (who practised)."""
