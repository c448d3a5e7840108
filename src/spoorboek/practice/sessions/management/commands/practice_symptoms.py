"""Bring in the licensed texts of the questionnaire on symptoms."""

import shutil
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from spoorboek.methods.reading import Mistakes, read
from spoorboek.practice.sessions.symptoms import Texts, place


class Command(BaseCommand):
    """./spoorboek practice_symptoms FILE"""

    help = "Check a file with the licensed texts of the Simulator Sickness Questionnaire and keep it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="YAML: licence, instruction, items (16), answers (4).")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            found = read(file, Texts)
        except Mistakes as error:
            raise CommandError(str(error)) from error
        place().parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place())
        self.stdout.write(f"Kept. Licence: {found.licence}\n")
