"""When the next mail goes. Pure: a rhythm, a weekday, a time on the Dutch clock and an instant in; an instant out."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from spoorboek.law.calendar import is_working_day, next_working_day
from spoorboek.reminders.models.reminder import Rhythm

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DAY = timedelta(days=1)
A_WEEK = tuple(timedelta(days=n) for n in range(7))


def is_weekly_day(day: date, weekday: int) -> bool:
    """The chosen weekday (Monday is 0), or the first working day after it where it is a holiday itself."""
    return any((day - back).weekday() == weekday and next_working_day(day - back) == day for back in A_WEEK)


SENDS_ON: dict[str, Callable[[date, int], bool]] = {
    Rhythm.WORKING_DAYS: lambda day, weekday: is_working_day(day),
    Rhythm.OVERDUE: lambda day, weekday: is_working_day(day),
    Rhythm.WEEKLY: is_weekly_day,
    Rhythm.DAY_BEFORE: lambda day, weekday: True,
}


def instant(day: date, at: time) -> datetime:
    """That time on that Dutch day, in UTC.

    In the hour that summer time skips it is as long after midnight as the clock would have said (02:30 becomes 03:30);
    in the hour that comes twice it is the first.
    """
    return datetime.combine(day, at, AMSTERDAM).astimezone(UTC)


def dutch_day(moment: datetime) -> date:
    """The calendar day in the Netherlands."""
    return moment.astimezone(AMSTERDAM).date()


def next_moment(rhythm: str, weekday: int, at: time, after: datetime) -> datetime:
    """The first moment of this rhythm after an instant (exclusive), in UTC."""
    day = dutch_day(after)
    while not (SENDS_ON[rhythm](day, weekday) and instant(day, at) > after):
        day += DAY
    return instant(day, at)
