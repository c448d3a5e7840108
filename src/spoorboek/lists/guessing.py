"""What each column of a sheet is: by header, checked against the values, and by the values alone without header."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spoorboek.lists.amounts import number_of
from spoorboek.lists.cells import Cell, written
from spoorboek.lists.columns import ABSENCE_DAYS, DAYS, HOURS, NAMES, Column, kind_of_header
from spoorboek.lists.days import Order, read_day
from spoorboek.lists.findings import Code
from spoorboek.lists.screening import is_about_health, is_bsn_column
from spoorboek.lists.sheet import Sheet

SAMPLE = 400
EMAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[a-z]{2,}$", re.IGNORECASE)
PERSON = re.compile(r"^[^\W\d_][^\d]*[,. ]+[^\d]*[^\W\d_.][^\d]*$")
SEVERAL = frozenset({Column.IGNORED, Column.MEDICAL, Column.BSN})
"""Kinds that may stand in a list more than once."""
OF_EMPLOYEES = {Column.STARTS: Column.EMPLOYMENT_STARTS, Column.ENDS: Column.EMPLOYMENT_ENDS}
"""In a list of employees a start is that of the work."""


@dataclass(frozen=True)
class Guess:
    """What a column seems to be. `refused`: nobody may choose to read it; `sure`: the header said so."""

    kind: Column
    refused: Code | None = None
    sure: bool = False


def guessed(sheet: Sheet, today: date, *, employees: bool = False) -> list[Guess]:
    """A guess for each column, in order; each kind at most once."""
    samples: list[list[Cell]] = [
        [cell for cell in sheet.column(i) if cell is not None] for i in range(len(sheet.headers))
    ]
    found = [guess_one(header, cells, today) for header, cells in zip(sheet.headers, samples, strict=True)]
    if employees:
        found = [as_employees(guess) for guess in found]
    return by_values(once(found, samples), samples, today, employees=employees)


def as_employees(guess: Guess) -> Guess:
    if guess.kind in OF_EMPLOYEES:
        return Guess(OF_EMPLOYEES[guess.kind], sure=guess.sure)
    absent = guess.kind in ABSENCE_DAYS or guess.kind in {
        Column.PERCENTAGE,
        Column.HOURS_WORKED,
        Column.ABSENCE,
    }
    return Guess(Column.IGNORED) if absent else guess


def guess_one(header: str, cells: Sequence[Cell], today: date) -> Guess:
    """By the header, when the values fit it."""
    kind = kind_of_header(header)
    if kind is Column.BSN or is_bsn_column(cells):
        return Guess(Column.BSN, Code.BSN_COLUMN, True)
    if kind is Column.MEDICAL:
        return Guess(Column.MEDICAL, Code.MEDICAL_COLUMN, True)
    if kind is None:
        return Guess(Column.MEDICAL, Code.MEDICAL_COLUMN) if is_about_health(cells) else Guess(Column.IGNORED)
    return Guess(fitting(kind, list(cells[:SAMPLE]), today), sure=True)


def fitting(kind: Column, cells: list[Cell], today: date) -> Column:
    """The kind the header names, or what the values make of it: AFAS calls the number `Medewerker`."""
    if not cells:
        return kind
    if kind is Column.NAME and share(cells, lambda cell: written(cell).isdigit()) > 0.8:
        return Column.NUMBER
    if kind is Column.PERCENTAGE and share(cells, lambda cell: is_day(cell, today)) > 0.8:
        return Column.STARTS
    if (
        kind is Column.FIT_FROM
        and share(cells, lambda cell: is_amount(cell) and not is_day(cell, today)) > 0.8
    ):
        return Column.PERCENTAGE
    if kind in DAYS and share(cells, lambda cell: is_day(cell, today)) < 0.3:
        return Column.IGNORED
    if (kind is Column.PERCENTAGE or kind in HOURS) and share(cells, is_amount) < 0.3:
        return Column.IGNORED
    return kind


def share(cells: Sequence[Cell], test: object) -> float:
    """Part of the cells that pass."""
    assert callable(test)
    return sum(1 for cell in cells if test(cell)) / len(cells) if cells else 0.0


def is_day(cell: Cell, today: date) -> bool:
    if isinstance(cell, date):
        return True
    day = read_day(cell, Order.DAY_FIRST, today)
    return (
        day.problem is not Code.NOT_A_DAY
        and cell is not None
        and not (isinstance(cell, str) and len(cell) < 5)
    )


def is_amount(cell: Cell) -> bool:
    return number_of(cell) is not None


def once(found: list[Guess], samples: list[list[Cell]]) -> list[Guess]:
    """Of two columns of one kind the fullest is it; the first of two that are as full."""
    best: dict[Column, int] = {}
    for index, guess in enumerate(found):
        held = best.get(guess.kind)
        if held is None or len(samples[index]) > len(samples[held]):
            best[guess.kind] = index
    return [
        guess if guess.kind in SEVERAL or best[guess.kind] == index else Guess(Column.IGNORED)
        for index, guess in enumerate(found)
    ]


def by_values(found: list[Guess], samples: list[list[Cell]], today: date, *, employees: bool) -> list[Guess]:
    """Fill what is missing with columns whose header said nothing but whose values do."""
    taken = {guess.kind for guess in found}
    rows = max((len(cells) for cells in samples), default=0)
    for index, guess in enumerate(found):
        if guess.kind is not Column.IGNORED or guess.sure:
            continue
        kind = kind_of_values(samples[index][:SAMPLE], taken, today, full=len(samples[index]) > 0.9 * rows)
        kind = OF_EMPLOYEES.get(kind, kind) if employees and kind else kind
        if kind and kind not in taken:
            found[index] = Guess(kind)
            taken.add(kind)
    return found


def kind_of_values(cells: list[Cell], taken: set[Column], today: date, *, full: bool) -> Column | None:
    """What values without a telling header can only be."""
    if len(cells) < 2:
        return None
    texts = [cell for cell in cells if isinstance(cell, str)]
    if texts and share(texts, EMAIL.match) > 0.8:
        return Column.EMAIL
    if texts and share(texts, lambda cell: str(cell).endswith("%")) > 0.6:
        return Column.PERCENTAGE
    if share(cells, lambda cell: is_day(cell, today) and not is_plain_number(cell)) > 0.8:
        return kind_of_days(cells, taken, today, full=full)
    several = len(set(cells)) > len(cells) / 3
    if several and share(cells, lambda cell: written(cell).isdigit() and 2 < len(written(cell)) < 9) > 0.9:
        return Column.NUMBER if full else None
    if (
        several
        and full
        and not taken & NAMES
        and texts
        and share(cells, lambda c: bool(PERSON.match(written(c)))) > 0.8
    ):
        return Column.NAME
    return None


def is_plain_number(cell: Cell) -> bool:
    return isinstance(cell, float) or (isinstance(cell, str) and cell.isdigit() and len(cell) != 8)


def kind_of_days(cells: list[Cell], taken: set[Column], today: date, *, full: bool) -> Column:
    days = [read_day(cell, Order.DAY_FIRST, today).day for cell in cells]
    years = [day.year for day in days if day]
    if years and max(years) <= today.year - 14:
        return Column.BIRTH_DATE
    if full and Column.STARTS not in taken:
        return Column.STARTS
    return Column.IGNORED if taken & {Column.FIT_FROM, Column.ENDS, Column.LAST_DAY} else Column.ENDS
