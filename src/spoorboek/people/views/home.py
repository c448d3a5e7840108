"""The front door: everyone is led to their own place."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from spoorboek.people.access import roles_of
from spoorboek.people.actor import current_actor
from spoorboek.people.policy import Role

PLACES: tuple[tuple[frozenset[Role], str], ...] = (
    (frozenset({Role.CASE_MANAGER, Role.COMPANY_DOCTOR, Role.LABOUR_EXPERT, Role.COACH}), "caseload"),
    (frozenset({Role.SUPERVISOR}), "team"),
    (frozenset({Role.ADMIN}), "organisation"),
    (frozenset({Role.CLIENT, Role.HELPER}), "today"),
)


def home(request: HttpRequest) -> HttpResponse:
    """Signed in: one's own place by role. Otherwise: what Spoorboek is."""
    actor = current_actor()
    if actor.is_visitor:
        return render(request, "people/welcome.html")
    roles = roles_of(actor)
    for wanted, name in PLACES:
        if roles & wanted:
            return redirect(name)
    return render(request, "people/no_place.html", {"roles": roles})
