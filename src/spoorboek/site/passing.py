"""Passing something short-lived to whoever is there now, in any web process, and keeping it nowhere.

For what is worth nothing a second later (where somebody looks, how two browsers find each other for sound). It goes in
the payload of a NOTIFY: no table, no write-ahead log, no backup; who is not there misses it. Within a process it goes
straight on, and the database hears of it only while another process has someone at the same topic: each says so when
somebody comes and goes, and asks around when its own listening begins. What matters goes through a table and
`live.tell`. docs/decisions/vr-link.md says what may go this way.
"""

import asyncio
import logging
import secrets
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress

import psycopg

from spoorboek.site.live import TOPIC, Listening, parameters

LARGEST = 7900
"""Bytes, with the topic; PostgreSQL takes 8000."""
WHO_ELSE, HERE, GONE = "?", "+", "-"
"""What processes say to each other about a topic: I have it, who else; so have I; nobody is left here."""
log = logging.getLogger(__name__)


class Passing(Listening):
    """One connection that listens and one that speaks, for this process. Used from one event loop."""

    channel = "spoorboek_between"

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, set[Callable[[str], None]]] = defaultdict(set)
        self.speaking: psycopg.AsyncConnection | None = None
        self.turn = asyncio.Lock()
        self.name = secrets.token_hex(4)
        self.elsewhere: dict[str, set[str]] = defaultdict(set)
        self.saying: set[asyncio.Task[None]] = set()

    def join(self, topic: str, heard: Callable[[str], None]) -> None:
        """Call `heard` with each text that is passed under this topic, as long as it takes part."""
        self.texts[topic].add(heard)
        self.add(topic, self.nothing_missed)
        self.say_soon(topic, WHO_ELSE)

    def leave(self, topic: str, heard: Callable[[str], None]) -> None:
        self.texts[topic].discard(heard)
        if self.texts[topic]:
            return
        del self.texts[topic]
        self.elsewhere.pop(topic, None)
        self.remove(topic, self.nothing_missed)
        self.say_soon(topic, GONE)

    def nothing_missed(self, number: int) -> None:
        """What was missed is worth nothing any more."""

    def look_again(self) -> None:
        """Listening begins, maybe anew: who came elsewhere meanwhile?"""
        for topic in self.texts:
            self.say_soon(topic, WHO_ELSE)

    def pass_on(self, payload: str) -> None:
        topic, name, text = payload.split(" ", 2)
        if name == self.name or topic not in self.texts:
            return
        if text in {WHO_ELSE, HERE}:
            self.elsewhere[topic].add(name)
        if text == WHO_ELSE:
            self.say_soon(topic, HERE)
        elif text == GONE:
            self.elsewhere[topic].discard(name)
        elif text != HERE:
            self.hand_on(topic, text)

    def hand_on(self, topic: str, text: str) -> None:
        for heard in list(self.texts.get(topic, ())):
            heard(text)

    async def say(self, topic: str, text: str) -> None:
        """Pass a text; without a database for a moment other processes simply do not get it."""
        payload = f"{topic} {self.name} {text}"
        if not TOPIC.fullmatch(topic) or len(payload.encode()) > LARGEST:
            raise ValueError("no topic, or too long to pass")
        self.hand_on(topic, text)
        if self.elsewhere.get(topic):
            await self.notify(payload)

    def say_soon(self, topic: str, text: str) -> None:
        """Say something to the other processes; the last one to leave hangs up."""
        task = asyncio.get_running_loop().create_task(self.say_around(topic, text))
        self.saying.add(task)
        task.add_done_callback(self.saying.discard)

    async def say_around(self, topic: str, text: str) -> None:
        await self.notify(f"{topic} {self.name} {text}")
        if not self.texts:
            await self.fall_silent()

    async def notify(self, payload: str) -> None:
        """Once more where the connection was lost meanwhile."""
        async with self.turn:
            for _attempt in range(2):
                try:
                    connection = await self.speaker()
                    await connection.execute("SELECT pg_notify(%s, %s)", [self.channel, payload])
                    return
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
