"""The one door through which a meeting changes: look up, lock, do, count on, tell every screen on commit."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils.translation import gettext as _

from spoorboek.circle import access
from spoorboek.circle.models import Meeting
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import Actor
from spoorboek.site import live


def topic(meeting_id: uuid.UUID) -> str:
    return f"circle:{meeting_id}"


@contextmanager
def changing(actor: Actor, meeting_id: uuid.UUID, *states: Meeting.State) -> Iterator[Meeting]:
    """The meeting with its row lock, when it is in one of these states. Raises `Refused`; nothing is half done."""
    with transaction.atomic():
        meeting = access.meeting_of(actor, meeting_id, lock=True)
        if states and meeting.state not in states:
            raise Refused(not_now(meeting))
        yield meeting
        meeting.number += 1
        meeting.save()
        live.tell(topic(meeting.pk), meeting.number)


def not_now(meeting: Meeting) -> str:
    if meeting.state == Meeting.State.PLANNED:
        return _("De bijeenkomst is nog niet begonnen.")
    if meeting.state == Meeting.State.LIVE:
        return _("De bijeenkomst is al begonnen.")
    if meeting.state == Meeting.State.CANCELLED:
        return _("Deze bijeenkomst gaat niet door.")
    return _("Deze bijeenkomst is afgelopen. Er verandert niets meer.")


def check_member(meeting: Meeting, account_id: uuid.UUID, field: str = "") -> uuid.UUID:
    """Someone who takes part in the group now."""
    joined = meeting.group.members.filter(joined_at__isnull=False, left_at__isnull=True)
    if not joined.filter(account_id=account_id).exists():
        raise Refused(_("Kies iemand uit de groep."), field)
    return account_id
