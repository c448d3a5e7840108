"""One transaction and one actor around the whole request, rendering included."""

from collections.abc import Callable

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse

from spoorboek.people.actor import VISITOR, Actor, acting_as


def actor_of(request: HttpRequest) -> Actor:
    """The signed-in account, or a visitor."""
    return Actor(account_id=request.user.pk) if request.user.is_authenticated else VISITOR


class ActorMiddleware:
    """Opens the transaction and sets the actor; a lazy template still renders inside it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with acting_as(actor_of(request)):
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """What a view did before it broke is undone; a plain 'not found' did nothing."""
        if not isinstance(exception, Http404):
            transaction.set_rollback(True)
