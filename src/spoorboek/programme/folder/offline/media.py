"""Pages on which a client takes a photo or speaks: they may use the microphone, and show what was just made."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from csp.constants import SELF
from csp.decorators import csp_update
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from spoorboek.site.permissions import HEADER, policy

Page = Callable[..., HttpResponseBase]
MADE_HERE = {"img-src": ["blob:"], "media-src": [SELF, "blob:"]}
"""`blob:` is an address within the page itself, for what is not sent yet."""


def with_media(view: Page) -> Page:
    """Opens the microphone and the page's own addresses, for this page only."""

    @wraps(view)
    def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response: HttpResponseBase = csp_update(MADE_HERE)(view)(request, *args, **kwargs)
        response[HEADER] = policy("camera", "microphone")
        return response

    return opened
