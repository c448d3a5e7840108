"""An administrator ends a colleague's role or a service: first what that does to dossiers, then the act."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from spoorboek.dossiers.acts import leaving
from spoorboek.dossiers.forms.asking import refuse
from spoorboek.dossiers.forms.leaving import EndForm, EndRoleForm
from spoorboek.dossiers.refusals import Refused
from spoorboek.people import access, acts
from spoorboek.people.actor import Actor, current_actor
from spoorboek.people.models import Membership, Service
from spoorboek.people.policy import Role

SHOWN_TALKS = 20


def administers(actor: Actor, *organisations: uuid.UUID) -> bool:
    return access.memberships(actor).filter(role=Role.ADMIN, organisation__in=organisations).exists()


def membership_here(actor: Actor, membership_id: int) -> Membership:
    """A role in an organisation that the actor administers; another one does not exist here."""
    row = (
        Membership.objects.select_related("organisation", "account__person").filter(pk=membership_id).first()
    )
    if row is None or not administers(actor, row.organisation_id):
        raise Http404("No such role here.")
    return row


def service_here(actor: Actor, service_id: int) -> Service:
    """A service of which the actor administers one side."""
    row = Service.objects.select_related("employer", "provider").filter(pk=service_id).first()
    if row is None or not administers(actor, row.employer_id, row.provider_id):
        raise Http404("No such service here.")
    return row


def tried(form: EndForm, act: Callable[[], leaving.Ended]) -> leaving.Ended | None:
    """What was done, or None with the refusal in the form."""
    if not form.is_valid():
        return None
    try:
        return act()
    except Refused as refusal:
        refuse(form, refusal)
    except acts.Refused as refusal:
        form.add_error(None, refusal.message)
    return None


def page(
    request: HttpRequest, template: str, form: EndForm, found: leaving.WhatEnds, **more: object
) -> HttpResponse:
    context = {
        "place": "organisation",
        "form": form,
        "found": found,
        "talks": found.talks[:SHOWN_TALKS],
        "more_talks": max(0, len(found.talks) - SHOWN_TALKS),
        **more,
    }
    return render(request, f"dossiers/leaving/{template}", context, status=422 if form.errors else 200)


def fresh(form: EndForm, found: leaving.WhatEnds) -> None:
    """A refused form is sent back with the number as it is now, so that the next click agrees to that."""
    if form.is_bound:
        form.data = {**form.data.dict(), "seen": str(found.running)}  # type: ignore[attr-defined]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def end_membership(request: HttpRequest, membership_id: int) -> HttpResponse:
    """A colleague's role ends; who takes over the running dossiers is asked first."""
    actor = current_actor()
    row = membership_here(actor, membership_id)
    found, others = leaving.what_ends(leaving.seats_of_role(row)), leaving.colleagues(row)
    form = EndRoleForm(
        request.POST if request.method == "POST" else None,
        colleagues=others,
        running=found.running,
        initial={"seen": found.running},
    )
    act = lambda: leaving.leave_role(actor, row.pk, form.chosen, form.cleaned_data["seen"])  # noqa: E731
    if request.method == "POST" and (done := tried(form, act)):
        messages.success(request, _("De rol is beëindigd. Deze collega ziet de dossiers niet meer."))
        tell_taken_over(request, done)
        return redirect("organisation")
    fresh(form, found)
    return page(request, "end_membership.html", form, found, member=row, others=others)


def tell_taken_over(request: HttpRequest, done: leaving.Ended) -> None:
    if done.taken_over:
        told = ngettext(
            "%(count)s dossier is overgenomen.", "%(count)s dossiers zijn overgenomen.", done.taken_over
        )
        messages.info(request, told % {"count": done.taken_over})
    if done.taken_over and done.left:
        told = ngettext(
            "%(count)s dossier kon niet over, omdat de collega daarin al een andere rol heeft.",
            "%(count)s dossiers konden niet over, omdat de collega daarin al een andere rol heeft.",
            done.left,
        )
        messages.warning(request, told % {"count": done.left})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def end_service(request: HttpRequest, service_id: int) -> HttpResponse:
    """An arbodienst or re-integration company no longer works for an employer."""
    actor = current_actor()
    row = service_here(actor, service_id)
    found = leaving.what_ends(leaving.seats_of_service(row))
    form = EndForm(request.POST if request.method == "POST" else None, initial={"seen": found.running})
    act = lambda: leaving.end_service(actor, row.pk, form.cleaned_data["seen"])  # noqa: E731
    if request.method == "POST" and tried(form, act):
        messages.success(request, _("De samenwerking is beëindigd. Deze mensen zien de dossiers niet meer."))
        return redirect("organisation")
    fresh(form, found)
    return page(request, "end_service.html", form, found, service=row)
