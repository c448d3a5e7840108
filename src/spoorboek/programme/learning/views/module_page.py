"""One module: what it is, each step, and the end. Every button is a form; the answer comes back at `#nu`."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.dossiers.views.pdf import as_file
from spoorboek.methods.modules import Edition, playing
from spoorboek.people.access import person_of
from spoorboek.people.actor import current_actor
from spoorboek.programme.learning import acts, doors, moves
from spoorboek.programme.learning.access import certificate_of, module_of, next_for, visit_of
from spoorboek.programme.learning.models import Certificate
from spoorboek.programme.learning.paper import certificate_paper
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
    if visit and not visit.step and visit.finished_on:
        following = next_for(actor, found)
        context["following"] = following and (following.key, following.in_language(language()).head)
    if visit and visit.step:
        standing = playing.fitting(edition, visit.standing)
        player = Player(found, edition, standing, moves.groups_chosen(request.POST) if refusal else None)
        context |= {"player": player, "door": doors.door_of(player.step)}
    template = "learning/step.html" if visit and visit.step else "learning/intro.html"
    return render(request, template, context, status=422 if refusal else 200)


@dataclass(frozen=True)
class Earned:
    """A certificate with the module it is of, and whose it is."""

    edition: Edition
    row: Certificate
    name: str


def earned(key: str) -> Earned:
    """The reader's own certificate; not found for everyone else."""
    actor = current_actor()
    try:
        found, row = module_of(key), certificate_of(actor, key)
    except NotYours as refused:
        raise Http404 from refused
    person = person_of(actor)
    return Earned(found.in_language(language()), row, person.name if person else "")


@login_required
@require_safe
def certificate(request: HttpRequest, key: str) -> HttpResponse:
    """On screen, and printed from there: who finished what, and what it was about."""
    return render(
        request, "learning/certificate.html", frame(current_actor()) | {"earned": earned(key), "key": key}
    )


@login_required
@require_safe
def certificate_file(request: HttpRequest, key: str) -> HttpResponse:
    """The same as an accessible PDF."""
    mine = earned(key)
    return as_file(certificate_paper(mine.edition, mine.row, mine.name), key)
