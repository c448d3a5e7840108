"""A scale with words at its ends, and energy through the day. Neither is ever added up or compared between people."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from spoorboek.methods.questions.base import Given, NotAnAnswer, Option, Question
from spoorboek.methods.reading import Words

PARTS_OF_DAY: tuple[Option, ...] = (
    Option(key="h06", nl="6 tot 9 uur", en="6 to 9 am"),
    Option(key="h09", nl="9 tot 12 uur", en="9 am to noon"),
    Option(key="h12", nl="12 tot 3 uur", en="Noon to 3 pm"),
    Option(key="h15", nl="3 tot 6 uur", en="3 to 6 pm"),
    Option(key="h18", nl="6 tot 9 uur ’s avonds", en="6 to 9 pm"),
    Option(key="h21", nl="Na 9 uur ’s avonds", en="After 9 pm"),
)
LEVELS: tuple[Words, ...] = (
    Words(nl="leeg", en="empty"),
    Words(nl="weinig", en="little"),
    Words(nl="gaat wel", en="all right"),
    Words(nl="goed", en="good"),
    Words(nl="vol", en="full"),
)
"""The words for level 1 up to level 5."""


class ScaleGiven(Given):
    number: Annotated[int, Field(ge=0, le=10)] | None = None


class Scale(Question):
    """From 0 to 10, with words at the ends."""

    Given: ClassVar[type[Given]] = ScaleGiven

    kind: Literal["scale"] = "scale"
    low: Words
    high: Words

    def told(self, value: Mapping[str, Any], language: str) -> list[str]:
        if value.get("number") is None:
            return []
        ends = f"0 = {self.low.in_language(language)}, 10 = {self.high.in_language(language)}"
        return [f"{value['number']} ({ends})"]


class EnergyGiven(Given):
    """`levels`: a part of the day (`h06`, `h09`, …) to 1 (empty) up to 5 (full)."""

    levels: dict[str, Annotated[int, Field(ge=1, le=5)]] = Field(default_factory=dict)


class EnergyDay(Question):
    """How much energy there is in each part of the day."""

    Given: ClassVar[type[Given]] = EnergyGiven

    kind: Literal["energy-day"] = "energy-day"

    def fits(self, given: EnergyGiven) -> None:
        known = {part.key for part in PARTS_OF_DAY}
        if not set(given.levels) <= known:
            raise NotAnAnswer(f"{self.key}: the parts of the day are {', '.join(sorted(known))}")

    def told(self, value: Mapping[str, Any], language: str) -> list[str]:
        levels = value.get("levels", {})
        return [
            f"{part.in_language(language)}: {LEVELS[levels[part.key] - 1].in_language(language)}"
            for part in PARTS_OF_DAY
            if part.key in levels
        ]
