"""The client's place to practise, and the page of one session."""

import json
import uuid

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.dossiers.views.steps_walk import for_client
from spoorboek.people.actor import current_actor
from spoorboek.practice.sessions import access
from spoorboek.practice.sessions.acts import planning, playing
from spoorboek.practice.sessions.models import Session
from spoorboek.practice.sessions.views.frame import found, shown, tried


@require_GET
@for_client
def practice(request: HttpRequest, reached: Reached) -> HttpResponse:
    """What is planned, what waits for a yes, and what was."""
    rows = list(access.sessions_of(reached.dossier.pk))
    return shown(
        request,
        reached,
        "practice",
        coming=[row for row in rows if not row.is_over],
        earlier=[row for row in rows if row.is_over],
    )


@require_GET
@for_client
def session_page(request: HttpRequest, reached: Reached, session_id: uuid.UUID) -> HttpResponse:
    """Where this session stands now: the question of this moment, or the player."""
    session = found(reached, session_id)
    return shown(
        request,
        reached,
        "session",
        session=session,
        content=access.content_of(session),
        scene=access.scene_of(session, get_language() or "nl") if session.state in Session.PLAYED else {},
        player=player_of(session),
    )


def player_of(session: Session) -> dict[str, object]:
    """What the player has to know besides the scene."""
    return {
        "way": session.way or session.wish,
        "socket": f"/live/oefenen/{session.pk}/" if session.coach_id else "",
        "moments": reverse("practice-moments", args=[session.pk]),
        "home": session.at_home,
        "minutes": session.minutes,
    }


@require_POST
@for_client
def agree(request: HttpRequest, reached: Reached, session_id: uuid.UUID) -> HttpResponse:
    """*Ja, dit wil ik oefenen.*"""
    tried(request, lambda: planning.agree(reached.actor, session_id), _("Goed. Het staat zo klaar."))
    return redirect("practice-session", session_id)


@require_POST
@for_client
def not_now(request: HttpRequest, reached: Reached, session_id: uuid.UUID) -> HttpResponse:
    """*Nu niet.*"""
    tried(request, lambda: planning.not_now(reached.actor, session_id), _("Dat is goed. Het hoeft nu niet."))
    return redirect("practice")


@require_POST
def moments(request: HttpRequest, session_id: uuid.UUID) -> HttpResponse:
    """What the player tells, as a JSON list, where there is no link or it was lost. Answers the highest number kept."""
    if not request.user.is_authenticated:
        return JsonResponse({"sign_in": reverse("account_login")}, status=401)
    try:
        told = json.loads(request.body)
        if not isinstance(told, list):
            raise ValueError("A list of moments was asked for.")
        last = playing.keep_moments(current_actor(), session_id, told)
    except ValueError:
        return JsonResponse({"sentence": _("Dit konden we niet lezen.")}, status=400)
    except NotYours as refusal:
        return JsonResponse({"sentence": refusal.message}, status=404)
    except Refused as refusal:
        return JsonResponse({"sentence": refusal.message}, status=409)
    return JsonResponse({"kept": last})
