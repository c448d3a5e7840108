"""The coach's page while somebody practises: what they see, how it goes, what can be asked; and notes beside it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_POST

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.views.room_pages import done
from spoorboek.methods.safety import safety
from spoorboek.practice.live.forms import NoteForm
from spoorboek.practice.live.screens import screen_of
from spoorboek.practice.live.views.door import for_its_coach
from spoorboek.practice.live.voice import ice_servers
from spoorboek.practice.live.words import coach_words
from spoorboek.practice.sessions.access import content_of, curve_of, runs, scene_of
from spoorboek.practice.sessions.limits import minutes_for
from spoorboek.practice.sessions.models import Session
from spoorboek.programme.coaching.acts.sessions import write_note
from spoorboek.site import clock, permissions

NOT_YET = frozenset({Session.State.PROPOSED, Session.State.PLANNED})


@require_GET
@for_its_coach
def live(request: HttpRequest, reached: Reached, session: Session) -> HttpResponse:
    """Before the client said yes and answered, or after it is over, there is nothing to see here."""
    scene = scene_of(session, get_language() or "nl")
    if not runs(session):
        return redirect("practice-of", session.dossier_id)
    if session.state in NOT_YET or not scene:
        return render(request, "practice_live/not_yet.html", of_page(reached, session))
    response = render(request, "practice_live/live.html", of_live(reached, session, scene))
    response.headers[permissions.HEADER] = permissions.policy("microphone")
    return response


def of_page(reached: Reached, session: Session) -> dict[str, Any]:
    person = reached.dossier.employment.person
    return {"place": "caseload", "dossier": reached.dossier, "person": person, "session": session}


def of_live(reached: Reached, session: Session, scene: dict[str, Any]) -> dict[str, Any]:
    content = content_of(session)
    return of_page(reached, session) | {
        "goal": content.goal,
        "before": curve_of(session).before,
        "scene": scene,
        "ladder": list(enumerate(scene["steps"], 1)),
        "form": NoteForm(),
        "screen": screen_of(session),
        "near_only": not ice_servers(),
        "told": {
            "socket": f"/live/oefenen/{session.pk}/",
            "begins": session.step,
            "kind": content.kind,
            "minutes": minutes_for(session),
            "safety": safety().for_player,
        },
        "say": coach_words(reached.dossier.employment.person.first_name),
    }


@require_POST
@for_its_coach
def note(request: HttpRequest, reached: Reached, session: Session) -> HttpResponse:
    """A working note of today, without leaving the page; the client can read it."""
    form = NoteForm(request.POST)

    def write() -> object:
        text = form.cleaned_data["text"]
        return write_note(
            reached.actor, session.dossier_id, clock.today(), text, form.kept, after_the_talk=False
        )

    kept = done(request, form, write, "")
    context = {"form": NoteForm() if kept else form, "session": session, "kept": kept, "marked": form.marked}
    return render(request, "practice_live/parts/note.html", context, status=200 if kept else 422)
