"""The front door: everyone is led to their own place."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from spoorboek.dossiers.worked_out import work_out
from spoorboek.law import Facts
from spoorboek.people.access import roles_of
from spoorboek.people.actor import current_actor
from spoorboek.people.policy import Role
from spoorboek.site import clock
from spoorboek.site.routemap import RouteMap

PLACES: tuple[tuple[frozenset[Role], str], ...] = (
    (frozenset({Role.CASE_MANAGER, Role.COMPANY_DOCTOR, Role.LABOUR_EXPERT, Role.COACH}), "caseload"),
    (frozenset({Role.SUPERVISOR}), "team"),
    (frozenset({Role.ADMIN}), "organisation"),
    (frozenset({Role.CLIENT, Role.HELPER}), "today"),
)
EXAMPLE_WEEKS = 31


def example() -> RouteMap:
    """A course in its 32nd week, as an example of what Spoorboek shows."""
    today = clock.today()
    first = today - timedelta(weeks=EXAMPLE_WEEKS, days=today.weekday())
    facts = Facts.model_validate(
        {
            "first_sick_day": first,
            "analysis_on": first + timedelta(days=38),
            "plan_on": first + timedelta(days=51),
        }
    )
    return work_out(facts, today).map


def home(request: HttpRequest) -> HttpResponse:
    """Signed in: one's own place by role. Otherwise: what Spoorboek is."""
    actor = current_actor()
    if actor.is_visitor:
        return render(request, "welcome.html", {"map": example()})
    roles = roles_of(actor)
    for wanted, name in PLACES:
        if roles & wanted:
            return redirect(name)
    return render(request, "no_place.html")
