"""On one's own at home: a quiet place or a conversation on the screen; and what changed over time."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.refusals import Refused
from spoorboek.dossiers.views.steps_walk import for_client
from spoorboek.practice.sessions import limits
from spoorboek.practice.sessions.acts import beginning
from spoorboek.practice.sessions.playable import at_home
from spoorboek.practice.sessions.progress import progress_of
from spoorboek.practice.sessions.views.frame import shown

LENGTHS = (5, 10, 15)


@require_http_methods(["GET", "POST"])
@for_client
def home(request: HttpRequest, reached: Reached) -> HttpResponse:
    """Choose a scene and how long; it opens at once."""
    if request.method == "POST":
        minutes = request.POST.get("minutes", "")
        length = int(minutes) if minutes.isdecimal() and len(minutes) < 3 else LENGTHS[0]
        try:
            made = beginning.begin_at_home(
                reached.actor, reached.dossier.pk, request.POST.get("scene", ""), length
            )
        except Refused as refusal:
            messages.info(request, refusal.message)
            return redirect("practice-home")
        return redirect("practice-session", made.pk)
    lengths = [one for one in LENGTHS if one <= limits.home_minutes()]
    return shown(request, reached, "home", scenes=list(at_home()), lengths=lengths)


@require_GET
@for_client
def progress(request: HttpRequest, reached: Reached) -> HttpResponse:
    """What changed over time, for the client."""
    return shown(request, reached, "progress", scenes=progress_of(reached.dossier.pk, own=True))
