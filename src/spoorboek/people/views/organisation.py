"""An administrator's page: who works here, in which role. Never the content of a dossier."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spoorboek.people import access, acts
from spoorboek.people.actor import Actor, current_actor
from spoorboek.people.forms import EngageForm, InviteForm
from spoorboek.people.models import Membership, Organisation
from spoorboek.people.policy import Role

ARRANGEABLE = (Role.CASE_MANAGER, Role.COMPANY_DOCTOR, Role.LABOUR_EXPERT, Role.COACH, Role.SUPERVISOR)
"""Roles with dossiers, for which a colleague can stand in."""


def administered(actor: Actor) -> Organisation:
    """The organisation the actor administers; for anyone else this page does not exist."""
    row = access.memberships(actor).filter(role=Role.ADMIN).order_by("since").first()
    if row is None:
        raise Http404
    return row.organisation


def shown(
    request: HttpRequest, here: Organisation, invite: InviteForm, engage: EngageForm | None
) -> HttpResponse:
    """Who works here, who works with us, and both forms; a refused one answers 422."""
    members = (
        Membership.objects.filter(access.still(), organisation=here, account__is_machine=False)
        .select_related("account__person")
        .order_by("account__person__last_name", "role")
    )
    refused = invite.errors or (engage and engage.errors)
    context = {
        "organisation": here,
        "members": members,
        "arrangeable": ARRANGEABLE,
        "services": access.services_of(here),
        "is_employer": here.kind in acts.EMPLOYERS,
        "form": invite,
        "engage": engage,
        "place": "organisation",
    }
    return render(request, "people/organisation.html", context, status=422 if refused else 200)


def engage_form(here: Organisation, data: QueryDict | None = None) -> EngageForm | None:
    """Who could come to work for this employer; None for an organisation that is no employer."""
    if here.kind not in acts.EMPLOYERS:
        return None
    known = access.services_of(here).values("provider")
    others = Organisation.objects.filter(kind__in=acts.PROVIDERS, world_id=here.world_id).exclude(
        pk__in=known
    )
    return EngageForm(data, providers=list(others.order_by("name")), auto_id="engage_%s")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def organisation(request: HttpRequest) -> HttpResponse:
    """Members and services, and a form to invite a colleague."""
    actor = current_actor()
    here = administered(actor)
    form = InviteForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        link = request.build_absolute_uri(reverse("invitation_link", args=["CODE"]))
        try:
            acts.invite_member(
                actor, here, **{**form.cleaned_data, "role": Role(form.cleaned_data["role"])}, link=link
            )
        except acts.Refused as refused:
            form.add_error(refused.field or None, refused.message)
        else:
            messages.success(request, _("De uitnodiging is verstuurd."))
            return redirect("organisation")
    return shown(request, here, form, engage_form(here))


@login_required
@require_POST
def engage_service(request: HttpRequest) -> HttpResponse:
    """The employer lets an arbodienst or re-integration company work for it."""
    actor = current_actor()
    here = administered(actor)
    form = engage_form(here, request.POST)
    if form is None:
        raise Http404("Only an employer engages a service.")
    if form.is_valid():
        try:
            service = acts.engage_service(actor, here, form.chosen)
        except acts.Refused as refused:
            form.add_error(refused.field or None, refused.message)
        else:
            told = _("%(name)s werkt nu voor jullie. Hun mensen kunnen meedoen in dossiers.")
            messages.success(request, told % {"name": service.provider.name})
            return redirect("organisation")
    return shown(request, here, InviteForm(), form)


@login_required
@require_safe
def second_factor(request: HttpRequest) -> HttpResponse:
    """Why a second step is needed before a dossier opens, and how to set it up."""
    return render(request, "people/second_factor.html")
