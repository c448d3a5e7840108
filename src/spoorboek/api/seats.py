"""In which dossiers a link takes part: those of its organisation, until its token expires.

A link of an employer takes part in every running dossier of that employer; a link of an arbodienst in those where a
case manager of that arbodienst takes part. It follows when people come and go. Row security asks nothing else.
"""

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from spoorboek.api.models import Token
from spoorboek.api.scopes import ROLE
from spoorboek.dossiers.acts.seats import REGISTRAR
from spoorboek.dossiers.models import Dossier
from spoorboek.people.access import still
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Involvement, Organisation

A_PIECE = 2000
Place = tuple[uuid.UUID, uuid.UUID]
"""A dossier and a link's account."""


@dataclass(frozen=True)
class Link:
    """A machine of an organisation, and when its last working token expires."""

    account_id: uuid.UUID
    organisation_id: uuid.UUID
    until: datetime


def links() -> list[Link]:
    """Every link that has a working token."""
    working = Token.objects.filter(ended_at__isnull=True, expires_at__gt=timezone.now())
    found = working.order_by().values("account_id", "organisation_id").annotate(until=Max("expires_at"))
    return [Link(**row) for row in found]


def running_dossiers(organisation: Organisation) -> list[uuid.UUID]:
    """Dossiers that still run and belong to the organisation, as the registrar sees them."""
    seats = managed().filter(organisation=organisation).values("dossier_id")
    found = Dossier.objects.filter(
        Q(employment__organisation=organisation) | Q(pk__in=seats), closed_on__isnull=True
    )
    return list(found.values_list("pk", flat=True).order_by("pk"))


def managed() -> "QuerySet[Involvement]":
    """Seats of the case managers who are people."""
    return Involvement.objects.filter(still(), role=ROLE, account__is_machine=False)


def settle(dossiers: Iterable[uuid.UUID]) -> int:
    """Give the links the seats they should have in these dossiers, and end those they should not. How many changed."""
    with acting_as(REGISTRAR):
        known = links()
        if not known:
            return 0
        ids = list(dossiers)
        return sum(settle_piece(ids[i : i + A_PIECE], known) for i in range(0, len(ids), A_PIECE))


def settle_piece(dossiers: Sequence[uuid.UUID], known: Sequence[Link]) -> int:
    """One piece in a fixed number of queries; the caller is the registrar."""
    running = dict(
        Dossier.objects.filter(pk__in=dossiers, closed_on__isnull=True).values_list(
            "pk", "employment__organisation_id"
        )
    )
    organisations = belonging(dossiers, running)
    there = {
        (seat.dossier_id, seat.account_id): seat
        for seat in Involvement.objects.filter(dossier_id__in=dossiers, account__is_machine=True, role=ROLE)
    }
    wanted = dict(wanted_places(running, organisations, known, there))
    given = [seated(there.get(place), place, link) for place, link in wanted.items()]
    changed = [seat for seat in given if seat is not None]
    ended = [seat for place, seat in there.items() if place not in wanted and is_over(seat, organisations)]
    write(changed, ended)
    return len(changed) + len(ended)


def belonging(dossiers: Sequence[uuid.UUID], running: dict[uuid.UUID, uuid.UUID]) -> set[Place]:
    """(dossier, organisation): its employer, and where its case managers come from."""
    employers = Dossier.objects.filter(pk__in=dossiers).values_list("pk", "employment__organisation_id")
    offices = managed().filter(dossier_id__in=dossiers).values_list("dossier_id", "organisation_id")
    return {*employers, *((dossier, office) for dossier, office in offices if office)}


def wanted_places(
    running: dict[uuid.UUID, uuid.UUID],
    organisations: set[Place],
    known: Sequence[Link],
    there: dict[Place, Involvement],
) -> Iterator[tuple[Place, Link]]:
    """Seats in running dossiers, and in closed ones where the link still sits: a part that ended there stays so."""
    by_organisation: dict[uuid.UUID, list[Link]] = {}
    for link in known:
        by_organisation.setdefault(link.organisation_id, []).append(link)
    for dossier, organisation in organisations:
        for link in by_organisation.get(organisation, ()):
            place = (dossier, link.account_id)
            if dossier in running or (place in there and counts(there[place])):
                yield place, link


def seated(seat: Involvement | None, place: Place, link: Link) -> Involvement | None:
    """The seat as it should be; None where it already is."""
    if seat is None:
        return Involvement(
            dossier_id=place[0],
            account_id=place[1],
            role=ROLE,
            organisation_id=link.organisation_id,
            until=link.until,
        )
    if seat.until == link.until:
        return None
    seat.organisation_id, seat.until = link.organisation_id, link.until
    return seat


def counts(seat: Involvement) -> bool:
    """Whether the link takes part now."""
    return seat.until is None or seat.until > timezone.now()


def is_over(seat: Involvement, organisations: set[Place]) -> bool:
    """Whether a seat that still counts no longer belongs: its organisation has nothing to do with the dossier now."""
    return counts(seat) and (seat.dossier_id, seat.organisation_id) not in organisations


def write(changed: Sequence[Involvement], ended: Sequence[Involvement]) -> None:
    """All rows at once."""
    Involvement.objects.bulk_create(
        changed,
        update_conflicts=True,
        unique_fields=["dossier_id", "account", "role"],
        update_fields=["organisation", "until"],
    )
    Involvement.objects.filter(pk__in=[seat.pk for seat in ended]).update(until=timezone.now())
