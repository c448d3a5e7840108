"""What scripts of the work folder ask, in JSON. They are never led to another page: they are told where they stand."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from spoorboek.programme.folder.offline.middleware import belongs_to, device_of

P = ParamSpec("P")
Call = Callable[Concatenate[HttpRequest, P], HttpResponse]


def folder_call(view: Call[P]) -> Callable[..., HttpResponse]:
    """401 for who has to sign in, 410 for a device that may keep nothing any more (it is wiped with the answer)."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return JsonResponse({"sign_in": reverse("account_login")}, status=401)
        device_id = device_of(request)
        if device_id and not belongs_to(request.user.pk, device_id):
            sentence = _("Dit toestel bewaart je werkmap niet meer.")
            return JsonResponse({"sentence": sentence}, status=410)
        return view(request, *args, **kwargs)

    return wrapped
