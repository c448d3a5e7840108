"""Language, text size and theme: kept in cookies, set by a small form that works without scripts.

Preferences say nothing about a person and need no account; a page of their own shows them all with examples.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

YEAR = 60 * 60 * 24 * 365

TEXT_SIZES: Mapping[str, str | Promise] = {
    "normal": _("Gewone letters"),
    "large": _("Grote letters"),
    "larger": _("Extra grote letters"),
}
THEMES: Mapping[str, str | Promise] = {
    "auto": _("Zoals mijn apparaat"),
    "light": _("Licht"),
    "dark": _("Donker"),
    "contrast": _("Veel contrast"),
}
COOKIES = {"text_size": ("spoorboek_text", TEXT_SIZES), "theme": ("spoorboek_theme", THEMES)}


@dataclass(frozen=True)
class Preferences:
    """How this reader wants pages to look; strange cookie values count as the default."""

    text_size: str = "normal"
    theme: str = "auto"

    @classmethod
    def of(cls, request: HttpRequest) -> "Preferences":
        """The preferences in the request's cookies."""
        return cls(
            **{
                name: value
                for name, (cookie, allowed) in COOKIES.items()
                if (value := request.COOKIES.get(cookie, "")) in allowed
            }
        )


@require_http_methods(["GET", "HEAD", "POST"])
def preferences(request: HttpRequest) -> HttpResponse:
    """GET shows the choices, POST keeps those that were sent and goes back to `next`."""
    if request.method != "POST":
        return render(request, "preferences.html", {"text_sizes": TEXT_SIZES, "themes": THEMES})
    response = HttpResponseRedirect(_back(request))
    for name, (cookie, allowed) in COOKIES.items():
        _keep(response, cookie, request.POST.get(name, ""), allowed)
    _keep(response, settings.LANGUAGE_COOKIE_NAME, request.POST.get("language", ""), dict(settings.LANGUAGES))
    return response


def _keep(response: HttpResponse, cookie: str, value: str, allowed: Mapping[str, object]) -> None:
    if value in allowed:
        response.set_cookie(
            cookie, value, max_age=YEAR, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
        )


def _back(request: HttpRequest) -> str:
    """The page the form was on, if it is ours."""
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else "/"
