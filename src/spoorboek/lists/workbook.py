"""Spreadsheets: XLSX, XLSB, XLS and ODS, through calamine. A formula gives the value it last had."""

import io
from typing import Any

import python_calamine

from spoorboek.lists.cells import Cell, cell_of
from spoorboek.lists.findings import Code, Finding, Unreadable
from spoorboek.lists.raw import Raw

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
MOST_CELLS = 20_000_000


def is_workbook(content: bytes) -> bool:
    return content.startswith((ZIP, OLE))


def read_workbook(content: bytes) -> Raw:
    """The rows of the fullest visible sheet. Raises `Unreadable`."""
    try:
        with python_calamine.load_workbook(io.BytesIO(content)) as book:
            return fullest(book)
    except python_calamine.PasswordError as error:
        raise Unreadable(Code.PASSWORD) from error
    except Unreadable:
        raise
    # calamine is compiled code: on damaged files it also raises its own kinds and a panic of the language below.
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError):
            raise
        raise Unreadable(Code.NOT_A_LIST) from error


def fullest(book: Any) -> Raw:
    visible = python_calamine.SheetVisibleEnum.Visible
    names = [each.name for each in book.sheets_metadata if each.visible == visible] or book.sheet_names
    sheets = [book.get_sheet_by_name(name) for name in names]
    if not sheets:
        raise Unreadable(Code.EMPTY)
    sheet = max(sheets, key=lambda each: each.height * min(each.width, 50))
    if sheet.total_height * max(sheet.total_width, 1) > MOST_CELLS:
        raise Unreadable(Code.TOO_LARGE)
    others = sum(1 for each in sheets if each.height and each is not sheet)
    rows = [[cell_of(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    filled = fill_merged(rows, sheet.merged_cell_ranges or [])
    notes = (Finding(Code.OTHER_SHEETS, rows=(others,)),) if others else ()
    return Raw(rows, notes, frozenset(filled))


def fill_merged(
    rows: list[list[Cell]], ranges: list[tuple[tuple[int, int], tuple[int, int]]]
) -> set[tuple[int, int]]:
    """Give every cell of a merged area the value that stands in its first one; which cells got it."""
    filled = set()
    for (top, left), (bottom, right) in ranges:
        if top >= len(rows) or left >= len(rows[top]):
            continue
        value = rows[top][left]
        for row in range(top, min(bottom + 1, len(rows))):
            for column in range(left, min(right + 1, len(rows[row]))):
                if value is not None and rows[row][column] is None:
                    rows[row][column] = value
                    filled.add((row, column))
    return filled
