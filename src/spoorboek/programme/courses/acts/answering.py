"""Acts on what a new plan proposes: take it over, or leave the step where it is."""

import uuid
from collections.abc import Callable, Sequence

from django.utils.translation import gettext as _

from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import Actor, acting_as
from spoorboek.programme.courses.acts.common import TASK_FORCE, at_work
from spoorboek.programme.courses.knowing import known_of
from spoorboek.programme.courses.models import Activity, Course, Proposal
from spoorboek.programme.courses.planner import (
    PLANNER,
    Group,
    days_of,
    group_of,
    planned_now,
    row_of,
    steps_of,
)
from spoorboek.site import clock

Change, State = Proposal.Change, Proposal.State
Doing = Callable[[uuid.UUID, Sequence[Proposal]], None]


def accept_proposals(actor: Actor, dossier_id: uuid.UUID, ids: Sequence[uuid.UUID]) -> int:
    """Take over some or all of what a new plan proposes; how many steps changed.

    What a colleague who may see more was proposed beside it stays open for them.
    """
    return answered(actor, dossier_id, ids, "accept_proposals", take_over)


def leave_proposals(actor: Actor, dossier_id: uuid.UUID, ids: Sequence[uuid.UUID]) -> int:
    """Leave these steps where they are: from now on their day was chosen by hand."""
    return answered(actor, dossier_id, ids, "leave_proposals", leave)


def answered(actor: Actor, dossier_id: uuid.UUID, ids: Sequence[uuid.UUID], act: str, do: Doing) -> int:
    """One act for the proposals that all may know of, and one apart for the private ones among them."""
    found = list(
        Proposal.objects.select_related("course").filter(dossier=dossier_id, pk__in=ids, state=State.OPEN)
    )
    if not found:
        raise Refused(_("Dit voorstel is al beantwoord, of niet meer nodig. Er is niets veranderd."))
    for private in (False, True):
        some = [one for one in found if one.private is private]
        if some:
            with at_work(actor, dossier_id, act, roles=TASK_FORCE, private=private) as work:
                do(dossier_id, some)
                note_answer(actor, some, State.ACCEPTED if act == "accept_proposals" else State.DECLINED)
                work.said(number=len(some), proposals=[one.pk for one in some])
    return len(found)


def note_answer(actor: Actor, some: Sequence[Proposal], state: str) -> None:
    Proposal.objects.filter(pk__in=[one.pk for one in some]).update(
        state=state, answered_by_id=actor.account_id, answered_at=clock.now()
    )


def leave(dossier_id: uuid.UUID, some: Sequence[Proposal]) -> None:
    rows = Activity.objects.filter(dossier=dossier_id, plan_id__in=[one.plan_id for one in some])
    rows.exclude(state=Activity.State.DROPPED).update(hand_set=True, changed_at=clock.now())


def take_over(dossier_id: uuid.UUID, some: Sequence[Proposal]) -> None:
    """Make these steps as the plan is now, which is what was proposed: a plan that moved on made other proposals."""
    with acting_as(PLANNER):
        courses = list(
            Course.objects.select_related("edition")
            .filter(together__in=[one.course.together for one in some], state=Course.State.RUNNING)
            .order_by("private", "starts", "made_at", "pk")
        )
        known = known_of([dossier_id])[dossier_id]
        by_start: dict[uuid.UUID, list[Course]] = {}
        for course in courses:
            by_start.setdefault(course.together, []).append(course)
        for together, members in by_start.items():
            mine = [one for one in some if one.course.together == together]
            carry_out(group_of(members, known), mine)


def carry_out(group: Group, some: Sequence[Proposal]) -> None:
    rows = steps_of([group]).get(group.first.together, [])
    by_id, plan = {row.plan_id: row for row in rows}, planned_now(group, rows)
    moved, added = [], []
    for one in some:
        row, planned = by_id.get(one.plan_id), plan.get(one.plan_id)
        if one.change == Change.DROP and row:
            row.state = Activity.State.DROPPED
            moved.append(row)
        elif planned and row and row.is_open:
            for name, value in days_of(planned, group.pauses(planned.methods)).items():
                setattr(row, name, value)
            moved.append(row)
        elif planned and row is None:
            added.append(row_of(planned, group))
    for row in moved:
        row.changed_at = clock.now()
    Activity.objects.bulk_update(moved, ["state", *DAYS, "changed_at"], batch_size=500)
    Activity.objects.bulk_create(without_resting(added))


TAKEN = [
    "course", "serves", "phase", "step", "number", "kind", "ref", "core", "private", "who", "expected_minutes",
    "changed_at",
]  # fmt: skip
DAYS = ["day", "latest", "waits_for", "after", "because"]


def without_resting(added: Sequence[Activity]) -> list[Activity]:
    """The new steps, without those that wait in a course that rests or is over: they go over to the one that asks."""
    dossiers, ids = {one.dossier_id for one in added}, [one.plan_id for one in added]
    there = Activity.objects.filter(dossier__in=dossiers, plan_id__in=ids).exclude(
        state=Activity.State.DROPPED
    )
    rests = {row.plan_id: row for row in there} if added else {}
    for one in added:
        if row := rests.get(one.plan_id):
            for name in TAKEN if row.hand_set else (*TAKEN, *DAYS):
                setattr(row, name, getattr(one, name))
    Activity.objects.bulk_update(
        [row for row in rests.values() if row.is_open], [*TAKEN, *DAYS], batch_size=500
    )
    return [one for one in added if one.plan_id not in rests]
