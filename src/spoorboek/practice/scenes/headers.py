"""The header of a page that holds a player: it may ask for a headset, and for nothing else.

Source: https://www.w3.org/TR/webxr/#permissions-policy
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from django.http import HttpResponse

from spoorboek.site import permissions

P = ParamSpec("P")


def with_headset(view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """Decorator of a view whose page includes the player."""

    @wraps(view)
    def answered(*args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        return allows_headset(view(*args, **kwargs))

    return answered


def allows_headset(response: HttpResponse) -> HttpResponse:
    """The same for an answer that was made already."""
    response.headers[permissions.HEADER] = permissions.policy("xr-spatial-tracking")
    return response
