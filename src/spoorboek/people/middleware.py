"""One transaction and one actor around the whole request, rendering included.

Inside it each view has a savepoint of its own (ATOMIC_REQUESTS): what a view did before it raised is undone, while
the page that says so can still read who is signed in.
"""

from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

from spoorboek.people.actor import VISITOR, Actor, acting_as


def actor_of(request: HttpRequest) -> Actor:
    """Who a middleware before this one found (a token of the API), or the signed-in account, or a visitor."""
    found: Actor | None = getattr(request, "actor", None)
    if found is not None:
        return found
    return Actor(account_id=request.user.pk) if request.user.is_authenticated else VISITOR


class ActorMiddleware:
    """Opens the transaction and sets the actor; a lazy template renders inside it. A broken page leaves no trace."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with acting_as(actor_of(request)):
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
        if request.user.is_authenticated:
            # The next person at the same computer must not find the page back after signing out.
            patch_cache_control(response, private=True, no_store=True)
        return response
