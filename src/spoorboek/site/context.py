"""The context processor `site`: what every page knows about the installation and the reader's preferences.

Its variable is called `installation`, because sign-in pages bring a `site` of their own.
"""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation

from spoorboek.site import clock
from spoorboek.site.preferences import Preferences


@dataclass(frozen=True)
class Site:
    """`demo` and `practice` show the banner, with `day` where the practice clock `moved`; `language` is `nl` or `en`;
    `preferences` are the reader's theme and text size."""

    demo: bool
    language: str
    preferences: Preferences
    path: str
    practice: bool
    day: date
    moved: bool


def site(request: HttpRequest) -> dict[str, Site | bool]:
    """Adds `site`, and `demo` for short, to the context of every template."""
    return {
        "installation": Site(
            demo=bool(settings.DEMO),
            language=translation.get_language() or settings.LANGUAGE_CODE,
            preferences=Preferences.of(request),
            path=request.get_full_path(),
            practice=clock.is_practice(),
            day=clock.today(),
            moved=clock.shift() != 0,
        ),
        "demo": bool(settings.DEMO),
    }
