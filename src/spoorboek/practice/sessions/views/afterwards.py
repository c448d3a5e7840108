"""Looking back: own words, a small step, what a coach keeps, done; and what is changed later."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.views.room_pages import tried
from spoorboek.dossiers.views.steps_walk import for_client
from spoorboek.practice.sessions import access, asking
from spoorboek.practice.sessions.acts import looking_back
from spoorboek.practice.sessions.forms import WordsForm
from spoorboek.practice.sessions.models import Keep, Session, Words
from spoorboek.practice.sessions.shown import shown_session
from spoorboek.practice.sessions.views.client import keep_form
from spoorboek.practice.sessions.views.frame import found, shown

KINDS = {
    "terugkijken": Words.Kind.LOOKING_BACK,
    "kleine-stap": Words.Kind.STEP,
    "geprobeerd": Words.Kind.TRIED,
}
PARTS = {Words.Kind.LOOKING_BACK: "debrief", Words.Kind.STEP: "step"}


def onward(session: Session, part: str) -> HttpResponse:
    """To the next page of looking back, or to the session where it is over."""
    address = reverse("practice-session", args=[session.pk])
    if session.is_over:
        return redirect(address)
    return redirect(f"{address}?deel={asking.part_after(session, part)}")


@require_POST
@for_client
def write(request: HttpRequest, reached: Reached, session_id: uuid.UUID, what: str) -> HttpResponse:
    """Keep own words of one kind; one of the scene's small steps may stand in their place."""
    session = found(reached, session_id)
    kind = KINDS.get(what, Words.Kind.LOOKING_BACK)
    form = WordsForm(request.POST)
    text = form.cleaned_data["text"] if form.is_valid() else request.POST.get("text", "")
    chosen = text or request.POST.get("chosen", "")
    if not tried(request, lambda: looking_back.write_words(reached.actor, session_id, kind, chosen)):
        return redirect("practice-session", session_id)
    return onward(session, PARTS.get(kind, "close"))


@require_POST
@for_client
def keep(request: HttpRequest, reached: Reached, session_id: uuid.UUID) -> HttpResponse:
    """What the coach of this session keeps from now on."""
    session = found(reached, session_id)
    form = keep_form(session, access.words_of(session), request.POST)
    coach_id = session.coach_id
    if coach_id and form.is_valid():
        kinds = form.cleaned_data["kinds"]
        tried(request, lambda: looking_back.let_keep(reached.actor, session_id, coach_id, kinds))
    return onward(session, "keep")


@require_POST
@for_client
def take_back(request: HttpRequest, reached: Reached, keep_id: uuid.UUID) -> HttpResponse:
    """*Niet meer bewaren.*"""
    tried(request, lambda: looking_back.take_back(reached.actor, keep_id), _("Je coach ziet dit niet meer."))
    return redirect("practice" if request.POST.get("terug") == "oefenen" else "who_sees")


@require_POST
@for_client
def close(request: HttpRequest, reached: Reached, session_id: uuid.UUID) -> HttpResponse:
    """*Klaar.*"""
    tried(request, lambda: looking_back.close_session(reached.actor, session_id), _("Klaar. Goed gedaan."))
    return redirect("practice-session", session_id)


@require_POST
@for_client
def note(
    request: HttpRequest, reached: Reached, session_id: uuid.UUID, account_id: uuid.UUID
) -> HttpResponse:
    """After practising at home: a few words that one coach may read."""
    form = WordsForm(request.POST)
    text = form.cleaned_data["text"] if form.is_valid() else ""

    def act() -> None:
        if looking_back.write_words(reached.actor, session_id, Words.Kind.NOTE, text):
            looking_back.let_keep(reached.actor, session_id, account_id, [Keep.Kind.NOTE])

    tried(request, act, _("Je coach kan je briefje lezen."))
    return redirect("practice-session", session_id)


@require_http_methods(["GET", "POST"])
@for_client
def wipe(request: HttpRequest, reached: Reached, session_id: uuid.UUID) -> HttpResponse:
    """Throw away what was kept of a session, after a question."""
    session = found(reached, session_id)
    if request.method == "POST":
        tried(request, lambda: looking_back.wipe(reached.actor, session_id), _("Het is weg."))
        return redirect("practice")
    return shown(request, reached, "wipe", session=session, one=shown_session(session))
