"""Enter the room of a meeting: everything that one person may read of it now, opened and put together."""

import uuid

from django.utils.translation import gettext as _

from spoorboek.circle import access
from spoorboek.circle.models import CASE, Attendance, Meeting, Note
from spoorboek.circle.room import Names, Room, Said
from spoorboek.circle.way import way_of
from spoorboek.people.actor import Actor
from spoorboek.people.envelopes import Envelope
from spoorboek.site import clock


def room(actor: Actor, meeting_id: uuid.UUID, names: Names | None = None) -> Room:
    """The room as the actor sees it now. `names`: kept by a socket, so that they are asked once."""
    meeting = access.meeting_of(actor, meeting_id)
    known = names if names is not None else {}
    attendances = list(Attendance.objects.filter(meeting=meeting))
    if not known or any(row.account_id not in known for row in attendances):
        known.update({one.account_id: one for one in access.members(meeting.group)})
    me, way = actor.person_id, way_of(meeting)
    said, before = read_notes(meeting, me, known), []
    if meeting.step == 0 and meeting.state in {Meeting.State.PLANNED, Meeting.State.LIVE}:
        before = actions_before(meeting, me, known)
    return Room(meeting, way, me, known, attendances, said, clock.real_now(), before)


def actions_before(meeting: Meeting, me: uuid.UUID, names: Names) -> list[Said]:
    """The action with which the group's last meeting ended."""
    earlier = Meeting.objects.filter(group=meeting.group, state=Meeting.State.CLOSED, wrapped__isnull=False)
    last = earlier.order_by("-closed_at").first()
    if last is None:
        return []
    actions = {step.key for step in way_of(last).steps if step.typed and step.typed.is_action}
    return [one for one in read_notes(last, me, names) if one.step in actions]


def read_notes(meeting: Meeting, me: uuid.UUID, names: Names) -> list[Said]:
    """Opened with the meeting's key: one's own, and what is shown (row security keeps the rest away too)."""
    if meeting.wrapped is None:
        return []
    rows = list(Note.objects.filter(meeting=meeting))
    if not rows:
        return []
    envelope = Envelope(meeting.pk, bytes(meeting.wrapped))
    return [
        Said(
            row.pk,
            names[row.author_id].name if row.author_id in names else _("iemand uit de groep"),
            envelope.open(row.sealed),
            row.author_id == me,
            row.step,
        )
        for row in rows
        if may_read(meeting, row, me)
    ]


def may_read(meeting: Meeting, row: Note, me: uuid.UUID) -> bool:
    if row.step == CASE and row.author_id != meeting.presenter_id:
        return False
    return row.author_id == me or row.step in meeting.shown
