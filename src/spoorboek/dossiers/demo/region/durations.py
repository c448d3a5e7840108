"""How long absence lasts in an invented caseload: the fitted curve of `durations.toml`, its figures sourced."""

import math
import tomllib
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

FILE = Path(__file__).with_name("durations.toml")
LONGEST = 3650


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Target(_Row):
    """A published figure: the share of spells still absent after so many days."""

    days: int
    share: float
    within: float
    source: str


class Mean(_Row):
    value: float
    within: float
    source: str


class OwnChoice(_Row):
    """Parameters for which no source was found."""

    second_track_after_a_year: float
    late: float
    never_done: float


class Curve(_Row):
    """A mixture of Weibull distributions; days are calendar days."""

    weights: tuple[float, ...]
    shapes: tuple[float, ...]
    scales_in_days: tuple[float, ...]
    target: tuple[Target, ...]
    mean_days: Mean
    own_choice: OwnChoice

    def still_absent(self, days: float) -> float:
        """The share of all spells that lasts longer than so many days."""
        parts = zip(self.weights, self.shapes, self.scales_in_days, strict=True)
        return sum(weight * math.exp(-((days / scale) ** shape)) for weight, shape, scale in parts)

    def duration(self, share: float) -> int:
        """The days after which this share of all spells is still absent (0 < share < 1), at least 1."""
        low, high = 0.0, float(LONGEST)
        while high - low > 0.25:
            middle = (low + high) / 2
            low, high = (middle, high) if self.still_absent(middle) > share else (low, middle)
        return max(1, math.ceil(low))

    def mean(self) -> float:
        """The mean duration in days."""
        return sum(self.still_absent(day + 0.5) for day in range(LONGEST))


@cache
def curve() -> Curve:
    return Curve.model_validate(tomllib.loads(FILE.read_text("utf-8")))
