"""What every page of a list shares."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from spoorboek.dossiers.refusals import NotYours
from spoorboek.loading import access
from spoorboek.loading.models import Import
from spoorboek.loading.questions import next_step
from spoorboek.loading.trail import trail, where
from spoorboek.people.actor import current_actor

BUSY = frozenset({Import.State.READING, Import.State.WORKING, Import.State.UNDOING})
OVER = frozenset({Import.State.DONE, Import.State.UNDONE, Import.State.CANCELLED, Import.State.EXPIRED})


def own(import_id: uuid.UUID) -> Import:
    """The reader's own list, or 404."""
    try:
        return access.import_of(current_actor(), import_id)
    except NotYours as refusal:
        raise Http404(refusal.message) from refusal


def elsewhere(load: Import) -> str:
    """The address where a list is now that cannot be changed any more; empty while it can."""
    if load.state in BUSY:
        return reverse("list_progress", args=[load.pk])
    return reverse("list_outcome", args=[load.pk]) if load.state in OVER else ""


def on(load: Import) -> HttpResponse:
    """On to the next question."""
    return redirect(elsewhere(load) or where(load, next_step(load)))


def page(
    request: HttpRequest, template: str, load: Import | None, here: str, *, status: int = 200, **more: Any
) -> HttpResponse:
    """A page of loading, with the steps above it."""
    context = {"place": "lists", "load": load, "trail": trail(load, here), **more}
    return render(request, f"loading/{template}.html", context, status=status)
