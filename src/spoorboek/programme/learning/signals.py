"""What this room tells rooms above it."""

from django.dispatch import Signal

module_finished = Signal()
"""Someone finished a module. Sent inside the transaction, with `account_id` and `key` (the module's)."""
