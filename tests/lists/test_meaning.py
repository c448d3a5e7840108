"""Columns, names, parts, and what several rows about one person say together."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spoorboek.lists.amounts import Scale, hours_of, part_of, scale_of
from spoorboek.lists.columns import Column, kind_of_header
from spoorboek.lists.courses import Course, courses_of
from spoorboek.lists.entries import End, Entry, Meaning, Part, Zero, entries_of
from spoorboek.lists.findings import Code
from spoorboek.lists.guessing import guessed
from spoorboek.lists.names import Name, from_parts, from_whole
from spoorboek.lists.screening import screened
from spoorboek.lists.sheet import Sheet, read
from tests.lists.messy import SECRETS, TEST_BSN, as_csv, as_xlsx, messy

TODAY = date(2026, 11, 22)
ANSWERED = Meaning(Part.ABSENT, End.LAST_DAY)


def sheet_of(text: str) -> Sheet:
    return read(text.strip().replace("\n    ", "\n").encode())


def told(text: str, meaning: Meaning = ANSWERED) -> tuple[list[Entry], list[Course]]:
    sheet = sheet_of(text)
    columns = {index: guess.kind for index, guess in enumerate(guessed(sheet, TODAY)) if not guess.refused}
    entries = entries_of(sheet, {i: k for i, k in columns.items() if k is not Column.IGNORED}, meaning, TODAY)
    return entries, courses_of(entries, meaning.zero)


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Pers.nr.", Column.NUMBER),
        ("Medewerker", Column.NAME),
        ("Employee ID", Column.NUMBER),
        ("Ziekteperc.", Column.PERCENTAGE),
        ("% ziek", Column.PERCENTAGE),
        ("Begindatum verzuim (dd-mm-jjjj)", Column.STARTS),
        ("T/m", Column.LAST_DAY),
        ("Hersteld per", Column.FIT_FROM),
        ("Einddatum", Column.ENDS),
        ("Datum in dienst", Column.EMPLOYMENT_STARTS),
        ("Parttimepercentage", Column.IGNORED),
        ("Naam leidinggevende", Column.SUPERVISOR),
        ("Tussenv.", Column.PREFIX),
        ("Reden verzuim", Column.MEDICAL),
        ("Soort vangnet", Column.MEDICAL),
        ("Opmerkingen", Column.MEDICAL),
        ("BSN", Column.BSN),
        ("Verwachte hersteldatum", Column.FIT_FROM),
        ("Kleur", None),
    ],
)
def test_a_header_says_what_its_column_is(header: str, kind: Column | None) -> None:
    assert kind_of_header(header) is kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jansen, A. van der", Name("A.", "van der Jansen")),
        ("van der Jansen, Anna", Name("Anna", "van der Jansen")),
        ("Anna van der Jansen", Name("Anna", "van der Jansen")),
        ("A.B. de Vries", Name("A.B.", "de Vries")),
        ("JANSEN, A.", Name("A.", "Jansen")),
        ("v.d. Berg, Kees", Name("Kees", "van der Berg")),
        ("mw. A. Jansen", Name("A.", "Jansen")),
        ("Jansen A.", Name("A.", "Jansen")),
        ("El Amrani, Yasmina", Name("Yasmina", "el Amrani")),
        ("Jansen (hernia)", Name("", "Jansen")),
    ],
)
def test_a_name_in_one_cell_is_taken_apart(text: str, name: Name) -> None:
    assert from_whole(text) == name


def test_a_name_in_columns_is_put_together() -> None:
    assert from_parts("", "A.B.", "van der", "Jansen") == Name("A.B.", "van der Jansen")
    assert from_parts("Anna", "A.B.", "", "van der Jansen") == Name("Anna", "van der Jansen")


def test_a_half_is_a_half_however_it_is_written() -> None:
    assert part_of("50%", Scale.PERCENT) == part_of("50,0", Scale.PERCENT) == (Decimal("0.5"), False)
    assert part_of("0,5", Scale.FRACTION) == part_of(0.5, Scale.FRACTION) == (Decimal("0.5"), False)
    assert scale_of(["0,5", "1", 0.25]) is Scale.FRACTION
    assert part_of("0,5", Scale.PERCENT)[1], "among percents a half can be half a percent"
    assert part_of("150", Scale.PERCENT) == (None, False)
    assert [hours_of(text) for text in ("36", "7,5", "32:30", "36 uur", "half")] == [
        Decimal("36.0"), Decimal("7.5"), Decimal("32.5"), Decimal("36.0"), None,
    ]  # fmt: skip


def test_steps_on_several_rows_are_one_period() -> None:
    _entries, courses = told(
        """Persnr;Naam;Contracturen;Eerste ziektedag;Ingangsdatum;Verzuim %;Einddatum
    7;Smit, B.;36;3-2-2026;3-2-2026;100%;30-4-2026
    7;Smit, B.;36;3-2-2026;2-3-2026;50,0;30-4-2026
    7;Smit, B.;36;3-2-2026;1-4-2026;25;30-4-2026"""
    )
    (period,) = courses[0].periods
    assert (period.starts, period.fit_from) == (date(2026, 2, 3), date(2026, 5, 1))
    assert [(step.since, step.at_work) for step in period.steps] == [
        (date(2026, 3, 2), Decimal("0.5")), (date(2026, 4, 1), Decimal("0.75")),
    ]  # fmt: skip


def test_pieces_that_follow_each_other_are_one_period() -> None:
    _entries, courses = told(
        """Persnr;Naam;Startdatum;T/m;Verzuim %
    7;Smit, B.;3-2-2026;1-3-2026;100
    7;Smit, B.;2-3-2026;31-3-2026;50"""
    )
    (period,) = courses[0].periods
    assert (period.starts, period.fit_from, period.doubts) == (date(2026, 2, 3), date(2026, 4, 1), ())
    assert [step.since for step in period.steps] == [date(2026, 3, 2)]


def test_a_row_that_stands_there_twice_is_said_once() -> None:
    _entries, courses = told(
        "Persnr;Naam;Startdatum;T/m\n7;Smit, B.;3-2-2026;1-3-2026\n7;Smit, B.;3-2-2026;1-3-2026"
    )
    assert len(courses[0].periods) == 1
    assert courses[0].repeated == ((3, 2),)


def codes(courses: list[Course]) -> set[Code]:
    return {doubt.code for course in courses for period in course.periods for doubt in period.doubts}


def test_what_says_two_things_is_doubtful() -> None:
    head = "Persnr;Naam;Startdatum;Hersteldatum;Verzuim %\n"
    assert Code.OVERLAPS in codes(
        told(head + "7;Smit, B.;3-2-2026;;100\n7;Smit, B.;9-3-2026;1-4-2026;100")[1]
    )
    assert Code.ONE_START_TWO_ENDS in codes(
        told(head + "7;Smit, B.;3-2-2026;1-3-2026;100\n7;Smit, B.;3-2-2026;2-3-2026;100")[1]
    )
    assert Code.WHEN_CHANGED in codes(
        told(head + "7;Smit, B.;3-2-2026;1-3-2026;100\n7;Smit, B.;3-2-2026;1-3-2026;50")[1]
    )
    assert Code.FULLY_AT_WORK in codes(told(head + "7;Smit, B.;3-2-2026;;0\n8;Bos, C.;3-2-2026;;50")[1])


def test_after_a_row_that_cannot_be_loaded_the_later_ones_wait() -> None:
    _entries, courses = told(
        "Persnr;Naam;Startdatum;T/m\n7;Smit, B.;31-2-2026;\n7;Smit, B.;3-5-2026;9-5-2026"
    )
    assert codes(courses) == {Code.WAITS}


def test_nothing_missed_any_more_is_what_the_loader_says_it_is() -> None:
    rows = "7;Smit, B.;3-2-2026;3-2-2026;100\n7;Smit, B.;3-2-2026;9-3-2026;0"
    text = f"Persnr;Naam;Startdatum;Ingangsdatum;Verzuim %\n{rows}"
    recovered = told(text, Meaning(Part.ABSENT, End.LAST_DAY, zero=Zero.RECOVERED))[1][0].periods[0]
    still_sick = told(text, Meaning(Part.ABSENT, End.LAST_DAY, zero=Zero.STILL_SICK))[1][0].periods[0]
    assert (recovered.fit_from, recovered.steps) == (date(2026, 3, 9), ())
    assert (still_sick.fit_from, still_sick.steps[0].at_work) == (None, Decimal(1))


def test_a_column_of_days_shows_its_own_order() -> None:
    entries, _courses = told("Persnr;Naam;Startdatum\n7;Smit, B.;3/2/2026\n8;Bos, C.;3/25/2026")
    assert entries[0].starts == date(2026, 3, 2)
    mixed, _courses = told(
        "Persnr;Naam;Startdatum\n7;Smit, B.;3/2/2026\n8;Bos, C.;3/25/2026\n9;Mol, D.;25/3/2026"
    )
    assert [finding.code for finding in mixed[0].findings] == [Code.WHICH_ORDER]


def said(entries: list[Entry], courses: list[Course], sheet: Sheet) -> str:
    findings = [finding for entry in entries for finding in entry.findings]
    return f"{findings} {[(entry.who, entry.contract, entry.absence) for entry in entries]} {courses} {sheet.notes}"


@pytest.mark.parametrize("make", [as_csv, as_xlsx])
def test_a_messy_list_is_understood_and_nothing_about_health_survives(make: object) -> None:
    assert callable(make)
    made = messy(600, TODAY)
    sheet = read(make(made))
    columns = {i: guess.kind for i, guess in enumerate(guessed(sheet, TODAY)) if not guess.refused}
    assert {sheet.headers[i] for i in range(len(sheet.headers)) if i not in columns} == {
        "Reden",
        "BSN",
        "Opmerking",
    }
    entries = entries_of(sheet, columns, ANSWERED, TODAY)
    courses = courses_of(entries)
    everything = said(entries, courses, sheet)
    assert not any(secret in everything for secret in [*SECRETS, TEST_BSN, "hernia"])
    found = {course.who.number: {(p.starts, p.fit_from) for p in course.periods} for course in courses}
    for number, periods in made.truth.items():
        assert set(periods) <= found[number], number
    offset = 0 if make is as_csv else 2
    unread = {entry.row - offset for entry in entries if entry.findings}
    assert made.spoiled == unread, "every spoiled row is found and no other"


@settings(max_examples=120, deadline=None, derandomize=True)
@given(st.sampled_from([*SECRETS, "Klacht: rugpijn", "griep"]), st.sampled_from([1, 2, 3, 4, 5]))
def test_health_in_any_cell_is_named_by_column_and_row_and_never_repeated(secret: str, column: int) -> None:
    cells = ["7", "Smit, B.", "Kok", "36", "3-2-2026", "50"]
    cells[column] = f"ziek wegens {secret}" if column < 3 else secret
    text = (
        "Persnr;Naam;Functie;Contracturen;Startdatum;Verzuim %\n"
        + ";".join(cells)
        + "\n8;Bos, C.;Kok;32;4-2-2026;100"
    )
    sheet = sheet_of(text)
    kinds = [Column.NUMBER, Column.NAME, Column.JOB, Column.CONTRACT_HOURS, Column.STARTS, Column.PERCENTAGE]
    entries = entries_of(sheet, dict(enumerate(kinds)), ANSWERED, TODAY)
    assert secret not in said(entries, courses_of(entries), sheet)
    assert entries[0].findings[0].code is Code.MEDICAL_CELL
    assert entries[0].findings[0].column == sheet.headers[column]


@pytest.mark.parametrize(
    ("name", "tells"),
    [
        ("Jansen burn-out", True), ("Jansen, zwanger", True), ("Jansen; depressie", True), ("JANSEN BURN-OUT", True),
        ("Jansen – kanker", True), ("Jansen (zwanger)", True), ("Jan Griep", False), ("de Griep, Jan", False),
        ("Pijnenburg", False), ("van der Jansen, Anna", False), ("Koorts, Jan", False),
    ],
)  # fmt: skip
def test_a_name_with_an_illness_behind_it_is_not_read(name: str, tells: bool) -> None:
    for kind in (Column.NAME, Column.LAST_NAME, Column.FIRST_NAME):
        assert (screened(name, kind) is Code.MEDICAL_CELL) is tells


def test_a_team_may_be_named_after_whom_it_helps() -> None:
    assert screened("Team autisme", Column.TEAM) is None
    assert screened("Verzorgende (burn-out)", Column.JOB) is Code.MEDICAL_CELL


def test_a_bsn_that_a_spreadsheet_keeps_as_a_number_is_not_read_either() -> None:
    assert screened(float(TEST_BSN), Column.JOB) is Code.BSN_CELL
    assert screened(float(TEST_BSN), Column.NAME) is Code.BSN_CELL
    assert screened(36.0, Column.CONTRACT_HOURS) is None
