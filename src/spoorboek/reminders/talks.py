"""Someone's own appointments: when, and nothing more."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from spoorboek.dossiers.access import PROFESSIONALS
from spoorboek.dossiers.models import Appointment
from spoorboek.people.access import still
from spoorboek.people.actor import Actor
from spoorboek.people.models import Involvement
from spoorboek.people.policy import Role
from spoorboek.reminders.rhythm import AMSTERDAM, DAY


@dataclass(frozen=True)
class Talk:
    """An appointment without with whom or what. `version` grows when it moves; `off`: the client cannot come."""

    id: uuid.UUID
    starts_at: datetime
    minutes: int
    version: int
    off: bool

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)


def as_client(actor: Actor) -> QuerySet[Appointment]:
    """Appointments in one's own running dossiers."""
    return planned(actor, (Role.CLIENT,))


def as_professional(actor: Actor) -> QuerySet[Appointment]:
    """Appointments that others have with the actor, in running dossiers where the actor still takes part."""
    return planned(actor, PROFESSIONALS).filter(with_account_id=actor.person_id)


def planned(actor: Actor, roles: tuple[Role, ...]) -> QuerySet[Appointment]:
    """Asked seat by appointment, not the other way round: someone may take part in thousands of dossiers."""
    seats = Involvement.objects.filter(
        still(), account_id=actor.person_id, role__in=roles, dossier_id=OuterRef("dossier_id")
    )
    return Appointment.objects.filter(
        Exists(seats), state=Appointment.State.PLANNED, dossier__closed_on__isnull=True
    ).prefetch_related("replies")


def between(found: QuerySet[Appointment], first: date, last: date) -> list[Talk]:
    """Those that begin on the Dutch days `first`..`last` (inclusive), first one first."""
    begin = datetime.combine(first, datetime.min.time(), AMSTERDAM)
    end = datetime.combine(last + DAY, datetime.min.time(), AMSTERDAM)
    rows = found.filter(starts_at__gte=begin, starts_at__lt=end).order_by("starts_at", "pk")
    return [Talk(row.pk, row.starts_at, row.minutes, row.version, row.needs_new_moment) for row in rows]


def tomorrow(actor: Actor, today: date) -> list[Talk]:
    """The client's appointments of the day after `today`, those left out to which they said they cannot come."""
    return [talk for talk in between(as_client(actor), today + DAY, today + DAY) if not talk.off]
