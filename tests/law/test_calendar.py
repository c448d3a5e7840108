"""Dutch legal days off and the shift of terms."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from spoorboek.law.calendar import (
    add_years,
    easter,
    holidays,
    is_working_day,
    lengthened_to_two_working_days,
    next_working_day,
)


@pytest.mark.parametrize(
    ("year", "sunday"),
    [(2004, "2004-04-11"), (2008, "2008-03-23"), (2011, "2011-04-24"), (2021, "2021-04-04"), (2026, "2026-04-05"),
     (2038, "2038-04-25")],
)  # fmt: skip
def test_easter_falls_on_the_known_sundays(year: int, sunday: str) -> None:
    assert easter(year).isoformat() == sunday


def test_the_days_off_of_2026_are_those_of_the_act() -> None:
    assert sorted(day.isoformat() for day in holidays(2026)) == [
        "2026-01-01", "2026-04-03", "2026-04-06", "2026-04-27", "2026-05-05", "2026-05-14", "2026-05-25",
        "2026-12-25", "2026-12-26",
    ]  # fmt: skip


def test_5_may_is_a_day_off_every_year_and_the_decreed_friday_only_in_2021() -> None:
    assert all(date(year, 5, 5) in holidays(year) for year in range(2004, 2091))
    assert date(2021, 5, 14) in holidays(2021)
    assert date(2022, 5, 27) not in holidays(2022)


def test_kings_day_moves_to_saturday_when_it_is_a_sunday() -> None:
    assert date(2025, 4, 26) in holidays(2025)
    assert date(2025, 4, 27) not in holidays(2025)
    assert date(2013, 4, 30) in holidays(2013)
    assert date(2013, 4, 27) not in holidays(2013)


def test_a_term_that_ends_on_a_day_off_runs_to_the_next_working_day() -> None:
    assert next_working_day(date(2021, 5, 13)) == date(2021, 5, 17)
    assert next_working_day(date(2026, 1, 12)) == date(2026, 1, 12)


def test_a_short_term_is_lengthened_until_it_holds_two_working_days() -> None:
    assert lengthened_to_two_working_days(date(2026, 4, 3), date(2026, 4, 7)) == date(2026, 4, 8)
    assert lengthened_to_two_working_days(date(2026, 1, 12), date(2026, 1, 15)) == date(2026, 1, 15)


def test_a_year_from_29_february_is_clamped_to_28_february() -> None:
    assert add_years(date(2024, 2, 29), 2) == date(2026, 2, 28)
    assert add_years(date(2024, 2, 29), 4) == date(2028, 2, 29)


def test_no_weekend_day_is_a_working_day() -> None:
    days = [date(2024, 1, 1) + timedelta(days=n) for n in range(366)]
    assert not any(is_working_day(day) for day in days if day.weekday() >= 5)
