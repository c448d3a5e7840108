"""Keeping lines up: with every act, every night, and before a page is read.

Lines are written by the timetable's system actor, in the transaction of whatever changed, in a fixed number of queries
for any number of dossiers.
"""

import uuid
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.signals import post_save

from spoorboek.caseload.deputising import cover
from spoorboek.caseload.lines import write_lines
from spoorboek.caseload.models import Line, State
from spoorboek.dossiers.access import PROFESSIONALS
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.signals import projected, seats_changed
from spoorboek.people.access import still
from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.people.models import Involvement, Person
from spoorboek.site import clock

TIMETABLE = Actor(system=System.TIMETABLE)
AT_ONCE = 1_000
"""Dossiers together: few enough to hold in memory, many enough to be quick."""
A_PAGE_MENDS = 4_000
"""So many lines at most are refreshed before a page is shown; the rest waits for the night or the next page."""


def refresh(dossiers: list[uuid.UUID], today: date | None = None) -> None:
    """Make the lines of these dossiers right for a day, in the current transaction."""
    wanted, day = sorted(set(dossiers)), today or clock.today()
    with acting_as(TIMETABLE):
        for begin in range(0, len(wanted), AT_ONCE):
            write_lines(wanted[begin : begin + AT_ONCE], day)


def stale_on(today: date) -> Q:
    """Lines whose step was chosen for other days than this one."""
    return Q(state=State.RUNNING) & (Q(fresh_until__lt=today) | Q(fresh_from__gt=today))


def refresh_own(actor: Actor, today: date) -> int:
    """Mend the stale lines of one reader; how many are still stale.

    Lines that another transaction holds are being mended there, and a page waits for nobody.
    """
    with acting_as(TIMETABLE):
        stale = Line.objects.filter(stale_on(today), account_id=actor.person_id)
        found = stale.order_by("dossier_id").select_for_update(skip_locked=True)
        mended = list(found.values_list("dossier_id", flat=True)[:A_PAGE_MENDS])
    refresh(mended, today)
    return stale_lines(actor, today).count()


def make_missing(actor: Actor, today: date) -> None:
    """The first reading after an upgrade: dossiers that were there before this room get their lines."""
    if Line.objects.filter(account_id=actor.person_id).exists():
        return
    seats = Involvement.objects.filter(still(), account_id=actor.person_id, role__in=PROFESSIONALS)
    refresh(list(seats.values_list("dossier_id", flat=True)[:A_PAGE_MENDS]), today)


def stale_lines(actor: Actor, today: date) -> QuerySet[Line]:
    """The reader's own stale lines."""
    return Line.objects.filter(stale_on(today), account_id=actor.person_id)


def refresh_stale(today: date) -> int:
    """For the night: mend every stale line, each thousand dossiers in a transaction of its own; how many dossiers."""
    with acting_as(TIMETABLE):
        is_empty = not Line.objects.exists()
    mended = make_anew() if is_empty else 0
    while True:
        with acting_as(TIMETABLE):
            rows = Line.objects.filter(state=State.RUNNING, fresh_until__lt=today).order_by("fresh_until")
            some = set(rows.values_list("dossier_id", flat=True)[:AT_ONCE])
            refresh(list(some), today)
        mended += len(some)
        if not some:
            return mended


def make_anew() -> int:
    """Make every line anew, a thousand dossiers a transaction, so that it can be broken off; how many dossiers."""
    after, made = uuid.UUID(int=0), 0
    while True:
        with acting_as(TIMETABLE):
            rows = Dossier.objects.filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)
            some = list(rows[:AT_ONCE])
            refresh(some)
        if not some:
            return made
        after, made = some[-1], made + len(some)


def on_dossiers(sender: object, dossiers: list[uuid.UUID], **_: Any) -> None:
    """Dates or seats of these dossiers changed."""
    refresh(dossiers)


def on_seats(sender: object, dossiers: list[uuid.UUID], dates_follow: bool = False, **_: Any) -> None:
    """Who takes part changed; whoever stands in for someone who came, comes too. Where the dates follow, the lines are
    written with them."""
    if not dates_follow:
        refresh(dossiers)
    cover(dossiers)


def on_person(sender: type[Person], instance: Person, created: bool, **_: Any) -> None:
    """A changed name sorts and is found by its new letters. A new person has no dossier yet."""
    if created:
        return
    with acting_as(TIMETABLE):
        own = Line.objects.filter(dossier__employment__person=instance)
        found = list(own.values_list("dossier_id", flat=True).distinct())
    if found:
        refresh(found)


def connect() -> None:
    """Hear of every change below this room."""
    projected.connect(on_dossiers, dispatch_uid="spoorboek.caseload.projected")
    seats_changed.connect(on_seats, dispatch_uid="spoorboek.caseload.seats")
    post_save.connect(on_person, sender=Person, dispatch_uid="spoorboek.caseload.person")
