"""The work folder without a link: the service worker, its empty page, the manifest, and *Mijn toestel*."""

import uuid

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET, require_POST

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.dossiers.views.steps_walk import for_client
from spoorboek.people.actor import current_actor
from spoorboek.programme.folder.offline import devices, middleware
from spoorboek.programme.folder.offline.media import with_media
from spoorboek.programme.folder.offline.shell import SCOPE, shell, worker_script
from spoorboek.programme.folder.views.calls import folder_call


@require_GET
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker. A browser asks for it again by itself, to see whether it changed."""
    return HttpResponse(
        worker_script(request), content_type="text/javascript", headers={"Cache-Control": "no-cache"}
    )


@require_GET
@with_media
@cache_control(no_cache=True)
def empty_page(request: HttpRequest) -> HttpResponse:
    """The page that fills itself on the device. Without a device of one's own it says where to go."""
    return HttpResponse(shell(request).html)


@require_GET
def manifest(request: HttpRequest) -> HttpResponse:
    """What a phone shows on its home screen."""
    icons = [("folder-192.png", "192x192"), ("folder-512.png", "512x512")]
    told = {
        "id": SCOPE,
        "name": _("Mijn werkmap · Spoorboek"),
        "short_name": _("Mijn werkmap"),
        "lang": get_language(),
        "start_url": SCOPE,
        "scope": SCOPE,
        "display": "standalone",
        "background_color": "#faf7f1",
        "theme_color": "#faf7f1",
        "icons": [
            {"src": static(name), "sizes": size, "type": "image/png", "purpose": "any maskable"}
            for name, size in icons
        ],
    }
    return JsonResponse(told, content_type="application/manifest+json", headers={"Cache-Control": "no-cache"})


@require_GET
@for_client
def my_device(request: HttpRequest, reached: Reached) -> HttpResponse:
    """*Mijn toestel*: what it means to keep the folder on a device, yes or no, and on which it is kept."""
    actor = current_actor()
    here = middleware.device_of(request)
    context = {
        "place": "folder",
        "devices": devices.own_devices(actor),
        "here": here,
        "is_here": here is not None and devices.own_devices(actor).filter(pk=here).exists(),
        "lock_after": devices.lock_after_days(),
        "printed_for": "",
    }
    return render(request, "folder/offline/device.html", context)


@require_POST
@folder_call
def claim(request: HttpRequest) -> HttpResponse:
    """This is my own device: its key, once, for the browser to put where scripts cannot read it."""
    actor = current_actor()
    try:
        device = devices.claim_device(actor, devices.name_of(request.headers.get("User-Agent", "")))
    except Refused as refusal:
        return JsonResponse({"sentence": refusal.message}, status=409)
    answer = key_answer(device.pk)
    middleware.remember(answer, device)
    return answer


@require_POST
@folder_call
def key(request: HttpRequest, device_id: uuid.UUID) -> HttpResponse:
    """The key again: the device put it away after a long time without us."""
    try:
        return key_answer(device_id)
    except NotYours as refusal:
        return JsonResponse({"sentence": refusal.message}, status=410)


def key_answer(device_id: uuid.UUID) -> JsonResponse:
    actor = current_actor()
    return JsonResponse(
        {
            "device": str(device_id),
            "key": devices.key_for(actor, device_id),
            "account": devices.account_mark(actor),
            "lockAfterDays": devices.lock_after_days(),
        }
    )


@require_POST
@for_client
def withdraw(request: HttpRequest, reached: Reached, device_id: uuid.UUID) -> HttpResponse:
    """Not my device any more. Where it is this one, the browser wipes it with the answer."""
    devices.withdraw_device(current_actor(), device_id)
    answer = redirect(reverse("folder_device"))
    if middleware.device_of(request) == device_id:
        middleware.wipe(answer)
    return answer
