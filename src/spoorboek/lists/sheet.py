"""From the bytes of a file to a sheet: headers and lines, whatever program wrote it."""

from dataclasses import dataclass

from spoorboek.lists.cells import Cell
from spoorboek.lists.confined import read_confined
from spoorboek.lists.delimited import read_delimited
from spoorboek.lists.findings import Code, Finding, Unreadable
from spoorboek.lists.heading import arranged
from spoorboek.lists.raw import MOST_ROWS
from spoorboek.lists.workbook import is_workbook

MOST_COLUMNS = 200


@dataclass(frozen=True)
class Line:
    """One row of the file: its number as a spreadsheet shows it (from 1), and a cell for each header."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Sheet:
    """A list: headers (each unique and never empty), lines, and what was passed over on the way."""

    headers: tuple[str, ...]
    lines: tuple[Line, ...]
    notes: tuple[Finding, ...] = ()

    def column(self, index: int) -> list[Cell]:
        """All cells of one column."""
        return [line.cells[index] for line in self.lines]


def read(content: bytes) -> Sheet:
    """Read a CSV, XLSX, XLS or ODS file. Raises `Unreadable`; never anything else, whatever the bytes are."""
    if not content.strip(b"\x00 \r\n\t"):
        raise Unreadable(Code.EMPTY)
    raw = read_confined(content) if is_workbook(content) else read_delimited(content)
    if len(raw.rows) > MOST_ROWS:
        raise Unreadable(Code.TOO_LARGE)
    found = arranged(raw)
    if not found.headers or not found.lines:
        raise Unreadable(Code.EMPTY)
    if len(found.headers) > MOST_COLUMNS:
        raise Unreadable(Code.NOT_A_LIST)
    lines = tuple(Line(number, cells) for number, cells in found.lines)
    return Sheet(found.headers, lines, (*raw.notes, *found.notes))
