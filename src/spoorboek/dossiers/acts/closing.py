"""What closing a dossier does, whatever the reason: nothing is due any more, and what was planned is off."""

from datetime import date
from typing import Any

from spoorboek.dossiers import pending
from spoorboek.dossiers.acts.door import Work
from spoorboek.dossiers.acts.opening import REGISTRAR
from spoorboek.dossiers.medical.scope import dismiss_doctors
from spoorboek.dossiers.models import Appointment, Dossier
from spoorboek.dossiers.projection import freeze
from spoorboek.people.access import still
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Involvement
from spoorboek.people.policy import Role
from spoorboek.site import clock


def close(work: Work, closing: str) -> None:
    """Close the dossier in the course of an act."""
    work.moves_dates = False
    work.said(**shut(work.dossier, closing, clock.today()))


def shut(dossier: Dossier, closing: str, on: date) -> dict[str, Any]:
    """Close the dossier; its facts and its route stay as they are, and nothing waits for anyone. For the journal."""
    dossier.closed_on, dossier.closing = on, closing
    stop_obligations(dossier)
    return {
        "closing": closing,
        "closed_on": on,
        "appointments_cancelled": cancel_planned(dossier),
    }


def cancel_planned(dossier: Dossier) -> int:
    """Cancel every appointment still to come; how many."""
    ahead = dossier.appointments.filter(state=Appointment.State.PLANNED, starts_at__gt=clock.now())
    for appointment in ahead:
        appointment.state = Appointment.State.CANCELLED
        appointment.version += 1
        appointment.save()
    return len(ahead)


def stop_obligations(dossier: Dossier) -> None:
    """A closed dossier keeps its route as it stood, frozen: no list and no reminder finds a step of it."""
    if not pending.waits(dossier.pk):
        freeze([dossier])


def end_professionals_part(dossier: Dossier) -> None:
    """Nobody but the person and the person's own helper reaches the dossier any more."""
    with acting_as(REGISTRAR):
        others = Involvement.objects.filter(still(), dossier_id=dossier.pk).exclude(
            role__in=(Role.CLIENT, Role.HELPER)
        )
        others.update(until=clock.real_now())
        dismiss_doctors(dossier.pk)
    pending.tell_seats([dossier.pk])
