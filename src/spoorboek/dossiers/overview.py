"""Everything a dossier page shows to a professional, read in a fixed number of queries."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, prefetch_related_objects
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.explanation import CLOCK_NAMES
from spoorboek.dossiers.hours_chart import Step, steps_of_hours
from spoorboek.dossiers.models import Appointment, ContactNote, Dossier
from spoorboek.dossiers.now import open_steps
from spoorboek.dossiers.shown import ROLE_OF_WHO, ShownStep, Status, short_day, steps_of, week_of, who_name
from spoorboek.people import access
from spoorboek.people.envelopes import Envelope, Unreadable
from spoorboek.people.models import ROLE_NAMES, Involvement
from spoorboek.people.policy import Role
from spoorboek.site import clock

RECENT = timedelta(days=14)
SAME_CASE = timedelta(days=27)
"""Sick again at most so many days after the first day fit: the same case goes on (BW 7:629.10, WIA 23.3; rule C10)."""


@dataclass(frozen=True)
class ShownClock:
    """One of the three clocks. `suspended` holds intervals with both ends inclusive."""

    name: str
    title: str
    last_day: date | None
    first_day_after: date | None
    suspended: tuple[tuple[date, date], ...]
    is_uncertain: bool

    @property
    def anchor(self) -> str:
        """Its place among the explanations."""
        return f"clock-{self.name}"


@dataclass(frozen=True)
class Party:
    """Someone who takes part, as the contact component reads it."""

    name: str
    role: str
    organisation: str
    phone: str
    email: str


@dataclass(frozen=True)
class Note:
    """A contact that took place. `text` is None when it was redacted."""

    pk: int
    on: date
    way: str
    author: str
    text: str | None


def read(dossier: Dossier) -> Dossier:
    """Fetch what the page needs beside the dossier itself."""
    with_authors = ContactNote.objects.select_related("author__person")
    prefetch_related_objects(
        [dossier],
        "spells",
        "resumed_hours",
        "obligations",
        "employment__contract_hours",
        Prefetch("contact_notes", with_authors),
    )
    return dossier


def envelope_of(dossier: Dossier) -> Envelope | None:
    """The dossier's key, opened once for the page; None when its texts were shredded."""
    try:
        return Envelope(dossier.pk)
    except Unreadable:
        return None


def steps(reached: Reached) -> list[ShownStep]:
    """All steps as this reader sees them; of a closed dossier as they stood on the day it closed."""
    return steps_of(reached.dossier, stands_on(reached.dossier), reached.role)


def stands_on(dossier: Dossier) -> date:
    """The day on which the page looks at the road."""
    return dossier.closed_on or clock.today()


def with_whom(step: ShownStep, role: Role) -> list[str]:
    """The other parties of a step that is the reader's own move."""
    named = step.parties
    return [who_name(name) for name in named if role not in ROLE_OF_WHO.get(name, (name,))]


def dates(found: list[ShownStep], on: date) -> list[ShownStep]:
    """The whole road: of the six-weekly talks those that were held and the one whose turn it is."""
    turn = {step.anchor for step in open_steps(found, on)}
    return [
        step
        for step in found
        if step.status is not Status.NOT_APPLICABLE
        and (step.key != "progress-evaluation" or step.status is Status.DONE or step.anchor in turn)
    ]


def clocks(dossier: Dossier, traces: Mapping[str, Mapping[str, Any]]) -> list[ShownClock]:
    """The three clocks in the order of the law library; from the full traces for who reads those."""
    stored = dossier.route.clocks
    return [
        shown_clock(name, traces.get(f"clock-{name}", stored[name])) for name in CLOCK_NAMES if name in stored
    ]


def shown_clock(name: str, part: Mapping[str, Any]) -> ShownClock:
    """A stored clock with dates."""
    return ShownClock(
        name=name,
        title=CLOCK_NAMES[name](),
        last_day=day_of(part["last_day"]),
        first_day_after=day_of(part["first_day_after"]),
        suspended=tuple(
            (date.fromisoformat(row["start"]), date.fromisoformat(row["until"]) - timedelta(days=1))
            for row in part.get("suspended", ())
        ),
        is_uncertain=bool(part.get("uncertain")),
    )


