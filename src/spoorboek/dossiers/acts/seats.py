"""Who takes part in a dossier: the registrar gives a place and takes it back, in the medical layer's own list too.

No act of its own: the acts in `people.py` and `client.py` check and journal, and then walk through here.
"""

import uuid
from datetime import datetime

from django.db.models import QuerySet
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from spoorboek.dossiers import pending
from spoorboek.dossiers.medical.models import Access
from spoorboek.dossiers.medical.scope import MEDICAL_ROLES, Closed, admit, medical_scope
from spoorboek.dossiers.models import Appointment, Dossier
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.access import still
from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.people.models import Involvement
from spoorboek.people.policy import Role
from spoorboek.site import clock

REGISTRAR = Actor(system=System.REGISTRAR)


def seats_in(dossier_id: uuid.UUID, *roles: Role) -> QuerySet[Involvement]:
    """The people who take part now in one of these roles, names included; a system's link is nobody to turn to."""
    return Involvement.objects.filter(
        still(), dossier_id=dossier_id, role__in=roles, account__is_machine=False
    ).select_related("account__person", "organisation")


def seat_of(dossier_id: uuid.UUID, account_id: uuid.UUID, *roles: Role) -> Involvement:
    """The part that this person takes now in one of these roles; refuses where they take none."""
    seat = seats_in(dossier_id, *roles).filter(account_id=account_id).first()
    if seat is None:
        raise Refused(_("Met deze persoon kan dit niet. Kies iemand uit de lijst."), "account")
    return seat


EMPLOYERS_SIDE = (Role.CASE_MANAGER, Role.SUPERVISOR)


def check_side(dossier_id: uuid.UUID, account_id: uuid.UUID, role: Role) -> None:
    """Nobody has another part in their own dossier, or is both company doctor and of the employer's side in one.

    One of the two would read or decide too much.
    """
    check_roles(roles_held(dossier_id).get(account_id, set()), role)


def check_roles(held: set[Role], role: Role) -> None:
    """As `check_side`, by the roles that the person now holds in the dossier."""
    if role is not Role.CLIENT and Role.CLIENT in held:
        raise Refused(_("Niemand heeft een tweede rol in het eigen dossier. Vraag een collega."))
    sides = {Role.COMPANY_DOCTOR: EMPLOYERS_SIDE} | dict.fromkeys(EMPLOYERS_SIDE, (Role.COMPANY_DOCTOR,))
    if held & {*sides.get(role, ())}:
        raise Refused(
            _("Iemand kan in één dossier niet bedrijfsarts zijn en ook aan de kant van de werkgever staan.")
        )


def roles_held(dossier_id: uuid.UUID) -> dict[uuid.UUID, set[Role]]:
    """The roles in which each person takes part now."""
    held: dict[uuid.UUID, set[Role]] = {}
    with acting_as(REGISTRAR):
        seats = Involvement.objects.filter(still(), dossier_id=dossier_id, account__is_machine=False)
        for account_id, role in seats.values_list("account_id", "role"):
            held.setdefault(account_id, set()).add(Role(role))
    return held


def give_seat(
    dossier_id: uuid.UUID,
    account_id: uuid.UUID,
    role: Role,
    organisation_id: uuid.UUID | None,
    until: datetime | None = None,
) -> Involvement:
    """Let someone take part, until a moment or without end. Who comes back starts anew: `since` is today's."""
    check_side(dossier_id, account_id, role)
    with acting_as(REGISTRAR):
        seat, made = Involvement.objects.get_or_create(
            dossier_id=dossier_id,
            account_id=account_id,
            role=role,
            defaults={"organisation_id": organisation_id, "until": until},
        )
        if not made:
            if seat.until is not None and seat.until <= clock.real_now():
                seat.since = clock.now()
            seat.organisation_id, seat.until = organisation_id, until
            seat.save()
        admit(dossier_id, [(account_id, role)])
    pending.tell_seats([dossier_id])
    return seat


def take_seat(seat: Involvement) -> None:
    """End someone's part at once.

    The database's own statement time is written: it is later than the start of this transaction, so the act can still
    journal itself when the actor ends their own part, and earlier than the start of any next one.
    """
    with acting_as(REGISTRAR):
        Involvement.objects.filter(pk=seat.pk).update(until=Now())
        dismiss(seat.dossier_id, seat.account_id, Role(seat.role))
    pending.tell_seats([seat.dossier_id])


def dismiss(dossier_id: uuid.UUID, account_id: uuid.UUID, role: Role) -> None:
    """Take someone off the medical layer's own list."""
    if role not in MEDICAL_ROLES:
        return
    try:
        with medical_scope():
            rows = Access.objects.filter(dossier_id=dossier_id, account_id=account_id, role=role)
            rows.update(until=Now())
    except Closed:
        return


def planned_with(dossier: Dossier, account_id: uuid.UUID) -> QuerySet[Appointment]:
    """Appointments still to come with one person."""
    return dossier.appointments.filter(
        with_account_id=account_id, state=Appointment.State.PLANNED, starts_at__gt=clock.now()
    )
