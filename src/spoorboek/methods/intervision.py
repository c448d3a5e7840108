"""Ways of holding intervision as data: steps, minutes, who does what, what is typed, and what is shown when.

    ways()["incident"].steps[3].typed.shown      # "together"

The files lie in `catalogue/shared/intervision/`, one a way.
"""

from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, field_validator, model_validator

from spoorboek.methods.reading import Key, Strict, Words, Wrong, read

FOLDER = Path(__file__).parent / "catalogue" / "shared" / "intervision"


class Who(StrEnum):
    """Who types in a step. The chair is one of the others, unless the chair brought the case."""

    PRESENTER = "presenter"
    OTHERS = "others"
    EVERYONE = "everyone"


class Shown(StrEnum):
    """When the others read what someone typed."""

    AT_ONCE = "at-once"
    TOGETHER = "together"
    """All of it, as soon as the step ends: nobody writes after another's mouth."""


class Typed(Strict):
    """What is typed in a step. `most`: how many of them one person gives."""

    by: Who = Field(examples=["others"])
    shown: Shown = Field(examples=["together"])
    most: Annotated[int, Field(ge=1, le=10)] = 1
    is_action: bool = False
    """What the presenter is going to do: the group looks back on it the next time."""
    looks_back: bool = False
    """How the action of the last time went."""
    label: Words
    hint: Words


class Tasks(Strict):
    """What each does in a step."""

    chair: Words
    presenter: Words
    others: Words


class Step(Strict):
    """One step. `shows`: earlier steps whose texts stay on the screen; `case`: the presenter's text does too."""

    key: Key
    name: Words
    minutes: Annotated[int, Field(ge=1, le=60)] = Field(examples=[10])
    tasks: Tasks
    typed: Typed | None = None
    shows: tuple[Key, ...] = ()
    case: bool = False
    chooses_presenter: bool = False
    turned_back: bool = False
    """The presenter turns away and listens: sees the listening view only, and types nothing."""
    basis: str = Field(examples=["S54"])
    """Where the step comes from: a key of `sources`, or `ours`."""

    @model_validator(mode="after")
    def who_listens_does_not_type(self) -> Self:
        if self.turned_back and self.typed and self.typed.by is not Who.OTHERS:
            raise Wrong(
                "in deze stap luistert de inbrenger met de rug naar de groep: laat alleen `others` typen",
                "the presenter listens with the back turned in this step: let only `others` type",
            )
        return self


class Source(Strict):
    """Where something was published."""

    key: str = Field(examples=["S54"])
    title: str
    address: str


class People(Strict):
    """How many people a meeting asks for, and how many it can have."""

    least: Annotated[int, Field(ge=3)] = Field(examples=[4])
    most: Annotated[int, Field(le=20)] = Field(examples=[12])


class Way(Strict):
    """One way of holding intervision."""

    key: Key
    version: Annotated[int, Field(ge=1)]
    name: Words
    about: Words
    published: Words
    ours: Words
    people: People
    sources: tuple[Source, ...]
    steps: tuple[Step, ...] = Field(min_length=2)

    @field_validator("steps")
    @classmethod
    def steps_follow_each_other(cls, steps: tuple[Step, ...]) -> tuple[Step, ...]:
        """Keys once only; what is shown was typed before."""
        typed: set[str] = set()
        for number, step in enumerate(steps, 1):
            if step.key in {earlier.key for earlier in steps[: number - 1]}:
                raise Wrong(
                    f"stap {number}: de sleutel {step.key!r} staat hier twee keer",
                    f"step {number}: the key {step.key!r} stands here twice",
                )
            unknown = sorted(set(step.shows) - typed)
            if unknown:
                raise Wrong(
                    f"stap {number} toont {unknown[0]!r}, maar onder die naam is niets getypt",
                    f"step {number} shows {unknown[0]!r}, but nothing was typed under that name",
                )
            if step.typed:
                typed.add(step.key)
        return steps

    @model_validator(mode="after")
    def every_step_has_a_basis(self) -> Self:
        known = {source.key for source in self.sources} | {"ours"}
        wrong = [step.key for step in self.steps if step.basis not in known]
        if wrong:
            raise Wrong(
                f"stap {wrong[0]!r} noemt een bron die niet onder `sources` staat (of `ours`)",
                f"step {wrong[0]!r} names a source that is not among `sources` (or `ours`)",
            )
        return self

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.steps)

    def place_of(self, key: str) -> int:
        """The number of a step, from 0."""
        return [step.key for step in self.steps].index(key)


def read_way(path: Path) -> Way:
    """One file. Raises `Mistakes`."""
    return read(path, Way)


@cache
def ways() -> dict[str, Way]:
    """All ways by key, the shortest first."""
    found: Sequence[Way] = [read_way(path) for path in sorted(FOLDER.glob("*.yaml"))]
    return {way.key: way for way in sorted(found, key=lambda way: way.minutes)}
