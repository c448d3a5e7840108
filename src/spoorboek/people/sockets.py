"""At the door of every live socket: from our own page, signed in, and still so while it is open."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any, TypeVar
from urllib.parse import urlsplit

from channels.consumer import get_handler_name
from channels.db import DatabaseSyncToAsync
from channels.generic.websocket import AsyncWebsocketConsumer
from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import Error as DatabaseError
from django.http import HttpRequest
from django.http.request import split_domain_port, validate_host
from django.utils import timezone, translation
from django.utils.crypto import constant_time_compare

from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.secondfactor import needs_second_factor

NOT_FOUND, OVER, SIGNED_OUT = 4404, 4410, 4401
"""Why a socket closed: the screen does not try again after these."""
T = TypeVar("T")
log = logging.getLogger(__name__)
threads = ThreadPoolExecutor(8, thread_name_prefix="room")


async def in_thread(work: Callable[[], T]) -> T:
    """Run something that asks the database, beside the event loop."""
    done: T = await DatabaseSyncToAsync(work, thread_sensitive=False, executor=threads)()
    return done


def request_of(scope: dict[str, Any]) -> HttpRequest:
    """As much of a request as the guards at the door of a page look at."""
    request = HttpRequest()
    request.user, request.session = scope["user"], scope["session"]
    request.COOKIES.update(scope.get("cookies", {}))
    accepted = dict(scope["headers"]).get(b"accept-language", b"")
    request.META["HTTP_ACCEPT_LANGUAGE"] = accepted.decode("latin-1")
    return request


def let_in(scope: dict[str, Any], may: Callable[[Actor], bool]) -> tuple[Actor | None, str]:
    """Who this is and their language; nobody where a page would not open either, or where `may` says no."""
    request = request_of(scope)
    language = translation.get_language_from_request(request)
    if not request.user.is_authenticated:
        return None, language
    actor = Actor(account_id=request.user.pk)
    with acting_as(actor):
        return (actor if may(actor) and not needs_second_factor(request) else None), language


def still_signed_in(scope: dict[str, Any]) -> bool:
    """Signing out, another password, or an account that was closed ends the socket too."""
    key = scope["session"].session_key
    kept = Session.objects.filter(session_key=key, expire_date__gt=timezone.now()).first()
    if kept is None:
        return False
    said = kept.get_decoded()
    account = type(scope["user"]._wrapped).objects.filter(pk=said.get(SESSION_KEY), is_active=True).first()
    same = account is not None and account.pk == scope["user"].pk
    return same and constant_time_compare(said.get(HASH_SESSION_KEY, ""), account.get_session_auth_hash())


class LiveSocket(AsyncWebsocketConsumer):  # type: ignore[misc]
    """A socket that reaches the database through `in_thread` only.

    Channels goes by the one thread of all synchronous views before each message, to close connections that are old
    there; `in_thread` closes its own. Where someone looks comes eight times a second, and this was half of its cost.
    """

    async def dispatch(self, message: dict[str, Any]) -> None:
        """Where the database fails the socket closes, and its screen comes back: left to itself it would stay in the
        lists of who hears what, and nobody would ask any more whether it may be there."""
        try:
            await getattr(self, get_handler_name(message))(message)
        except (DatabaseError, OSError) as error:
            await self.breaks(error)

    async def breaks(self, error: Exception) -> None:
        """A screen that is gone is nothing to report; a database that does not answer is."""
        if isinstance(error, DatabaseError):
            log.warning("live socket broke", extra={"error": type(error).__name__})
        with suppress(OSError):  # also where the screen itself is gone
            await self.close()


class Closed(LiveSocket):
    """An address at which there is no room."""

    async def connect(self) -> None:
        await self.close(NOT_FOUND)


class SameOrigin:
    """Opens a socket only for pages of this site: cookies go along from anywhere, and sockets know no CSRF token."""

    def __init__(self, application: Any) -> None:
        self.application = application

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> Any:
        headers = dict(scope["headers"])
        if not same_origin(headers.get(b"origin", b"").decode("latin-1"), scope):
            return await Closed.as_asgi()(scope, receive, send)
        return await self.application(scope, receive, send)


def same_origin(origin: str, scope: dict[str, Any]) -> bool:
    """The page's origin is the host that the socket was opened at, and one that may be used."""
    host = dict(scope["headers"]).get(b"host", b"").decode("latin-1").lower()
    page = urlsplit(origin)
    if page.scheme not in {"http", "https"} or page.netloc.lower() != host:
        return False
    domain, _port = split_domain_port(host)
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)
