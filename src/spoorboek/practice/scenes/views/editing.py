"""The editor of an own scene: the whole of it, one part at a time, and the scene beside it."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spoorboek.dossiers.refusals import NotYours, Refused, Stale
from spoorboek.methods.scenes import SceneFile, troubles
from spoorboek.people.actor import current_actor
from spoorboek.practice.scenes import access, acts
from spoorboek.practice.scenes.headers import with_headset
from spoorboek.practice.scenes.models import SceneDraft
from spoorboek.practice.scenes.shown import live, shown, told_beside
from spoorboek.practice.scenes.views.keeping import seen
from spoorboek.practice.scenes.views.reading import as_file, language, player
from spoorboek.practice.scenes.writing.moves import MOVES
from spoorboek.practice.scenes.writing.overview import overview
from spoorboek.practice.scenes.writing.part import PartForm, as_data
from spoorboek.practice.scenes.writing.parts import PARTS, added, home_of
from spoorboek.practice.scenes.writing.place import in_the_words_of


def found(draft_id: uuid.UUID) -> SceneDraft:
    """The draft, for who coaches in its organisation; for others it does not exist."""
    try:
        return access.open_draft(current_actor(), draft_id)
    except NotYours as stranger:
        raise Http404 from stranger


@dataclass(frozen=True)
class Wrong:
    """Something that must change before the scene can be kept, and where that is done."""

    said: str
    href: str


def wrongs(draft: SceneDraft, scene: SceneFile) -> list[Wrong]:
    made = []
    for one in troubles(scene):
        home = home_of(scene, one.place)
        href = reverse("practice-scene-part", args=[draft.pk, *home]) if home else ""
        made.append(Wrong(capfirst(one.said.in_language(language())), href))
    return made


def own_words(scene: SceneFile) -> list[tuple[str, str]]:
    return [(own.key, own.label.in_language(language())) for own in scene.own]


@login_required
@require_safe
def editor(request: HttpRequest, draft_id: uuid.UUID) -> HttpResponse:
    """The whole scene: its parts, and what still has to change before it can be kept."""
    draft = found(draft_id)
    scene = access.kept(draft)
    played = scene.played(language())
    context = {
        "draft": draft,
        "scene": played,
        "told": told_beside(played),
        "file": scene,
        "shown": shown(access.Shelved(scene), language()),
        "wrong": wrongs(draft, scene),
        "place": "scenes",
    }
    return render(request, "practice_scenes/editor.html", context | overview(scene, played, language()))


def form_of(draft: SceneDraft, part: str, key: str, data: Any = None) -> PartForm:
    """The form of a part as it stands now. Not found for a part that is not there."""
    scene = access.kept(draft)
    try:
        return PARTS[part](data, scene=scene, key=key, language=language())
    except (KeyError, ValueError) as gone:
        raise Http404 from gone


NEW = "nieuw"
"""In the address of a part that was just added: what is still empty there is no mistake yet."""


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def part(request: HttpRequest, draft_id: uuid.UUID, part: str, key: str) -> HttpResponse:
    """One part in a form. What hangs together badly is kept too, and said beside its field."""
    draft = found(draft_id)
    if request.method == "POST":
        return saved(request, draft, part, key)
    form = form_of(draft, part, key)
    if NEW not in request.GET and any(form.field_of(one) is not None for one in troubles(form.scene)):
        form = form_of(draft, part, key, as_data(form.initial))
        form.is_valid()
        form.say_troubles(form.scene)
        return page(request, draft, part, form, is_kept=True)
    return page(request, draft, part, form)


def saved(request: HttpRequest, draft: SceneDraft, part: str, key: str) -> HttpResponse:
    form = form_of(draft, part, key, request.POST)
    if not form.is_valid():
        return page(request, draft, part, form)
    try:
        draft = acts.change_draft(current_actor(), draft.pk, seen_of(request, draft, form), form.changed)
    except Stale:
        return page(request, found(draft.pk), part, form, theirs=differences(form))
    except Refused as refused:
        form.add_error(None, refused.message)
        return page(request, draft, part, form)
    form.scene = access.kept(draft)
    if form.say_troubles(form.scene):
        return page(request, draft, part, form, is_kept=True)
    messages.success(request, _("Bewaard in deze versie."))
    answer = redirect("practice-scene-editor", draft.pk)
    answer["Location"] += f"#{part}"
    return answer


def seen_of(request: HttpRequest, draft: SceneDraft, form: PartForm) -> int:
    """The count of changes that the person saw; that of now where a colleague only changed other parts meanwhile."""
    return draft.changes if request.POST.get("was") == form.was else seen(request)


def differences(form: PartForm) -> list[tuple[Any, str]]:
    """Fields in which a colleague has other words than were typed here: the field, and what stands there now."""
    return [
        (form[name], in_the_words_of(form.fields[name], value))
        for name, value in form.initial.items()
        if name in form.fields and str(form[name].value() or "") != str(value or "")
    ]


def page(
    request: HttpRequest,
    draft: SceneDraft,
    part: str,
    form: PartForm,
    *,
    theirs: list[tuple[Any, Any]] | None = None,
    is_kept: bool = False,
) -> HttpResponse:
    """`is_kept`: what the form shows is saved, and what it says is wrong keeps the scene off the list only."""
    context = {
        "draft": draft,
        "form": form,
        "part": part,
        "key": form.key,
        "heading": form.title(),
        "own": own_words(form.scene) if any(name.endswith("_nl") for name in form.fields) else [],
        "theirs": theirs,
        "is_stale": theirs is not None,
        "is_kept": is_kept,
        "live": live(form.scene, language(), part, form.key),
        "place": "scenes",
    }
    refused = theirs is not None or (form.errors and not is_kept)
    status = 422 if refused else 200
    return render(request, "practice_scenes/part.html", context, status=status)


@login_required
@require_POST
def alongside(request: HttpRequest, draft_id: uuid.UUID, part: str, key: str) -> HttpResponse:
    """The scene as it would be with what is being typed. Nothing is saved."""
    form = form_of(found(draft_id), part, key, request.POST)
    scene = form.changed(form.scene) if form.is_valid() else form.scene
    wanted = request.POST.get("beside") == "1"
    try:
        told = live(scene, language(), part, key, in_space=wanted)
    except ValueError:
        told = live(form.scene, language(), part, key, in_space=wanted)
    return render(request, "practice_scenes/parts/live.html", {"live": told, "wrong": bool(form.errors)})


ANCHORS = {
    "moment": "#moment", "person": "#mens", "step": "#trede", "word": "#woord", "prop": "#ding", "sound": "#geluid",
    "dial": "#knop", "event": "#gebeurtenis", "extras": "#erbij", "kind": "#soort", "skill": "#vaardigheid",
}  # fmt: skip
"""Where on the page of the whole scene something was added or taken out."""


@login_required
@require_POST
def move(request: HttpRequest, draft_id: uuid.UUID) -> HttpResponse:
    """Add something, take it out, or move it."""
    draft = found(draft_id)
    verb, _colon, key = request.POST.get("do", "").partition(":")
    before = access.kept(draft)
    try:
        if verb not in MOVES:
            raise Refused(_("Kies wat er moet veranderen."))
        draft = acts.change_draft(
            current_actor(), draft.pk, seen(request), lambda scene: MOVES[verb](scene, key)
        )
    except (Refused, ValueError, StopIteration) as refused:
        messages.error(request, str(refused))
        return redirect("practice-scene-editor", draft.pk)
    if verb.endswith("-add") and (new := added(before, access.kept(draft), verb.removesuffix("-add"))):
        return redirect(f"{reverse('practice-scene-part', args=[draft.pk, *new])}?{NEW}")
    answer = redirect("practice-scene-editor", draft.pk)
    answer["Location"] += ANCHORS.get(verb.partition("-")[0], "")
    return answer


@login_required
@require_safe
@with_headset
def attempt(request: HttpRequest, draft_id: uuid.UUID) -> HttpResponse:
    """Try the draft as it is now; one that does not hang together yet is mended first."""
    draft = found(draft_id)
    scene = access.kept(draft)
    if troubles(scene):
        messages.info(request, _("Er is nog iets dat eerst anders moet. Daarna kun je de scène proberen."))
        return redirect("practice-scene-editor", draft.pk)
    shelved = access.Shelved(scene)
    told = {**player(shelved), "text": ""}
    context = {
        "draft": draft,
        "shown": shown(shelved, language()),
        "scene": scene.played(language()),
        "player": told,
    }
    return render(request, "practice_scenes/attempt.html", {**context, "place": "scenes"})


@login_required
@require_safe
def draft_file(request: HttpRequest, draft_id: uuid.UUID) -> HttpResponse:
    """The draft as a file."""
    return as_file(access.kept(found(draft_id)))
