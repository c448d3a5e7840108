"""The lesson of 104 weeks as data: `stops.toml`, read and checked once."""

import tomllib
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, model_validator

from spoorboek.law.results import Source
from spoorboek.law.rulebook import Words, current_rulebook

FILE = Path(__file__).with_name("stops.toml")


class Stop(BaseModel):
    """One stop: when it is, what the law asks then, why, and what to try on the real pages."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    title: Words
    asks: Words
    why: Words
    try_: Words = Field(alias="try")
    action: Words
    door: str = ""
    step: str = ""
    lead: int = 0
    day: int | None = None
    sources: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _on_a_day(self) -> "Stop":
        if bool(self.step) == (self.day is not None):
            raise ValueError(f"stop {self.key} is on a step's date or on a day, one of the two")
        return self

    @property
    def law(self) -> list[Source]:
        """Where what it says comes from: the sources of its step's rule, or those it names."""
        book = current_rulebook()
        if not self.step:
            return [book.source(name) for name in self.sources]
        ours = [rule for rule in book.rules_of(self.step) if "employer" in rule.applies_if.situations]
        return [book.source(name) for name in ours[-1].sources]


@cache
def stops() -> tuple[Stop, ...]:
    """All stops, in order."""
    rows = tomllib.loads(FILE.read_text("utf-8"))["stop"]
    return tuple(Stop.model_validate(row) for row in rows)
