"""The front door: everyone is led to their own place."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from spoorboek.dossiers.worked_out import work_out
from spoorboek.law import Facts
from spoorboek.people.access import person_of, roles_of
from spoorboek.people.actor import current_actor
from spoorboek.people.policy import Role
from spoorboek.site import clock
from spoorboek.site.routemap import RouteMap

PLACES: tuple[tuple[frozenset[Role], str], ...] = (
    (frozenset({Role.CASE_MANAGER, Role.COMPANY_DOCTOR, Role.LABOUR_EXPERT, Role.COACH}), "caseload"),
    (frozenset({Role.SUPERVISOR}), "team"),
    (frozenset({Role.ADMIN}), "organisation"),
    (frozenset({Role.CLIENT, Role.HELPER}), "today"),
    (frozenset({Role.WORK_SUPERVISOR, Role.BUDDY, Role.PEER}), "shared-with-me"),
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
    place = next((name for wanted, name in PLACES if roles & wanted), "")
    response = redirect(place) if place else render(request, "no_place.html")
    return in_own_language(request, response)


def in_own_language(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The first time on a device: the language the person asked for, until they choose another."""
    person = person_of(current_actor())
    chosen = settings.LANGUAGE_COOKIE_NAME in request.COOKIES
    if person and not chosen and person.language in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            person.language,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
    return response
