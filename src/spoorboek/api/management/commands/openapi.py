"""`./spoorboek openapi docs/schema/openapi.json`: publish the API's document. A difference is a change for others."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Writes the document; a test fails while the published one differs from what is served."""

    help = "Write the OpenAPI document of the API."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path)

    def handle(self, *args: Any, path: Path, **options: Any) -> None:
        from spoorboek.api.document import document

        path.write_text(json.dumps(document(), ensure_ascii=False, indent=1) + "\n", "utf-8")
