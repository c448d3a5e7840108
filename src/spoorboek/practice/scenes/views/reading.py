"""The scenes: a list, trying one out, and its conversation as pages without any script."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from spoorboek.dossiers.refusals import NotYours
from spoorboek.methods.scenes import SceneFile
from spoorboek.methods.scenes.writing import as_yaml
from spoorboek.people.actor import Actor, current_actor
from spoorboek.practice.scenes import access
from spoorboek.practice.scenes.headers import with_headset
from spoorboek.practice.scenes.own_form import OwnForm
from spoorboek.practice.scenes.shown import conversation, shown


def language() -> str:
    return get_language() or "nl"


def frame(actor: Actor) -> dict[str, Any]:
    """Which face the page has."""
    works = access.coaches(actor)
    base = "base_professional.html" if works else "base_client.html"
    return {"base": base, "place": "scenes" if works else "today", "works": works}


def found(key: str) -> access.Shelved:
    """A scene for the reader; for whom there is none it does not exist."""
    try:
        return access.scene_for(current_actor(), key)
    except NotYours as stranger:
        raise Http404 from stranger


@login_required
@require_safe
def scenes(request: HttpRequest) -> HttpResponse:
    """What there is to practise."""
    actor = current_actor()
    shelved = access.scenes_for(actor)
    if not shelved:
        raise Http404
    own = [shown(one, language()) for one in shelved if one.release]
    ours = [shown(one, language()) for one in shelved if not one.release]
    drafts = [(draft, access.kept(draft).title.in_language(language())) for draft in access.drafts(actor)]
    context = frame(actor) | {"own": own, "ours": ours, "drafts": drafts}
    return render(request, "practice_scenes/scenes.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@with_headset
def scene(request: HttpRequest, key: str) -> HttpResponse:
    """Try a scene: first its words for one's own workplace, then the scene itself. Nothing is kept."""
    shelved = found(key)
    form = OwnForm(request.POST or None, scene=shelved.scene, language=language(), asks_kind=False)
    filled = form.values() if request.method == "POST" and form.is_valid() else {}
    context = frame(current_actor()) | {
        "shown": shown(shelved, language()),
        "form": form,
        "scene": shelved.scene.played(language(), filled),
        "player": player(shelved),
        "scene_has_own": bool(form.fields),
        "organisations": access.writes_for(current_actor()),
    }
    return render(request, "practice_scenes/scene.html", context, status=422 if form.errors else 200)


def player(shelved: access.Shelved) -> dict[str, Any]:
    """What the engine is told beside the scene: nobody is linked and nothing is kept."""
    text = reverse("practice-scene-text", args=[shelved.key])
    return {
        "way": "screen", "socket": "", "moments": "", "home": True, "minutes": shelved.scene.minutes, "text": text,
    }  # fmt: skip


@login_required
@require_safe
def scene_file(request: HttpRequest, key: str) -> HttpResponse:
    """The scene as a file, for who coaches."""
    shelved = found(key)
    if not access.coaches(current_actor()):
        raise Http404
    return as_file(shelved.scene)


def as_file(scene: SceneFile) -> HttpResponse:
    answer = HttpResponse(as_yaml(scene), content_type="application/yaml; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{scene.key}.yaml"'
    return answer


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def text(request: HttpRequest, key: str) -> HttpResponse:
    """The conversation as pages. What was said goes along in the form, so that nothing is kept here."""
    shelved = found(key)
    given: Mapping[str, Any] = request.POST
    form = OwnForm(request.POST or None, scene=shelved.scene, language=language())
    begun = request.method == "POST" and form.is_valid()
    own = form.values() if begun else {}
    played = shelved.scene.played(language(), own)
    context = frame(current_actor()) | {"shown": shown(shelved, language()), "form": form, "scene": played}
    if begun:
        context |= conversation(played, given, form.cleaned_data.get("kind", ""))
    template = "practice_scenes/talk.html" if begun else "practice_scenes/talk_start.html"
    return render(request, template, context, status=422 if form.errors else 200)
