"""The supervisor's page: for each of the own people this week's step, with a short how. No more than that."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from spoorboek.dossiers.doors import href
from spoorboek.dossiers.guides import guide
from spoorboek.dossiers.team import members
from spoorboek.people.actor import current_actor
from spoorboek.site import clock


@require_GET
@login_required
def team(request: HttpRequest) -> HttpResponse:
    """The people of the own team who are ill or recovered less than four weeks ago."""
    return render(
        request,
        "dossiers/dossier/team.html",
        {
            "place": "team",
            "members": members(current_actor(), clock.today()),
            "guide": guide(),
            "report_sick": href("report_sick"),
        },
    )
