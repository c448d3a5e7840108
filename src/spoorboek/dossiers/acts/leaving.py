"""Parts in dossiers that end because an organisation changes: a colleague's role ends, or a whole service does.

An administrator does this, who reads no dossier: the registrar counts, ends the parts and journals in each dossier.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from spoorboek.dossiers import journal, pending
from spoorboek.dossiers.acts.door import locked
from spoorboek.dossiers.acts.seats import REGISTRAR, dismiss, give_seat, planned_with
from spoorboek.dossiers.medical.scope import both_or_neither
from spoorboek.dossiers.models import Appointment, Dossier
from spoorboek.dossiers.refusals import Refused, Stale
from spoorboek.people import acts
from spoorboek.people.access import still
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Involvement, Membership, Service
from spoorboek.people.policy import Role
from spoorboek.site import clock

ALWAYS_ONE = (Role.CASE_MANAGER, Role.COMPANY_DOCTOR)
"""Roles without which a running dossier stands still."""
Seats = QuerySet[Involvement]


@dataclass(frozen=True)
class Talk:
    """An appointment still to come with someone whose part ends. For an administrator: never with which employee."""

    starts_at: datetime
    name: str


@dataclass(frozen=True)
class WhatEnds:
    """What ending parts would do. `alone`: running dossiers that are left without a case manager or doctor."""

    running: int
    closed: int
    alone: int
    people: tuple[str, ...]
    talks: tuple[Talk, ...]


@dataclass(frozen=True)
class Ended:
    """What was done: dossiers in which a part ended, how many a colleague took over, and how many nobody could."""

    dossiers: int
    taken_over: int = 0
    left: int = 0


def seats_of_role(membership: Membership) -> Seats:
    """Parts in dossiers that someone has through a role in an organisation."""
    return Involvement.objects.filter(
        still(),
        account_id=membership.account_id,
        organisation_id=membership.organisation_id,
        role=membership.role,
    )


def seats_of_service(service: Service) -> Seats:
    """Parts that the provider's people have in the employer's dossiers."""
    theirs = Dossier.objects.filter(employment__organisation_id=service.employer_id).values("pk")
    return Involvement.objects.filter(
        still(), organisation_id=service.provider_id, dossier_id__in=theirs
    ).exclude(role__in=(Role.CLIENT, Role.HELPER))


def running(seats: Seats) -> Seats:
    opened = Dossier.objects.filter(pk=OuterRef("dossier_id"), closed_on__isnull=True)
    return seats.filter(Exists(opened))


def left_alone(seats: Seats) -> int:
    """Running dossiers in which nobody else has the role that ends; a link with another system is nobody."""
    others = Involvement.objects.filter(
        still(),
        ~Q(pk__in=seats.values("pk")),
        dossier_id=OuterRef("dossier_id"),
        role=OuterRef("role"),
        account__is_machine=False,
    )
    found = running(seats).filter(~Exists(others), role__in=ALWAYS_ONE)
    return found.values("dossier_id").distinct().count()


def talks_with(seats: Seats) -> list[Talk]:
    """Appointments still to come in these dossiers with whose part ends, by moment."""
    mine = seats.filter(dossier_id=OuterRef("dossier_id"), account_id=OuterRef("with_account_id"))
    ahead = Appointment.objects.filter(
        Exists(mine), state=Appointment.State.PLANNED, starts_at__gt=clock.now()
    ).select_related("with_account__person")
    return [Talk(row.starts_at, row.with_account.person.name) for row in ahead.order_by("starts_at", "pk")]


def what_ends(seats: Seats) -> WhatEnds:
    """Counted as the registrar. Numbers and colleagues' names only: an administrator learns no employee's name."""
    with acting_as(REGISTRAR):
        dossiers = seats.values("dossier_id").distinct().count()
        now = running(seats).values("dossier_id").distinct().count()
        people = seats.values_list("account__person__first_name", "account__person__last_name")
        names = sorted({f"{first} {last}" for first, last in people})
        return WhatEnds(now, dossiers - now, left_alone(seats), tuple(names), tuple(talks_with(seats)))


def check_seen(found: WhatEnds, seen: int | None) -> None:
    """An administrator agreed to a number of dossiers; another number by now is shown first."""
    if seen is not None and seen != found.running:
        raise Stale(
            _("Intussen is het aantal dossiers veranderd. Kijk wat er nu staat en bevestig opnieuw."), {}
        )


def by_dossier(seats: Seats) -> list[tuple[uuid.UUID, list[Involvement]]]:
    rows = seats.select_related("account__person", "organisation").order_by("dossier_id", "pk")
    return [(one, list(found)) for one, found in groupby(rows, key=lambda row: row.dossier_id)]


def end_seat(seat: Involvement) -> None:
    """As `take_seat`, for many: the caller tells who listens, once."""
    Involvement.objects.filter(pk=seat.pk).update(until=Now())
    dismiss(seat.dossier_id, seat.account_id, Role(seat.role))


def end_parts(
    seats: Seats, act: str, by: Actor, instead: Callable[[Dossier, Involvement], str] = lambda *_: ""
) -> Ended:
    """End each part, with an entry in its dossier. `instead` gives the part to another: their name, or nothing."""
    taken, open_ones, rows = 0, 0, by_dossier(seats)
    for dossier_id, found in rows:
        dossier = locked(dossier_id)
        for seat in found:
            to = instead(dossier, seat) if dossier.is_open else ""
            open_ones, taken = open_ones + dossier.is_open, taken + bool(to)
            waiting = planned_with(dossier, seat.account_id).count()
            end_seat(seat)
            journal.record(dossier, act, said_of(seat, to, waiting, by), role=None)
    pending.tell_seats([dossier_id for dossier_id, _found in rows])
    return Ended(len(rows), taken, open_ones - taken)


def said_of(seat: Involvement, to: str, waiting: int, by: Actor) -> dict[str, object]:
    """`by` is the administrator's account, for who checks the journal later; no page tells it."""
    said = {
        "name": seat.account.person.name,
        "role": seat.role,
        "organisation": seat.organisation.name if seat.organisation else "",
        "to": to,
        "waiting": waiting,
        "by": str(by.account_id),
    }
    return {name: value for name, value in said.items() if value}


