"""Pages about appointments: plan, move, cancel. The client's own pages are in `steps_client.py`."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.acts import appointments
from spoorboek.dossiers.acts.seats import seats_in
from spoorboek.dossiers.forms.steps_appointments import CancelForm, MoveForm, PlanForm
from spoorboek.dossiers.models import Appointment
from spoorboek.dossiers.views.steps_walk import back, for_roles, page, tried, typed


@require_http_methods(["GET", "POST"])
@for_roles(*appointments.PLANS)
def plan_appointment(request: HttpRequest, reached: Reached) -> HttpResponse:
    """With whom, what for, when and how: all from lists."""
    people = list(seats_in(reached.dossier.pk, *appointments.PLANS).order_by("since", "pk"))
    mine = next((seat for seat in people if seat.account_id == reached.actor.account_id), None)
    form = PlanForm(typed(request), dossier=reached.dossier, people=people, mine=mine, proposed=request.GET)
    if request.method == "POST" and tried(form, lambda: plan(reached, form)) is True:
        messages.success(
            request, _("De afspraak staat: %(moment)s.") % {"moment": appointments.written(form.starts_at)}
        )
        return back(reached)
    standing = appointments.planned_in(reached.dossier)
    return page(request, "plan.html", reached, form=form, standing=standing)


def plan(reached: Reached, form: PlanForm) -> None:
    said = form.cleaned_data
    appointments.plan_appointment(
        reached.actor,
        reached.dossier.pk,
        uuid.UUID(said["with_account"]),
        said["kind"],
        said["way"],
        form.starts_at,
        said["minutes"],
    )


def planned(reached: Reached, appointment_id: uuid.UUID) -> Appointment:
    """An appointment of this dossier that was not called off."""
    row = appointments.planned_in(reached.dossier).filter(pk=appointment_id).first()
    if row is None:
        raise Http404("No such appointment.")
    return row


@require_http_methods(["GET", "POST"])
@for_roles(*appointments.PLANS)
def move_appointment(request: HttpRequest, reached: Reached, appointment_id: uuid.UUID) -> HttpResponse:
    """Another moment. Who was overtaken by a second editor chooses field by field."""
    row = planned(reached, appointment_id)
    form = MoveForm(typed(request), dossier=reached.dossier, appointment=row)
    outcome = request.method == "POST" and tried(form, lambda: move(reached, form, row), **standing_now(row))
    if outcome is True:
        messages.success(
            request, _("De afspraak is nu %(moment)s.") % {"moment": appointments.written(form.starts_at)}
        )
        return back(reached)
    return page(request, "move.html", reached, form=form, appointment=row, comparison=outcome)


def standing_now(row: Appointment) -> dict[str, object]:
    """The appointment's own version, and who last planned or moved it, for a comparison."""
    by, at = appointments.last_planned(row)
    return {"version": row.version, "by": by, "at": at}


def move(reached: Reached, form: MoveForm, row: Appointment) -> None:
    said = form.cleaned_data
    appointments.move_appointment(
        reached.actor,
        reached.dossier.pk,
        row.pk,
        form.starts_at,
        said["way"],
        said["minutes"],
        said["version"],
    )


@require_http_methods(["GET", "POST"])
@for_roles(*appointments.PLANS)
def cancel_appointment(request: HttpRequest, reached: Reached, appointment_id: uuid.UUID) -> HttpResponse:
    """Call it off, after one question."""
    row = planned(reached, appointment_id)
    form = CancelForm(typed(request), dossier=reached.dossier, appointment=row)
    outcome = request.method == "POST" and tried(
        form,
        lambda: appointments.cancel_appointment(
            reached.actor, reached.dossier.pk, row.pk, form.cleaned_data["version"]
        ),
    )
    if outcome is True:
        messages.success(request, _("De afspraak is afgezegd."))
        return back(reached)
    return page(request, "cancel.html", reached, form=form, appointment=row)
