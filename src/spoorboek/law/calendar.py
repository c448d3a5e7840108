"""Days of the Dutch legal calendar: recognised holidays (Algemene termijnenwet, ATW) and calendar years."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

DAY = timedelta(days=1)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("spoorboek.law").joinpath("rules/holidays.toml").read_text("utf-8"))


@cache
def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm, Nature, 20 April 1876)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    leap_centuries, century_rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - correction + 15) % 30
    leap_years, year_rest = divmod(rest, 4)
    weekday = (32 + 2 * century_rest + 2 * leap_years - epact - year_rest) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _fixed(row: dict[str, Any], year: int) -> date:
    day = date(year, row["month"], row["day"])
    # King's Day moves to Saturday when the 27th is a Sunday (it moved forward for Queen's Day before 1980).
    return day + timedelta(days=row.get("if_sunday", 0)) if day.weekday() == 6 else day


def _in_force(row: dict[str, Any], year: int) -> bool:
    return bool(row.get("from_year", 1) <= year <= row.get("until_year", 9999))


@cache
def holidays(year: int) -> frozenset[date]:
    """Recognised and equated days of ATW article 3 in `year`, weekends not included as such."""
    table = _table()
    fixed = {_fixed(row, year) for row in table["fixed"] if _in_force(row, year)}
    movable = {
        easter(year) + timedelta(days=row["days_from_easter"])
        for row in table["movable"]
        if _in_force(row, year)
    }
    decreed = {row["date"] for row in table["decreed"] if row["date"].year == year}
    return frozenset(fixed | movable | decreed)


def is_working_day(day: date) -> bool:
    """Not a Saturday, Sunday, recognised or equated day."""
    return day.weekday() < 5 and day not in holidays(day.year)


def next_working_day(day: date) -> date:
    """`day` itself, or the first working day after it (ATW 1.1)."""
    while not is_working_day(day):
        day += DAY
    return day


def lengthened_to_two_working_days(first: date, last: date) -> date:
    """The last day of a term `first`..`last` lengthened until it holds two working days (ATW 2)."""
    working = sum(is_working_day(first + timedelta(days=n)) for n in range((last - first).days + 1))
    while working < 2:
        last = next_working_day(last + DAY)
        working += 1
    return last


def add_years(day: date, years: int) -> date:
    """The same day `years` later; 29 February becomes 28 February where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