def colleagues(membership: Membership) -> list[Membership]:
    """Who has the same role in the same organisation and could take over."""
    with acting_as(REGISTRAR):
        found = Membership.objects.filter(
            still(), organisation=membership.organisation, role=membership.role, account__is_active=True
        ).exclude(account_id=membership.account_id)
        return list(found.select_related("account__person").order_by("account__person__last_name", "pk"))


def taking_over(to: Membership) -> Callable[[Dossier, Involvement], str]:
    """Give the part and the planned talks to a colleague, except in a dossier where that colleague may not be."""

    def given(dossier: Dossier, seat: Involvement) -> str:
        try:
            give_seat(dossier.pk, to.account_id, Role(seat.role), to.organisation_id)
        except Refused:
            return ""
        planned_with(dossier, seat.account_id).update(with_account_id=to.account_id)
        return str(to.account.person.name)

    return given


def leave_role(
    actor: Actor, membership_id: int, successor: uuid.UUID | None = None, seen: int | None = None
) -> Ended:
    """A colleague leaves: the role and every part in dossiers end at once; a colleague may take over the running ones.

    `seen`: how many running dossiers the administrator was shown; another number by now raises `Stale`.
    """
    with both_or_neither():
        membership = acts.membership_to_end(actor, membership_id)
        to = next((row for row in colleagues(membership) if row.account_id == successor), None)
        if successor is not None and to is None:
            raise Refused(_("Deze collega heeft die rol niet (meer). Kies iemand uit de lijst."), "successor")
        seats = seats_of_role(membership)
        check_seen(what_ends(seats), seen)
        with acting_as(REGISTRAR), pending.collecting() as waiting:
            done = end_parts(seats, "leave_role", actor, taking_over(to) if to else lambda *_: "")
        acts.end_membership(actor, membership_id)
        # Told only now: whoever hears of it must find the role over, or might give the part back.
        pending.tell_seats(list(waiting.seated_anew))
    return done


def end_service(actor: Actor, service_id: int, seen: int | None = None) -> Ended:
    """A service no longer works for an employer: its people leave that employer's dossiers.

    Nothing is cancelled: an appointment stays until the case manager moves or cancels it, and the journal says so.
    """
    with both_or_neither():
        service = acts.service_to_end(actor, service_id)
        seats = seats_of_service(service)
        check_seen(what_ends(seats), seen)
        with acting_as(REGISTRAR):
            done = end_parts(seats, "end_service", actor)
            Service.objects.filter(pk=service.pk).update(until=Now())
    return done
