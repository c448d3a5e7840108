"""Courses that are over: what was done in them stays, and a course that begins anew does not ask it again."""

import uuid
from collections import Counter
from collections.abc import Sequence

from spoorboek.methods import Kind
from spoorboek.programme.courses.models import Activity, Course

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

    Its minutes were counted then. What comes round, such as looking back on the week, is asked again.
    """
    past = Activity.objects.filter(
        dossier=dossier_id, course__state__in=OVER, state=Activity.State.DONE, kind__in=ONCE
    )
    done = {(row.kind, row.ref, row.who): row for row in past.exclude(ref="").order_by("done_on")}
    times = Counter((row.course_id, row.step) for row in rows)
    for row in rows:
        before = done.get((row.kind, row.ref, row.who))
        if before and times[row.course_id, row.step] == 1:
            row.state, row.done_on = Activity.State.DONE, before.done_on
            row.done_by_id, row.done_role, row.minutes = before.done_by_id, before.done_role, 0
