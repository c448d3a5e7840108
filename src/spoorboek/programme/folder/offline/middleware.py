"""Signing out leaves nothing in the browser. A device of one's own is wiped as well at another's sign-in and once it
was withdrawn.

`Clear-Site-Data: "storage"` takes the database, the caches and the service worker, also where no script of ours runs.
Source: https://www.w3.org/TR/clear-site-data/
"""

import uuid
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from spoorboek.dossiers.refusals import NotYours
from spoorboek.people.actor import Actor, acting_as
from spoorboek.programme.folder.models import Device
from spoorboek.programme.folder.offline.devices import own_device

COOKIE = "folder_device"
FOREVER = 400 * 24 * 60 * 60
"""Seconds; browsers keep no cookie longer."""
FOLDER = "/werkmap/"


def device_of(request: HttpRequest) -> uuid.UUID | None:
    """The device that says it is someone's own; whether it still is, is another matter."""
    try:
        return uuid.UUID(request.COOKIES.get(COOKIE, ""))
    except ValueError:
        return None


def remember(response: HttpResponse, device: Device) -> None:
    response.set_cookie(
        COOKIE, str(device.pk), max_age=FOREVER, secure=settings.HTTPS, httponly=True, samesite="Lax"
    )


def wipe(response: HttpResponse) -> None:
    response["Clear-Site-Data"] = '"storage"'
    response.delete_cookie(COOKIE, samesite="Lax")


def belongs_to(account_id: uuid.UUID, device_id: uuid.UUID) -> bool:
    """Asked as the one who is signed in now, who may be another than when the request came in."""
    actor = Actor(account_id=account_id)
    with acting_as(actor):
        try:
            own_device(actor, device_id)
        except NotYours:
            return False
    return True


class OwnDevice:
    """Stands within `ActorMiddleware`; for who has no device of their own it looks at signing out only."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        device_id = device_of(request)
        before = request.user.pk if device_id else None
        response = self.get_response(request)
        if must_wipe(request, device_id, before):
            wipe(response)
        return response

    def process_view(self, request: HttpRequest, *view: object) -> HttpResponse | None:
        """Signing out from a page whose script did not run (yet): what waits on the device was not sent."""
        if signs_out(request) and request.POST.get("waits") is not None:
            return redirect("account_logout")
        return None


def signs_out(request: HttpRequest) -> bool:
    found = request.resolver_match
    return request.method == "POST" and found is not None and found.url_name == "account_logout"


def must_wipe(request: HttpRequest, device_id: uuid.UUID | None, before: uuid.UUID | None) -> bool:
    """Signed out by choice, on whatever device, or someone is signed in whose device it is not (any more)."""
    if device_id is None:
        return signs_out(request) and request.user.pk is None
    after = request.user.pk
    if after is None:
        return before is not None
    changed = after != before or request.path.startswith(FOLDER)
    return changed and not belongs_to(after, device_id)
