"""What each station of the route is, in plain words for the client. The texts are the TOML files beside this one.

A file is a station (its key is that of the law library, or `reported-sick` or `end`) or a kind of talk (`talk-` and the
kind of appointment). Language level B1, measured by `tests/language`.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Self

from django.utils.translation import get_language
from pydantic import BaseModel, ConfigDict, Field, model_validator

from spoorboek.dossiers.stations.pictograms import PICTOGRAMS
from spoorboek.law.results import Source, Text
from spoorboek.law.rulebook import current_rulebook

EVENTS = ("reported-sick", "end")
NOT_STATIONS = ("sources", "people", "layers", "languages", "states")
TALK = "talk-"


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(_Row):
    """One explanation in one language. `now` and `own` are for the day itself: someone else's move, or the client's."""

    title: str
    happens: tuple[str, ...] = Field(min_length=1)
    ask: tuple[str, ...] = Field(min_length=1)
    bring: tuple[str, ...]
    who: str
    takes: str
    otherwise: str
    now: str = ""
    own: str = ""


class Station(_Row):
    """An explanation. `quiet`: never the one next step; `right`: something that may be done, never has to be."""

    key: str
    sources: tuple[str, ...]
    pictogram: str
    nl: Words
    en: Words
    quiet: bool = False
    right: bool = False

    @model_validator(mode="after")
    def _same_in_both(self) -> Self:
        for name in ("happens", "ask", "bring"):
            if len(getattr(self.nl, name)) != len(getattr(self.en, name)):
                raise ValueError(f"{self.key}: {name} differs between Dutch and English")
        if bool(self.nl.now) != bool(self.en.now) or bool(self.nl.own) != bool(self.en.own):
            raise ValueError(f"{self.key}: the sentence for the day is missing in one language")
        if self.pictogram not in PICTOGRAMS:
            raise ValueError(f"{self.key}: there is no pictogram {self.pictogram!r}")
        return self

    @property
    def words(self) -> Words:
        """The texts in the reader's language."""
        return self.en if in_english() else self.nl

    @property
    def title(self) -> str:
        return self.words.title

    @property
    def names_opinion(self) -> bool:
        """Whether the text names the deskundigenoordeel, so that the page can lead there."""
        return "deskundigenoordeel" in self.nl.otherwise

    @property
    def law(self) -> tuple[Source, ...]:
        """The sources of the facts in the texts."""
        return tuple(source(one) for one in self.sources)


def in_english() -> bool:
    return (get_language() or "nl").startswith("en")


def read(name: str) -> dict[str, Any]:
    """One data file of this folder."""
    return tomllib.loads(files("spoorboek.dossiers.stations").joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def stations() -> dict[str, Station]:
    """All explanations by key."""
    found = files("spoorboek.dossiers.stations").iterdir()
    names = sorted(entry.name.removesuffix(".toml") for entry in found if entry.name.endswith(".toml"))
    return {name: Station(key=name, **read(name)) for name in names if name not in NOT_STATIONS}


def talk(kind: str) -> Station:
    """The explanation of one kind of appointment."""
    return stations()[f"{TALK}{kind}"]


@cache
def own_sources() -> dict[str, dict[str, Any]]:
    return read("sources")


def source(source_id: str) -> Source:
    """A source of the law library, or one of this folder."""
    row = own_sources().get(source_id)
    if row is None:
        return current_rulebook().source(source_id)
    bwb_id = row.get("bwb_id")
    return Source(
        id=source_id,
        bwb_id=bwb_id,
        article=row["article"],
        title=Text(row["nl"], row["en"]),
        url=row.get("url") or (f"https://wetten.overheid.nl/{bwb_id}" if bwb_id else None),
        valid_from=row.get("valid_from"),
        valid_until=row.get("valid_until"),
        confirmed=row.get("confirmed", True),
    )
