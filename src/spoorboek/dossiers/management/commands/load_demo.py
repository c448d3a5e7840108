"""`./spoorboek load_demo`: the invented people of the demo, in a demo installation only."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from spoorboek.dossiers.demo.load import load


class Command(BaseCommand):
    """Loads the demo in one transaction: all of it, or nothing."""

    help = "Load the demo's invented people and dossiers."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("This is not a demo installation. Demo people are never mixed with real ones.")
        with transaction.atomic(), transaction.atomic(using="medical"):
            made = load()
        self.stdout.write(f"{made} dossiers")
