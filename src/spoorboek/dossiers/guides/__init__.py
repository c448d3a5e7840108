"""Short guidance as data: what to do and what to leave, per step. Texts in Dutch and English, each with its source."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from spoorboek.dossiers.shown import in_language

FILE = Path(__file__).with_name("supervisor.toml")
OTHERWISE = "keep-in-touch"


@dataclass(frozen=True)
class How:
    """A step in plain words: what it is, how to do it, and an opening sentence one can really say."""

    key: str
    _data: dict[str, Any]

    @property
    def title(self) -> str:
        return in_language(self._data["title"])

    @property
    def how(self) -> list[str]:
        return [in_language(line) for line in self._data["how"]]

    @property
    def say(self) -> str:
        return in_language(self._data.get("say"))


@dataclass(frozen=True)
class Guide:
    """What holds in every week."""

    may: list[str]
    may_not: list[str]
    consent: str
    source: str
    source_url: str


@cache
def content() -> dict[str, Any]:
    """The file as it is."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def how_for(key: str) -> How:
    """The guidance for one step, or for an ordinary week."""
    steps = content()["steps"]
    found = key if key in steps else OTHERWISE
    return How(found, steps[found])


def guide() -> Guide:
    """What holds in every week."""
    general = content()["general"]
    return Guide(
        may=[in_language(line) for line in general["may"]],
        may_not=[in_language(line) for line in general["may_not"]],
        consent=in_language(general["consent"]),
        source=in_language(general["source"]),
        source_url=general["source_url"],
    )
