"""`./spoorboek access_page docs/access.md`: write the page about access anew from the policy."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from spoorboek.people.policy_page import policy_page


class Command(BaseCommand):
    """Writes the page; a test fails while it is behind the policy."""

    help = "Write the documentation page about access from the policy table."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path)

    def handle(self, *args: Any, path: Path, **options: Any) -> None:
        path.write_text(policy_page(), "utf-8")
