"""Linking a headset's browser: the coach's side (a code, two words, yes or no) and the browser's own (short, big)."""

from allauth.core import ratelimit
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.actor import Actor, acting_as, current_actor
from spoorboek.practice.live import screens
from spoorboek.practice.live.forms import PairForm
from spoorboek.practice.live.models import Screen
from spoorboek.practice.live.views.door import for_its_coach
from spoorboek.practice.scenes.headers import with_headset
from spoorboek.practice.sessions.access import scene_of, session_for
from spoorboek.practice.sessions.models import Session
from spoorboek.practice.sessions.views.client import player_of

LOOKING_BACK = Session.State.LOOKING_BACK
ROWS = ("ABCDEFGH", "JKMNPQRS", "TUVWXYZ", "23456789")
"""The keys of the page, in which somebody points with a ray: the alphabet of codes, nothing else."""


def shown_screen(request: HttpRequest, session: Session, code: str = "", refused: str = "") -> HttpResponse:
    screen = screens.screen_of(session)
    context = {
        "session": session,
        "screen": screen,
        "code": code,
        "refused": refused,
        "words": screens.two_words(screen) if screen else "",
        "address": request.build_absolute_uri(reverse("practice-pair")).partition("://")[2],
    }
    return render(request, "practice_live/parts/screen.html", context)


@require_POST
@for_its_coach
def code(request: HttpRequest, reached: Reached, session: Session) -> HttpResponse:
    """Ask a code; shown once, here."""
    try:
        made = screens.ask_code(reached.actor, session.pk)
    except Refused as refusal:
        return shown_screen(request, session, refused=refusal.message)
    return shown_screen(request, session, code=made)


@require_GET
@for_its_coach
def screen(request: HttpRequest, reached: Reached, session: Session) -> HttpResponse:
    """How far the linking is; asked every few seconds. While the code waits the page stays as it is: so the code goes
    over the line once, and stands in no address that a log keeps."""
    waits = screens.screen_of(session)
    if waits is not None and waits.typed_at is None:
        return HttpResponse(status=204)
    return shown_screen(request, session)


@require_POST
@for_its_coach
def let_in(request: HttpRequest, reached: Reached, session: Session) -> HttpResponse:
    """The client said the two words, or not."""
    refused = ""
    try:
        screens.answer(
            reached.actor, session.pk, request.POST.get("words", ""), yes=request.POST.get("yes") == "1"
        )
    except Refused as refusal:
        refused = refusal.message
    return shown_screen(request, session, refused=refused)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pair(request: HttpRequest) -> HttpResponse:
    """The short address: type the code that the coach's page shows."""
    form = PairForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        token = tried(request, form)
        if token:
            response = redirect("practice-pair-screen")
            response.set_cookie(
                screens.COOKIE,
                token,
                max_age=screens.HOLDS,
                httponly=True,
                secure=settings.HTTPS,
                samesite="Strict",
            )
            return response
    context = {"form": form, "rows": ROWS, "length": screens.LENGTH}
    return render(request, "practice_live/pair.html", context, status=422 if form.errors else 200)


def tried(request: HttpRequest, form: PairForm) -> str:
    """The token of a good code; otherwise the form says what to do. Few tries an address, and few altogether."""
    if not ratelimit.consume(request, action="practice_code", key="everyone"):
        form.add_error("code", _("Dat zijn veel pogingen achter elkaar. Wacht tien minuten."))
        return ""
    try:
        return screens.type_code(form.cleaned_data["code"])
    except screens.WrongCode as wrong:
        form.add_error("code", str(wrong))
        return ""


def mine(request: HttpRequest) -> Screen | None:
    return screens.linked_screen(request.COOKIES.get(screens.COOKIE, ""))


def played_here(screen: Screen) -> Session | None:
    """The session of a linked screen, as its client; None where they take part no longer."""
    try:
        return session_for(current_actor(), screen.session_id)
    except NotYours:
        return None


@never_cache
@require_safe
@with_headset
def linked(request: HttpRequest) -> HttpResponse:
    """What this browser holds: two words while it waits, the session's screen once the coach let it in, or nothing."""
    screen = mine(request)
    if screen is None:
        return render(request, "practice_live/unlinked.html")
    if screen.let_in_at is None:
        return render(request, "practice_live/waiting.html", {"words": screens.two_words(screen)})
    with acting_as(Actor(account_id=screen.client_id)):
        session = played_here(screen)
        if session is None:
            return render(request, "practice_live/unlinked.html")
        waits = session.state not in Session.PLAYED
        scene = {} if waits else scene_of(session, get_language() or "nl")
        mark = screens.mark_of(session.pk)
        player = {
            **player_of(session),
            "socket": f"/live/scherm/{mark}/",
            "moments": "",
            "done": "",
            "lent": True,
        }
        shown = {"scene": scene, "player": player, "waits": waits, "was": session.state == LOOKING_BACK}
        return render(request, "practice_live/linked.html", shown)


@never_cache
@require_safe
def linked_now(request: HttpRequest) -> JsonResponse:
    """Whether the page would be another one by now: asked every few seconds while it waits."""
    screen = mine(request)
    if screen is None:
        return JsonResponse({"now": "gone"})
    if screen.let_in_at is None:
        return JsonResponse({"now": "waits"})
    with acting_as(Actor(account_id=screen.client_id)):
        session = played_here(screen)
    if session is None:
        return JsonResponse({"now": "gone"})
    return JsonResponse({"now": "plays" if session.state in Session.PLAYED else "ready"})
