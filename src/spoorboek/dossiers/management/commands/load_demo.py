"""`./spoorboek load_demo`: the invented people of the demo, in a demo installation only."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from spoorboek.dossiers import jobs
from spoorboek.dossiers.demo.load import load
from spoorboek.dossiers.demo.region.load import load_region


class Command(BaseCommand):
    """Loads the told cases in one transaction: all of them, or nothing. The worker loads the region after them."""

    help = "Load the demo's invented people and dossiers; the worker loads the region round them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--region", action="store_true", help="Load the region at once, without the worker."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("This is not a demo installation. Demo people are never mixed with real ones.")
        with transaction.atomic(), transaction.atomic(using="medical"):
            made = load()
        if options["region"]:
            made += load_region()
        else:
            jobs.queue_region()
        self.stdout.write(f"{made} dossiers")
