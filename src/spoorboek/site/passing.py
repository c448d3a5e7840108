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
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from functools import partial

import psycopg

from spoorboek.site.live import LOOK, PASSING, TOPIC, Listening, listening, parameters

LARGEST = 7900
"""Bytes, with the topic; PostgreSQL takes 8000."""
ANSWERED = 5.0
"""Seconds after asking in which others may still answer: until then everything is said to all."""
WHO_ELSE, HERE, GONE = "?", "+", "-"
"""What processes say to each other about a topic: I have it, who else; so have I; nobody is left here."""
log = logging.getLogger(__name__)


class Passing:
    """One connection that speaks, beside the one that listens for this process. Used from one event loop."""

    def __init__(self, listening: Listening) -> None:
        self.listening, listening.passed = listening, self.pass_on
        self.texts: dict[str, set[Callable[[str], None]]] = defaultdict(set)
        self.begins: dict[str, Callable[[int], None]] = {}
        self.speaking: psycopg.AsyncConnection | None = None
        self.turn = asyncio.Lock()
        self.name = secrets.token_hex(4)
        self.elsewhere: dict[str, set[str]] = defaultdict(set)
        self.asked_at: dict[str, float] = {}
        self.saying: set[asyncio.Task[None]] = set()

    async def join(self, topic: str, heard: Callable[[str], None]) -> None:
        """Call `heard` with each text that is passed under this topic, as long as it takes part.

        Other processes know of it before they hear of anything that is told from here on.
        """
        self.texts[topic].add(heard)
        self.asked_at[topic] = time.monotonic()
        self.listening.add(topic, self.begins.setdefault(topic, partial(self.listens, topic)))
        await self.say_around(topic, WHO_ELSE)

    def leave(self, topic: str, heard: Callable[[str], None]) -> None:
        self.texts[topic].discard(heard)
        if self.texts[topic]:
            return
        del self.texts[topic]
        self.elsewhere.pop(topic, None)
        self.asked_at.pop(topic, None)
        self.listening.remove(topic, self.begins.pop(topic))
        self.say_soon(topic, GONE)

    def listens(self, topic: str, number: int) -> None:
        """Listening begins, maybe anew: who came elsewhere meanwhile? What they said is worth nothing any more."""
        if number == LOOK:
            self.asked_at[topic] = time.monotonic()
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
        if self.elsewhere.get(topic) or time.monotonic() - self.asked_at.get(topic, 0) < ANSWERED:
            await self.notify(payload)

    def say_soon(self, topic: str, text: str) -> None:
        """Say something to the other processes; the last one to leave hangs up."""
        task = asyncio.get_running_loop().create_task(self.say_around(topic, text))
        self.saying.add(task)
        task.add_done_callback(self.saying.discard)

    async def say_around(self, topic: str, text: str) -> None:
        if text == GONE and topic in self.texts:  # somebody else of this process came at that very moment
            return
        await self.notify(f"{topic} {self.name} {text}")
        if not self.texts:
            await self.fall_silent()

    async def notify(self, payload: str) -> None:
        """Once more where the connection was lost meanwhile."""
        async with self.turn:
            for _attempt in range(2):
                try:
                    connection = await self.speaker()
                    await connection.execute("SELECT pg_notify(%s, %s)", [PASSING, payload])
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
    loop = id(asyncio.get_running_loop())
    if loop not in _passing:
        _passing[loop] = Passing(listening())
    return _passing[loop]