def day_of(text: str | None) -> date | None:
    """An ISO day, where there is one."""
    return date.fromisoformat(text) if text else None


def parties(reached: Reached) -> list[Party]:
    """Everyone who takes part now, the employee first."""
    rows = sorted(access.involved(reached.actor, reached.dossier.pk), key=lambda row: row.role != Role.CLIENT)
    died = reached.dossier.closing == Dossier.Closing.DIED
    return [party(row) for row in rows if not (died and row.role == Role.CLIENT)]


def party(row: Involvement) -> Party:
    """One involvement with its name and ways to reach this person."""
    person = row.account.person
    return Party(
        name=person.name,
        role=str(ROLE_NAMES[Role(row.role)]),
        organisation=row.organisation.name if row.organisation else "",
        phone=person.phone,
        email=row.account.email or "",
    )


def appointments(dossier: Dossier) -> list[Appointment]:
    """Planned conversations that are still to come or were in the last two weeks, the client's reply included.

    `with_nobody`: whom it is with no longer takes part, so that somebody has to move it or call it off.
    """
    since = clock.now() - RECENT
    seat = Involvement.objects.filter(
        access.still(), dossier_id=OuterRef("dossier_id"), account_id=OuterRef("with_account_id")
    )
    return list(
        dossier.appointments.filter(starts_at__gte=since, state=Appointment.State.PLANNED)
        .annotate(with_nobody=~Exists(seat))
        .select_related("with_account__person")
        .prefetch_related("replies")
        .order_by("starts_at")
    )


def notes(dossier: Dossier, envelope: Envelope | None) -> list[Note]:
    """Contacts, newest first, opened with the dossier's key."""
    return [note(row, envelope) for row in dossier.contact_notes.all()]


def note(row: ContactNote, envelope: Envelope | None) -> Note:
    """One contact; a redacted text is gone for good."""
    text = envelope.open(bytes(row.sealed)) if envelope and row.redacted_at is None else None
    return Note(row.pk, row.on, row.get_way_display(), row.author.person.name, text)


def hours(dossier: Dossier) -> tuple[Step, ...]:
    """The steps in hours worked, up to today or the day it closed."""
    return steps_of_hours(dossier, stands_on(dossier))


def facts_line(dossier: Dossier, worked: tuple[Step, ...]) -> list[str]:
    """What stands under the name: job, employer, since when, which week, hours."""
    employment = dossier.employment
    line = [f"{employment.job_title}, {employment.organisation.name}"]
    line.append(_("ziek sinds %(day)s") % {"day": short_day(dossier.first_sick_day)})
    if not dossier.is_open:
        return [*line, _("gesloten op %(day)s") % {"day": short_day(stands_on(dossier))}]
    if (fit := recovered_from(dossier)) is not None:
        return [*line, _("hersteld vanaf %(day)s") % {"day": short_day(fit)}]
    line.append(_("week %(week)s") % {"week": week_of(dossier, clock.today())})
    now = worked[-1]
    if now.contract:
        line.append(
            _("werkt %(hours)s van %(contract)s uur")
            % {"hours": in_figures(now.hours), "contract": in_figures(now.contract)}
        )
    return line


def in_figures(hours: Decimal) -> str:
    """Hours without needless zeros: `12,5`."""
    return number_format(hours.normalize(), use_l10n=True)


def recovered_from(dossier: Dossier) -> date | None:
    """The first day fit again, when the last spell has ended."""
    last = max(dossier.spells.all(), key=lambda row: row.starts, default=None)
    return last.ends if last else None


def goes_on_until(dossier: Dossier) -> date | None:
    """The last day on which being sick again would still continue this case, while that day has not passed."""
    fit = recovered_from(dossier)
    if fit is None or dossier.closing not in ("", Dossier.Closing.RECOVERED):
        return None
    return fit + SAME_CASE if fit + SAME_CASE >= clock.today() else None
