"""Worksheets of the work folder as data: one file a sheet, one question a page.

    sheets = worksheets()                  # by key, in the order of the phases
    sheets["week-plan"].question("plan").checked({"cells": {"mon-morning": "wandelen"}})

The texts are our own, written for this product; they are no official protocol of any method.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from spoorboek.methods.questions import AnyQuestion, Question
from spoorboek.methods.reading import (
    Key,
    Mistake,
    Mistakes,
    Strict,
    Words,
    Wrong,
    parse,
    read,
    understand,
    words,
)

CATALOGUE = Path(__file__).parent / "catalogue"
MOST_QUESTIONS = 8

Determinant = Literal[
    "attitude", "norm", "self-efficacy", "knowledge", "skills", "salience", "conditions", "habit"
]


class Phase(StrEnum):
    """The phases of the method, in order."""

    PREPARE = "prepare"
    START = "start"
    INTENSIVE = "intensive"
    GRADED = "graded"
    FOLLOW_UP = "follow-up"
    CLOSE = "close"


class Circle(StrEnum):
    """With whom a sheet may ever be shared, if the client wants to."""

    NOBODY = "nobody"
    GUIDES = "guides"
    WORK = "work"


IN_CONFIDENCE = ("company_doctor", "labour_expert", "coach", "peer")
EMPLOYERS_SIDE = ("supervisor", "case_manager", "work_supervisor", "buddy")
ROLES: Mapping[Circle, tuple[str, ...]] = MappingProxyType(
    {Circle.NOBODY: (), Circle.GUIDES: IN_CONFIDENCE, Circle.WORK: (*IN_CONFIDENCE, *EMPLOYERS_SIDE)}
)
"""Role keys by circle. Energy, tension, warning signs and what drains never stand in `work`."""


class Worksheet(Strict):
    """One sheet. `about` says in a few sentences what it is good for; `minutes` is about how long it takes."""

    key: Key
    version: int = Field(1, ge=1)
    title: Words
    about: Words
    minutes: int = Field(ge=2, le=45)
    phase: Phase
    determinants: Annotated[tuple[Determinant, ...], Field(min_length=1)]
    may_reach: Circle
    drawing: Key = Field(examples=["sun"])
    pages: Annotated[tuple[AnyQuestion, ...], Field(min_length=1, max_length=MOST_QUESTIONS)]

    @model_validator(mode="after")
    def no_key_twice(self) -> Self:
        keys = [page.key for page in self.pages]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            raise Wrong(
                f"twee vragen heten {twice[0]}; geef elke vraag een eigen sleutel",
                f"two questions are called {twice[0]}; give each its own key",
            )
        return self

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles with whom it may be shared."""
        return ROLES[self.may_reach]

    def question(self, key: str) -> Question:
        """One question of the sheet. Raises `KeyError`."""
        found = next((page for page in self.pages if page.key == key), None)
        if found is None:
            raise KeyError(key)
        return found


def files(catalogue: Path = CATALOGUE) -> list[Path]:
    """The worksheet files of all methods."""
    return sorted(catalogue.glob("*/worksheets/*.yaml"))


def read_worksheet(path: Path) -> Worksheet:
    """One file. Raises `Mistakes`, also where its name is not its key."""
    sheet = read(path, Worksheet)
    if sheet.key != path.stem:
        said = words("de sleutel is de naam van het bestand", "the key is the name of the file")
        raise Mistakes([Mistake(str(path), 1, "key", said, path.stem)])
    return sheet


def worksheet_from(text: str, name: str) -> Worksheet:
    """A worksheet from a text in YAML, such as an organisation's own. Raises `Mistakes`."""
    return understand(parse(text, name), Worksheet, name)


def text_of(key: str, catalogue: Path = CATALOGUE) -> str:
    """The file of a worksheet of ours as it was written. Raises `KeyError`."""
    found = next((path for path in files(catalogue) if path.stem == key), None)
    if found is None:
        raise KeyError(key)
    return found.read_text(encoding="utf-8")


@cache
def worksheets(catalogue: Path = CATALOGUE) -> Mapping[str, Worksheet]:
    """Every worksheet by its key, by phase and then by title. Raises `Mistakes`."""
    found: dict[str, Worksheet] = {}
    for path in files(catalogue):
        sheet = read_worksheet(path)
        if sheet.key in found:
            said = words("een ander werkblad heeft deze sleutel", "another worksheet has this key")
            raise Mistakes([Mistake(str(path), 1, "key", said)])
        found[sheet.key] = sheet
    phases = list(Phase)
    ordered = sorted(found.values(), key=lambda sheet: (phases.index(sheet.phase), sheet.title.nl))
    return MappingProxyType({sheet.key: sheet for sheet in ordered})
