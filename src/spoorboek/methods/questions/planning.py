"""A plan of the week, and the people around someone."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from spoorboek.methods.questions.base import Given, Line, NotAnAnswer, Option, Question, by_key, chosen
from spoorboek.methods.reading import Strict

DAYS: tuple[Option, ...] = (
    Option(key="mon", nl="Maandag", en="Monday"),
    Option(key="tue", nl="Dinsdag", en="Tuesday"),
    Option(key="wed", nl="Woensdag", en="Wednesday"),
    Option(key="thu", nl="Donderdag", en="Thursday"),
    Option(key="fri", nl="Vrijdag", en="Friday"),
    Option(key="sat", nl="Zaterdag", en="Saturday"),
    Option(key="sun", nl="Zondag", en="Sunday"),
)
PARTS: tuple[Option, ...] = (
    Option(key="morning", nl="ochtend", en="morning"),
    Option(key="afternoon", nl="middag", en="afternoon"),
    Option(key="evening", nl="avond", en="evening"),
)
CELLS: tuple[str, ...] = tuple(f"{day.key}-{part.key}" for day in DAYS for part in PARTS)
MOST_PEOPLE = 8


class WeekGiven(Given):
    """`cells`: `<day>-<part>` (such as `mon-morning`) to a few words."""

    cells: dict[str, Line] = Field(default_factory=dict)


class WeekPlan(Question):
    """Seven days with a morning, an afternoon and an evening."""

    Given: ClassVar[type[Given]] = WeekGiven

    kind: Literal["week-plan"] = "week-plan"

    def fits(self, given: WeekGiven) -> None:
        unknown = [cell for cell in given.cells if cell not in CELLS]
        if unknown:
            raise NotAnAnswer(f"{self.key}: {unknown[0]} is no part of a week; an example is {CELLS[0]}")

    def checked(self, value: Mapping[str, Any]) -> dict[str, Any]:
        made = super().checked(value)
        cells = {cell: made["cells"][cell] for cell in CELLS if made.get("cells", {}).get(cell)}
        made.pop("cells", None)
        return made | ({"cells": cells} if cells else {})

    def told(self, value: Mapping[str, Any], language: str) -> list[str]:
        cells = value.get("cells", {})
        return [
            f"{day.in_language(language)} {part.in_language(language)}: {cells[f'{day.key}-{part.key}']}"
            for day in DAYS
            for part in PARTS
            if cells.get(f"{day.key}-{part.key}")
        ]

    def texts(self, value: Mapping[str, Any]) -> list[str]:
        return [text for text in value.get("cells", {}).values() if text]


class Someone(Strict):
    """A person, named as the writer names them, and the key of what they are for the writer."""

    name: Line = ""
    way: str = ""


class PeopleGiven(Given):
    people: Annotated[tuple[Someone, ...], Field(max_length=MOST_PEOPLE)] = ()


class PeopleAround(Question):
    """People, each with one of the `ways` in which they matter."""

    Given: ClassVar[type[Given]] = PeopleGiven

    kind: Literal["people-around"] = "people-around"
    ways: Annotated[tuple[Option, ...], Field(min_length=2, max_length=6)]

    def fits(self, given: PeopleGiven) -> None:
        chosen(by_key(self.ways), self.key, *(one.way for one in given.people if one.way))

    def checked(self, value: Mapping[str, Any]) -> dict[str, Any]:
        made = super().checked(value)
        people = [one for one in made.pop("people", ()) if one.get("name")]
        return made | ({"people": people} if people else {})

    def told(self, value: Mapping[str, Any], language: str) -> list[str]:
        named = by_key(self.ways)
        return [
            f"{one['name']}: {named[one['way']].in_language(language)}" if one.get("way") else one["name"]
            for one in value.get("people", ())
        ]

    def texts(self, value: Mapping[str, Any]) -> list[str]:
        return [one["name"] for one in value.get("people", ())]
