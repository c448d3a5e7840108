"""Acts on what is typed: the case, and everything in the steps. Checked before anyone else sees it."""

import uuid
from collections.abc import Collection

from django.utils.translation import gettext as _

from spoorboek.circle.acts.meeting import changing
from spoorboek.circle.models import CASE, Meeting, Note
from spoorboek.circle.names_known import names_known
from spoorboek.circle.traces import Trace, open_questions, traces
from spoorboek.circle.way import steps_of
from spoorboek.dossiers.refusals import Refused
from spoorboek.methods.intervision import Step, Who
from spoorboek.people.actor import Actor
from spoorboek.people.envelopes import Envelope
from spoorboek.site import clock

LONGEST = 1000
LONGEST_CASE = 4000


class Traced(Refused):
    """The text may tell who it is about. Only its writer sees what was found; nothing of it was stored."""

    def __init__(self, text: str, found: tuple[Trace, ...], open_: tuple[Trace, ...], field: str) -> None:
        super().__init__(
            _("Nog niet gedeeld. Kijk naar wat we vonden, en zeg het anders: niemand mag herkenbaar zijn."),
            field,
        )
        self.text = text
        self.found = found
        self.open = open_


def checked(actor: Actor, text: str, kept: Collection[str], field: str, longest: int) -> str:
    """The text without space around it. Raises `Traced` or `Refused`."""
    text = text.replace("\r\n", "\n").replace("\x00", "").strip()
    if not text:
        raise Refused(_("Er staat nog niets. Typ eerst iets."), field)
    if len(text) > longest:
        raise Refused(
            _("Dit is te lang. Houd het bij %(most)s tekens; nu zijn het er %(now)s.")
            % {"most": longest, "now": len(text)},
            field,
        )
    found = traces(text, names_known(actor))
    open_ = open_questions(found, kept)
    if open_:
        raise Traced(text, found, open_, field)
    return text


def envelope_of(meeting: Meeting) -> Envelope:
    """The meeting's own key."""
    if meeting.wrapped is None:
        raise Refused(_("Wat hier getypt werd, is verwijderd op de afgesproken dag."))
    return Envelope(meeting.pk, bytes(meeting.wrapped))


def write_case(actor: Actor, meeting_id: uuid.UUID, text: str, kept: Collection[str] = ()) -> None:
    """The presenter's case, before the meeting or during it. Writing it again replaces it."""
    with changing(actor, meeting_id, Meeting.State.PLANNED, Meeting.State.LIVE) as meeting:
        if meeting.presenter_id != actor.account_id:
            raise Refused(_("Alleen wie inbrengt schrijft de casus."))
        check_not_turned(actor, meeting)
        sealed = envelope_of(meeting).seal(checked(actor, text, kept, "text", LONGEST_CASE))
        mine = Note.objects.filter(meeting=meeting, author_id=actor.person_id, step=CASE)
        mine.delete()
        add(actor, meeting, CASE, sealed)


def add(actor: Actor, meeting: Meeting, step: str, sealed: bytes) -> Note:
    return Note.objects.create(
        meeting=meeting, author_id=actor.person_id, step=step, sealed=sealed, made_at=clock.real_now()
    )


def write(actor: Actor, meeting_id: uuid.UUID, step_key: str, text: str, kept: Collection[str] = ()) -> None:
    """Type something in a step. A step that just passed still takes what was on its way: nothing is lost."""
    with changing(actor, meeting_id, Meeting.State.LIVE) as meeting:
        step = reached(meeting, step_key)
        check_may_type(actor, meeting, step)
        mine = Note.objects.filter(meeting=meeting, author_id=actor.person_id, step=step.key)
        assert step.typed
        if mine.count() >= step.typed.most:
            raise Refused(
                _("Je hebt er al %(most)s. Haal er eerst een weg.") % {"most": step.typed.most}, "text"
            )
        sealed = envelope_of(meeting).seal(checked(actor, text, kept, "text", LONGEST))
        add(actor, meeting, step.key, sealed)


def reached(meeting: Meeting, key: str) -> Step:
    """A step in which something is typed and that has come."""
    for step in steps_of(meeting)[: meeting.step + 1]:
        if step.key == key and step.typed:
            return step
    raise Refused(_("In deze stap wordt niets getypt."))


def check_not_turned(actor: Actor, meeting: Meeting) -> None:
    """Who listens with the back turned types nothing, in no step."""
    if not meeting.is_live or meeting.presenter_id != actor.account_id:
        return
    if steps_of(meeting)[meeting.step].turned_back:
        raise Refused(_("Je luistert nu. Straks mag je reageren."))


def check_may_type(actor: Actor, meeting: Meeting, step: Step) -> None:
    check_not_turned(actor, meeting)
    assert step.typed
    presents = meeting.presenter_id == actor.account_id
    if step.typed.by is Who.PRESENTER and not presents:
        raise Refused(_("In deze stap schrijft alleen wie inbrengt."))
    if step.typed.by is Who.OTHERS and presents:
        raise Refused(_("In deze stap schrijven de anderen. Jij leest het straks."))


def take_back(actor: Actor, meeting_id: uuid.UUID, note_id: int) -> None:
    """Remove something one typed oneself."""
    with changing(actor, meeting_id, Meeting.State.PLANNED, Meeting.State.LIVE) as meeting:
        gone, _all = Note.objects.filter(meeting=meeting, author_id=actor.person_id, pk=note_id).delete()
        if not gone:
            raise Refused(_("Deze tekst is er niet meer."))
