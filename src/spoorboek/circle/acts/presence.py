"""Who is there: a socket says so every few seconds, a page when it is opened. Not an act that others must read of."""

import uuid
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from spoorboek.circle import access
from spoorboek.circle.acts.meeting import topic
from spoorboek.circle.models import Attendance, Meeting
from spoorboek.people.actor import Actor
from spoorboek.site import clock, live

BY_SOCKET = timedelta(seconds=25)
"""A socket says every ten seconds that it is there; a process that was killed says nothing more."""
BY_PAGE = timedelta(minutes=3)
"""Without a socket somebody is there for a while after each page."""


@transaction.atomic
def be_there(actor: Actor, meeting_id: uuid.UUID, *, by_socket: bool) -> None:
    """Come in, or still be there. The others are told when somebody comes."""
    meeting = access.meeting_of(actor, meeting_id)
    if not meeting.is_live:
        return
    now = clock.real_now()
    until = now + (BY_SOCKET if by_socket else BY_PAGE)
    row, made = Attendance.objects.get_or_create(
        meeting=meeting, account_id=actor.person_id, defaults={"came_at": now, "here_until": until}
    )
    was_away = made or row.here_until < now
    if not made:
        row.here_until = until
        row.save(update_fields=["here_until"])
    if was_away:
        tell_screens(meeting)


@transaction.atomic
def be_away(actor: Actor, meeting_id: uuid.UUID) -> None:
    """The last socket of this person closed."""
    meeting = access.meeting_of(actor, meeting_id)
    now: datetime = clock.real_now()
    gone = Attendance.objects.filter(meeting=meeting, account_id=actor.person_id, here_until__gt=now)
    if gone.update(here_until=now):
        tell_screens(meeting)


def tell_screens(meeting: Meeting) -> None:
    """Count on without waiting for a lock that an act holds, and tell."""
    Meeting.objects.filter(pk=meeting.pk).update(number=F("number") + 1)
    number = Meeting.objects.values_list("number", flat=True).get(pk=meeting.pk)
    live.tell(topic(meeting.pk), number)
