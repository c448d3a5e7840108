"""Acts: running dossiers go to a colleague, with the talks that were planned; and back, for a while."""

import uuid
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from spoorboek.caseload.colleagues import arrangeable, chosen, running_seats
from spoorboek.caseload.models import Handover
from spoorboek.dossiers import journal, pending
from spoorboek.dossiers.acts.door import locked
from spoorboek.dossiers.acts.leaving import end_seat
from spoorboek.dossiers.acts.seats import REGISTRAR, give_seat, planned_with, seats_in
from spoorboek.dossiers.medical.scope import both_or_neither
from spoorboek.dossiers.models import Appointment, Dossier
from spoorboek.dossiers.refusals import Refused, Stale
from spoorboek.people import access
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Involvement, Membership, Person
from spoorboek.people.policy import Role
from spoorboek.site import clock

CAN_BE_UNDONE = timedelta(days=30)


@dataclass(frozen=True)
class Preview:
    """What handing over would do."""

    dossiers: int
    talks: int


def preview(actor: Actor, membership_id: int, employer: uuid.UUID | None = None) -> Preview:
    """How many running dossiers and planned talks would go. Numbers only: an administrator learns no name."""
    membership = arrangeable(actor, membership_id)
    with acting_as(REGISTRAR):
        ids = list(running_seats(membership, employer).values_list("dossier_id", flat=True))
        talks = Appointment.objects.filter(
            dossier__in=ids,
            with_account_id=membership.account_id,
            state=Appointment.State.PLANNED,
            starts_at__gt=clock.now(),
        ).count()
    return Preview(len(ids), talks)


def hand_over(
    actor: Actor,
    membership_id: int,
    to: uuid.UUID | None,
    employer: uuid.UUID | None = None,
    seen: int | None = None,
) -> Handover:
    """Give a colleague all running dossiers, or those of one employer. `seen`: the number that was shown."""
    membership = arrangeable(actor, membership_id)
    new = chosen(membership, to, "to")
    there = preview(actor, membership_id, employer)
    if not there.dossiers:
        raise Refused(_("Er zijn geen lopende dossiers om over te dragen."), "to")
    if seen is not None and seen != there.dossiers:
        raise Stale(
            _("Intussen is het aantal dossiers veranderd. Kijk wat er nu staat en bevestig opnieuw."), {}
        )
    with acting_as(REGISTRAR), both_or_neither():
        moved = {}
        with pending.collecting():
            for seat in running_seats(membership, employer):
                appointments = move(seat, new.account_id, "hand_over", actor)
                if appointments is not None:
                    moved[str(seat.dossier_id)] = appointments
        made = Handover.objects.create(
            account_id=membership.account_id,
            to_id=new.account_id,
            organisation_id=membership.organisation_id,
            role=membership.role,
            employer_id=employer,
            made_by_id=actor.account_id,
            moved=moved,
        )
        pending.tell_seats([uuid.UUID(key) for key in moved])
    return made


def move(
    seat: Involvement, to: uuid.UUID, act: str, by: Actor, only: list[str] | None = None
) -> list[str] | None:
    """Move one part and its planned talks (`only` these); their ids. None where the colleague may not take part, or
    already does: then everything stays as it is."""
    role = Role(seat.role)
    if seats_in(seat.dossier_id, role).filter(account_id=to).exists():
        return None
    dossier = locked(seat.dossier_id)
    try:
        with transaction.atomic():
            give_seat(dossier.pk, to, role, seat.organisation_id)
    except Refused:
        return None
    talks = planned_with(dossier, seat.account_id)
    if only is not None:
        talks = talks.filter(pk__in=only)
    ids = [str(key) for key in talks.values_list("pk", flat=True)]
    Appointment.objects.filter(pk__in=ids).update(with_account_id=to)
    end_seat(seat)
    journal.record(dossier, act, told(dossier, seat, to, by), role=None)
    return ids


def told(dossier: Dossier, seat: Involvement, to: uuid.UUID, by: Actor) -> dict[str, str]:
    names = {one.pk: one.name for one in Person.objects.filter(pk__in=(seat.account_id, to))}
    return {"name": names[seat.account_id], "to": names[to], "role": seat.role, "by": str(by.account_id)}


def undoable(row: Handover) -> bool:
    return row.undone_at is None and clock.now() - row.made_at < CAN_BE_UNDONE


def undo_hand_over(actor: Actor, handover_id: uuid.UUID) -> int:
    """Give back what the colleague still has; how many dossiers. What closed or moved on stays as it is."""
    row = Handover.objects.filter(pk=handover_id).first()
    if row is None or not may_undo(actor, row):
        raise Refused(_("Deze overdracht is niet gevonden. Er is niets veranderd."))
    with acting_as(REGISTRAR), both_or_neither():
        row = Handover.objects.select_for_update().get(pk=row.pk)
        if not undoable(row):
            raise Refused(_("Deze overdracht is al teruggedraaid, of langer dan dertig dagen geleden."))
        check_still_works(row)
        row.undone_at = clock.now()
        row.save()
        back = give_back(row, actor)
        pending.tell_seats(back)
    return len(back)


def give_back(row: Handover, by: Actor) -> list[uuid.UUID]:
    """Move the parts that the colleague still has in running dossiers."""
    opened = Dossier.objects.filter(pk__in=list(row.moved), closed_on__isnull=True)
    seats = Involvement.objects.filter(
        access.still(), dossier_id__in=opened.values("pk"), account_id=row.to_id, role=row.role
    )
    with pending.collecting():
        return [
            seat.dossier_id
            for seat in list(seats.order_by("dossier_id"))
            if move(seat, row.account_id, "undo_hand_over", by, row.moved[str(seat.dossier_id)]) is not None
        ]


def check_still_works(row: Handover) -> None:
    there = Membership.objects.filter(
        access.still(), account_id=row.account_id, organisation_id=row.organisation_id, role=row.role
    )
    if not there.exists():
        raise Refused(_("Deze collega heeft die rol niet meer. Kies iemand anders om aan over te dragen."))


def may_undo(actor: Actor, row: Handover) -> bool:
    """Whoever handed over, whose dossiers they were, or an administrator of the organisation."""
    administers = access.memberships(actor).filter(role=Role.ADMIN, organisation_id=row.organisation_id)
    return actor.account_id in (row.account_id, row.made_by_id) or administers.exists()
