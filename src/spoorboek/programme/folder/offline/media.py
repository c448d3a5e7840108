"""Pages on which a client takes a photo or speaks: they may use the microphone, and show what was just made."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from csp.constants import SELF
from csp.decorators import csp_update
from django.http import HttpResponse

from spoorboek.site.permissions import HEADER, policy

P = ParamSpec("P")
MADE_HERE = {"img-src": ["blob:"], "media-src": [SELF, "blob:"]}
"""`blob:` is an address within the page itself, for what is not sent yet."""


def with_media(view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """Opens the microphone and the page's own addresses, for this page only."""

    @wraps(view)
    def opened(*args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response: HttpResponse = csp_update(MADE_HERE)(view)(*args, **kwargs)
        response[HEADER] = policy("camera", "microphone")
        return response

    return opened
