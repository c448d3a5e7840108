"""Afterwards: how useful it was, and everything typed is deleted on the day agreed."""

import uuid
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from spoorboek.circle import access
from spoorboek.circle.models import Attendance, Meeting, Note, Usefulness
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.site import clock

REGISTRAR = Actor(system=System.REGISTRAR)


def rate(actor: Actor, meeting_id: uuid.UUID, score: int) -> None:
    """How useful it was for oneself, 0 to 10; can be changed until the texts are deleted."""
    meeting = access.meeting_of(actor, meeting_id)
    if not 0 <= score <= 10:
        raise Refused(_("Kies een cijfer van 0 tot en met 10."), "score")
    if meeting.state not in {Meeting.State.LIVE, Meeting.State.CLOSED}:
        raise Refused(_("De bijeenkomst is nog niet geweest."), "score")
    if not Attendance.objects.filter(meeting=meeting, account_id=actor.person_id).exists():
        raise Refused(_("Je was er niet bij."), "score")
    Usefulness.objects.update_or_create(
        meeting=meeting,
        account_id=actor.person_id,
        defaults={"score": score, "given_at": clock.real_now()},
    )


def forget(meeting: Meeting) -> None:
    """Destroy what was typed, its key, and whose case it was. Who was there stays."""
    with acting_as(REGISTRAR):
        Note.objects.filter(meeting_id=meeting.pk).delete()
    meeting.wrapped, meeting.presenter_id, meeting.deleted_at = None, None, clock.real_now()


def forget_due(today: date, world: uuid.UUID | None) -> int:
    """Delete what was typed in meetings of one world whose day has come; how many meetings.

    A meeting that was planned or begun and never closed counts from the day it was planned for.
    """
    with acting_as(REGISTRAR):
        rows = Meeting.objects.filter(deleted_at__isnull=True, group__made_by__world=world)
        over = Q(delete_on__lte=today)
        left = Q(delete_on__isnull=True, starts_at__date__lte=today)
        held = rows.filter(over | left).select_related("group").select_for_update(of=("self",))
        due = [one for one in held if is_due(one, today)]
        for meeting in due:
            forget(meeting)
            if meeting.state in {Meeting.State.PLANNED, Meeting.State.LIVE}:
                was_live = meeting.is_live
                meeting.state = Meeting.State.CLOSED if was_live else Meeting.State.CANCELLED
            meeting.save()
    return len(due)


def is_due(meeting: Meeting, today: date) -> bool:
    if meeting.delete_on is not None:
        return meeting.delete_on <= today
    return (today - meeting.starts_at.date()).days >= meeting.group.keep_days
