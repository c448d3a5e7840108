"""Acts before a meeting: plan it, move it, call it off, choose who chairs and who brings a case."""

import uuid
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from spoorboek.circle import access
from spoorboek.circle.acts.meeting import changing, check_member
from spoorboek.circle.models import Meeting
from spoorboek.dossiers.refusals import Refused
from spoorboek.methods.intervision import ways
from spoorboek.people.actor import Actor
from spoorboek.people.envelopes import new_key
from spoorboek.site import clock

AHEAD = timedelta(days=366)


def check_start(starts_at: datetime) -> datetime:
    now = clock.now()
    if starts_at < now - timedelta(hours=1):
        raise Refused(_("Dit moment is al voorbij. Kies een later moment."), "starts_at")
    if starts_at > now + AHEAD:
        raise Refused(_("Kies een moment binnen een jaar."), "starts_at")
    return starts_at


@transaction.atomic
def plan_meeting(
    actor: Actor, group_id: uuid.UUID, starts_at: datetime, way: str, chair: uuid.UUID | None = None
) -> Meeting:
    """A meeting with the way of intervision as it is now. Who plans it chairs, unless someone else was chosen."""
    group = access.group_of(actor, group_id)
    if way not in ways():
        raise Refused(_("Kies een manier uit de lijst."), "way")
    meeting = Meeting(
        group=group,
        planned_by_id=actor.person_id,
        starts_at=check_start(starts_at),
        way=ways()[way].model_dump(mode="json"),
        chair_id=actor.person_id,
        wrapped=new_key(),
    )
    meeting.chair_id = check_member(meeting, chair or actor.person_id, "chair")
    meeting.save(force_insert=True)
    return meeting


def move_meeting(actor: Actor, meeting_id: uuid.UUID, starts_at: datetime) -> None:
    """To another moment."""
    with changing(actor, meeting_id, Meeting.State.PLANNED) as meeting:
        meeting.starts_at = check_start(starts_at)


def cancel_meeting(actor: Actor, meeting_id: uuid.UUID) -> None:
    """It will not take place; what was typed for it goes at once."""
    from spoorboek.circle.acts.ending import forget

    with changing(actor, meeting_id, Meeting.State.PLANNED) as meeting:
        meeting.state = Meeting.State.CANCELLED
        forget(meeting)


def choose_chair(actor: Actor, meeting_id: uuid.UUID, account_id: uuid.UUID) -> None:
    """Before the meeting anyone in the group may say who chairs; while it runs only the chair hands over."""
    with changing(actor, meeting_id, Meeting.State.PLANNED, Meeting.State.LIVE) as meeting:
        if meeting.is_live and meeting.chair_id not in {None, actor.account_id}:
            raise Refused(_("De voorzitter is er. Alleen de voorzitter geeft het door."))
        meeting.chair_id = check_member(meeting, account_id, "chair")


def choose_presenter(actor: Actor, meeting_id: uuid.UUID, account_id: uuid.UUID | None) -> None:
    """Whose case it is. Beforehand anyone can offer their own; while it runs the chair names someone.

    A case text that lay ready stays with who wrote it: it is shown only while its writer presents.
    """
    with changing(actor, meeting_id, Meeting.State.PLANNED, Meeting.State.LIVE) as meeting:
        if meeting.is_live:
            check_chair(actor, meeting)
        elif account_id not in {None, actor.account_id} or meeting.presenter_id not in {
            None,
            actor.account_id,
        }:
            raise Refused(_("Iemand anders brengt al iets in. Spreek het samen af."))
        meeting.presenter_id = check_member(meeting, account_id, "presenter") if account_id else None


def check_chair(actor: Actor, meeting: Meeting) -> None:
    if meeting.chair_id != actor.account_id:
        raise Refused(_("Alleen de voorzitter kan dit doen."))
