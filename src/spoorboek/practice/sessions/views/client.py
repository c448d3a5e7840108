"""The client's place to practise, and the page of one session: one question at a time."""

import uuid
from itertools import islice
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.doors import href
from spoorboek.dossiers.views.room_pages import tried
from spoorboek.dossiers.views.steps_walk import for_client
from spoorboek.methods.safety import safety
from spoorboek.practice.scenes.headers import allows_headset
from spoorboek.practice.sessions import access, asking, limits, symptoms
from spoorboek.practice.sessions.acts import beginning, feeling, looking_back, planning
from spoorboek.practice.sessions.forms import KeepForm, WordsForm
from spoorboek.practice.sessions.models import Fit, Keep, Measure, Session, Words
from spoorboek.practice.sessions.playable import at_home
from spoorboek.practice.sessions.shown import ShownSession, shown_session, shown_sessions
from spoorboek.practice.sessions.symptoms_shown import symptoms_of
from spoorboek.practice.sessions.views.frame import found, shown
from spoorboek.site import clock

State = Session.State
SCALE = range(feeling.HIGHEST + 1)
QUIET_PLACE = "quiet-place"
"""The scene that is a quiet place itself."""
SMALL_STEP_SHEET = "first-small-step"
"""The worksheet of the work folder on trying something for real."""


@require_GET
@for_client
def practice(request: HttpRequest, reached: Reached) -> HttpResponse:
    """What waits for a yes, what is planned, what was; and practising at home."""
    rows = shown_sessions(access.sessions_of(reached.dossier.pk)[:60])
    earlier = [one for one in rows if one.row.is_over and one.row.state != State.NOT_NOW]
    return shown(
        request,
        reached,
        "practice",
        coming=[one for one in rows if not one.row.is_over][::-1],
        earlier=earlier,
        how_was_it=next((one for one in earlier if asking.next_question(one.row)), None),
        home=list(islice(at_home(), 2)),
        today=clock.today(),
        fit=Fit.objects.filter(dossier=reached.dossier).first(),
    )


@require_GET
@for_client
def session_page(request: HttpRequest, reached: Reached, session_id: uuid.UUID) -> HttpResponse:
    """Where this session stands now."""
    session = found(reached, session_id)
    one = shown_session(session)
    about: dict[str, Any] = {"session": session, "one": one, "today": clock.today()}
    if "klaar" not in request.GET and beginning.only_tried_stopping(session):
        return shown(request, reached, "tried_stopping", **about)
    question = asking.next_question(session)
    if question:
        return shown(request, reached, "question", **about, **question_shown(question))
    if session.state in Session.PLAYED and "gestopt" in request.GET:
        return shown(request, reached, "stopped", **about)
    if session.state in Session.PLAYED:
        return play(request, reached, about)
    if session.state == State.LOOKING_BACK:
        part = asking.part_of(session, request.GET.get("deel", ""))
        return shown(request, reached, f"part_{part}", **about, **part_shown(reached, one, part))
    return shown(request, reached, "session", **about, **over_shown(reached, one))


def question_shown(question: asking.Question) -> dict[str, Any]:
    """The question with its scale, or the licensed questionnaire where this installation has it."""
    full = symptoms.texts() if question.what == Measure.What.SYMPTOMS else None
    return {"question": question, "scale": SCALE, "full": full}


def play(request: HttpRequest, reached: Reached, about: dict[str, Any]) -> HttpResponse:
    """The player, with what it has to know besides the scene."""
    session = about["session"]
    scene = access.scene_of(session, get_language() or "nl")
    return allows_headset(shown(request, reached, "play", **about, scene=scene, player=player_of(session)))


