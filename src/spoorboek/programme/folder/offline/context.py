"""What client pages outside the folder load on a device of one's own."""

from django.http import HttpRequest

from spoorboek.programme.folder.offline.middleware import device_of


def kept(request: HttpRequest) -> dict[str, str]:
    """`keeps_here`: a template that sends what waits, also before signing out; empty on every other device."""
    return {
        "keeps_here": "folder/offline/keep.html"
        if device_of(request) and request.user.is_authenticated
        else ""
    }
