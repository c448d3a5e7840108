"""A file that would end the process that reads it, or fill its memory, is refused and harms nothing."""

import io
import zipfile

import pytest

from spoorboek.lists.findings import Code, Unreadable
from spoorboek.lists.sheet import read

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def relation(kind: str, target: str) -> str:
    one = f'<Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{PACKAGE}/relationships">{one}</Relationships>'


def workbook(rows: str) -> bytes:
    """A spreadsheet with one sheet of these rows, packed."""
    sheets = '<sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": relation("officeDocument", "xl/workbook.xml"),
        "xl/_rels/workbook.xml.rels": relation("worksheet", "worksheets/sheet1.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{sheets}</workbook>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>',
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return packed.getvalue()


def cell(place: str, text: str = "x") -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


FAR = f'<row r="1">{cell("A1")}</row><row r="1048576">{cell("XFD1048576")}</row>'


def test_a_small_file_with_a_cell_far_away_is_refused() -> None:
    content = workbook(FAR)
    assert len(content) < 2_000
    with pytest.raises(Unreadable) as refused:
        read(content)
    assert refused.value.finding.code == Code.TOO_LARGE


def test_an_ordinary_one_is_read() -> None:
    rows = [f'<row r="{n}">{cell(f"A{n}", f"naam {n}")}{cell(f"B{n}", "Jansen")}</row>' for n in range(1, 5)]
    assert len(read(workbook("".join(rows))).lines) in (3, 4)


def test_a_text_of_nothing_but_line_ends_is_refused_before_it_is_a_list() -> None:
    with pytest.raises(Unreadable) as refused:
        read(b"a;b\n" + b"\n" * 200_000 + b"c;d\n")
    assert refused.value.finding.code == Code.TOO_LARGE
