"""What the pages of intervision share."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from spoorboek.circle import access
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.actor import current_actor

View = Callable[..., HttpResponse]


def for_professionals(view: View) -> View:
    """Who guides clients for a living; another's group or meeting does not exist."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            access.check_professional(current_actor())
        except NotYours as refusal:
            raise PermissionDenied(refusal.message) from refusal
        try:
            return view(request, *args, **kwargs)
        except NotYours as refusal:
            raise Http404(refusal.message) from refusal

    return login_required(checked)


def page(request: HttpRequest, template: str, *, status: int = 200, **more: Any) -> HttpResponse:
    """A page of intervision."""
    return render(request, f"circle/{template}.html", {"place": "intervision", **more}, status=status)


def is_live(request: HttpRequest) -> bool:
    """Whether the room's own script sent this; its screen hears of the change over the socket."""
    return request.headers.get("x-room") == "1"


def said_no(request: HttpRequest, refusal: Refused) -> JsonResponse | None:
    """A refusal for the room's script; for a page it becomes a message above the next page."""
    if is_live(request):
        return JsonResponse({"say": refusal.message}, status=422)
    messages.error(request, refusal.message)
    return None
