"""Which row holds the headers, and which rows below are no data: empty ones, totals, headers printed again."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from spoorboek.lists.cells import Cell, written
from spoorboek.lists.columns import known_header
from spoorboek.lists.findings import Code, Finding
from spoorboek.lists.raw import Raw

LOOK_IN = 25
TOTAL = re.compile(
    r"(?i)^(sub)?tota(a)?l(en)?\b|^eindtotaal|^aantal\b|^gemiddeld|^grand total|^\(?\d+ rijen"
    r"|^einde (van )?(de )?(lijst|rapport|overzicht)"
)
DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Arranged:
    """Headers, and the data rows with their number in the file."""

    headers: tuple[str, ...]
    lines: list[tuple[int, tuple[Cell, ...]]]
    notes: tuple[Finding, ...]


def arranged(raw: Raw) -> Arranged:
    """Find the header, then keep what is data."""
    rows = raw.rows
    at = header_row(rows)
    if at is None:
        return Arranged((), [], ())
    width = max(len(row) for row in rows[at:])
    names, first, notes = header_names(rows, at, width, raw.filled)
    printed = {tuple(written(cell) for cell in padded(row, width)) for row in rows[max(0, first - 2) : first]}
    kept, passed = data_lines(rows, first, width, printed)
    if any(row >= first for row, _column in raw.filled):
        notes.append(
            Finding(Code.MERGED, rows=tuple(sorted({row + 1 for row, _ in raw.filled if row >= first}))[:50])
        )
    headers, lines = without_empty_columns(unique(names), kept)
    return Arranged(headers, lines, (*notes, *passed))


def header_score(row: Sequence[Cell]) -> float:
    """How much a row looks like headers: known words count most, days and numbers count against it."""
    texts = [cell for cell in row if isinstance(cell, str)]
    if not texts:
        return -1.0
    known = sum(1 for text in texts if known_header(text))
    values = sum(
        1 for cell in row if isinstance(cell, float | date) or (isinstance(cell, str) and is_value(cell))
    )
    return 3 * known + len(set(texts)) - 2 * values


def is_value(text: str) -> bool:
    """Digits that a header would not have."""
    return len(DIGIT.findall(text)) >= 3


def header_row(rows: Sequence[Sequence[Cell]]) -> int | None:
    """Index of the header row; of the first row with anything when nothing looks like headers."""
    filled = [index for index, row in enumerate(rows) if any(cell is not None for cell in row)][:LOOK_IN]
    if not filled:
        return None
    return max(filled, key=lambda index: (header_score(rows[index]), -index))


def header_names(
    rows: Sequence[Sequence[Cell]], at: int, width: int, merged: frozenset[tuple[int, int]]
) -> tuple[list[str], int, list[Finding]]:
    """The names, the index of the first row below, and what was noticed. Two rows of headers become one."""
    row = padded(rows[at], width)
    if not has_headers(row):
        return [""] * width, at, []
    names = [written(cell) for cell in row]
    below = padded(rows[at + 1], width) if at + 1 < len(rows) else ()
    if is_second_header(below):
        names = [joined(name, written(cell)) for name, cell in zip(names, below, strict=True)]
        return names, at + 2, [Finding(Code.TWO_HEADERS, rows=(at + 1, at + 2))]
    above = padded(rows[at - 1], width) if at else ()
    if is_group_row(above, names):
        names = [joined(group, name) for group, name in zip(spread(above), names, strict=True)]
        return names, at + 1, [Finding(Code.TWO_HEADERS, rows=(at, at + 1))]
    return names, at + 1, []


def has_headers(row: Sequence[Cell]) -> bool:
    return header_score(row) >= 1 and not any(
        isinstance(cell, float | date) for cell in row if cell is not None
    )


def is_second_header(row: Sequence[Cell]) -> bool:
    """A second row of headers: known words, no value at all."""
    texts = [cell for cell in row if isinstance(cell, str)]
    if not texts or len(texts) != sum(cell is not None for cell in row):
        return False
    return sum(1 for text in texts if known_header(text)) >= 2 and not any(is_value(text) for text in texts)


def is_group_row(row: Sequence[Cell], names: Sequence[str]) -> bool:
    """Names of groups of columns above the headers: needed only where headers below them are the same."""
    texts = [cell for cell in row if isinstance(cell, str)]
    twice = len({name.casefold() for name in names if name}) < sum(1 for name in names if name)
    return twice and len(set(texts)) >= 2 and len(texts) == sum(cell is not None for cell in row)


def spread(row: Sequence[Cell]) -> list[str]:
    """Each group's name over the columns that follow it."""
    last, found = "", []
    for cell in row:
        last = written(cell) or last
        found.append(last)
    return found


def joined(above: str, below: str) -> str:
    return " ".join(dict.fromkeys(part for part in (above, below) if part))


def padded(row: Sequence[Cell], width: int) -> tuple[Cell, ...]:
    return (*row[:width], *([None] * (width - len(row))))


def unique(names: Iterable[str]) -> list[str]:
    """Every column has a name of its own: `Kolom C` where there was none, `Datum (2)` where it was there already."""
    seen: dict[str, int] = {}
    found = []
    for index, name in enumerate(names):
        base = name or f"Kolom {letter(index)}"
        seen[base.casefold()] = seen.get(base.casefold(), 0) + 1
        found.append(base if seen[base.casefold()] == 1 else f"{base} ({seen[base.casefold()]})")
    return found


def letter(index: int) -> str:
    """The spreadsheet's name of a column: 0 is A, 26 is AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def data_lines(
    rows: Sequence[Sequence[Cell]], first: int, width: int, printed: set[tuple[str, ...]]
) -> tuple[list[tuple[int, tuple[Cell, ...]]], list[Finding]]:
    kept: list[tuple[int, tuple[Cell, ...]]] = []
    passed: dict[Code, list[int]] = {Code.BLANK_LINES: [], Code.TOTALS: [], Code.HEADERS_AGAIN: []}
    for index in range(first, len(rows)):
        row = padded(rows[index], width)
        code = why_no_data(row, printed)
        if code:
            passed[code].append(index + 1)
        else:
            kept.append((index + 1, row))
    last = kept[-1][0] if kept else 0
    # Empty rows below the list are not worth a word.
    passed[Code.BLANK_LINES] = [number for number in passed[Code.BLANK_LINES] if number < last]
    return kept, [Finding(code, rows=tuple(numbers)) for code, numbers in passed.items() if numbers]


def why_no_data(row: Sequence[Cell], printed: set[tuple[str, ...]]) -> Code | None:
    filled = [cell for cell in row if cell is not None]
    if not filled:
        return Code.BLANK_LINES
    first = filled[0]
    if isinstance(first, str) and TOTAL.search(first) and len(filled) <= max(3, len(row) // 2):
        return Code.TOTALS
    if isinstance(first, str) and tuple(written(cell) for cell in row) in printed:
        return Code.HEADERS_AGAIN
    return None


def without_empty_columns(
    names: list[str], lines: list[tuple[int, tuple[Cell, ...]]]
) -> tuple[tuple[str, ...], list[tuple[int, tuple[Cell, ...]]]]:
    """Leave out columns without any value; a list often has a hundred of them at the right."""
    used = [index for index in range(len(names)) if any(cells[index] is not None for _number, cells in lines)]
    if len(used) == len(names):
        return tuple(names), lines
    return tuple(names[index] for index in used), [
        (number, tuple(cells[index] for index in used)) for number, cells in lines
    ]
