"""The texts of the questionnaire on symptoms, where whoever runs this installation holds a licence for them.

They are not shipped: `./spoorboek practice_symptoms FILE` checks a file and keeps it with the installation's data.
Without them one question of our own stands in their place.
"""

from functools import cache
from pathlib import Path

from django.conf import settings
from pydantic import Field

from spoorboek.instruments.simulator_sickness import HIGHEST, ITEMS
from spoorboek.methods.reading import Strict, Text, Words, read


class Texts(Strict):
    """The licensed texts: 16 symptoms in the questionnaire's order, and four answers from none to severe."""

    licence: Text = Field(examples=["Toestemming van de uitgever, 3 maart 2026"])
    """Who gave leave, and when."""
    instruction: Words
    items: tuple[Words, ...] = Field(min_length=ITEMS, max_length=ITEMS)
    answers: tuple[Words, ...] = Field(min_length=HIGHEST + 1, max_length=HIGHEST + 1)


def place() -> Path:
    """Where the file is kept."""
    return Path(settings.DATA) / "instruments" / "simulator-sickness.yaml"


def texts() -> Texts | None:
    """The licensed texts, or None where there are none."""
    path = place()
    return read_once(path, path.stat().st_mtime_ns) if path.exists() else None


@cache
def read_once(path: Path, _changed: int) -> Texts:
    return read(path, Texts)
