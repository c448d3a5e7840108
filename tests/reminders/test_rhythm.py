"""When the next mail goes: working days, weekdays, holidays, and the two Sundays on which the Dutch clock moves."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spoorboek.law.calendar import is_working_day
from spoorboek.reminders.models import Rhythm
from spoorboek.reminders.rhythm import AMSTERDAM, dutch_day, instant, next_moment

HALF_PAST_SEVEN = time(7, 30)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2030, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
TIMES = st.times().map(lambda one: one.replace(second=0, microsecond=0))


def dutch(day: str, at: time = HALF_PAST_SEVEN) -> datetime:
    return instant(date.fromisoformat(day), at)


def following(rhythm: str, after: datetime, weekday: int = 0, at: time = HALF_PAST_SEVEN) -> datetime:
    return next_moment(rhythm, weekday, at, after)


def test_a_moment_is_never_its_own_next() -> None:
    """Monday 23 November 2026, half past seven: the next is Tuesday."""
    assert following(Rhythm.WORKING_DAYS, dutch("2026-11-23")) == dutch("2026-11-24")
    just_before = dutch("2026-11-23") - timedelta(microseconds=1)
    assert following(Rhythm.WORKING_DAYS, just_before) == dutch("2026-11-23")


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("2026-11-27", "2026-11-30"),  # Friday to Monday
        ("2026-12-24", "2026-12-28"),  # past both days of Christmas and a weekend
        ("2026-04-02", "2026-04-07"),  # past Good Friday and Easter Monday
        ("2026-05-04", "2026-05-06"),  # 5 May is equated every year (ATW 3)
        ("2026-12-31", "2027-01-04"),
    ],
)
def test_working_days_skip_weekends_and_dutch_holidays(after: str, expected: str) -> None:
    for rhythm in (Rhythm.WORKING_DAYS, Rhythm.OVERDUE):
        assert following(rhythm, dutch(after)) == dutch(expected)


def test_a_weekly_mail_keeps_its_weekday_and_moves_past_a_holiday() -> None:
    assert following(Rhythm.WEEKLY, dutch("2026-11-23")) == dutch("2026-11-30")
    assert following(Rhythm.WEEKLY, dutch("2026-11-23"), weekday=3) == dutch("2026-11-26")
    easter_monday = dutch("2026-03-30")
    assert following(Rhythm.WEEKLY, easter_monday) == dutch("2026-04-07")
    assert following(Rhythm.WEEKLY, dutch("2026-04-07")) == dutch("2026-04-13")


def test_an_appointment_on_a_monday_is_told_on_sunday() -> None:
    assert following(Rhythm.DAY_BEFORE, dutch("2026-11-28")) == dutch("2026-11-29")


def test_half_past_seven_stays_half_past_seven_when_the_clock_goes_back() -> None:
    """Sunday 25 October 2026: 24 hours and an hour lie between two mails."""
    before, after = dutch("2026-10-24"), following(Rhythm.DAY_BEFORE, dutch("2026-10-24"))
    assert (before.hour, after.hour) == (5, 6)
    assert after - before == timedelta(hours=25)
    assert after.astimezone(AMSTERDAM).time() == HALF_PAST_SEVEN


def test_half_past_seven_stays_half_past_seven_when_the_clock_goes_forward() -> None:
    """Sunday 29 March 2026: 23 hours lie between two mails."""
    before, after = dutch("2026-03-28"), following(Rhythm.DAY_BEFORE, dutch("2026-03-28"))
    assert (before.hour, after.hour) == (6, 5)
    assert after - before == timedelta(hours=23)


def test_a_time_that_the_clock_skips_comes_an_hour_later_and_only_once() -> None:
    skipped = dutch("2026-03-29", time(2, 30))
    assert skipped.astimezone(AMSTERDAM).time() == time(3, 30)
    assert following(Rhythm.DAY_BEFORE, skipped, at=time(2, 30)) == dutch("2026-03-30", time(2, 30))


def test_a_time_that_comes_twice_is_mailed_once() -> None:
    first = dutch("2026-10-25", time(2, 30))
    assert first.hour == 0
    assert following(Rhythm.DAY_BEFORE, first, at=time(2, 30)) == dutch("2026-10-26", time(2, 30))


@settings(deadline=None)
@given(MOMENTS, TIMES, st.sampled_from(Rhythm.values), st.integers(0, 4))
def test_every_rhythm_goes_on_and_on(after: datetime, at: time, rhythm: str, weekday: int) -> None:
    """The next moment lies ahead, within twelve days, on a day of its rhythm; no day gets two."""
    first = next_moment(rhythm, weekday, at, after)
    second = next_moment(rhythm, weekday, at, first)
    assert after < first < after + timedelta(days=12)
    assert dutch_day(first) < dutch_day(second)
    if rhythm != Rhythm.DAY_BEFORE:
        assert is_working_day(dutch_day(first))
