"""Per method for one organisation: reach, dose, fidelity, drop-out, with denominators and without small groups.

What is told is decided here and nowhere else; docs/decisions has the reasons. Numbers stand as they were at the end of
last month, are rounded to fives, and a group that is small, or that would show by subtraction, is left out.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection

from spoorboek.methods import methods
from spoorboek.methods.reading import Words
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Organisation
from spoorboek.programme.courses.planner import PLANNER

NEVER_BELOW = 5
FOR_AN_EMPLOYER = 15
"""Below this nothing is told of a method. Every organisation here reads of its own staff, a service too, and an
employer knows its people, so that more of them are needed to hide among."""
ROUNDED_TO = 5


@dataclass(frozen=True)
class Counts:
    """Plain counts of one method. `people`: courses that began; the others are parts of it, or of the steps due."""

    method: str
    people: int
    stopped: int
    finished: int
    steps_due: int
    steps_done: int
    core_due: int
    core_done: int
    minutes_expected: int
    minutes_spent: int
    in_order: int
    hang_on: int
    extra: int


@dataclass(frozen=True)
class About:
    """A part of a whole, both rounded; `share` in per cent of what was not rounded, rounded to fives itself."""

    part: int
    whole: int
    share: int | None
    is_few: bool = False
    """The part is so small that only `fewer than five` is told."""


@dataclass(frozen=True)
class Row:
    """What is told of one method; without numbers when too few people followed it."""

    title: Words
    people: int | None
    reach: About | None = None
    dose: About | None = None
    core: About | None = None
    order: About | None = None
    minutes: About | None = None
    stopped: About | None = None
    finished: About | None = None
    extra: int = 0


@dataclass(frozen=True)
class Report:
    """The whole page: until which day, of how many dossiers, and a row for each method."""

    until: date
    dossiers: int | None
    rows: tuple[Row, ...]
    smallest: int


def month_end(today: date) -> date:
    """The last day of the month before: everybody who looks within a month sees the same."""
    return today.replace(day=1) - timedelta(days=1)


def report_of(organisation: Organisation, today: date) -> Report:
    """What this organisation may read of its methods. Who may ask is the caller's to check.

    There is no choice of period, team or age: each filter would make a small rest.
    """
    until, smallest = month_end(today), FOR_AN_EMPLOYER
    with acting_as(PLANNER):
        total = dossiers_of(organisation.pk, until)
        counts = counts_of(organisation.pk, until)
    shown = {key: one for key, one in counts.items() if not methods_private(key)}
    rows = tuple(row_of(one, total, smallest) for one in shown.values())
    return Report(until, rounded(total) if total >= smallest else None, rows, smallest)


def methods_private(key: str) -> bool:
    """A private method is in no report: that it runs at all is not for the organisation."""
    known = methods().get(key)
    return bool(known and known.private)


def row_of(one: Counts, total: int, smallest: int) -> Row:
    """The row of one method, or its name alone: too few followed it, or all but too few did."""
    rest = total - one.people
    known = methods().get(one.method)
    title = known.title if known else Words(nl=one.method, en=one.method)
    if one.people < smallest or 0 < rest < smallest:
        return Row(title, None)
    return Row(
        title,
        rounded(one.people),
        reach=about(one.people, total),
        dose=about(one.steps_done, one.steps_due),
        core=about(one.core_done, one.core_due),
        order=about(one.in_order, one.hang_on),
        minutes=about(one.minutes_spent, one.minutes_expected),
        stopped=about(one.stopped, one.people),
        finished=about(one.finished, one.people),
        extra=rounded(one.extra),
    )


def about(part: int, whole: int) -> About | None:
    """Both rounded; None of an empty whole. A few, or all but a few, is told as less or more than that."""
    if not whole:
        return None
    few = 0 < part < NEVER_BELOW or 0 < whole - part < NEVER_BELOW
    share = None if few else rounded(round(100 * part / whole))
    return About(rounded(part), rounded(whole), share, few)


def rounded(number: int) -> int:
    return ROUNDED_TO * round(number / ROUNDED_TO)


DOSSIERS = """
SELECT count(*) FROM dossiers_dossier d JOIN people_employment e ON e.id = d.employment_id
WHERE e.organisation_id = %s AND d.first_sick_day <= %s
"""
COUNTS = """
WITH course AS (
  SELECT c.id, c.dossier_id, c.method, c.state, c.ended_on
  FROM courses_course c JOIN dossiers_dossier d ON d.id = c.dossier_id
  JOIN people_employment e ON e.id = d.employment_id
  WHERE e.organisation_id = %(organisation)s AND NOT c.private AND c.starts <= %(until)s AND c.state <> 'asked'
    AND NOT (c.state = 'stopped' AND c.why_stopped = 'mistake')
), people AS (
  SELECT method, count(DISTINCT dossier_id) AS people,
    count(DISTINCT dossier_id) FILTER (WHERE state = 'stopped' AND ended_on <= %(until)s) AS stopped,
    count(DISTINCT dossier_id) FILTER (WHERE state = 'finished' AND ended_on <= %(until)s) AS finished
  FROM course GROUP BY method
), step AS (
  SELECT course.method, a.core, a.plan_id <> '' AS planned, a.expected_minutes,
    a.minutes, a.done_on IS NOT NULL AND a.done_on <= %(until)s AS done,
    a.plan_id <> '' AND (a.done_on <= %(until)s
      OR (a.latest <= %(until)s AND a.latest <= coalesce(course.ended_on, a.latest))) AS due,
    b.done_on <= %(until)s AS hangs, a.done_on >= b.done_on AS in_order
  FROM course JOIN courses_activity a ON a.course_id = course.id AND a.state <> 'dropped'
  LEFT JOIN courses_activity b ON b.dossier_id = a.dossier_id AND b.plan_id = a.after AND a.after <> ''
    AND b.state = 'done'
)
SELECT people.method, people.people, people.stopped, people.finished,
  count(*) FILTER (WHERE due), count(*) FILTER (WHERE due AND done),
  count(*) FILTER (WHERE due AND core), count(*) FILTER (WHERE due AND core AND done),
  coalesce(sum(expected_minutes) FILTER (WHERE due), 0),
  coalesce(sum(coalesce(minutes, expected_minutes)) FILTER (WHERE due AND done), 0),
  count(*) FILTER (WHERE done AND hangs AND in_order), count(*) FILTER (WHERE done AND hangs),
  count(*) FILTER (WHERE done AND NOT planned)
FROM people LEFT JOIN step ON step.method = people.method
GROUP BY people.method, people.people, people.stopped, people.finished ORDER BY people.method
"""
"""Minutes of a step that nobody wrote down count as expected, as `methods.planning.fidelity` does."""


def dossiers_of(organisation_id: uuid.UUID, until: date) -> int:
    """How many people of this organisation were ill up to that day."""
    with connection.cursor() as cursor:
        cursor.execute(DOSSIERS, [organisation_id, until])
        return int(cursor.fetchone()[0])


def counts_of(organisation_id: uuid.UUID, until: date) -> Mapping[str, Counts]:
    """The counts of every method, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(COUNTS, {"organisation": organisation_id, "until": until})
        return {row[0]: Counts(row[0], *map(int, row[1:])) for row in cursor.fetchall()}
