"""The questions beforehand, answered by the client alone. One page each, and nothing is kept but how it ends.

What was answered so far travels in the page itself as one word (`so_far`), so that no answer is stored anywhere: not in
a table, a session, an address or a log.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.shown import in_language
from spoorboek.dossiers.views.room_pages import tried
from spoorboek.dossiers.views.steps_walk import for_client
from spoorboek.methods.safety import Asked, safety
from spoorboek.practice.sessions.acts import planning, screening
from spoorboek.practice.sessions.models import Session
from spoorboek.practice.sessions.views.frame import found, shown

FINE = "headset"
WORST = (FINE, "ask-doctor", "screen", "not-today")
"""From what leaves most open to what leaves least."""
HIGHEST = 10


@dataclass(frozen=True)
class Going:
    """How far somebody is: the number of the question, and what follows from the answers so far."""

    number: int
    so_far: str


def worse(one: str, other: str) -> str:
    return max(one, other, key=WORST.index)


def going(request: HttpRequest, asked: Sequence[Asked]) -> Going | None:
    """What the page said so far with the answer to its question; None where nothing fitting was answered."""
    if request.method != "POST":
        return Going(0, FINE)
    number, so_far = request.POST.get("number", ""), request.POST.get("so_far", "")
    if not (number.isdecimal() and int(number) < len(asked)) or so_far not in WORST:
        return Going(0, FINE)
    follows = outcome(asked[int(number)], request.POST.get("answer", ""))
    return Going(int(number) + 1, worse(so_far, follows)) if follows else None


def outcome(question: Asked, answer: str) -> str:
    """What follows from one answer; empty where it answers nothing."""
    if question.scale:
        fits = answer.isdecimal() and int(answer) <= HIGHEST
        return (question.outcome if int(answer) > (question.above or 0) else FINE) if fits else ""
    return {"yes": question.outcome, "no": FINE, "unsure": question.unsure or FINE}.get(answer, "")


def walked(
    request: HttpRequest, reached: Reached, asked: Sequence[Asked], end: str, **more: Any
) -> HttpResponse:
    """The next question, the same one again where nothing was chosen, or the page `end`."""
    now = going(request, asked)
    wrong = ""
    if now is None:
        now = Going(int(request.POST["number"]), request.POST["so_far"])
        wrong = _("Kies eerst een antwoord.")
    if now.number >= len(asked):
        return shown(request, reached, end, so_far=now.so_far, **more)
    question = asked[now.number]
    return shown(
        request,
        reached,
        "beforehand",
        going=now,
        of=len(asked),
        words=in_language(question.question),
        items=[in_language(one) for one in question.items],
        asked=question,
        scale=range(HIGHEST + 1),
        wrong=wrong,
        **more,
    )


@never_cache
@require_http_methods(["GET", "POST"])
@for_client
def fit(request: HttpRequest, reached: Reached) -> HttpResponse:
    """*Past een bril bij mij?*, once a person."""
    return walked(request, reached, safety().person, "fit", title=_("Past een bril bij mij?"))


@require_POST
@for_client
def settle_fit(request: HttpRequest, reached: Reached) -> HttpResponse:
    """What the person chose in the end: a headset may, or the screen."""
    way = request.POST.get("way", "")
    tried(
        request,
        lambda: screening.settle_fit(reached.actor, reached.dossier.pk, way),
        _("Goed. Dat weten we."),
    )
    return redirect("practice")


@never_cache
@require_http_methods(["GET", "POST"])
@for_client
def today(request: HttpRequest, reached: Reached, session_id: uuid.UUID) -> HttpResponse:
    """The three questions of this day; then the choice."""
    session = found(reached, session_id)
    if session.state != Session.State.PLANNED:
        return redirect("practice-session", session_id)
    wears = screening.may_wear(reached.dossier.pk)
    return walked(
        request, reached, safety().day, "today", title=_("Hoe is het vandaag?"), session=session, wears=wears
    )


@require_POST
@for_client
def settle_today(request: HttpRequest, reached: Reached, session_id: uuid.UUID) -> HttpResponse:
    """With the headset, on the screen, or not today."""
    way = request.POST.get("way", "")
    if way == "not-today":
        tried(
            request,
            lambda: planning.not_now(reached.actor, session_id),
            _("Dat is goed. Rust is ook oefenen."),
        )
        return redirect("practice")
    tried(request, lambda: screening.settle_today(reached.actor, session_id, way))
    return redirect("practice-session", session_id)
