"""The region's employers, names and notes as data: `employers.toml`, `names.toml`, `notes.toml`."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

HERE = Path(__file__).parent


class Words(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    nl: str
    en: str


class Employer(BaseModel):
    """An invented employer. `manager` is its own case manager; without one the arbodienst's does the work."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    name: str
    kind: str
    what: Words
    staff: int
    absence: float
    source: str
    supervisors: tuple[tuple[str, str], ...]
    jobs: tuple[tuple[str, int], ...]
    manager: tuple[str, str] | None = None

    @property
    def absent(self) -> int:
        """How many are off sick on a day."""
        return round(self.staff * self.absence / 100)


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))


@cache
def employers() -> tuple[Employer, ...]:
    return tuple(Employer.model_validate(row) for row in read("employers")["employer"])
