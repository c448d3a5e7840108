"""A screen in a room, over a websocket. It only shows: everything anyone does goes through the pages' own door.

The server sends the whole room first, then the parts that changed. A screen that comes back says in the address which
number it had (`?na=12`); where that is still the number, it gets the clock and nothing else.
"""

import asyncio
import json
import time
import uuid
from typing import Any
from urllib.parse import parse_qs

from django.db import Error as DatabaseError
from django.utils import translation

from spoorboek.circle.access import seats
from spoorboek.circle.acts.meeting import topic
from spoorboek.circle.acts.presence import be_away, be_there
from spoorboek.circle.entering import room
from spoorboek.circle.message import message
from spoorboek.circle.models import Meeting
from spoorboek.circle.room import Names
from spoorboek.dossiers.refusals import NotYours
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.sockets import (
    NOT_FOUND,
    OVER,
    SIGNED_OUT,
    LiveSocket,
    in_thread,
    let_in,
    still_signed_in,
)
from spoorboek.site.live import listening

BEAT = 10.0
"""Seconds between two signs of life; well within `presence.BY_SOCKET`."""


class RoomSocket(LiveSocket):
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
        self.actor, self.language = await in_thread(
            lambda: let_in(self.scope, lambda actor: bool(seats(actor)))
        )
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
        except (DatabaseError, OSError) as error:
            await self.breaks(error)

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
