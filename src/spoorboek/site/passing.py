"""Passing something short-lived to whoever is there now, in any web process, and keeping it nowhere.

For what is worth nothing a second later (where somebody looks, how two browsers find each other for sound). It goes in
the payload of a NOTIFY: no table, no write-ahead log, no backup; who is not there misses it. What matters goes through
a table and `live.tell`. docs/decisions/vr-link.md says what may go this way.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress

import psycopg

from spoorboek.site.live import TOPIC, Listening, parameters

LARGEST = 7900
"""Bytes, with the topic; PostgreSQL takes 8000."""
log = logging.getLogger(__name__)


class Passing(Listening):
    """One connection that listens and one that speaks, for this process. Used from one event loop."""

    channel = "spoorboek_passing"

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, set[Callable[[str], None]]] = defaultdict(set)
        self.speaking: psycopg.AsyncConnection | None = None
        self.turn = asyncio.Lock()
        self.ending: asyncio.Task[None] | None = None

    def join(self, topic: str, heard: Callable[[str], None]) -> None:
        """Call `heard` with each text that is passed under this topic, as long as it takes part."""
        self.texts[topic].add(heard)
        self.add(topic, self.nothing_missed)

    def leave(self, topic: str, heard: Callable[[str], None]) -> None:
        self.texts[topic].discard(heard)
        if not self.texts[topic]:
            del self.texts[topic]
            self.remove(topic, self.nothing_missed)
        if not self.texts:
            self.ending = asyncio.get_running_loop().create_task(self.fall_silent())

    def nothing_missed(self, number: int) -> None:
        """What was missed is worth nothing any more."""

    def pass_on(self, payload: str) -> None:
        topic, _, text = payload.partition(" ")
        for heard in list(self.texts.get(topic, ())):
            heard(text)

    async def say(self, topic: str, text: str) -> None:
        """Pass a text; without a database for a moment it is simply not passed."""
        payload = f"{topic} {text}"
        if not TOPIC.fullmatch(topic) or len(payload.encode()) > LARGEST:
            raise ValueError("no topic, or too long to pass")
        async with self.turn:
            try:
                connection = await self.speaker()
                await connection.execute("SELECT pg_notify(%s, %s)", [self.channel, payload])
            except (psycopg.Error, OSError) as error:
                log.warning("passing connection lost", extra={"error": type(error).__name__})
                await self.fall_silent()

    async def speaker(self) -> psycopg.AsyncConnection:
        if self.speaking is None or self.speaking.closed:
            self.speaking = await psycopg.AsyncConnection.connect(**parameters(), autocommit=True)
        return self.speaking

    async def fall_silent(self) -> None:
        before, self.speaking = self.speaking, None
        if before is not None:
            with suppress(psycopg.Error, OSError):
                await before.close()


_passing: dict[int, Passing] = {}


def passing() -> Passing:
    """The one of the running event loop."""
    return _passing.setdefault(id(asyncio.get_running_loop()), Passing())
