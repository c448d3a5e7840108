"""The first list of a case manager, company doctor, labour expert or coach."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from spoorboek.dossiers.caseload import OWN_LIST, Page, Place, State, page
from spoorboek.dossiers.doors import href
from spoorboek.people.access import roles_of
from spoorboek.people.actor import current_actor
from spoorboek.people.policy import Role
from spoorboek.site import clock

STATES = (
    (State.RUNNING, _("Lopend")),
    (State.RECOVERED, _("Hersteld")),
    (State.CLOSED, _("Gesloten")),
    (State.ALL, _("Alles")),
)
REPORTERS = frozenset({Role.CASE_MANAGER, Role.SUPERVISOR})


def state_of(text: str, query: str) -> State:
    """The list asked for; a search looks everywhere unless said otherwise."""
    if text in set(State):
        return State(text)
    return State.ALL if query else State.RUNNING


def address(**parameters: str) -> str:
    """The list with these parameters, empty ones left out."""
    given = {name: value for name, value in parameters.items() if value}
    return f"{reverse('caseload')}?{urlencode(given)}" if given else reverse("caseload")


def turns(found: Page, state: State, query: str) -> dict[str, str]:
    """Addresses of the pages before and after this one."""
    return {
        "earlier_href": address(q=query, lijst=state, voor=str(found.earlier)) if found.earlier else "",
        "later_href": address(q=query, lijst=state, na=str(found.later)) if found.later else "",
    }


@require_GET
@login_required
def caseload(request: HttpRequest) -> HttpResponse:
    """Every dossier the reader takes part in, fifty a page; `q` searches names, `lijst` chooses which."""
    actor = current_actor()
    roles = roles_of(actor)
    if not roles & frozenset(OWN_LIST):
        return redirect("team" if Role.SUPERVISOR in roles else "home")
    query = " ".join(request.GET.get("q", "").split())[:80]
    state = state_of(request.GET.get("lijst", ""), query)
    today = clock.today()
    after, before = Place.read(request.GET.get("na", "")), Place.read(request.GET.get("voor", ""))
    found = page(actor, state, query, today, after, before)
    context = {
        "place": "caseload",
        "page": found,
        "q": query,
        "states": [(name, label, address(q=query, lijst=name)) for name, label in STATES],
        "state": state,
        "report_sick": href("report_sick") if roles & REPORTERS else "",
        "everything": address(lijst=State.ALL),
        **turns(found, state, query),
    }
    template = "list.html" if getattr(request, "htmx", False) else "caseload.html"
    return render(request, f"dossiers/dossier/{template}", context)
