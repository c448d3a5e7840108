"""What this room hears from others: dates that moved, people who came and went, a worksheet or lesson that is done."""

import uuid
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.db.models import Q
from procrastinate.contrib.django import app

from spoorboek.dossiers.access import dossiers_of
from spoorboek.dossiers.signals import projected, seats_changed
from spoorboek.methods import Kind
from spoorboek.people.access import still
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Involvement
from spoorboek.people.policy import Role
from spoorboek.programme.courses.acts.following import record_activity
from spoorboek.programme.courses.models import Activity, Course
from spoorboek.programme.courses.past import learnt_elsewhere
from spoorboek.programme.courses.planner import PLANNER, propose
from spoorboek.programme.folder.signals import page_finished
from spoorboek.programme.learning.signals import module_finished
from spoorboek.site import clock

AT_ONCE = 20
"""So many dossiers with a course are looked at inside the act that moved a date; the worker does more."""
A_JOB = 500
NOT_YET = timedelta(days=28)
"""A questionnaire asked for later than this is about that later day: today's answers do not do it. Our own choice."""


def connect() -> None:
    projected.connect(plans_may_move, dispatch_uid="spoorboek.courses")
    seats_changed.connect(seats_are_taken, dispatch_uid="spoorboek.courses")
    page_finished.connect(page_is_done, dispatch_uid="spoorboek.courses")
    module_finished.connect(module_is_done, dispatch_uid="spoorboek.courses")


def plans_may_move(sender: type, dossiers: Sequence[uuid.UUID], **_: Any) -> None:
    """Propose what a moved date asks for: at once for a few dossiers, by the worker after a change of rules."""
    with acting_as(PLANNER):
        rows = Course.objects.filter(dossier__in=dossiers, state=Course.State.RUNNING)
        found = sorted(set(rows.values_list("dossier_id", flat=True)))
        if len(found) <= AT_ONCE:
            propose(found)
            return
    for begin in range(0, len(found), A_JOB):
        look_again.defer(dossiers=[str(key) for key in found[begin : begin + A_JOB]])


def seats_are_taken(sender: type, dossiers: Sequence[uuid.UUID], **_: Any) -> None:
    """Who came in may have learnt what the course asks of them; the plan may ask for them as well."""
    with acting_as(PLANNER):
        rows = Activity.objects.filter(
            dossier__in=dossiers, kind=Kind.LEARNING_MODULE, course__state=Course.State.RUNNING
        )
        waiting = rows.filter(state=Activity.State.PLANNED).select_related("course")
        learnt = learnt_elsewhere(list(waiting))
        Activity.objects.bulk_update(learnt, ["state", "done_on", "done_by", "done_role", "minutes"])
    plans_may_move(sender, dossiers)


@app.task(queue="replan", priority=-5, retry=5)
def look_again(dossiers: list[str]) -> None:
    """Propose what moved dates ask for in these dossiers. Twice does no harm."""
    with acting_as(PLANNER):
        propose([uuid.UUID(key) for key in dossiers])


def page_is_done(sender: Any, dossier_id: uuid.UUID, key: str, account_id: uuid.UUID, **_: Any) -> None:
    """The client finished a worksheet: the step that asked for it is done too, so that nothing is typed twice."""
    mark_done(Actor(account_id=account_id), [dossier_id], (Kind.WORKSHEET, Kind.QUESTIONNAIRE), key)


def module_is_done(sender: Any, account_id: uuid.UUID, key: str, **_: Any) -> None:
    """Somebody finished a lesson: in every dossier where it was a step of theirs, that step is done."""
    actor = Actor(account_id=account_id)
    seats = Involvement.objects.filter(still(), account_id=account_id)
    roles: dict[uuid.UUID, set[str]] = {}
    for dossier_id, role in seats.filter(dossier_id__in=open_dossiers(actor)).values_list(
        "dossier_id", "role"
    ):
        roles.setdefault(dossier_id, set()).add(role)
    mark_done(actor, list(roles), (Kind.LEARNING_MODULE,), key, roles)


def open_dossiers(actor: Actor) -> list[uuid.UUID]:
    everyone = tuple(role for role in Role if role is not Role.HELPER)
    return list(dossiers_of(actor, everyone).filter(closed_on__isnull=True).values_list("pk", flat=True))


def mark_done(
    actor: Actor,
    dossiers: Sequence[uuid.UUID],
    kinds: tuple[Kind, ...],
    ref: str,
    roles: dict[uuid.UUID, set[str]] | None = None,
) -> None:
    """The first open step of these kinds about `ref` in each dossier, where it is the actor's own to do.

    The first by its day: of two steps that ask for the same sheet the one that is near. A lesson is learnt once, and
    done wherever it stands.
    """
    later = Q(kind=Kind.QUESTIONNAIRE, day__gt=clock.today() + NOT_YET)
    rows = Activity.objects.filter(
        dossier__in=dossiers,
        kind__in=[kind.value for kind in kinds],
        ref=ref,
        state__in=[Activity.State.PLANNED, Activity.State.NOT_NOW],
    )
    taken: set[uuid.UUID] = set()
    for row in rows.exclude(later).order_by("dossier_id", "day", "number"):
        mine = roles is None or roles.get(row.dossier_id, set()) & set(row.parties)
        once = row.kind == Kind.LEARNING_MODULE or row.dossier_id not in taken
        if mine and once and runs(row):
            taken.add(row.dossier_id)
            record_activity(actor, row.dossier_id, row.pk)


def runs(row: Activity) -> bool:
    return row.course is None or row.course.is_on
