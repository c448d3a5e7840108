"""Moving a running course to the version its organisation uses now: by choice, after seeing what it would change."""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.refusals import Refused
from spoorboek.methods import Method
from spoorboek.people.actor import Actor, acting_as
from spoorboek.programme.courses.acts.answering import carry_out
from spoorboek.programme.courses.acts.common import TASK_FORCE, at_work, course_in, titles
from spoorboek.programme.courses.editions import available, keep, method_of
from spoorboek.programme.courses.knowing import known_of
from spoorboek.programme.courses.models import Activity, Course, Proposal
from spoorboek.programme.courses.planner import (
    PLANNER,
    Group,
    group_of,
    needed,
    planned_now,
    proposal_of,
    proposals_of,
    steps_of,
)
from spoorboek.site import clock


@dataclass(frozen=True)
class Renewed:
    """An open step that keeps its place, but of which the other version says something else than its day."""

    row: Activity
    minutes: int
    who: str
    ref: str


@dataclass(frozen=True)
class Move:
    """What another version would change: proposals as a plan makes them, steps that are gone, and steps said anew."""

    group: Group
    proposals: tuple[Proposal, ...]
    gone: tuple[Activity, ...]
    renewed: tuple[Renewed, ...]


def newer(course: Course, dossier: Dossier) -> Method | None:
    """The version that a course would begin with now, where that is another one."""
    found = available(dossier.employment.organisation).get(course.method)
    return found if found and found.version != one_version(course) else None


def newer_for(courses: Sequence[Course], dossier: Dossier) -> dict[uuid.UUID, str]:
    """The versions to which running courses can go over, by course; one look-up for all."""
    if not courses:
        return {}
    found = available(dossier.employment.organisation)
    now = {one.pk: found[one.method].version for one in courses if one.method in found}
    return {one.pk: now[one.pk] for one in courses if now.get(one.pk, one_version(one)) != one_version(one)}


def one_version(course: Course) -> str:
    return method_of(course).version


def move_with(course: Course, method: Method) -> Move:
    """What following `method` would change in the steps that are open. Nothing is stored. Asked as the planner.

    What was done, skipped or set by hand stays as it is, also where the new version has no such step.
    """
    others = Course.objects.select_related("edition").filter(
        together=course.together, state=Course.State.RUNNING
    )
    members = list(others.order_by("private", "starts", "made_at", "pk"))
    group = group_of(members, known_of([course.dossier_id])[course.dossier_id])
    methods = [
        method if one.pk == course.pk else old for one, old in zip(members, group.methods, strict=True)
    ]
    group = replace(group, methods=methods)
    rows = steps_of([group]).get(course.together, [])
    mine = [row for row in rows if row.course_id == course.pk and not method.activity(row.step)]
    gone = [row for row in mine if row.is_open and not row.hand_set]
    stay = [row for row in rows if row not in gone]
    made = needed(proposal_of(one, group) for one in proposals_of(group, stay))
    return Move(group, tuple(made), tuple(gone), tuple(renewed_in(course, group, stay)))


def renewed_in(course: Course, group: Group, rows: Sequence[Activity]) -> Iterator[Renewed]:
    """Open steps of this course whose length, people or sheet become others."""
    plan = planned_now(group, rows)
    for row in rows:
        planned = plan.get(row.plan_id)
        if planned is None or row.course_id != course.pk or not row.is_open:
            continue
        step = planned.activity
        one = Renewed(row, step.minutes, ",".join(planned.who), step.ref or "")
        if (row.expected_minutes, row.who, row.ref) != (one.minutes, one.who, one.ref):
            yield one


def move_to_version(
    actor: Actor, dossier_id: uuid.UUID, course_id: uuid.UUID, shown: str | None = None
) -> Course:
    """Follow the newer version from now on, with everything that the preview showed.

    `shown`: the version of the preview; refused where the organisation released another one meanwhile.
    """
    with at_work(actor, dossier_id, "move_to_version", roles=TASK_FORCE) as work:
        course = course_in(work, course_id)
        method = newer(course, work.dossier)
        if method is None or course.state != Course.State.RUNNING:
            raise Refused(_("Er is geen andere versie om naar over te gaan. Er is niets veranderd."))
        if shown is not None and shown != method.version:
            raise Refused(
                _(
                    "Er kwam net een nieuwere versie bij. Er is niets veranderd. Bekijk eerst wat die anders doet."
                )
            )
        course.edition = keep(method)
        with acting_as(PLANNER):
            course.save(update_fields=["edition"])
            move = move_with(course, method)
            carry_out(move.group, move.proposals)
            drop(move.gone)
            renew(move.renewed)
        work.said(what=titles([course]), course=course.pk, version=method.version)
    return course


def renew(some: Sequence[Renewed]) -> None:
    for one in some:
        one.row.expected_minutes, one.row.who, one.row.ref = one.minutes, one.who, one.ref
        one.row.changed_at = clock.now()
    rows = [one.row for one in some]
    Activity.objects.bulk_update(rows, ["expected_minutes", "who", "ref", "changed_at"], batch_size=500)


def drop(rows: Sequence[Activity]) -> None:
    Activity.objects.filter(pk__in=[row.pk for row in rows]).update(
        state=Activity.State.DROPPED, changed_at=clock.now()
    )
