"""The editor of an own scene."""

import uuid

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from spoorboek.dossiers.refusals import NotYours
from spoorboek.methods.scenes import troubles
from spoorboek.people.actor import current_actor
from spoorboek.practice.scenes import access
from spoorboek.practice.scenes.models import SceneDraft
from spoorboek.practice.scenes.shown import shown
from spoorboek.practice.scenes.views.reading import language


def found(draft_id: uuid.UUID) -> SceneDraft:
    """The draft, for who coaches in its organisation; for others it does not exist."""
    try:
        return access.open_draft(current_actor(), draft_id)
    except NotYours as stranger:
        raise Http404 from stranger


@login_required
@require_safe
def editor(request: HttpRequest, draft_id: uuid.UUID) -> HttpResponse:
    """The whole scene: its parts, and what still has to change before it can be kept."""
    draft = found(draft_id)
    scene = access.kept(draft)
    wrong = [one.said.in_language(language()) for one in troubles(scene)]
    context = {
        "draft": draft,
        "shown": shown(access.Shelved(scene), language()),
        "wrong": wrong,
        "place": "scenes",
    }
    return render(request, "practice_scenes/editor.html", context)
