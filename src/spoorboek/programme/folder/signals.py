"""What the work folder tells rooms above it, inside the transaction in which it happened."""

from django.dispatch import Signal

page_finished = Signal()
"""A sheet is done: its last question was answered, or the client said so. With `dossier_id`, `key`, `account_id`."""
