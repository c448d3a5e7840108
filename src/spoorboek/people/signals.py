"""What the people app tells rooms above it."""

from django.dispatch import Signal

parts_ended = Signal()
"""Someone's part in dossiers ended because their role in an organisation did. Sent inside the transaction, with
`account_id`, `role` and `dossiers` (ids); a receiver that keeps a list of its own takes them off it."""
