"""The month, and the list as a file."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from spoorboek.caseload.export import csv_text
from spoorboek.caseload.month import NAMED, Month, days, is_cut
from spoorboek.caseload.panel import address
from spoorboek.caseload.reading import everything
from spoorboek.caseload.views.caseload import OWN_LIST
from spoorboek.caseload.wishes import Wish
from spoorboek.people.actor import current_actor
from spoorboek.people.context import roles_here
from spoorboek.site import clock


@require_GET
@login_required
def month(request: HttpRequest) -> HttpResponse:
    """A month of the caseload, filtered as the list is."""
    if not roles_here(request) & OWN_LIST:
        return redirect("home")
    today, wish = clock.today(), Wish.read(request.GET)
    shown = Month.read(request.GET.get("maand", ""), today)
    context = {
        "place": "caseload",
        "month": shown,
        "weeks": days(current_actor(), wish, shown, today),
        "wish": wish,
        "is_cut": is_cut(current_actor(), wish, today),
        "named": NAMED,
        "list_href": address(wish),
        "today": today,
    }
    return render(request, "caseload/month.html", context)


@require_GET
@login_required
def export(request: HttpRequest) -> HttpResponse:
    """The list as it is filtered, as a file for a spreadsheet."""
    if not roles_here(request) & OWN_LIST:
        return redirect("home")
    today, wish = clock.today(), Wish.read(request.GET)
    answer = HttpResponse(
        csv_text(everything(current_actor(), wish, today)), content_type="text/csv; charset=utf-8"
    )
    name = _("caseload")
    answer["Content-Disposition"] = f'attachment; filename="{name}-{today.isoformat()}.csv"'
    return answer
