"""Pages on standing in for a colleague and handing a whole caseload over: for the person, or an administrator."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from spoorboek.caseload.colleagues import arrangeable, employers_of, own_roles
from spoorboek.caseload.deputising import deputise, end_deputising
from spoorboek.caseload.forms import DeputyForm, HandOverForm
from spoorboek.caseload.handing_over import hand_over, preview, undo_hand_over, undoable
from spoorboek.caseload.models import Deputising, Handover
from spoorboek.dossiers.acts.leaving import colleagues
from spoorboek.dossiers.acts.seats import REGISTRAR
from spoorboek.dossiers.forms.asking import refuse
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.actor import acting_as, current_actor
from spoorboek.people.models import Membership, Person
from spoorboek.site import clock


def reached(membership_id: int) -> Membership:
    """The role, or 'not found' as if it did not exist."""
    try:
        return arrangeable(current_actor(), membership_id)
    except NotYours as refusal:
        raise Http404(refusal.message) from refusal


def refused(form: Any, refusal: Refused) -> None:
    """Show a refusal beside its field."""
    refuse(form, refusal)


@require_GET
@login_required
def own(request: HttpRequest) -> HttpResponse:
    """The page of the reader's own role; of the first one where there are more."""
    mine = own_roles(current_actor())
    if not mine:
        return redirect("home")
    return redirect("stand_in", mine[0].pk)


@require_http_methods(["GET", "POST"])
@login_required
def stand_in(request: HttpRequest, membership_id: int) -> HttpResponse:
    """Who stands in and when; and the way to hand everything over."""
    row = reached(membership_id)
    others = colleagues(row)
    form = DeputyForm(request.POST or None, colleagues=others)
    if request.method == "POST" and form.is_valid():
        try:
            made = deputise(
                current_actor(), row.pk, form.chosen, form.cleaned_data["starts"], form.cleaned_data["ends"]
            )
        except Refused as refusal:
            refused(form, refusal)
        else:
            messages.success(request, _("De waarneming is geregeld. Die eindigt vanzelf."))
            return redirect("stand_in", row.pk) if made else redirect("home")
    return shown(request, row, others, form)


def shown(request: HttpRequest, row: Membership, others: list[Membership], form: DeputyForm) -> HttpResponse:
    """The page with what is arranged and both forms."""
    with acting_as(REGISTRAR):
        employers = employers_of(row)
    today = clock.today()
    mine = {"account_id": row.account_id, "organisation_id": row.organisation_id, "role": row.role}
    arranged = list(Deputising.objects.filter(**mine, ended_at__isnull=True, ends__gte=today))
    handed = [one for one in Handover.objects.filter(**mine) if undoable(one)]
    names = names_of([one.to_id for one in (*arranged, *handed)])
    context = {
        "place": "caseload" if row.account_id == current_actor().account_id else "organisation",
        "membership": row,
        "is_own": row.account_id == current_actor().account_id,
        "own_roles": own_roles(current_actor()),
        "colleagues": others,
        "form": form,
        "hand_over_form": HandOverForm(colleagues=others, employers=employers, auto_id="over_%s"),
        "preview": preview(current_actor(), row.pk),
        "arranged": [(one, names.get(one.to_id, ""), one.runs_on(today)) for one in arranged],
        "handed": [(one, names.get(one.to_id, ""), len(one.moved)) for one in handed],
    }
    return render(request, "caseload/stand_in.html", context, status=422 if request.method == "POST" else 200)


def names_of(ids: list[uuid.UUID]) -> dict[uuid.UUID, str]:
    return {one.pk: one.name for one in Person.objects.filter(pk__in=ids)}


@require_http_methods(["GET", "POST"])
@login_required
def hand_all_over(request: HttpRequest, membership_id: int) -> HttpResponse:
    """First what would go, then, confirmed, it goes."""
    row = reached(membership_id)
    others = colleagues(row)
    with acting_as(REGISTRAR):
        employers = employers_of(row)
    form = HandOverForm(request.POST or request.GET, colleagues=others, employers=employers)
    if not form.is_valid():
        messages.error(request, _("Kies eerst een collega om de dossiers aan over te dragen."))
        return shown(request, row, others, DeputyForm(colleagues=others))
    there = preview(current_actor(), row.pk, form.chosen_employer)
    problem = ""
    if request.method == "POST":
        try:
            seen = request.POST.get("seen", "")
            made = hand_over(
                current_actor(),
                row.pk,
                form.chosen,
                form.chosen_employer,
                int(seen) if seen.isdecimal() else None,
            )
        except Refused as refusal:
            problem = refusal.message
        else:
            number = len(made.moved)
            said = ngettext("%(n)s dossier is overgedragen.", "%(n)s dossiers zijn overgedragen.", number)
            messages.success(request, said % {"n": number})
            return redirect("stand_in", row.pk)
    context = {
        "place": "caseload",
        "membership": row,
        "to": next(one for one in others if one.account_id == form.chosen),
        "employer": next((one for one in employers if one.pk == form.chosen_employer), None),
        "preview": there,
        "problem": problem,
    }
    return render(request, "caseload/hand_over.html", context, status=422 if problem else 200)


@require_POST
@login_required
def stop(request: HttpRequest, deputising_id: uuid.UUID) -> HttpResponse:
    """End a deputising before its last day."""
    try:
        end_deputising(current_actor(), deputising_id)
        messages.success(request, _("De waarneming is gestopt. De waarnemer heeft geen toegang meer."))
    except Refused as refusal:
        raise Http404(refusal.message) from refusal
    return redirect(request.POST.get("terug", "") if safe(request) else "standing_in")


def safe(request: HttpRequest) -> bool:
    """Only back to a page of this room."""
    return request.POST.get("terug", "").startswith("/rollen/")


@require_POST
@login_required
def undo(request: HttpRequest, handover_id: uuid.UUID) -> HttpResponse:
    """Take a handing over back."""
    if not Handover.objects.filter(pk=handover_id).exists():
        raise Http404
    try:
        number = undo_hand_over(current_actor(), handover_id)
        said = ngettext("%(n)s dossier is terug.", "%(n)s dossiers zijn terug.", number)
        messages.success(request, said % {"n": number})
    except Refused as refusal:
        messages.error(request, refusal.message)
    return redirect(request.POST.get("terug", "") if safe(request) else "standing_in")
