"""*Leren*: the modules, and where one is in each."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from spoorboek.people.actor import current_actor
from spoorboek.programme.learning.access import offered, organisations_of
from spoorboek.programme.learning.shown import safe
from spoorboek.programme.learning.views.face import frame, language


@login_required
@require_safe
def learning(request: HttpRequest) -> HttpResponse:
    """For whoever works here the modules for work first; for a client their own. Nothing is closed to anybody."""
    actor = current_actor()
    context = frame(actor)
    shelves = [(False, offered(actor, for_clients=False)), (True, offered(actor, for_clients=True))]
    if not context["works"]:
        shelves.reverse()
    shown = [
        (
            for_clients,
            [(one, one.module.in_language(language()).head, safe(one.module.cover)) for one in modules],
        )
        for for_clients, modules in shelves
    ]
    context |= {"shelves": shown, "administers": bool(organisations_of(actor))}
    return render(request, "learning/shelf.html", context)
