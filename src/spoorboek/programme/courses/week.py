"""What someone who guides does this week in the programmes of all own dossiers: for *Mijn team* and the agenda."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import Count
from django.utils import timezone

from spoorboek.dossiers.access import dossiers_of
from spoorboek.dossiers.models import Appointment
from spoorboek.people.actor import Actor
from spoorboek.people.policy import Role
from spoorboek.programme.courses.access import SOON
from spoorboek.programme.courses.acts.common import TASK_FORCE
from spoorboek.programme.courses.editions import method_of
from spoorboek.programme.courses.folding import one_of_each
from spoorboek.programme.courses.lessons import without_learnt
from spoorboek.programme.courses.models import Activity, Course, Proposal
from spoorboek.programme.courses.shown import Shown, shown

MOST = 30
FITS = timedelta(days=10)
"""An appointment this near the day of a step is taken to be that talk. Our own choice."""


@dataclass(frozen=True)
class Due:
    """A step that is near, of one person; `talk`: the appointment that already stands for it."""

    name: str
    step: Shown
    talk: Appointment | None = None


@dataclass(frozen=True)
class Waiting:
    """A dossier in whose programme something is proposed that nobody answered yet."""

    dossier_id: uuid.UUID
    name: str
    number: int


def near_steps(actor: Actor, role: Role, dossiers: Sequence[uuid.UUID], today: date) -> list[Shown]:
    """Steps of running courses in which this role has a part, near today, by day: at most three queries for all.

    A lesson that the actor did already is not among them.
    """
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
    near = one_of_each([one for one in made if one.is_mine and one.is_near], today)
    return without_learnt(actor, near, today)


def own_moves(actor: Actor, today: date) -> list[Due]:
    """Steps in which the actor makes the first move, over all own dossiers: this week's, then those from before."""
    found = [due for role in TASK_FORCE for due in moves_as(actor, role, today)]
    return sorted(found, key=lambda due: (due.step.was_before, due.step.row.day or today))[:MOST]


def names_as(actor: Actor, *roles: Role) -> dict[uuid.UUID, str]:
    """The people whose course runs and with whom the actor takes part in one of these roles, by dossier."""
    mine = dossiers_of(actor, roles).filter(closed_on__isnull=True, courses__state=Course.State.RUNNING)
    return {row.pk: row.employment.person.name for row in mine}


def moves_as(actor: Actor, role: Role, today: date) -> list[Due]:
    names = names_as(actor, role)
    steps = near_steps(actor, role, list(names), today) if names else []
    due = [Due(names[one.row.dossier_id], one) for one in steps if one.is_first_mine]
    return with_talks(due, planned_talks(actor, due, today))


def planned_talks(actor: Actor, due: Sequence[Due], today: date) -> list[Appointment]:
    """The actor's own appointments from today on, in the dossiers where a talk is due; the first one first."""
    asking = {one.step.row.dossier_id for one in due if one.step.is_meeting}
    if not asking:
        return []
    rows = Appointment.objects.filter(
        dossier__in=asking,
        with_account_id=actor.person_id,
        state=Appointment.State.PLANNED,
        starts_at__date__gte=today,
    )
    return list(rows.order_by("starts_at"))


def with_talks(due: Sequence[Due], talks: Sequence[Appointment]) -> list[Due]:
    """Each talk that stands beside the first step it can be meant for, so that nobody plans it twice."""
    free, found = list(talks), []
    for one in due:
        talk = next((talk for talk in free if fits(talk, one.step)), None)
        if talk:
            free.remove(talk)
        found.append(replace(one, talk=talk))
    return found


def fits(talk: Appointment, step: Shown) -> bool:
    """Whether an appointment can be this step: the same dossier, the same guide's kind of talk, and about that day."""
    same = talk.dossier_id == step.row.dossier_id and step.is_meeting and talk.kind == step.row.parties[0]
    return bool(same and step.row.day and abs(timezone.localdate(talk.starts_at) - step.row.day) <= FITS)


def unanswered(actor: Actor) -> list[Waiting]:
    """Own dossiers in whose programme a plan proposes something, and how much; nothing private for who may not know."""
    names = names_as(actor, *TASK_FORCE)
    if not names:
        return []
    rows = Proposal.objects.filter(
        dossier__in=names, state=Proposal.State.OPEN, course__state=Course.State.RUNNING
    ).order_by()
    counted = dict(rows.values_list("dossier_id").annotate(number=Count("pk")))
    found = [Waiting(key, names[key], number) for key, number in counted.items()]
    return sorted(found, key=lambda one: one.name)
