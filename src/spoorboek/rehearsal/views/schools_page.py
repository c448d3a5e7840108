"""Where a real organisation practises: make an environment, and step into it as somebody invented."""

import uuid

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.actor import Actor, acting_as, current_actor
from spoorboek.people.models import ROLE_NAMES
from spoorboek.people.policy import Role
from spoorboek.people.views.demo import BACKEND
from spoorboek.rehearsal import schools
from spoorboek.rehearsal.access import homes
from spoorboek.rehearsal.views.demo_page import Card

ICONS = {
    Role.CASE_MANAGER: "route",
    Role.SUPERVISOR: "people",
    Role.COMPANY_DOCTOR: "doctor",
    Role.LABOUR_EXPERT: "work",
    Role.COACH: "coach",
}


def card(one: schools.Someone) -> Card:
    address = reverse("enter_practice", args=[one.account_id])
    return Card(ICONS[one.role], capfirst(ROLE_NAMES[one.role]), one.name, "", address)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def practice_places(request: HttpRequest) -> HttpResponse:
    """The environments of one's organisations; an administrator makes one here."""
    actor = current_actor()
    mine = homes(actor)
    if not mine:
        raise Http404
    making = [home for home in mine if schools.may_make(actor, home)]
    if request.method == "POST":
        if not making:
            raise Http404
        try:
            schools.make_practice_organisation(actor, making[0])
        except Refused as refused:
            messages.warning(request, refused.message)
        else:
            messages.success(request, _("De oefenomgeving staat klaar. Kies wie je daar wilt zijn."))
        return redirect("practice_places")
    rooms = [(world, [card(one) for one in there]) for world, there in schools.worlds(actor)]
    return render(request, "rehearsal/places.html", {"rooms": rooms, "may_make": bool(making)})


@login_required
@require_POST
def enter_practice(request: HttpRequest, account_id: uuid.UUID) -> HttpResponse:
    """Go on as an invented person: one's own session ends, so that nothing of real work is at hand any more."""
    try:
        account = schools.someone_in(current_actor(), account_id)
    except NotYours as refused:
        raise Http404 from refused
    login(request, account, backend=BACKEND)
    with acting_as(Actor(account_id=account.pk)):
        return redirect("practice_lesson" if request.POST.get("to") == "lesson" else "home")
