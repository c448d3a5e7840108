"""Ways in: links on *Mijn route* and on the dossier, one card on *Vandaag*, and *Wie ziet wat*."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.days import in_words
from spoorboek.dossiers.doors import Door
from spoorboek.dossiers.onlookers import roles_of
from spoorboek.dossiers.rooms import Room
from spoorboek.dossiers.sharings import Shared
from spoorboek.dossiers.today_card import Card
from spoorboek.people.policy import GUIDES, Role
from spoorboek.practice.sessions import asking
from spoorboek.practice.sessions.access import sessions_of
from spoorboek.practice.sessions.models import Keep, Session
from spoorboek.practice.sessions.shown import shown_session

ROOMS = (
    Room(gettext_lazy("Oefenen"), "practice", (Role.CLIENT,), 47),
    Room(gettext_lazy("Oefenen met VR"), "practice-of", GUIDES, 35),
)
LATELY = 8
State = Session.State


def standing_today(reached: Reached, today: date) -> Card | None:
    """What was planned for today with a coach, who is there then: it goes before what can wait."""
    rows = sessions_of(reached.dossier.pk).filter(
        on=today, coach__isnull=False, state__in=[State.PLANNED, State.SUITED, *Session.PLAYED]
    )
    row = rows.first()
    return waiting(row, today) if row else None


def offered(reached: Reached, today: date) -> Card | None:
    """How it is the day after; or else what waits for a yes, or stood ready for an earlier day."""
    rows = list(sessions_of(reached.dossier.pk)[:LATELY])
    for row in rows:
        if row.is_over and row.state != State.NOT_NOW and asking.next_question(row):
            return day_after(row)
    for row in reversed(rows):
        if row.state == State.PROPOSED or (row.state == State.PLANNED and row.on < today):
            return waiting(row, today)
    return None


def day_after(row: Session) -> Card:
    """Two short questions, and a kind word."""
    return Card(
        name="",
        pictogram="rest",
        title=_("Hoe gaat het vandaag?"),
        day=_("na het oefenen"),
        pill="quiet",
        lines=(
            _(
                "Gisteren of pas geleden heb je geoefend. Dat vraagt iets van je. Neem het vandaag rustig aan."
            ),
        ),
        buttons=(
            Door(_("Twee korte vragen"), reverse("practice-session", args=[row.pk])),
            Door(_("Bekijk mijn oefeningen"), reverse("practice")),
        ),
    )


def waiting(row: Session, today: date) -> Card:
    """What stands ready: nothing begins before the client says so."""
    proposed = row.state == State.PROPOSED
    one = shown_session(row)
    return Card(
        name="",
        pictogram="video",
        title=_("Oefenen: %(what)s") % {"what": one.title},
        day=in_words(row.on, today),
        pill="quiet",
        lines=(_("Kijk of het klopt. Er begint niets zonder jouw ja.") if proposed else one.goal,),
        buttons=(
            Door(
                _("Lezen en kiezen") if proposed else _("Begin"), reverse("practice-session", args=[row.pk])
            ),
            Door(_("Bekijk mijn oefeningen"), reverse("practice")),
        ),
    )


def shared_from_here(reached: Reached) -> Iterator[Shared]:
    """For *Wie ziet wat*: what each coach keeps of each session."""
    rows = list(
        Keep.objects.filter(dossier=reached.dossier, withdrawn_at__isnull=True).select_related(
            "account__person", "session"
        )
    )
    roles = roles_of(reached.dossier.pk, *GUIDES) if rows else {}
    for row in rows:
        if row.account_id in roles:
            what = {"what": Keep.Kind(row.kind).label, "day": row.session.on.strftime("%d-%m-%Y")}
            yield Shared(
                _("Oefenen op %(day)s: %(what)s") % what,
                reverse("practice-session", args=[row.session_id]),
                row.account.person.name,
                roles[row.account_id],
                None,
                reverse("practice-take-back", args=[row.pk]),
            )
