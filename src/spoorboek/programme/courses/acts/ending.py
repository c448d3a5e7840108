"""Acts on a whole course: pause and go on, stop, finish. None of them has a consequence in the system."""

import uuid

from django.utils.translation import gettext as _

from spoorboek.dossiers.refusals import Refused
from spoorboek.people import consent
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.envelopes import Envelope
from spoorboek.people.policy import Role
from spoorboek.programme.courses.acts.common import EVERYONE, TASK_FORCE, at_work, course_in, titles
from spoorboek.programme.courses.acts.starting import text_key
from spoorboek.programme.courses.editions import method_of
from spoorboek.programme.courses.models import Course, OwnReason, Proposal
from spoorboek.programme.courses.planner import PLANNER, propose
from spoorboek.site import clock

State = Course.State
LONGEST = 2_000


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
    """Go on where it was left. The plan proposes to move what was not done by as long as the pause lasted."""
    with at_work(actor, dossier_id, "resume_course", roles=EVERYONE) as work:
        course = course_in(work, course_id)
        if course.state != State.PAUSED or course.paused_on is None:
            raise Refused(_("Dit programma staat niet op pauze. Er is niets veranderd."))
        days = course.facts.get("paused_days", 0) + (clock.today() - course.paused_on).days
        course.facts = {**course.facts, "paused_days": days}
        course.state, course.paused_on = State.RUNNING, None
        course.save(update_fields=["state", "paused_on", "facts"])
        with acting_as(PLANNER):
            propose([dossier_id])
        work.said(what=titles([course]), course=course.pk)
    return course


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
        work.said(what=titles([course]), course=course.pk, why_stopped=course.why_stopped or None)
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
