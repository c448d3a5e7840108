"""What a change does to the example course: how many moments, when, and which steps moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spoorboek.methods.example import Rhythm, example_plan, rhythm_of
from spoorboek.methods.model import Activity, Method
from spoorboek.methods.planned import Planned


@dataclass(frozen=True)
class Series:
    """All times of one step in the example; `first` and `last` are their days."""

    times: int
    first: date | None
    last: date | None
    minutes: int


@dataclass(frozen=True)
class Moved:
    """A step that is otherwise in the example than before. Without `was` it is new, without `becomes` it is gone."""

    step: Activity
    was: Series | None
    becomes: Series | None


@dataclass(frozen=True)
class Effect:
    """The example before and after."""

    before: Rhythm
    after: Rhythm
    moved: tuple[Moved, ...]

    @property
    def is_none(self) -> bool:
        return not self.moved


def effect(old: Method, new: Method) -> Effect:
    """What the new method does to the example, beside the old one."""
    was, becomes = example_plan(old), example_plan(new)
    before, after = series_of(was), series_of(becomes)
    steps = {one.activity.key: one.activity for one in (*was, *becomes)}
    moved = [
        Moved(steps[key], before.get(key), after.get(key))
        for key in steps
        if before.get(key) != after.get(key)
    ]
    return Effect(rhythm_of(was), rhythm_of(becomes), tuple(moved))


def series_of(planned: Sequence[Planned]) -> dict[str, Series]:
    """The times of each step, by its key."""
    days: dict[str, list[Planned]] = {}
    for one in planned:
        days.setdefault(one.activity.key, []).append(one)
    return {key: series(ones) for key, ones in days.items()}


def series(ones: Sequence[Planned]) -> Series:
    dated = sorted(one.day for one in ones if one.day)
    first, last = (dated[0], dated[-1]) if dated else (None, None)
    return Series(len(ones), first, last, ones[0].activity.minutes)
