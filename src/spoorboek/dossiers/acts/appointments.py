"""Acts about appointments: plan, move, cancel, and the client's *ik kan niet komen*, for which no reason is asked."""

import uuid
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.formats import date_format, time_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from spoorboek.dossiers import journal
from spoorboek.dossiers.acts.door import Work, entered
from spoorboek.dossiers.acts.seats import seats_in
from spoorboek.dossiers.models import Appointment, AppointmentReply, Dossier
from spoorboek.dossiers.refusals import Refused, Stale
from spoorboek.people.actor import Actor
from spoorboek.people.policy import Role
from spoorboek.site import clock

PLANS = (Role.CASE_MANAGER, Role.SUPERVISOR, Role.COMPANY_DOCTOR, Role.LABOUR_EXPERT, Role.COACH)
SHORTEST, LONGEST = 10, 240


def planned_in(dossier: Dossier) -> QuerySet[Appointment]:
    """Appointments that stand, first one first, with the client's replies and the other's name."""
    return (
        dossier.appointments.filter(state=Appointment.State.PLANNED)
        .select_related("with_account__person")
        .prefetch_related("replies")
    )


def written(moment: datetime) -> str:
    """`dinsdag 3 maart, 10.30`, in Dutch time."""
    here = localtime(moment)
    return f"{date_format(here, 'l j F')}, {time_format(here, 'TIME_FORMAT')}"


def plan_appointment(
    actor: Actor,
    dossier_id: uuid.UUID,
    with_account: uuid.UUID,
    kind: str,
    way: str,
    starts_at: datetime,
    minutes: int = 30,
) -> Appointment:
    """Plan a talk of the client with someone who takes part. The same talk planned twice is one talk."""
    with entered(actor, dossier_id, "plan_appointment", roles=PLANS, moves_dates=False) as work:
        check_moment(starts_at, minutes)
        check_takes_part(dossier_id, with_account)
        made = Appointment(
            dossier=work.dossier,
            with_account_id=with_account,
            kind=kind,
            way=way,
            starts_at=starts_at,
            minutes=minutes,
        )
        check_free(work.dossier, made)
        made.save()
        tell(work, made)
    return made


def check_moment(starts_at: datetime, minutes: int) -> None:
    if starts_at <= clock.now():
        raise Refused(_("Dit moment is al geweest. Kies een later moment."), "day")
    if not SHORTEST <= minutes <= LONGEST:
        raise Refused(_("Kies een duur tussen 10 minuten en 4 uur."), "minutes")


def check_takes_part(dossier_id: uuid.UUID, account_id: uuid.UUID) -> None:
    if not seats_in(dossier_id, *PLANS).filter(account_id=account_id).exists():
        raise Refused(
            _(
                "Deze persoon doet niet (meer) mee in dit dossier. Laat die eerst meedoen, of kies iemand anders."
            ),
            "with_account",
        )


def check_free(dossier: Dossier, wanted: Appointment) -> None:
    """The client cannot be in two places at once."""
    for other in planned_in(dossier).exclude(pk=wanted.pk):
        if other.starts_at < wanted.ends_at and wanted.starts_at < other.ends_at:
            if other.starts_at == wanted.starts_at and other.with_account_id == wanted.with_account_id:
                raise Refused(_("Deze afspraak staat er al. Er is niets dubbel gepland."))
            raise Refused(
                _("Op dat moment is er al een afspraak (%(other)s). Kies een ander moment.")
                % {"other": written(other.starts_at)},
                "time",
            )


def tell(work: Work, row: Appointment) -> None:
    """What the journal keeps of an appointment."""
    person = seats_in(work.dossier.pk, *PLANS).filter(account_id=row.with_account_id).first()
    work.said(
        appointment=row.pk,
        kind=row.kind,
        way=row.way,
        day=localtime(row.starts_at).date(),
        time=localtime(row.starts_at).strftime("%H:%M"),
        minutes=row.minutes,
        name=person.account.person.name if person else "",
    )


def last_planned(row: Appointment) -> tuple[str, str]:
    """Who last planned or moved it, and when, in words."""
    entries = row.dossier.journal.filter(act__in=["plan_appointment", "move_appointment"])
    payloads = journal.opened_payloads(row.dossier_id)
    mine = [entry.pk for entry in entries if payloads.get(entry.pk, {}).get("appointment") == str(row.pk)]
    last = entries.select_related("account__person").filter(pk__in=mine).order_by("-sequence").first()
    person = getattr(last.account, "person", None) if last and last.account_id else None
    return str(person.name if person else _("Iemand anders")), written(last.at) if last else ""


