"""Days as people and programs write them. What can be two days is said to be so, never chosen in silence."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from spoorboek.lists.cells import Cell
from spoorboek.lists.findings import Code


class Order(StrEnum):
    """In which order a column writes day and month."""

    UNKNOWN = ""
    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


@dataclass(frozen=True)
class Day:
    """A day that was read, or why not. Both empty: the cell holds no day (empty, or a day that means "no end")."""

    day: date | None = None
    problem: Code | None = None


NOTHING = Day()
NO_END = re.compile(
    r"(?i)^(?:-+|n\.?v\.?t\.?|onbekend|heden|nu|lopend|leeg|null|none|geen|\?+|n/?a|00[-/.]00[-/.]0000|0+)$"
)
TIME = re.compile(
    r"[T ]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2}|AM|PM|uur)?$", re.IGNORECASE
)
NUMBERS = re.compile(r"^(\d{1,4})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{1,4})$")
WORDS = re.compile(r"^(?:[a-z]{2,9}\.?,?\s+)?(\d{1,2})[-\s./]*([a-z]{3,9})\.?[-\s./,']*(\d{4}|\d{2})$")
MONTH_WORDS_FIRST = re.compile(r"^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$")
COMPACT = re.compile(r"^\d{8}$")
SERIAL = re.compile(r"^\d{5}(?:[.,]\d+)?$")
MONTH_NAMES = (
    "jan januari january", "feb februari february", "mrt maart mar march maa", "apr april", "mei may",
    "jun juni june", "jul juli july", "aug augustus august", "sep sept september", "okt oktober oct october",
    "nov november", "dec december",
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(MONTH_NAMES, 1) for name in names.split()}
EPOCH = date(1899, 12, 30)
FIRST_SERIAL, LAST_SERIAL = 7_000, 80_000
FAR = 2100
LONG_AGO, SOON = timedelta(days=12 * 365), timedelta(days=366)


def made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def from_serial(number: float) -> Day:
    """A spreadsheet's count of days since 30 December 1899."""
    if not FIRST_SERIAL <= number < LAST_SERIAL:
        return NOTHING if number == 0 else Day(problem=Code.NOT_A_DAY)
    return Day(EPOCH + timedelta(days=int(number)))


def full_year(year: int, today: date, *, birth: bool) -> int:
    """A year of two digits: of a birth at least 14 years ago; otherwise of this century."""
    if birth:
        return 2000 + year if 2000 + year <= today.year - 14 else 1900 + year
    return 2000 + year if 2000 + year <= today.year + 50 else 1900 + year


def read_day(cell: Cell, order: Order, today: date, *, birth: bool = False) -> Day:
    """The day in a cell. Days after 2099 or before 1901 mean that there is none."""
    if cell is None:
        return NOTHING
    if isinstance(cell, date):
        return bounded(cell)
    if isinstance(cell, float):
        return from_number(cell, today)
    text = TIME.sub("", cell).strip()
    if NO_END.match(text):
        return NOTHING
    return from_text(text, order, today, birth=birth)


def bounded(day: date | None) -> Day:
    if day is None:
        return Day(problem=Code.NOT_A_DAY)
    return Day(day) if 1901 <= day.year < FAR else NOTHING


def from_number(number: float, today: date) -> Day:
    if number >= 10_000_000 and number.is_integer():
        return from_text(str(int(number)).zfill(8), Order.DAY_FIRST, today, birth=False)
    return from_serial(number)


def from_text(text: str, order: Order, today: date, *, birth: bool) -> Day:
    found = NUMBERS.match(text)
    if found:
        return from_parts(found.groups(), order, today, birth=birth, dashed="/" not in text)
    if SERIAL.match(text):
        return from_serial(float(text.replace(",", ".")))
    if COMPACT.match(text):
        return compact(text)
    return in_words(text.casefold(), today, birth=birth)


def compact(text: str) -> Day:
    """`20260203` or `03022026`."""
    if text in {"99991231", "00000000"}:
        return NOTHING
    if text[:2] in {"19", "20"}:
        day = made(int(text[:4]), int(text[4:6]), int(text[6:]))
        if day:
            return bounded(day)
    return bounded(made(int(text[4:]), int(text[2:4]), int(text[:2])))


def in_words(text: str, today: date, *, birth: bool) -> Day:
    found = WORDS.match(text)
    if found:
        number, word, year = found.groups()
    else:
        turned = MONTH_WORDS_FIRST.match(text)
        if not turned:
            return Day(problem=Code.NOT_A_DAY)
        word, number, year = turned.groups()
    month = MONTHS.get(word)
    if not month:
        return Day(problem=Code.NOT_A_DAY)
    whole = int(year) if len(year) == 4 else full_year(int(year), today, birth=birth)
    return bounded(made(whole, month, int(number)))


def from_parts(parts: tuple[str, ...], order: Order, today: date, *, birth: bool, dashed: bool) -> Day:
    first, middle, last = parts
    if len(first) == 4:
        return bounded(made(int(first), int(middle), int(last)))
    if len(first) > 2 or len(last) == 3:
        return Day(problem=Code.NOT_A_DAY)
    year = int(last) if len(last) == 4 else full_year(int(last), today, birth=birth)
    if year == 0:
        return NOTHING
    day_first, month_first = made(year, int(middle), int(first)), made(year, int(first), int(middle))
    if len(last) <= 2 and not birth and year_may_be_first(parts, day_first, today):
        return Day(problem=Code.WHICH_ORDER)
    if day_first and month_first and day_first != month_first:
        return chosen(day_first, month_first, order, dashed=dashed)
    return bounded(day_first or month_first)


def chosen(day_first: date, month_first: date, order: Order, *, dashed: bool) -> Day:
    """With dashes or points a Dutch list writes the day first; with slashes nobody can tell."""
    if order is Order.MONTH_FIRST:
        return bounded(month_first)
    if order is Order.DAY_FIRST or dashed:
        return bounded(day_first)
    return Day(problem=Code.WHICH_ORDER)


def year_may_be_first(parts: tuple[str, ...], day_first: date | None, today: date) -> bool:
    """`24-02-03` would be a day long ago read one way, and a recent one with the year in front."""
    far = day_first is None or not today - LONG_AGO < day_first < today + SOON
    turned = made(2000 + int(parts[0]), int(parts[1]), int(parts[2])) if len(parts[2]) == 2 else None
    return far and turned is not None and today - LONG_AGO < turned < today + SOON


def order_of(cells: Iterable[Cell]) -> tuple[Order, bool]:
    """What the column itself shows: an order when some day can be only that, and whether both orders occur."""
    day_first = month_first = False
    for cell in cells:
        if not isinstance(cell, str):
            continue
        found = NUMBERS.match(TIME.sub("", cell).strip())
        if not found or len(found[1]) == 4:
            continue
        first, middle = int(found[1]), int(found[2])
        day_first |= first > 12 >= middle
        month_first |= middle > 12 >= first
    if day_first and month_first:
        return Order.UNKNOWN, True
    return (Order.DAY_FIRST if day_first else Order.MONTH_FIRST if month_first else Order.UNKNOWN), False
