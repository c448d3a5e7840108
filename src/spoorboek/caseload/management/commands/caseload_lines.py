"""Make every caseload line anew."""

from typing import Any

from django.core.management.base import BaseCommand

from spoorboek.caseload.keeping import make_anew


class Command(BaseCommand):
    help = "Make every line of everyone's caseload anew from the dossiers as they stand."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{make_anew()} dossiers")
