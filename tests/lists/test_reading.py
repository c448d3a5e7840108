"""What was written is read back, whatever wrote it; what is no list is said to be none."""

import io
from datetime import date, timedelta

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spoorboek.lists.corrected import RUNS, written_csv
from spoorboek.lists.days import Order, read_day
from spoorboek.lists.findings import Code, Unreadable
from spoorboek.lists.sheet import Sheet, read
from tests.lists.messy import DAY_STYLES

TODAY = date(2026, 11, 22)
WORDS = st.text(
    st.characters(
        codec="cp1252", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp", "Cf"), exclude_characters="\"'=+-@"
    ),
    min_size=1,
    max_size=12,
)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])


def texts(sheet: Sheet) -> list[list[object]]:
    return [list(line.cells) for line in sheet.lines]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.lists(st.tuples(WORDS, WORDS), min_size=3, max_size=12),
    st.sampled_from([";", ",", "\t"]),
    ENCODINGS,
)
def test_every_separator_and_encoding_gives_the_cells_back(
    rows: list[tuple[str, str]], separator: str, encoding: str
) -> None:
    rows = [("x" + a.replace(separator, ""), "y" + b.replace(separator, "")) for a, b in rows]
    quoted = [f'"{number}{separator}"' for number in range(len(rows))]
    lines = [separator.join((*row, q)) for row, q in zip(rows, quoted, strict=True)]
    text = "\r\n".join([separator.join(("Naam", "Functie", "Afdeling")), *lines])
    sheet = read(text.encode(encoding, errors="replace"))
    assert sheet.headers == ("Naam", "Functie", "Afdeling")
    assert [list(row) for row in rows] == [cells[:2] for cells in texts(sheet)]
    assert [line.number for line in sheet.lines] == list(range(2, len(rows) + 2))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.binary(max_size=400) | st.binary(max_size=300).map(lambda rest: b"PK\x03\x04" + rest))
def test_no_bytes_at_all_do_anything_but_be_read_or_be_refused(content: bytes) -> None:
    try:
        sheet = read(content)
    except Unreadable:
        return
    assert all(len(line.cells) == len(sheet.headers) for line in sheet.lines)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.dates(date(2001, 1, 1), TODAY), st.sampled_from(range(len(DAY_STYLES))))
def test_every_way_of_writing_a_day_gives_that_day(day: date, style: int) -> None:
    read_back = read_day(DAY_STYLES[style](day), Order.UNKNOWN, TODAY)
    assert read_back.day == day


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.lists(st.tuples(WORDS, st.sampled_from(RUNS), WORDS), min_size=1, max_size=5))
def test_a_written_list_runs_no_formula_and_reads_back(rows: list[tuple[str, str, str]]) -> None:
    cells = [[f"x{a}", f"{sign}{b}" if sign.strip() else f"z{b}"] for a, sign, b in rows]
    content = written_csv(["Naam", "Functie"], cells)
    for line in content.decode("utf-8-sig").splitlines()[1:]:
        assert not any(cell.strip('"').startswith(RUNS) for cell in line.split(";"))
    assert texts(read(content)) == cells


def book(rows: list[list[object]], merged: str = "") -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    if merged:
        sheet.merge_cells(merged)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_title_two_rows_of_headers_empty_rows_and_totals_are_no_data() -> None:
    sheet = read(
        book(
            [
                ["Verzuimoverzicht"], [], ["Medewerker", None, "Verzuim", None], ["Nr", "Naam", "Datum", "Datum"],
                [1, "Jansen, A.", date(2026, 2, 3), None], [], ["Nr", "Naam", "Datum", "Datum"],
                [2, "Smit, B.", date(2026, 3, 1), date(2026, 3, 9)], ["Totaal", 2],
            ]
        )
    )  # fmt: skip
    assert sheet.headers == ("Medewerker Nr", "Medewerker Naam", "Verzuim Datum", "Verzuim Datum (2)")
    assert [line.number for line in sheet.lines] == [5, 8]
    assert {Code.TOTALS, Code.HEADERS_AGAIN, Code.BLANK_LINES} <= {note.code for note in sheet.notes}


def test_a_merged_cell_counts_for_each_row_it_covers() -> None:
    sheet = read(
        book(
            [["Naam", "Eerste ziektedag"], ["Jansen, A.", date(2026, 1, 5)], [None, date(2026, 4, 6)]],
            "A2:A3",
        )
    )
    assert [line.cells[0] for line in sheet.lines] == ["Jansen, A.", "Jansen, A."]


def test_a_spreadsheets_day_and_its_number_are_the_same_day() -> None:
    day = date(2026, 2, 3)
    assert read_day(day, Order.UNKNOWN, TODAY).day == day
    assert read_day(float((day - date(1899, 12, 30)).days), Order.UNKNOWN, TODAY).day == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3-2-2026", date(2026, 2, 3)), ("03-02-26", date(2026, 2, 3)), ("2026-02-03T00:00:00", date(2026, 2, 3)),
        ("ma 3 feb. 2026", date(2026, 2, 3)), ("3/13/2026", date(2026, 3, 13)), ("03022026", date(2026, 2, 3)),
        ("31-12-9999", None), ("heden", None), ("-", None),
    ],
)  # fmt: skip
def test_a_day_as_people_write_it(text: str, day: date | None) -> None:
    found = read_day(text, Order.UNKNOWN, TODAY)
    assert (found.day, found.problem) == (day, None)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("3/2/2026", Code.WHICH_ORDER),
        ("24-02-03", Code.WHICH_ORDER),
        ("31-02-2026", Code.NOT_A_DAY),
        ("ziek", Code.NOT_A_DAY),
    ],
)
def test_what_can_be_two_days_or_none_is_said_and_not_guessed(text: str, problem: Code) -> None:
    assert read_day(text, Order.UNKNOWN, TODAY).problem is problem


def test_a_birth_year_of_two_digits_is_of_somebody_who_can_work() -> None:
    assert read_day("03-02-64", Order.DAY_FIRST, TODAY, birth=True).day == date(1964, 2, 3)
    assert read_day("03-02-04", Order.DAY_FIRST, TODAY, birth=True).day == date(2004, 2, 3)


def test_a_list_of_a_hundred_thousand_rows_and_one_is_too_large() -> None:
    with pytest.raises(Unreadable) as refused:
        read(b"Naam;Functie\n" + b"a;b\n" * 100_001)
    assert refused.value.finding.code is Code.TOO_LARGE


def test_a_day_later_is_a_day_later() -> None:
    assert (
        read_day("46057", Order.UNKNOWN, TODAY).day
        == date(2026, 2, 4)
        == date(2026, 2, 3) + timedelta(days=1)
    )
