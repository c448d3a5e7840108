"""What may not be read from a list: anything about health, and the BSN. Named by column and row, never repeated.

Source: AP Beleidsregels De zieke werknemer (BWBR0037896); Wabb artikel 11 (who may use the BSN).
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from spoorboek.lists.cells import Cell, written
from spoorboek.lists.columns import NAMES, Column
from spoorboek.lists.findings import Code
from spoorboek.lists.health_words import find

NINE = re.compile(r"(?<![\d.,-])(\d{9}|\d{4}[. ]\d{2}[. ]\d{3}|\d{3}[. ]\d{3}[. ]\d{3})(?![\d,-])")
WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
SAMPLE = 400
SURE = frozenset({"illness", "pregnancy"})
BECAUSE = re.compile(r"(?i)\b(?:ziek|wegens|i\.?v\.?m\b|vanwege|sick)\b")
BESIDE = re.compile(r"[(\[/:]| - ")
TITLES = frozenset({Column.JOB, Column.TEAM, Column.SUPERVISOR})


def is_bsn(digits: str) -> bool:
    """The eleven test of a citizen service number of nine digits."""
    return (
        len(digits) == 9
        and digits.strip("0") != ""
        and sum(weight * int(digit) for weight, digit in zip(WEIGHTS, digits, strict=True)) % 11 == 0
    )


def holds_bsn(text: str) -> bool:
    return any(is_bsn(re.sub(r"\D", "", found)) for found in NINE.findall(text))


def is_bsn_column(cells: Iterable[Cell]) -> bool:
    """Most numbers of eight or nine digits pass the test; of other numbers one in eleven would."""
    tried = passed = 0
    for cell in cells:
        digits = written(cell)
        if digits.isdigit() and len(digits) in {8, 9}:
            tried += 1
            passed += is_bsn(digits.zfill(9))
    return tried >= 3 and passed >= 0.6 * tried


@lru_cache(maxsize=100_000)
def tells_of_health(text: str) -> bool:
    """Whether a text of unknown kind holds a word about health."""
    return len(text) > 1 and not text.isdigit() and bool(find(text))


@lru_cache(maxsize=100_000)
def tells_beside_a_name(text: str) -> bool:
    """The same for names and job titles: `Pijnenburg` and `fysiotherapeut` tell nothing, `Jansen (burn-out)` does."""
    if BECAUSE.search(text):
        return bool(find(text))
    return bool(BESIDE.search(text)) and any(each.group in SURE and len(each.word) > 3 for each in find(text))


@lru_cache(maxsize=100_000)
def tells_in_a_name(text: str) -> bool:
    """Also without a bracket between: `Jansen burn-out`, `Jansen, zwanger`. `Jan Griep` is somebody's name."""
    if tells_beside_a_name(text):
        return True
    sure = (each for each in find(text) if each.group in SURE and len(each.word) > 3)
    return any(each.word.islower() or "-" in each.word or each.group == "pregnancy" for each in sure)


def is_about_health(cells: Iterable[Cell]) -> bool:
    """Whether a column of unknown kind holds texts about health: one in twenty of what is different is enough."""
    texts = {cell for cell in cells if isinstance(cell, str) and not cell.isdigit()}
    found = sum(1 for text in sorted(texts)[:SAMPLE] if tells_of_health(text))
    return found > 0 and found >= len(texts) / 20


def screened(cell: Cell, kind: Column) -> Code | None:
    """Why this cell may not be read, where that is so. Days and amounts that could be read need no asking."""
    if kind is not Column.NUMBER and isinstance(cell, str | float) and holds_bsn(written(cell)):
        return Code.BSN_CELL
    if not isinstance(cell, str):
        return None
    if kind in NAMES:
        return Code.MEDICAL_CELL if tells_in_a_name(cell) else None
    if kind in TITLES:
        return Code.MEDICAL_CELL if tells_beside_a_name(cell) else None
    return Code.MEDICAL_CELL if tells_of_health(cell) else None
