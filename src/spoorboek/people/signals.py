"""What the people app tells rooms above it."""

from django.dispatch import Signal

parts_ended = Signal()
"""Someone's part in dossiers ended because their role in an organisation did. Sent inside the transaction, with
`account_id`, `role` and `dossiers` (ids); a receiver that keeps a list of its own takes them off it."""

night_fell = Signal()
"""A night passed in a practice world because its day was set forward. Sent inside the transaction, on that day, with
`world` (id) and `day`; a room with nightly rules of its own runs them for that world."""
