"""An own scene begins and ends: copy, read a file in, keep, throw away, take off the list."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.actor import Actor, current_actor
from spoorboek.people.models import Organisation
from spoorboek.practice.scenes import access, acts


def seen(request: HttpRequest) -> int:
    """How many changes the person saw; -1 for a form that was tampered with."""
    value = request.POST.get("seen", "")
    return int(value) if value.isdecimal() else -1


def chosen(actor: Actor, request: HttpRequest) -> Organisation:
    """For which organisation; not found for who writes for none."""
    mine = access.writes_for(actor)
    wanted = request.POST.get("organisation", "")
    found = next((one for one in mine if str(one.pk) == wanted), mine[0] if len(mine) == 1 else None)
    if found is None:
        raise Http404
    return found


@login_required
@require_POST
def copy(request: HttpRequest, key: str) -> HttpResponse:
    """Begin an own scene."""
    actor = current_actor()
    try:
        draft = acts.copy_scene(actor, chosen(actor, request), key)
    except NotYours as stranger:
        raise Http404 from stranger
    return redirect("practice-scene-editor", draft.pk)


class FileForm(forms.Form):
    """A scene file, and for whom."""

    use_required_attribute = False
    file = forms.FileField(label=gettext_lazy("Bestand (.yaml)"))
    organisation = forms.ChoiceField(label=gettext_lazy("Voor welke organisatie?"))

    def __init__(self, *args: Any, organisations: list[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(one.pk), one.name) for one in organisations]
        self.fields["organisation"].choices = choices  # type: ignore[attr-defined]
        if len(choices) == 1:
            self.fields["organisation"].required = False
            self.fields["organisation"].widget = forms.HiddenInput()
            self.fields["organisation"].initial = choices[0][0]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def import_file(request: HttpRequest) -> HttpResponse:
    """Read a scene from a file."""
    actor = current_actor()
    mine = access.writes_for(actor)
    if not mine:
        raise Http404
    form = FileForm(request.POST or None, request.FILES or None, organisations=mine)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        text = upload.read(acts.LARGEST_FILE + 1).decode("utf-8", "replace")
        try:
            draft = acts.import_scene(actor, chosen(actor, request), text, upload.name)
        except Refused as refused:
            form.add_error("file", refused.message.splitlines())
        else:
            return redirect("practice-scene-editor", draft.pk)
    context = {"form": form, "place": "scenes"}
    return render(request, "practice_scenes/import.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def keep(request: HttpRequest, draft_id: uuid.UUID) -> HttpResponse:
    """Keep a draft, or throw it away."""
    actor = current_actor()
    try:
        if request.POST.get("do") == "discard":
            acts.discard_draft(actor, draft_id, seen(request))
            messages.success(request, _("Weggegooid."))
            return redirect("practice-scenes")
        release = acts.keep_scene(actor, draft_id, seen(request))
    except NotYours as stranger:
        raise Http404 from stranger
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect("practice-scene-editor", draft_id)
    messages.success(request, _("Bewaard. De scène staat op de lijst."))
    return redirect("practice-scene", release.key)


@login_required
@require_POST
def off(request: HttpRequest, key: str) -> HttpResponse:
    """Take an own scene off the list."""
    try:
        acts.take_off(current_actor(), key)
    except NotYours as stranger:
        raise Http404 from stranger
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect("practice-scene", key)
    messages.success(request, _("Van de lijst gehaald. Sessies die al liepen, houden hun eigen kopie."))
    return redirect("practice-scenes")
