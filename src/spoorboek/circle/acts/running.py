"""Acts while a meeting runs: begin, on to the next step, back, pause, take the chair, close."""

import uuid
from datetime import timedelta

from django.utils.translation import gettext as _

from spoorboek.circle.acts.meeting import changing
from spoorboek.circle.acts.planning import check_chair
from spoorboek.circle.clockwork import chair_is_offered
from spoorboek.circle.models import CASE, Attendance, Meeting
from spoorboek.circle.way import steps_of
from spoorboek.dossiers.refusals import Refused
from spoorboek.methods.intervision import Shown
from spoorboek.people.actor import Actor
from spoorboek.site import clock

LIVE = Meeting.State.LIVE


def begin(actor: Actor, meeting_id: uuid.UUID) -> None:
    """The chair begins; without a chair whoever begins is it."""
    with changing(actor, meeting_id, Meeting.State.PLANNED) as meeting:
        if meeting.chair_id is None:
            meeting.chair_id = actor.account_id
        check_chair(actor, meeting)
        meeting.state = LIVE
        enter(meeting, 0)


def enter(meeting: Meeting, step: int) -> None:
    """Stand at a step: its clock begins, and what may be read from now on is shown."""
    steps = steps_of(meeting)
    meeting.step, meeting.step_began_at = step, clock.real_now()
    meeting.step_paused, meeting.paused_at = timedelta(), None
    here = steps[step]
    show = [one.key for one in steps[:step] if one.typed]
    if here.typed and here.typed.shown is Shown.AT_ONCE:
        show.append(here.key)
    if here.case:
        show.append(CASE)
    meeting.shown = list(dict.fromkeys([*meeting.shown, *show]))


def go_to(actor: Actor, meeting_id: uuid.UUID, from_step: int, by: int) -> None:
    """One step on or back from the step the chair was looking at: two clicks are one step, not two."""
    with changing(actor, meeting_id, LIVE) as meeting:
        check_chair(actor, meeting)
        if meeting.step != from_step:
            return
        to = meeting.step + by
        if not 0 <= to < len(steps_of(meeting)):
            raise Refused(_("Verder gaat deze manier niet. Sluit de bijeenkomst af."))
        enter(meeting, to)


def on(actor: Actor, meeting_id: uuid.UUID, from_step: int) -> None:
    """To the next step. What was typed apart is now shown to everyone, together."""
    go_to(actor, meeting_id, from_step, 1)


def back(actor: Actor, meeting_id: uuid.UUID, from_step: int) -> None:
    """To the step before. What was shown stays shown; the clock begins anew."""
    go_to(actor, meeting_id, from_step, -1)


def pause(actor: Actor, meeting_id: uuid.UUID) -> None:
    """The clock stands still for everyone."""
    with changing(actor, meeting_id, LIVE) as meeting:
        check_chair(actor, meeting)
        meeting.paused_at = meeting.paused_at or clock.real_now()


def go_on(actor: Actor, meeting_id: uuid.UUID) -> None:
    """The clock runs again from where it stood."""
    with changing(actor, meeting_id, LIVE) as meeting:
        check_chair(actor, meeting)
        if meeting.paused_at:
            meeting.step_paused += clock.real_now() - meeting.paused_at
            meeting.paused_at = None


def take_chair(actor: Actor, meeting_id: uuid.UUID) -> None:
    """The chair has been away for half a minute: whoever takes it goes on where the meeting is."""
    with changing(actor, meeting_id, LIVE) as meeting:
        if meeting.chair_id == actor.account_id:
            return
        there = Attendance.objects.filter(meeting=meeting, account=meeting.chair).first()
        seen = there.here_until if there else None
        if meeting.chair_id and not chair_is_offered(seen, meeting.step_began_at, clock.real_now()):
            raise Refused(_("De voorzitter is er weer."))
        meeting.chair_id = actor.account_id


def close(actor: Actor, meeting_id: uuid.UUID) -> None:
    """The meeting is over. Everything typed stays readable for the group until the day agreed, and is then deleted."""
    with changing(actor, meeting_id, LIVE) as meeting:
        check_chair(actor, meeting)
        meeting.state, meeting.closed_at, meeting.paused_at = Meeting.State.CLOSED, clock.real_now(), None
        meeting.shown = list(
            dict.fromkeys([*meeting.shown, *(one.key for one in steps_of(meeting) if one.typed)])
        )
        meeting.delete_on = clock.today() + timedelta(days=meeting.group.keep_days)
