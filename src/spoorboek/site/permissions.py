"""What a page may use of the device: nothing, unless it says so itself.

Source: https://www.w3.org/TR/permissions-policy/
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

HEADER = "Permissions-Policy"
FEATURES = (
    "camera",
    "display-capture",
    "geolocation",
    "microphone",
    "midi",
    "payment",
    "usb",
    "xr-spatial-tracking",
)


def policy(*allowed: str) -> str:
    """The header's value: only our own pages, and only these features."""
    return ", ".join(f"{name}=({'self' if name in allowed else ''})" for name in FEATURES)


class Permissions:
    """Closes what a view did not open with a header of its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault(HEADER, policy())
        return response
