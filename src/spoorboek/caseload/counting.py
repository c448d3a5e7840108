"""The counts at the top and what can be filtered on: one reading of the reader's open lines, whatever their number."""

import uuid
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import BooleanField, Case, Q, Value, When

from spoorboek.caseload.access import lines_of
from spoorboek.caseload.urgency import A_GROUP, OPEN_GROUPS, Group
from spoorboek.caseload.wishes import Wish, came_lately
from spoorboek.people.actor import Actor

MOST_CHOICES = 200
"""More employers, teams or steps than this make no list to choose from; the search box finds people then."""


@dataclass
class Counts:
    """How many open dossiers there are, by group; and what may be chosen among.

    `groups` and `new` hold what the other filters leave over; `open` is everything. `employers`, `supervisors` and
    `steps` come from all open dossiers, most frequent first, so that a choice can always be changed.
    """

    open: int = 0
    shown: int = 0
    new: int = 0
    groups: dict[Group, int] = field(default_factory=lambda: dict.fromkeys(OPEN_GROUPS, 0))
    employers: list[uuid.UUID] = field(default_factory=list)
    supervisors: list[uuid.UUID] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    fresh_from: date | None = None
    fresh_until: date | None = None

    def is_stale(self, today: date) -> bool:
        """Whether a line was chosen for other days than this one."""
        too_old = self.fresh_until is not None and self.fresh_until < today
        too_new = self.fresh_from is not None and self.fresh_from > today
        return too_old or too_new


BY = """
SELECT GROUPING(grp, employer_id, supervisor_id, first_key) AS by, grp, employer_id, supervisor_id, first_key,
  sum(n)::int AS n, sum(fitting)::int, sum(fitting_new)::int, max(fresh_from), min(fresh_until)
FROM (
  SELECT place / %%s AS grp, employer_id, supervisor_id, first_key, count(*) AS n,
    count(*) FILTER (WHERE fits) AS fitting, count(*) FILTER (WHERE fits AND fresh_one) AS fitting_new,
    max(fresh_from) AS fresh_from, min(fresh_until) AS fresh_until
  FROM (%s) mine GROUP BY 1, 2, 3, 4) counted
GROUP BY GROUPING SETS ((grp), (employer_id), (supervisor_id), (first_key), ())
ORDER BY n DESC NULLS LAST"""
ALL, BY_GROUP, BY_EMPLOYER, BY_SUPERVISOR, BY_STEP = 0b1111, 0b0111, 0b1011, 0b1101, 0b1110
"""PostgreSQL's GROUPING(): a bit is set for each column that was not grouped by."""


def said(condition: Q) -> Case:
    """Whether a line meets a condition; no condition is met by all."""
    if not condition:
        return Case(default=Value(True), output_field=BooleanField())
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())


def counts(actor: Actor, wish: Wish, today: date) -> Counts:
    """Count the reader's open dossiers, and how many of them meet the wish apart from its group."""
    mine = lines_of(actor, today).annotate(
        fits=said(wish.condition(today)), fresh_one=said(came_lately(today))
    )
    columns = (
        "place", "fits", "fresh_one", "employer_id", "supervisor_id", "first_key", "fresh_from", "fresh_until",
    )  # fmt: skip
    sql, parameters = mine.order_by().values(*columns).query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(BY % sql, [A_GROUP, *parameters])
        return gathered(cursor.fetchall())


def gathered(rows: list[tuple[Any, ...]]) -> Counts:
    """The answer's rows, each put where it belongs."""
    made = Counts()
    lists: dict[int, list[Any]] = {
        BY_EMPLOYER: made.employers,
        BY_SUPERVISOR: made.supervisors,
        BY_STEP: made.steps,
    }
    for by, group, employer, supervisor, step, n, fitting, fitting_new, fresh_from, fresh_until in rows:
        if by == ALL:
            made.open, made.shown, made.new = n or 0, fitting or 0, fitting_new or 0
            made.fresh_from, made.fresh_until = fresh_from, fresh_until
        elif by == BY_GROUP:
            made.groups[Group(group)] = fitting
        elif chosen := employer or supervisor or step:
            lists[by].append(chosen)
    return made
