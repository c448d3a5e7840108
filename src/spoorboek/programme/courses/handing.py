"""What a handover note says, gathered from what everyone in the dossier may read: nobody has to tell it again.

Rooms above add a part of their own with `register` (the goals a client shared, for instance).
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _

from spoorboek.dossiers import overview
from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.days import in_words, moment
from spoorboek.dossiers.models import Appointment
from spoorboek.dossiers.shown import short_day
from spoorboek.people.access import involved
from spoorboek.people.envelopes import Envelope
from spoorboek.people.models import ROLE_NAMES
from spoorboek.people.policy import Role
from spoorboek.programme.courses.access import Programme, programme_of
from spoorboek.programme.courses.acts.common import TASK_FORCE
from spoorboek.programme.courses.models import Handover
from spoorboek.site import clock

LAST_NOTES = 3
NEXT = 4


@dataclass(frozen=True)
class Part:
    """One piece of the note: a heading and its lines."""

    title: str
    lines: tuple[str, ...]


Telling = Callable[[Reached], Iterable[Part]]
_more: dict[str, Telling] = {}


def register(name: str, telling: Telling) -> None:
    """A room adds parts; only what everyone who takes part may read, or what the client shared for this."""
    if name in _more:
        raise ValueError(f"{name} tells in handover notes already.")
    _more[name] = telling


def note_for(reached: Reached) -> list[Part]:
    """The note as it would be now, parts without lines left out. Nothing private is in it, whoever writes it."""
    overview.read(reached.dossier)
    found = programme_of(reached, clock.today())
    parts = [
        Part(_("Werk en uren"), tuple(overview.facts_line(reached.dossier, overview.hours(reached.dossier)))),
        Part(_("Wat loopt er"), tuple(running_lines(found))),
        Part(_("Wat is er gedaan"), tuple(done_lines(found))),
        Part(_("Wat komt er"), tuple(coming_lines(reached, found))),
        Part(_("Wat is afgesproken"), tuple(agreed_lines(reached))),
        Part(_("Wie doet er mee"), tuple(people_lines(reached))),
    ]
    for telling in _more.values():
        parts.extend(telling(reached))
    return [part for part in parts if part.lines]


def running_lines(found: Programme) -> Iterable[str]:
    for one in found.shown_courses:
        if one.course.is_on and not one.course.private:
            words = {"what": one.method.title.nl, "done": one.done, "all": len(one.steps)}
            yield _("%(what)s: %(done)s van %(all)s stappen gedaan.") % words


def done_lines(found: Programme) -> Iterable[str]:
    """The last contacts and conversations."""
    done = [one for one in found.steps if one.is_done and one.is_meeting and not one.row.private]
    for one in done[-NEXT:]:
        assert one.row.done_on is not None
        yield f"{in_words(one.row.done_on, found.today)}: {one.title}"


def coming_lines(reached: Reached, found: Programme) -> Iterable[str]:
    for talk in overview.appointments(reached.dossier):
        if talk.starts_at >= clock.now():
            yield f"{moment(talk.starts_at, found.today)}: {Appointment.Kind(talk.kind).label}"
    for one in [each for each in found.waiting if not each.row.private][:NEXT]:
        yield f"{one.day_text}: {one.title}"


def agreed_lines(reached: Reached) -> Iterable[str]:
    notes = overview.notes(reached.dossier, overview.envelope_of(reached.dossier))
    for note in notes[:LAST_NOTES]:
        if note.text:
            yield f"{short_day(note.on)}: {note.text}"


def people_lines(reached: Reached) -> Iterable[str]:
    for one in overview.parties(reached):
        yield ", ".join(part for part in (one.name, one.role, one.phone) if part)


def receivers(reached: Reached) -> list[tuple[str, str]]:
    """Who can be handed over to: professionals who take part, oneself left out. Account ids with name and role."""
    rows = involved(reached.actor, reached.dossier.pk).filter(role__in=TASK_FORCE)
    return [
        (str(row.account_id), f"{row.account.person.name}, {ROLE_NAMES[Role(row.role)]}")
        for row in rows.exclude(account_id=reached.actor.person_id)
    ]


def sealed(envelope: Envelope, parts: Iterable[Part]) -> bytes:
    return envelope.seal(json.dumps([asdict(part) for part in parts], ensure_ascii=False))


def opened(note: Handover) -> tuple[list[Part], str]:
    """The parts of a note, and the client's own words beside them."""
    envelope = Envelope(note.dossier_id)
    parts = [Part(row["title"], tuple(row["lines"])) for row in json.loads(envelope.open(note.sealed))]
    return parts, envelope.open(note.own_words) if note.own_words else ""
