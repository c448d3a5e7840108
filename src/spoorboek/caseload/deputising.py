"""Acts: a colleague stands in for a while. The parts end by themselves; the client sees who it is, and until when."""

import uuid
from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from spoorboek.caseload.colleagues import arrangeable, chosen, running_seats
from spoorboek.caseload.models import Deputising
from spoorboek.dossiers import journal, pending
from spoorboek.dossiers.acts.door import locked
from spoorboek.dossiers.acts.leaving import end_seat
from spoorboek.dossiers.acts.seats import REGISTRAR, give_seat
from spoorboek.dossiers.medical.models import Access
from spoorboek.dossiers.medical.scope import MEDICAL_ROLES, Closed, both_or_neither, medical_scope
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.access import still
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Involvement, Membership, Person
from spoorboek.people.policy import Role
from spoorboek.site import clock

LONGEST = timedelta(days=366)
AT_ONCE = 500
"""So many dossiers are done before the page answers; the worker goes on with the rest."""


def deputise(actor: Actor, membership_id: int, to: uuid.UUID | None, starts: date, ends: date) -> Deputising:
    """Let a colleague with the same role take part from a day until a day (both inclusive)."""
    membership = arrangeable(actor, membership_id)
    new = chosen(membership, to, "to")
    check_period(starts, ends)
    with acting_as(REGISTRAR), both_or_neither():
        there = Deputising.objects.filter(
            account_id=membership.account_id, organisation_id=membership.organisation_id, role=membership.role
        )
        if there.filter(ended_at__isnull=True, starts__lte=ends, ends__gte=starts).exists():
            raise Refused(_("In deze periode is al een waarnemer gekozen. Stop die eerst."), "starts")
        made = Deputising.objects.create(
            account_id=membership.account_id,
            to_id=new.account_id,
            organisation_id=membership.organisation_id,
            role=membership.role,
            made_by_id=actor.account_id,
            starts=starts,
            ends=ends,
        )
        if made.runs_on(clock.today()):
            let_in(made, AT_ONCE)
    return made


def check_period(starts: date, ends: date) -> None:
    if ends < starts:
        raise Refused(_("De laatste dag ligt voor de eerste. Kies een latere dag."), "ends")
    if ends < clock.today():
        raise Refused(_("Deze dagen zijn al voorbij. Kies een dag vanaf vandaag."), "ends")
    if ends - starts > LONGEST:
        raise Refused(
            _("Waarnemen kan hooguit een jaar. Duurt het langer? Draag de dossiers dan over."), "ends"
        )


def uncovered(row: Deputising, only: Iterable[uuid.UUID] | None) -> QuerySet[Involvement]:
    """Running dossiers of whom is away (`only` among these) in which the deputy has no part yet."""
    membership = Membership(account_id=row.account_id, organisation_id=row.organisation_id, role=row.role)
    covered = Involvement.objects.filter(still(), account_id=row.to_id, role=row.role).values("dossier_id")
    seats = running_seats(membership).exclude(dossier_id__in=covered)
    return seats if only is None else seats.filter(dossier_id__in=list(only))


def let_in(row: Deputising, most: int | None = None, only: Iterable[uuid.UUID] | None = None) -> int:
    """Give the deputy a part in each dossier that has none yet; how many. Run by the registrar, any number of times."""
    given = []
    names = {one.pk: one.name for one in Person.objects.filter(pk__in=(row.account_id, row.to_id))}
    said = {"name": names[row.to_id], "for": names[row.account_id], "role": row.role, "until": row.ends}
    with pending.collecting() as waiting:
        for seat in list(uncovered(row, only)[:most]):
            dossier = locked(seat.dossier_id)
            try:
                with transaction.atomic():
                    give_seat(dossier.pk, row.to_id, Role(row.role), row.organisation_id, row.until)
            except Refused:
                continue
            limit_medical(dossier.pk, row)
            journal.record(dossier, "deputise", said | {"by": str(row.made_by_id)}, role=None)
            given.append(dossier.pk)
    if given:
        pending.tell_seats(list(waiting.seated_anew))
    return len(given)


def limit_medical(dossier_id: uuid.UUID, row: Deputising) -> None:
    """The medical layer's own list ends on the same moment."""
    if Role(row.role) not in MEDICAL_ROLES:
        return
    try:
        with medical_scope():
            rows = Access.objects.filter(dossier_id=dossier_id, account_id=row.to_id, role=row.role)
            rows.update(until=row.until)
    except Closed:
        return


def end_deputising(actor: Actor, deputising_id: uuid.UUID) -> None:
    """Stop before the last day: the deputy's parts end at once. They may stop it too. Twice does no harm."""
    row = Deputising.objects.filter(pk=deputising_id).first()
    if row is None:
        raise Refused(_("Deze waarneming is niet gevonden. Er is niets veranderd."))
    with acting_as(REGISTRAR), both_or_neither():
        row = Deputising.objects.select_for_update().get(pk=row.pk)
        if row.ended_at is not None:
            return
        row.ended_at = clock.now()
        row.save()
        end_given(row, actor)


def end_given(row: Deputising, by: Actor) -> None:
    """End the parts that this deputising gave, and no others of the same person."""
    given = Involvement.objects.filter(
        still(), account_id=row.to_id, role=row.role, organisation_id=row.organisation_id, until=row.until
    )
    seats = list(given.select_related("account__person").order_by("dossier_id"))
    for seat in seats:
        dossier = locked(seat.dossier_id)
        end_seat(seat)
        said = {"name": seat.account.person.name, "role": seat.role, "by": str(by.account_id)}
        journal.record(dossier, "end_deputising", said, role=None)
    pending.tell_seats([seat.dossier_id for seat in seats])


def cover(dossiers: list[uuid.UUID]) -> None:
    """Dossiers that whoever is away got meanwhile: the deputy takes part in them too."""
    with acting_as(REGISTRAR):
        for row in running(clock.today()):
            let_in(row, only=dossiers)


def running(today: date) -> QuerySet[Deputising]:
    """What is arranged for a day, as long as both still have the role: who left the organisation comes in nowhere."""
    working = Membership.objects.filter(
        still(), organisation_id=OuterRef("organisation_id"), role=OuterRef("role")
    )
    return Deputising.objects.filter(
        Exists(working.filter(account_id=OuterRef("account_id"))),
        Exists(working.filter(account_id=OuterRef("to_id"), account__is_active=True)),
        ended_at__isnull=True,
        starts__lte=today,
        ends__gte=today,
    )


def carry_on(today: date) -> int:
    """For the worker: start what begins today, and finish what was too much for one page; how many parts were given."""
    given = 0
    with acting_as(REGISTRAR):
        rows = list(running(today))
    for row in rows:
        while True:
            with acting_as(REGISTRAR), both_or_neither():
                some = let_in(row, AT_ONCE)
            given += some
            if some < AT_ONCE:
                break
    return given
