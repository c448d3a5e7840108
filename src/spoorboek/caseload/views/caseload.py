"""The caseload of a case manager, company doctor, labour expert or coach."""

from datetime import date
from itertools import groupby
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from spoorboek.caseload.counting import Counts, counts
from spoorboek.caseload.keeping import make_missing, refresh_own
from spoorboek.caseload.panel import address, panel
from spoorboek.caseload.reading import Mark, Page, page
from spoorboek.caseload.wishes import Order, Wish
from spoorboek.dossiers.doors import href
from spoorboek.people.actor import Actor, current_actor
from spoorboek.people.context import roles_here
from spoorboek.people.policy import Role
from spoorboek.site import clock

OWN_LIST = frozenset({Role.CASE_MANAGER, Role.COMPANY_DOCTOR, Role.LABOUR_EXPERT, Role.COACH})
"""Roles that have a caseload; a supervisor has a team instead."""
REPORTERS = frozenset({Role.CASE_MANAGER, Role.SUPERVISOR})


def counted(actor: Actor, wish: Wish, today: date) -> tuple[Counts, int]:
    """The counts over lines that are right for today; and how many lines could not be mended in time."""
    found = counts(actor, wish, today)
    if found.open == 0:
        make_missing(actor, today)
    elif not found.is_stale(today):
        return found, 0
    left = refresh_own(actor, today)
    return counts(actor, wish, today), left


def runs(found: Page, wish: Wish) -> list[tuple[Any, list[Any]]]:
    """The rows in runs of one group; one run without a group when they are sorted otherwise."""
    if wish.order is not Order.DAY:
        return [(None, list(found.rows))] if found.rows else []
    return [(group, list(some)) for group, some in groupby(found.rows, key=lambda row: row.group)]


def listing(found: Page, wish: Wish, after: Mark | None) -> dict[str, Any]:
    """The rows for the template."""
    return {
        "page": found,
        "runs": runs(found, wish),
        "goes_on": after is not None,
        "later_href": address(wish, na=str(found.later)) if found.later else "",
        "wish": wish,
        "q": wish.q,
    }


@require_GET
@login_required
def caseload(request: HttpRequest) -> HttpResponse:
    """Every dossier the reader takes part in, by what asks first; with htmx only the next rows."""
    actor, today = current_actor(), clock.today()
    wish = Wish.read(request.GET)
    after = Mark.read(request.GET.get("na", ""), wish.order)
    if after and getattr(request, "htmx", False):
        several = bool(request.GET.get("meer"))
        found = page(actor, wish, today, after, employers=several)
        return render(
            request, "caseload/rows.html", listing(found, wish, after) | {"several_employers": several}
        )
    roles = roles_here(request)
    if not roles & OWN_LIST:
        return redirect("team" if Role.SUPERVISOR in roles else "home")
    numbers, left = counted(actor, wish, today)
    found = page(actor, wish, today, after, employers=len(numbers.employers) > 1)
    context = {
        "place": "caseload",
        "counts": numbers,
        "being_mended": left,
        "report_sick": href("report_sick") if roles & REPORTERS else "",
        **panel(actor, wish, numbers, today),
        **listing(found, wish, after),
    }
    return render(request, "caseload/caseload.html", context)
