"""The rows of a file before anyone knows which of them is the header."""

from dataclasses import dataclass

from spoorboek.lists.cells import Cell
from spoorboek.lists.findings import Finding

MOST_ROWS = 100_000


@dataclass(frozen=True)
class Raw:
    """`rows` from the first row of the file on, each with its own number of cells.

    `filled` are (row, column), from 0, of cells that got the value of the merged cell they are part of.
    """

    rows: list[list[Cell]]
    notes: tuple[Finding, ...] = ()
    filled: frozenset[tuple[int, int]] = frozenset()
