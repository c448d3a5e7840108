"""What practising tells rooms above it, inside the transaction in which it happened."""

from django.dispatch import Signal

session_held = Signal()
"""A session was finished or stopped early. With `session` and `actor` (who practised)."""

fit_settled = Signal()
"""`dossier_id`, `actor`: the client answered whether a headset suits, and chose."""

session_begun = Signal()
"""`session`, `actor`: the client said how they feel before anything is played, and opened the player."""
