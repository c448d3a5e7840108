"""One module: what it is, each step, and the end. Every button is a form; the answer comes back at `#nu`."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.methods.modules import playing
from spoorboek.people.access import person_of
from spoorboek.people.actor import current_actor
from spoorboek.programme.learning import acts, doors, moves
from spoorboek.programme.learning.access import certificate_of, module_of, visit_of
from spoorboek.programme.learning.shown import Player
from spoorboek.programme.learning.views.face import frame, language

HERE = "#nu"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def module(request: HttpRequest, key: str) -> HttpResponse:
    """GET shows where one is; POST goes somewhere."""
    try:
        module_of(key)
        return acted(request, key) if request.method == "POST" else page(request, key)
    except NotYours as refused:
        raise Http404 from refused


def acted(request: HttpRequest, key: str) -> HttpResponse:
    actor, wanted = current_actor(), request.POST.get("move", "")
    here = reverse("module", args=[key])
    try:
        if wanted == "begin":
            acts.begin(actor, key)
        elif wanted == "finish":
            acts.finish(actor, key)
        elif wanted == "leave":
            acts.leave(actor, key)
            return redirect("learning")
        elif going := moves.asked(request.POST):
            acts.walk(actor, key, going)
    except NotYours:
        raise
    except Refused as refused:
        return page(request, key, refused.message)
    return redirect(here + HERE)


def page(request: HttpRequest, key: str, refusal: str = "") -> HttpResponse:
    """Where the reader is in the module, or what it is about."""
    actor, found = current_actor(), module_of(key)
    visit, edition = visit_of(actor, key), found.in_language(language())
    context = frame(actor) | {"module": found, "edition": edition, "visit": visit, "refusal": refusal}
    if visit and visit.step:
        standing = playing.fitting(edition, visit.standing)
        player = Player(found, edition, standing, moves.groups_chosen(request.POST) if refusal else None)
        context |= {"player": player, "door": doors.door_of(player.step)}
    template = "learning/step.html" if visit and visit.step else "learning/intro.html"
    return render(request, template, context, status=422 if refusal else 200)


@login_required
@require_safe
def certificate(request: HttpRequest, key: str) -> HttpResponse:
    """On screen and on paper: who finished what, and what it was about."""
    actor = current_actor()
    try:
        found, row = module_of(key), certificate_of(actor, key)
    except NotYours as refused:
        raise Http404 from refused
    edition = found.in_language(language())
    context = frame(actor) | {"edition": edition, "row": row, "person": person_of(actor)}
    return render(request, "learning/certificate.html", context)
