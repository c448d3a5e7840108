"""Acts on a whole course: pause and go on, stop, finish. None of them has a consequence in the system."""

import uuid
from datetime import date

from django.utils.translation import gettext as _

from spoorboek.dossiers.refusals import Refused
from spoorboek.people import consent
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.envelopes import Envelope
from spoorboek.people.policy import Role
from spoorboek.programme.courses.acts.common import EVERYONE, TASK_FORCE, at_work, course_in, titles
from spoorboek.programme.courses.acts.starting import text_key
from spoorboek.programme.courses.editions import method_of
from spoorboek.programme.courses.knowing import known_of, running
from spoorboek.programme.courses.models import Activity, Course, OwnReason, Proposal
from spoorboek.programme.courses.pauses import pauses_of, with_pause
from spoorboek.programme.courses.planner import PLANNER, days_of, group_of, planned_now, propose, steps_of
from spoorboek.programme.courses.shown import LET_GO
from spoorboek.site import clock

State = Course.State
LONGEST = 2_000
WEEKEND = 5
"""So many days more or less than the rest itself a step may move on, to come on a working day."""


def pause_course(actor: Actor, dossier_id: uuid.UUID, course_id: uuid.UUID) -> Course:
    """Let a course rest, by the client or a professional. No reason is asked; nothing counts on meanwhile."""
    with at_work(actor, dossier_id, "pause_course", roles=EVERYONE) as work:
        course = course_in(work, course_id)
        if course.state != State.RUNNING:
            raise Refused(_("Dit programma loopt nu niet. Er is niets veranderd."))
        course.state, course.paused_on = State.PAUSED, clock.today()
        course.save(update_fields=["state", "paused_on"])
        overtake(course)
        work.said(what=titles([course]), course=course.pk)
    return course


def resume_course(actor: Actor, dossier_id: uuid.UUID, course_id: uuid.UUID) -> Course:
    """Go on where it was left. What was not done moves on by as long as the pause lasted, as the client was told.

    A day that someone chose by hand stays, and what else moved meanwhile is proposed as always.
    """
    with at_work(actor, dossier_id, "resume_course", roles=EVERYONE) as work:
        course = course_in(work, course_id)
        if course.state != State.PAUSED or course.paused_on is None:
            raise Refused(_("Dit programma staat niet op pauze. Er is niets veranderd."))
        course.facts = with_pause(course, clock.today())
        course.state, course.paused_on = State.RUNNING, None
        course.save(update_fields=["state", "paused_on", "facts"])
        with acting_as(PLANNER):
            move_on(course)
            propose([dossier_id])
        work.said(what=titles([course]), course=course.pk)
    return course


def move_on(course: Course) -> None:
    """Carry out what the rest that just ended does to the open steps of this course, and nothing else.

    What nobody asked for any more when the rest began is not put back on the plate: it stays on the day it really had.
    """
    begun, rested = pauses_of(course)[-1]
    together = running([course.dossier_id])
    members = [one for one in together if one.together == course.together]
    group = group_of(members, known_of([course.dossier_id])[course.dossier_id])
    rows = steps_of([group]).get(course.together, [])
    plan = planned_now(group, rows)
    moved = []
    for row in rows:
        planned = plan.get(row.plan_id)
        if planned is None or not planned.day or not row.day or row.course_id != course.pk or row.hand_set:
            continue
        if (
            row.state == Activity.State.PLANNED
            and row.day >= begun - LET_GO
            and rests(row.day, planned.day, rested)
        ):
            for name, value in days_of(planned, group.pauses(planned.methods)).items():
                setattr(row, name, value)
            moved.append(row)
    Activity.objects.bulk_update(moved, ["day", "latest", "waits_for", "after", "because"], batch_size=500)


def rests(was: date, becomes: date, rested: int) -> bool:
    """Whether a step moves on because of the rest: as long, give or take what brings it on a working day."""
    return becomes > was and abs((becomes - was).days - rested) <= WEEKEND


def stop_course(
    actor: Actor, dossier_id: uuid.UUID, course_id: uuid.UUID, *, why: str = "", own_words: str = ""
) -> Course:
    """Stop. A professional chooses a reason from the list; the client needs none.

    The client's `own_words` are sealed for themselves alone, and their consent ends with the course.
    """
    with at_work(actor, dossier_id, "stop_course", roles=EVERYONE) as work:
        course = course_in(work, course_id)
        if not course.is_on and course.state != State.ASKED:
            raise Refused(_("Dit programma is al gestopt. Er is niets veranderd."))
        check_reason(work.role, why, own_words)
        end(course, State.STOPPED, "" if work.role is Role.CLIENT else why)
        if work.role is Role.CLIENT:
            keep_own_words(actor, course, own_words)
            consent.withdraw_consent(actor, dossier_id, text_key(method_of(course)))
        # Of a client who stops no reason is told, not even that there is none.
        reason = {"why_stopped": course.why_stopped} if course.why_stopped else {}
        work.said(what=titles([course]), course=course.pk, **reason)
    return course


def check_reason(role: Role, why: str, own_words: str) -> None:
    if role is not Role.CLIENT and why not in Course.WhyStopped.values:
        raise Refused(_("Kies waarom het programma stopt."), "why")
    if len(own_words) > LONGEST:
        raise Refused(_("Dit is te lang. Een paar zinnen is genoeg."), "own_words")


def keep_own_words(actor: Actor, course: Course, own_words: str) -> None:
    if own_words.strip() and actor.account_id:
        sealed = Envelope(course.dossier_id).seal(own_words.strip())
        OwnReason.objects.create(
            dossier_id=course.dossier_id, course=course, account_id=actor.account_id, sealed=sealed
        )


def finish_course(actor: Actor, dossier_id: uuid.UUID, course_id: uuid.UUID) -> Course:
    """The course is done. What was not done stays as it is, and counts as not done."""
    with at_work(actor, dossier_id, "finish_course", roles=TASK_FORCE) as work:
        course = course_in(work, course_id)
        if not course.is_on:
            raise Refused(_("Dit programma loopt niet meer. Er is niets veranderd."))
        end(course, State.FINISHED, "")
        work.said(what=titles([course]), course=course.pk)
    return course


def end(course: Course, state: Course.State, why: str) -> None:
    course.state, course.why_stopped = state, why
    course.ended_on, course.paused_on = clock.today(), None
    course.save(update_fields=["state", "why_stopped", "ended_on", "paused_on"])
    overtake(course)


def overtake(course: Course) -> None:
    """What was proposed for a course that rests or is over needs no answer."""
    with acting_as(PLANNER):
        Proposal.objects.filter(course=course, state=Proposal.State.OPEN).update(
            state=Proposal.State.OVERTAKEN, answered_at=clock.now()
        )