def as_it_stands(row: Appointment) -> dict[str, Any]:
    """An appointment by the fields of its form, for who was overtaken by a second editor."""
    here = localtime(row.starts_at)
    return {"day": here.date(), "time": here.time(), "way": row.way, "minutes": row.minutes}


def standing(dossier_id: uuid.UUID, appointment_id: uuid.UUID, version: int | None) -> Appointment:
    """The planned appointment, when it is still as the form showed it."""
    row = (
        Appointment.objects.select_for_update(of=("self",))
        .filter(pk=appointment_id, dossier_id=dossier_id)
        .first()
    )
    if row is None:
        raise Refused(_("Deze afspraak is niet gevonden. Ga terug en kijk wat er staat."))
    if row.state == Appointment.State.CANCELLED:
        raise Refused(_("Deze afspraak is al afgezegd. Plan een nieuwe als jullie elkaar willen spreken."))
    if version is not None and version != row.version:
        raise Stale(
            _("Iemand heeft deze afspraak intussen verplaatst. Kijk wat er nu staat en kies."),
            as_it_stands(row),
        )
    return row


def move_appointment(
    actor: Actor,
    dossier_id: uuid.UUID,
    appointment_id: uuid.UUID,
    starts_at: datetime,
    way: str,
    minutes: int,
    version: int | None = None,
) -> None:
    """Move a talk to another moment. What the client said of the old moment no longer holds."""
    with entered(actor, dossier_id, "move_appointment", roles=PLANS, moves_dates=False) as work:
        row = standing(dossier_id, appointment_id, version)
        check_moment(starts_at, minutes)
        old = row.starts_at
        row.starts_at, row.way, row.minutes = starts_at, way, minutes
        check_free(work.dossier, row)
        row.version += 1
        row.save()
        tell(work, row)
        work.changed("appointment", written(old), written(starts_at))


def cancel_appointment(
    actor: Actor, dossier_id: uuid.UUID, appointment_id: uuid.UUID, version: int | None = None
) -> None:
    """Call a talk off, for everyone."""
    with entered(actor, dossier_id, "cancel_appointment", roles=PLANS, moves_dates=False) as work:
        row = standing(dossier_id, appointment_id, version)
        row.state = Appointment.State.CANCELLED
        row.version += 1
        row.save()
        tell(work, row)


def say_cannot_come(
    actor: Actor, dossier_id: uuid.UUID, appointment_id: uuid.UUID, version: int | None = None
) -> None:
    """The client cannot come. No reason is asked: others only learn that a new moment is needed. Twice does no harm."""
    with entered(actor, dossier_id, "say_cannot_come", roles=(Role.CLIENT,), moves_dates=False) as work:
        row = seen_by_client(dossier_id, appointment_id, version)
        if row.starts_at <= clock.now():
            raise Refused(_("Deze afspraak is al geweest. Je kunt wel contact opnemen."))
        if row.needs_new_moment:
            raise Refused(_("Je hebt dit al gezegd. Je hoort wanneer er een nieuw moment is."))
        AppointmentReply.objects.create(dossier=work.dossier, appointment=row, version=row.version)
        tell(work, row)


def say_can_come(actor: Actor, dossier_id: uuid.UUID, appointment_id: uuid.UUID) -> None:
    """The client takes *ik kan niet komen* back, as long as nobody moved the appointment."""
    with entered(actor, dossier_id, "say_can_come", roles=(Role.CLIENT,), moves_dates=False) as work:
        row = seen_by_client(dossier_id, appointment_id, None)
        gone, _kinds = AppointmentReply.objects.filter(appointment=row, version=row.version).delete()
        if not gone:
            raise Refused(_("Deze afspraak staat gewoon. Je hoeft niets te doen."))
        tell(work, row)


def seen_by_client(dossier_id: uuid.UUID, appointment_id: uuid.UUID, version: int | None) -> Appointment:
    """The appointment for the client, who may not lock it: the dossier's own lock is enough."""
    row = (
        Appointment.objects.prefetch_related("replies")
        .filter(pk=appointment_id, dossier_id=dossier_id)
        .first()
    )
    if row is None or row.state == Appointment.State.CANCELLED:
        raise Refused(_("Deze afspraak is al afgezegd. Je hoeft niets te doen."))
    if version is not None and version != row.version:
        raise Stale(
            _("De afspraak is intussen verplaatst naar %(moment)s. Kijk of je dan kunt.")
            % {"moment": written(row.starts_at)},
            as_it_stands(row),
        )
    return row
