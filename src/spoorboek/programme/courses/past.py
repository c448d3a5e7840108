"""Courses that are over: what was done in them stays, and a course that begins anew does not ask it again."""

import uuid
from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.db.models import Q

from spoorboek.methods import Kind
from spoorboek.people.access import still
from spoorboek.people.models import Involvement
from spoorboek.people.policy import Role
from spoorboek.programme.courses.lessons import STAYS_FRESH
from spoorboek.programme.courses.models import Activity, Course
from spoorboek.programme.learning.access import certified_since
from spoorboek.site import clock

EARLIER = "~"
"""Stands between a step's id and the course of the past that it belonged to."""
OVER = (Course.State.STOPPED, Course.State.FINISHED)
ONCE = (Kind.LEARNING_MODULE.value, Kind.WORKSHEET.value)
"""What leaves something that stays: a lesson learned, a page that is written. A talk is held anew."""


def of_the_past(dossier_id: uuid.UUID, beginning: Sequence[Course] = ()) -> list[Activity]:
    """Steps of courses that are over and that serve nothing that goes on: who begins again begins with a whole plan."""
    going_on = Course.objects.filter(dossier=dossier_id).exclude(state__in=(*OVER, Course.State.ASKED))
    serving = set(going_on.exclude(pk__in=[one.pk for one in beginning]).values_list("method", flat=True))
    rows = Activity.objects.filter(dossier=dossier_id, course__state__in=OVER).exclude(plan_id="")
    return [row for row in rows if not serving & set(row.serves)]


def set_apart(rows: Sequence[Activity]) -> None:
    """Steps of the past keep what was done, under an id of their own, so that the same step can be planned anew."""
    for row in rows:
        assert row.course_id is not None
        row.plan_id = f"{row.plan_id}{EARLIER}{row.course_id.hex[:8]}"
        row.after = f"{row.after}{EARLIER}{row.course_id.hex[:8]}" if row.after else ""
    Activity.objects.bulk_update(rows, ["plan_id", "after"])


def not_again(rows: Sequence[Activity], dossier_id: uuid.UUID) -> None:
    """A lesson or worksheet that was done in a course of the past is done: who begins again is not asked it twice.

    A lesson counts from a course that runs as well. Its minutes were counted then. What comes round, such as looking
    back on the week, is asked again.
    """
    past = Activity.objects.filter(
        Q(course__state__in=OVER) | Q(kind=Kind.LEARNING_MODULE),
        dossier=dossier_id,
        state=Activity.State.DONE,
        kind__in=ONCE,
    )
    done = {(row.kind, row.ref, row.who): row for row in past.exclude(ref="").order_by("done_on")}
    times = Counter((row.course_id, row.step) for row in rows)
    for row in rows:
        before = done.get((row.kind, row.ref, row.who))
        if before and times[row.course_id, row.step] == 1:
            row.state, row.done_on = Activity.State.DONE, before.done_on
            row.done_by_id, row.done_role, row.minutes = before.done_by_id, before.done_role, 0


def learnt_elsewhere(rows: Sequence[Activity]) -> list[Activity]:
    """Lessons for work that whoever has the seat finished within a year, for somebody else or on their own: done here
    from the day on which the course began, so that colleagues do not read them as still to come. Unsaved.
    """
    lessons = [row for row in rows if row.kind == Kind.LEARNING_MODULE and row.ref and row.is_open]
    if not lessons:
        return []
    seats = Involvement.objects.filter(still(), dossier_id__in={row.dossier_id for row in lessons})
    holders = seats.exclude(role=Role.CLIENT).values_list("dossier_id", "role", "account_id")
    known = certified_since(
        {account for *_seat, account in holders},
        {row.ref for row in lessons},
        clock.today() - STAYS_FRESH,
    )
    by_seat = {
        (dossier, role, key): (account, known[account, key])
        for dossier, role, account in holders
        for key in {row.ref for row in lessons}
        if (account, key) in known
    }
    return [row for row in lessons if is_learnt(row, by_seat.get((row.dossier_id, row.parties[0], row.ref)))]


def is_learnt(row: Activity, found: tuple[uuid.UUID, date] | None) -> bool:
    if found is None or row.course is None:
        return False
    row.state, row.done_on = Activity.State.DONE, max(found[1], row.course.starts)
    row.done_by_id, row.done_role, row.minutes = found[0], row.parties[0], 0
    return True
