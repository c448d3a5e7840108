"""What someone who guides does this week in the programmes of all own dossiers: for *Mijn team* and the agenda."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spoorboek.dossiers.access import dossiers_of
from spoorboek.people.actor import Actor
from spoorboek.people.policy import Role
from spoorboek.programme.courses.access import SOON
from spoorboek.programme.courses.acts.common import TASK_FORCE
from spoorboek.programme.courses.editions import method_of
from spoorboek.programme.courses.models import Activity, Course
from spoorboek.programme.courses.shown import Shown, shown

LET_GO = 14
"""After so many days nobody asks any more for a step that was not done; it stays in the programme."""
MOST = 30


@dataclass(frozen=True)
class Due:
    """A step that is near, of one person."""

    name: str
    step: Shown


def near_steps(role: Role, dossiers: Sequence[uuid.UUID], today: date) -> list[Shown]:
    """Steps of running courses in which this role has a part, near today, by day: two queries for all dossiers."""
    running = Course.objects.filter(dossier__in=dossiers, state=Course.State.RUNNING)
    methods = {course.pk: method_of(course) for course in running.select_related("edition")}
    rows = Activity.objects.filter(
        course__in=methods,
        state=Activity.State.PLANNED,
        day__lte=today + SOON,
        who__contains=role.value,
    ).order_by("day", "number")
    states = dict.fromkeys(methods, Course.State.RUNNING.value)
    made = [shown(row, methods, role, today, states, {}) for row in rows]
    mine = [one for one in made if one.is_mine and one.row.day and (today - one.row.day).days <= LET_GO]
    return without_the_missed(mine, today)


def without_the_missed(steps: Sequence[Shown], today: date) -> list[Shown]:
    """Of a step that comes round, a time that was missed is not asked for once the next one has come."""
    last = {(one.row.course_id, one.row.step): one for one in steps if one.row.day and one.row.day <= today}
    return [
        one
        for one in steps
        if (one.row.day and one.row.day > today) or last[one.row.course_id, one.row.step] is one
    ]


def own_moves(actor: Actor, today: date) -> list[Due]:
    """Steps of this week in which the actor makes the first move, over all own dossiers; the first ones only."""
    found = [due for role in TASK_FORCE for due in moves_as(actor, role, today)]
    return sorted(found, key=lambda due: due.step.row.day or today)[:MOST]


def moves_as(actor: Actor, role: Role, today: date) -> list[Due]:
    names = {
        row.pk: row.employment.person.name
        for row in dossiers_of(actor, (role,)).filter(
            closed_on__isnull=True, courses__state=Course.State.RUNNING
        )
    }
    steps = near_steps(role, list(names), today) if names else []
    return [Due(names[one.row.dossier_id], one) for one in steps if one.is_first_mine]
