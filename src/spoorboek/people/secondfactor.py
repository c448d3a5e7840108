"""Outside demo mode a professional needs a second factor before the first dossier opens or anyone is let in.

Source: Autoriteit Persoonsgegevens, Registratie in een verzuimsysteem.
"""

from collections.abc import Callable
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from spoorboek.people.access import roles_of
from spoorboek.people.actor import Actor
from spoorboek.people.policy import Role

WITHOUT = frozenset({Role.CLIENT, Role.HELPER})
DONE = "second_factor_in_place"
GUARDED = (
    "spoorboek.dossiers.",
    "spoorboek.caseload.",
    "spoorboek.loading.",
    "spoorboek.api.views.links",
    "spoorboek.circle.",
)
GUARDED_TOO = frozenset({"organisation", "engage_service", "reminders", "make_calendar"})
"""Who gives roles decides who reads dossiers; a calendar's address keeps working without signing in."""


def needs_second_factor(request: HttpRequest) -> bool:
    """Whether this person must first set up a second factor. Clients and their helpers may, but need not."""
    if settings.DEMO or not request.user.is_authenticated or request.session.get(DONE) or practises(request):
        return False
    if is_mfa_enabled(request.user):
        request.session[DONE] = True
        return False
    # Not remembered for a client: a client can become a colleague's supervisor while signed in.
    return bool(roles_of(Actor(account_id=request.user.pk)) - WITHOUT)


def practises(request: HttpRequest) -> bool:
    """An account of a practice world reaches invented people only."""
    return getattr(request.user, "world_id", None) is not None


def is_guarded(request: HttpRequest, view: Callable[..., HttpResponse]) -> bool:
    """Every page of a dossier, and those that let people in."""
    match = request.resolver_match
    return view.__module__.startswith(GUARDED) or bool(match and match.url_name in GUARDED_TOO)


class SecondFactorMiddleware:
    """Stands before every page of a dossier."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> HttpResponse | None:
        """Sends a professional without a second factor to the page that sets it up."""
        if is_guarded(request, view) and needs_second_factor(request):
            return redirect("second_factor")
        return None