def player_of(session: Session) -> dict[str, Any]:
    """What a player of this session has to know besides the scene; docs/contributors/vr-play.md."""
    return {
        "way": session.way or Session.Way.SCREEN,
        "socket": f"/live/oefenen/{session.pk}/" if session.coach_id else "",
        "moments": reverse("practice-moments", args=[session.pk]),
        "done": reverse("practice-session", args=[session.pk]) + "?gestopt=1",
        "home": session.at_home,
        "quiet_first": not session.at_home and session.scene != QUIET_PLACE,
        "minutes": limits.minutes_for(session),
        "step": session.step,
        "kind": access.content_of(session).kind,
        "may_go_up": session.at_home or session.decides == Session.Decides.CLIENT,
        "safety": safety().for_player,
    }


def part_shown(reached: Reached, one: ShownSession, part: str) -> dict[str, Any]:
    """What a page of looking back shows."""
    session = one.row
    texts = access.words_of(session)
    more: dict[str, Any] = {"part": part, "later": reverse("practice")}
    if part == "debrief":
        more |= {"form": WordsForm(initial={"text": texts.get(Words.Kind.LOOKING_BACK, "")})}
    if part == "step":
        more |= {
            "form": WordsForm(initial={"text": texts.get(Words.Kind.STEP, "")}),
            "sheet": href("worksheet", SMALL_STEP_SHEET),
        }
    if part == "keep":
        more |= {"form": keep_form(session, texts)}
    if part == "close":
        more |= {"minutes": safety().value("drive-after"), "with_headset": session.way == Session.Way.HEADSET}
    return more


def keep_form(session: Session, texts: dict[str, str], data: Any = None) -> KeepForm:
    """What there is to keep, with what the coach keeps already ticked."""
    offered = [Keep.Kind.CURVE, *(kind for kind in (Keep.Kind.LOOKING_BACK, Keep.Kind.STEP) if kind in texts)]
    kept = [one.kind for one in access.live_keeps(session)]
    return KeepForm(data, offered=[kind.value for kind in offered], initial={"kinds": kept})


def over_shown(reached: Reached, one: ShownSession) -> dict[str, Any]:
    """A session that is over, or has not begun."""
    session = one.row
    if not session.is_over or session.state == State.NOT_NOW:
        return {"waits": session.state == State.SUITED, "again": limits.headset_again_at(session)}
    texts = access.words_of(session)
    return {
        "texts": texts,
        "tried_form": WordsForm(initial={"text": texts.get(Words.Kind.TRIED, "")}),
        "keeps": access.live_keeps(session),
        "curve": access.curve_of(session),
        "symptoms": symptoms_of(session),
        "note_to": access.coaches_of(reached.dossier.pk) if session.at_home and not session.is_wiped else [],
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
@for_client
def say(request: HttpRequest, reached: Reached, session_id: uuid.UUID) -> HttpResponse:
    """The answer to one question, or skipping it."""
    when, what = request.POST.get("when", ""), request.POST.get("what", "")
    tried(request, lambda: feeling.say(reached.actor, session_id, when, what, value_of(request)))
    return redirect("practice-session", session_id)


def value_of(request: HttpRequest) -> int | list[int] | None:
    """What was chosen, None where it was skipped. What is missing or strange is out of range, which the act refuses."""
    if "skip" in request.POST:
        return None
    if "item-1" in request.POST:
        return [whole(request.POST.get(f"item-{number}", "")) for number in range(1, 17)]
    return whole(request.POST.get("value", ""))


def whole(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 3 else -1


@require_POST
@for_client
def begin(request: HttpRequest, reached: Reached, session_id: uuid.UUID) -> HttpResponse:
    """*Open de oefening.*"""
    tried(request, lambda: beginning.begin(reached.actor, session_id))
    return redirect("practice-session", session_id)


@require_POST
@for_client
def stop(request: HttpRequest, reached: Reached, session_id: uuid.UUID) -> HttpResponse:
    """*Stop*, also without a script."""
    ended = "ended" in request.POST
    tried(request, lambda: looking_back.stop_playing(reached.actor, session_id, ended=ended))
    return redirect("practice-session", session_id)
