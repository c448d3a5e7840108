"""An administrator's page: who works here, in which role. Never the content of a dossier."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spoorboek.people import access, acts
from spoorboek.people.actor import Actor, current_actor
from spoorboek.people.forms import InviteForm
from spoorboek.people.models import Membership, Organisation
from spoorboek.people.policy import Role


def administered(actor: Actor) -> Organisation:
    """The organisation the actor administers; for anyone else this page does not exist."""
    row = access.memberships(actor).filter(role=Role.ADMIN).order_by("since").first()
    if row is None:
        raise Http404
    return row.organisation


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def organisation(request: HttpRequest) -> HttpResponse:
    """Members, and a form to invite one."""
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
    members = (
        Membership.objects.filter(access.still(), organisation=here)
        .select_related("account__person")
        .order_by("account__person__last_name", "role")
    )
    context = {"organisation": here, "members": members, "form": form, "place": "organisation"}
    return render(request, "people/organisation.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def end_membership(request: HttpRequest, membership_id: int) -> HttpResponse:
    """End a colleague's role, and with it their part in dossiers."""
    actor = current_actor()
    administered(actor)
    try:
        acts.end_membership(actor, membership_id)
    except acts.Refused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, _("De rol is beëindigd. Deze collega ziet de dossiers niet meer."))
    return redirect("organisation")


@login_required
@require_safe
def second_factor(request: HttpRequest) -> HttpResponse:
    """Why a second step is needed before a dossier opens, and how to set it up."""
    return render(request, "people/second_factor.html")
