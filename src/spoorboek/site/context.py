"""The context processor `site`: what every page knows about the installation and the reader's preferences.

Its variable is called `installation`, because sign-in pages bring a `site` of their own.
"""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation

from spoorboek.site.preferences import Preferences


@dataclass(frozen=True)
class Site:
    """`demo` shows the banner; `language` is `nl` or `en`; `preferences` are the reader's theme and text size."""

    demo: bool
    language: str
    preferences: Preferences
    path: str


def site(request: HttpRequest) -> dict[str, Site | bool]:
    """Adds `site`, and `demo` for short, to the context of every template."""
    return {
        "installation": Site(
            demo=bool(settings.DEMO),
            language=translation.get_language() or settings.LANGUAGE_CODE,
            preferences=Preferences.of(request),
            path=request.get_full_path(),
        ),
        "demo": bool(settings.DEMO),
    }
