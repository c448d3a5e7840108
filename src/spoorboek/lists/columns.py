"""What a column is: guessed by its header, checked against its values."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

WORDS = Path(__file__).with_suffix(".toml")


class Column(StrEnum):
    """What a column can be. `ENDS` and `PERCENTAGE` mean two things: who loads the list says which."""

    NUMBER = "number"
    NAME = "name"
    FIRST_NAME = "first_name"
    INITIALS = "initials"
    PREFIX = "prefix"
    LAST_NAME = "last_name"
    BIRTH_DATE = "birth_date"
    STARTS = "starts"
    SINCE = "since"
    FIT_FROM = "fit_from"
    LAST_DAY = "last_day"
    ENDS = "ends"
    PERCENTAGE = "percentage"
    HOURS_WORKED = "hours_worked"
    CONTRACT_HOURS = "contract_hours"
    JOB = "job"
    TEAM = "team"
    SUPERVISOR = "supervisor"
    EMPLOYMENT_STARTS = "employment_starts"
    EMPLOYMENT_ENDS = "employment_ends"
    EMAIL = "email"
    ABSENCE = "absence"
    IGNORED = "ignored"
    MEDICAL = "medical"
    BSN = "bsn"


REFUSED = frozenset({Column.MEDICAL, Column.BSN})
"""Nobody can choose to read these."""
DAYS = frozenset(
    {
        Column.BIRTH_DATE, Column.STARTS, Column.SINCE, Column.FIT_FROM, Column.LAST_DAY, Column.ENDS,
        Column.EMPLOYMENT_STARTS, Column.EMPLOYMENT_ENDS,
    }
)  # fmt: skip
ABSENCE_DAYS = frozenset({Column.STARTS, Column.SINCE, Column.FIT_FROM, Column.LAST_DAY, Column.ENDS})
NAMES = frozenset({Column.NAME, Column.FIRST_NAME, Column.INITIALS, Column.PREFIX, Column.LAST_NAME})
HOURS = frozenset({Column.HOURS_WORKED, Column.CONTRACT_HOURS})
CHOOSABLE = tuple(each for each in Column if each not in REFUSED)

Columns = Mapping[int, Column]
"""Which column (from 0) is what; a column that is not in it is not read."""
UNITS = re.compile(r"\((?:dd|jjjj|d-|%|uur|uren|optioneel|verplicht)[^)]*\)")


def folded(header: str) -> str:
    """A header as it is compared: `Pers. nr.` is `persnr`; `% ziek` is `ziek`."""
    plain = unicodedata.normalize("NFKD", UNITS.sub("", header.casefold()))
    return "".join(char for char in plain if char.isascii() and char.isalnum())


@cache
def vocabulary() -> tuple[dict[str, Column], tuple[tuple[str, Column], ...]]:
    """Exact names, and parts of names with the longest first."""
    words = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    exact = {folded(name): kind for kind in Column for name in words[kind.value]["exact"]}
    parts = sorted(
        ((part, kind) for kind in Column for part in words[kind.value]["part"]),
        key=lambda pair: (pair[1] not in REFUSED, -len(pair[0])),
    )
    return exact, tuple(parts)


@lru_cache(maxsize=4096)
def kind_of_header(header: str) -> Column | None:
    """What the header says, or None. A part that names something medical goes before any other."""
    exact, parts = vocabulary()
    plain = folded(re.sub(r"\s*\(\d+\)$", "", header))
    if not plain:
        return Column.PERCENTAGE if "%" in header else None
    if plain in exact:
        return exact[plain]
    return next((kind for part, kind in parts if part in plain), None)


def known_header(text: str) -> bool:
    """Whether this text is a header that we know."""
    return len(text) <= 60 and kind_of_header(text) is not None
