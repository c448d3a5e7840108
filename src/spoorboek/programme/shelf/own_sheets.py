"""A worksheet that an organisation wrote: read from its text, held to what no worksheet of theirs may do, measured."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.template import TemplateDoesNotExist
from django.template.loader import get_template

from spoorboek.lists.health_words import find
from spoorboek.methods.plain_language import Finding, findings
from spoorboek.methods.questions import EnergyDay
from spoorboek.methods.reading import Mistake, Mistakes, Words, line_of, parse, words
from spoorboek.methods.worksheets import Circle, Worksheet, worksheet_from, worksheets

OWN = 1000
"""Versions of an organisation's own count on from here, so that none is ever taken for a version of ours."""
LARGEST = 40_000
"""Characters; the longest of ours has some 5,000."""
FILE = "worksheet.yaml"
WIDER = tuple(Circle)
"""Circles from nobody to work."""


def read_sheet(text: str, name: str = FILE) -> Worksheet:
    """The worksheet in a text. Raises `Mistakes`, also for what an organisation's own sheet may not do."""
    sheet = worksheet_from(text, name)
    content = parse(text, name)
    found = [
        Mistake(name, line_of(content, one.place), key_of(one.place), one.said) for one in troubles(sheet)
    ]
    if found:
        raise Mistakes(found)
    return sheet


Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Trouble:
    """What an own sheet may not have: where in the sheet, and what."""

    place: Place
    said: Words


def troubles(sheet: Worksheet) -> list[Trouble]:
    """Everything that keeps a sheet from being released, although its file is right."""
    return [Trouble(place, said) for place, said in wrong_in(sheet)]


def key_of(place: Place) -> str:
    return ".".join(str(part + 1 if isinstance(part, int) else part) for part in place)


def wrong_in(sheet: Worksheet) -> Iterator[tuple[Place, Words]]:
    """What an own sheet may not do: reach further than ours, or carry health to where someone works."""
    ours = worksheets().get(sheet.key)
    if ours and WIDER.index(sheet.may_reach) > WIDER.index(ours.may_reach):
        yield (
            ("may_reach",),
            words(
                f"ons blad gaat niet verder dan {ours.may_reach}; ruimer mag niet",
                f"our sheet goes no further than {ours.may_reach}; wider is not allowed",
            ),
        )
    if not is_drawn(sheet.drawing):
        yield ("drawing",), words("deze tekening is er niet", "there is no such drawing")
    if sheet.may_reach is Circle.WORK:
        yield from about_health(sheet)


def is_drawn(name: str) -> bool:
    try:
        get_template(f"folder/drawings/{name}.svg")
    except TemplateDoesNotExist:
        return False
    return True


def about_health(sheet: Worksheet) -> Iterator[tuple[Place, Words]]:
    """Why a sheet cannot be one that may go to work."""
    for number, page in enumerate(sheet.pages):
        if isinstance(page, EnergyDay):
            yield (
                ("pages", number),
                words(
                    "energie gaat nooit naar het werk; zet may_reach op guides",
                    "energy never goes to work; set may_reach to guides",
                ),
            )
    ours = worksheets().get(sheet.key)
    written_by_us = {text.nl for _place, text in texts_of(ours)} if ours else set()
    for place, text in texts_of(sheet):
        if text.nl in written_by_us:
            continue
        hit = next(iter(find(text.nl)), None)
        if hit:
            yield (
                place,
                words(
                    f"“{hit.word}” gaat misschien over gezondheid; een blad dat naar het werk mag vraagt dat niet",
                    f"“{hit.word}” may be about health; a sheet that may go to work does not ask about it",
                ),
            )


def texts_of(sheet: Worksheet) -> Iterator[tuple[Place, Words]]:
    """Every text that the client reads, with its place in the file."""
    yield ("title",), sheet.title
    yield ("about",), sheet.about
    for number, page in enumerate(sheet.pages):
        for name in type(page).model_fields:
            yield from words_in(getattr(page, name), ("pages", number, name))


def words_in(value: Any, place: Place) -> Iterator[tuple[Place, Words]]:
    if isinstance(value, Words):
        yield place, value
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from words_in(one, (*place, number))


@dataclass(frozen=True)
class Hard:
    """What makes a Dutch text of the sheet hard to read, with its place and the line it stands on."""

    line: int
    finding: Finding
    place: Place = ()


def hard_texts(text: str, name: str = FILE) -> list[Hard]:
    """What the measure for plain language finds in the sheet, in the order of the file."""
    sheet, content = worksheet_from(text, name), parse(text, name)
    found = [
        Hard(line_of(content, (*place, "nl")), finding, place)
        for place, one in texts_of(sheet)
        for finding in findings(one.nl)
    ]
    return sorted(found, key=lambda one: one.line)


@lru_cache(maxsize=1024)
def sheet_kept(content: str) -> Worksheet:
    """A worksheet from the JSON in which a release keeps it."""
    return Worksheet.model_validate_json(content)
