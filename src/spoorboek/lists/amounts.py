"""Parts (`50%`, `50,0`, `0,5`) and hours a week, as exact decimals."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from spoorboek.lists.cells import Cell

AMOUNT = re.compile(r"^(-?\d+(?:[.,]\d+)?)\s*(%|procent|uur|uren|u|h|pct)?\.?$", re.IGNORECASE)
CLOCK = re.compile(r"^(\d{1,3}):([0-5]\d)$")
HUNDRED = Decimal(100)


class Scale(StrEnum):
    """How a column writes a half."""

    UNKNOWN = ""
    PERCENT = "percent"
    FRACTION = "fraction"


def number_of(cell: Cell) -> tuple[Decimal, str] | None:
    """The number in a cell and the unit behind it."""
    if isinstance(cell, float):
        return Decimal(f"{cell:.10g}"), ""
    if not isinstance(cell, str):
        return None
    found = AMOUNT.match(cell)
    if not found:
        return None
    try:
        return Decimal(found[1].replace(",", ".")), (found[2] or "").lower()
    except InvalidOperation:
        return None


def scale_of(cells: Iterable[Cell]) -> Scale:
    """Percent when any value is above 1 or carries the sign; fractions when all are at most 1."""
    seen = False
    for cell in cells:
        read = number_of(cell)
        if read is None:
            continue
        seen = True
        if read[0] > 1 or read[1] in {"%", "procent", "pct"}:
            return Scale.PERCENT
    return Scale.FRACTION if seen else Scale.UNKNOWN


def part_of(cell: Cell, scale: Scale) -> tuple[Decimal | None, bool]:
    """A part from 0 to 1, and whether it may also be read on the other scale. None: this is no part."""
    read = number_of(cell)
    if read is None:
        return None, False
    value, unit = read
    if not 0 <= value <= HUNDRED or unit in {"uur", "uren", "u", "h"}:
        return None, False
    if unit:
        return value / HUNDRED, False
    if scale is Scale.FRACTION:
        return (value, False) if value <= 1 else (None, False)
    return value / HUNDRED, 0 < value <= 1


def hours_of(cell: Cell) -> Decimal | None:
    """Hours a week from 0 to 80, to a tenth: `36`, `7,5`, `32:30`, `36 uur`."""
    found = CLOCK.match(cell) if isinstance(cell, str) else None
    if found:
        value = Decimal(found[1]) + Decimal(found[2]) / 60
    else:
        read = number_of(cell)
        if read is None or read[1] in {"%", "procent", "pct"}:
            return None
        value = read[0]
    return value.quantize(Decimal("0.1")) if 0 <= value <= 80 else None
