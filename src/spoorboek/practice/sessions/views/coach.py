"""The coach's pages of practising in a dossier: what is planned, what waits for a yes, what was and what they keep."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from spoorboek.dossiers import health_words
from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.doors import href
from spoorboek.dossiers.refusals import Refused
from spoorboek.dossiers.shown import in_language
from spoorboek.dossiers.views.room_pages import done, tried
from spoorboek.dossiers.views.steps_walk import for_roles
from spoorboek.methods.scenes.own_words import filled, values
from spoorboek.people.policy import GUIDES
from spoorboek.practice.scenes.shown import shown as shown_scene
from spoorboek.practice.sessions import access
from spoorboek.practice.sessions.acts import planning
from spoorboek.practice.sessions.forms import PlanForm
from spoorboek.practice.sessions.models import Session, Words
from spoorboek.practice.sessions.playable import choosable, scene_named
from spoorboek.practice.sessions.progress import progress_of
from spoorboek.practice.sessions.shown import shown_session, shown_sessions
from spoorboek.practice.sessions.views.frame import found, shown

State = Session.State
WAITS_FOR_CLIENT = {State.PROPOSED, State.PLANNED, State.SUITED, State.LOOKING_BACK}
"""Where the page looks by itself whether the client went on."""


@require_GET
@for_roles(*GUIDES)
def practice_of(request: HttpRequest, reached: Reached) -> HttpResponse:
    """The coach's own sessions with this client, and notes they were sent from home."""
    rows = shown_sessions(access.sessions_of(reached.dossier.pk)[:60])
    return shown(
        request,
        reached,
        "practice_of",
        coming=[one for one in rows if not one.row.is_over][::-1],
        earlier=[one for one in rows if one.row.is_over],
        notes=access.notes_for(reached.actor, reached.dossier.pk),
    )


@require_GET
@for_roles(*GUIDES)
def choose(request: HttpRequest, reached: Reached) -> HttpResponse:
    """Which scene, together with the client."""
    language = get_language() or "nl"
    scenes = [shown_scene(one, language) for one in choosable(reached.actor)]
    return shown(request, reached, "choose", scenes=scenes)


@require_http_methods(["GET", "POST"])
@for_roles(*GUIDES)
def plan(request: HttpRequest, reached: Reached, scene: str) -> HttpResponse:
    """The step, the words of the own workplace, who decides, how long and when."""
    try:
        file = scene_named(reached.actor, scene)
    except Refused:
        return redirect("practice-choose", reached.dossier.pk)
    form = PlanForm(
        request.POST if request.method == "POST" else None, scene=file, language=get_language() or "nl"
    )

    def act() -> None:
        planning.plan_session(reached.actor, reached.dossier.pk, form.plan, form.kept)

    person = reached.dossier.employment.person.first_name
    if done(request, form, act, _("Het staat klaar. %(name)s zegt nu ja of nu niet.") % {"name": person}):
        return redirect("practice-of", reached.dossier.pk)
    language = get_language() or "nl"
    situation = filled(in_language(file.situation), values(file, language, {}))
    may_not = health_words.may_not_be_written()
    return shown(request, reached, "plan", form=form, scene=file, situation=situation, may_not=may_not)


@require_GET
@for_roles(*GUIDES)
def one_session(request: HttpRequest, reached: Reached, session_id: uuid.UUID) -> HttpResponse:
    """One session: what was agreed, where it stands, and afterwards what the coach may keep."""
    session = found(reached, session_id)
    texts = access.words_of(session) if session.is_over else {}
    return shown(
        request,
        reached,
        "coach_session",
        session=session,
        one=shown_session(session),
        live=href("practice-live", session.pk) if looks_along(session) else "",
        waits=session.state in {State.PROPOSED, State.PLANNED},
        curve=access.curve_of(session) if session.is_over or access.runs(session) else None,
        waits_for_client=session.state in WAITS_FOR_CLIENT and access.runs(session),
        texts=[(label, texts[kind]) for kind, label in Words.Kind.choices if kind in texts],
    )


def looks_along(session: Session) -> bool:
    """Whether the page beside the client's screen opens."""
    return session.state in {State.SUITED, *Session.PLAYED} and access.runs(session)


@require_POST
@for_roles(*GUIDES)
def withdraw(request: HttpRequest, reached: Reached, session_id: uuid.UUID) -> HttpResponse:
    """The coach takes a plan back, as long as nobody plays."""
    found(reached, session_id)
    tried(request, lambda: planning.not_now(reached.actor, session_id), _("Het staat niet meer klaar."))
    return redirect("practice-of", reached.dossier.pk)


@require_GET
@for_roles(*GUIDES)
def progress(request: HttpRequest, reached: Reached) -> HttpResponse:
    """What changed over time, as far as the client lets this coach keep it."""
    return shown(request, reached, "progress_of", scenes=progress_of(reached.dossier.pk))
