"""A screen in a room, over a websocket. It only shows: everything anyone does goes through the pages' own door.

The server sends the whole room first, then the parts that changed. A screen that comes back says in the address which
number it had (`?na=12`); where that is still the number, it gets the clock and nothing else.
"""

import asyncio
import json
import time
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import parse_qs

from channels.db import DatabaseSyncToAsync
from channels.generic.websocket import AsyncWebsocketConsumer
from django.conf import settings
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone, translation

from spoorboek.circle.access import seats
from spoorboek.circle.acts.meeting import topic
from spoorboek.circle.acts.presence import be_away, be_there
from spoorboek.circle.entering import room
from spoorboek.circle.message import message
from spoorboek.circle.models import Meeting
from spoorboek.circle.room import Names
from spoorboek.dossiers.refusals import NotYours
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.secondfactor import needs_second_factor
from spoorboek.site.live import listening

BEAT = 10.0
"""Seconds between two signs of life; well within `presence.BY_SOCKET`."""
NOT_FOUND, OVER, SIGNED_OUT = 4404, 4410, 4401
"""Why a socket closed: the screen does not try again after these."""
threads = ThreadPoolExecutor(8, thread_name_prefix="room")


async def in_thread(work: Callable[[], Any]) -> Any:
    """Run something that asks the database, beside the event loop."""
    return await DatabaseSyncToAsync(work, thread_sensitive=False, executor=threads)()


class RoomSocket(AsyncWebsocketConsumer):  # type: ignore[misc]
    """One screen of one person."""

    async def connect(self) -> None:
        self.meeting_id: uuid.UUID = self.scope["url_route"]["kwargs"]["meeting_id"]
        self.names: Names = {}
        self.sent: dict[str, Any] = {}
        self.wake = asyncio.Event()
        self.keeping: asyncio.Task[None] | None = None
        self.changes_in: float | None = None
        self.had = number_had(self.scope)
        self.actor: Actor | None
        self.language: str
        self.actor, self.language = await in_thread(lambda: let_in(self.scope))
        await self.accept()
        if self.actor is None:
            await self.close(SIGNED_OUT)
            return
        listening().add(topic(self.meeting_id), self.heard)
        self.keeping = asyncio.create_task(self.keep(), name="room")

    def heard(self, number: int) -> None:
        """Something changed; several at once are looked at together."""
        self.wake.set()

    async def keep(self) -> None:
        """Show the room whenever it changed or something is due, and say that this person is there."""
        try:
            beat = 0.0
            while True:
                if time.monotonic() >= beat:
                    beat = time.monotonic() + BEAT
                    if not await in_thread(self.is_there):
                        await self.close(SIGNED_OUT)
                        return
                self.wake.clear()
                if not await self.show():
                    return
                await self.wait(beat - time.monotonic())
        except NotYours:
            await self.close(NOT_FOUND)

    async def wait(self, seconds: float) -> None:
        if self.changes_in is not None:
            seconds = min(seconds, self.changes_in + 0.05)
        try:
            await asyncio.wait_for(self.wake.wait(), max(seconds, 0.01))
        except TimeoutError:
            return

    async def show(self) -> bool:
        """Send what changed; whether the room goes on."""
        new = await in_thread(self.look)
        changed = self.difference(new)
        if changed:
            await self.send(json.dumps(changed, ensure_ascii=False, separators=(",", ":")))
        self.sent = new
        if new["state"] in {Meeting.State.CLOSED, Meeting.State.CANCELLED}:
            await self.close(OVER)
            return False
        return True

    def difference(self, new: dict[str, Any]) -> dict[str, Any] | None:
        """The message with the parts that changed only; None where nothing did."""
        before = self.sent
        if not before:
            known = self.had == new["number"]
            return new | {"parts": {}} if known and "parts" in new else new
        if "parts" not in new:
            return None if before["number"] == new["number"] else new
        parts = {
            name: html for name, html in new["parts"].items() if before.get("parts", {}).get(name) != html
        }
        same = all(before.get(name) == new[name] for name in ("number", "step", "paused", "state"))
        return None if same and not parts else new | {"parts": parts}

    def look(self) -> dict[str, Any]:
        """The room as this person sees it now."""
        with acting_as(self.person), translation.override(self.language):
            found = room(self.person, self.meeting_id, self.names)
            self.changes_in = found.changes_in
            return message(found)

    @property
    def person(self) -> Actor:
        assert self.actor is not None
        return self.actor

    def is_there(self) -> bool:
        """Whether they are still signed in; then say that they are there."""
        if not still_signed_in(self.scope):
            return False
        with acting_as(self.person):
            if not seats(self.person):
                return False
            be_there(self.person, self.meeting_id, by_socket=True)
        return True

    async def disconnect(self, code: int) -> None:
        listening().remove(topic(self.meeting_id), self.heard)
        if self.keeping and self.keeping is not asyncio.current_task():
            self.keeping.cancel()
        if self.actor is not None and code != NOT_FOUND:
            await in_thread(self.goes)

    def goes(self) -> None:
        with acting_as(self.person):
            try:
                be_away(self.person, self.meeting_id)
            except NotYours:
                return


def number_had(scope: dict[str, Any]) -> int:
    """The number the screen had before it lost us; -1 for a new one."""
    asked = parse_qs(scope.get("query_string", b"").decode("ascii", "replace")).get("na", [""])[0]
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 10 else -1


def request_of(scope: dict[str, Any]) -> HttpRequest:
    """As much of a request as the guards at the door of a page look at."""
    request = HttpRequest()
    request.user, request.session = scope["user"], scope["session"]
    request.COOKIES.update(scope.get("cookies", {}))
    accepted = dict(scope["headers"]).get(b"accept-language", b"")
    request.META["HTTP_ACCEPT_LANGUAGE"] = accepted.decode("latin-1")
    return request


def let_in(scope: dict[str, Any]) -> tuple[Actor | None, str]:
    """Who this is and their language; nobody where a page would not open either."""
    request = request_of(scope)
    language = translation.get_language_from_request(request)
    if not request.user.is_authenticated:
        return None, language
    actor = Actor(account_id=request.user.pk)
    with acting_as(actor):
        may = bool(seats(actor)) and not needs_second_factor(request)
        return (actor if may else None), language


def still_signed_in(scope: dict[str, Any]) -> bool:
    """Signing out, or an account that was closed, ends the socket too."""
    key = scope["session"].session_key
    there = Session.objects.filter(session_key=key, expire_date__gt=timezone.now()).exists()
    return there and type(scope["user"]._wrapped).objects.filter(pk=scope["user"].pk, is_active=True).exists()


class Closed(AsyncWebsocketConsumer):  # type: ignore[misc]
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
    from urllib.parse import urlsplit

    from django.http.request import split_domain_port, validate_host

    host = dict(scope["headers"]).get(b"host", b"").decode("latin-1").lower()
    page = urlsplit(origin)
    if page.scheme not in {"http", "https"} or page.netloc.lower() != host:
        return False
    domain, _port = split_domain_port(host)
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)
