"""The coach's page of practising in a dossier: what is planned, what waits for a yes, what was."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.views.steps_walk import for_roles
from spoorboek.people.policy import GUIDES
from spoorboek.practice.sessions import access
from spoorboek.practice.sessions.views.frame import shown


@require_GET
@for_roles(*GUIDES)
def practice_of(request: HttpRequest, reached: Reached) -> HttpResponse:
    """The coach's own sessions with this client."""
    rows = list(access.sessions_of(reached.dossier.pk))
    return shown(
        request,
        reached,
        "practice_of",
        coming=[row for row in rows if not row.is_over],
        earlier=[row for row in rows if row.is_over],
    )
