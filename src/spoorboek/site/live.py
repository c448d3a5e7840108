"""Telling every web process that something changed, over PostgreSQL: the thin interface that live rooms stand on.

`tell` goes with the transaction: what is undone was never told, and nobody hears of it before it can be read. A message
holds a topic and a number, never content: who hears it reads the tables as themselves. Why not a channel layer:
docs/decisions/live-rooms.md.
"""

import asyncio
import logging
import re
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import psycopg
from django.db import DEFAULT_DB_ALIAS, connections

CHANNEL = "spoorboek_live"
PASSING = "spoorboek_between"
"""What `passing` says, heard on the same connection: a NOTIFY wakes every listening connection of the database."""
TOPIC = re.compile(r"[a-z]+:[0-9a-f-]{36}")
HIGHEST = 2**31 - 1
LOOK = 0
"""Told when no number says what changed, and when messages may have been missed."""
RETRY = 1.0
log = logging.getLogger(__name__)
Heard = Callable[[int], None]


def tell(topic: str, number: int) -> None:
    """Tell all processes on commit that `topic` (`circle:<uuid>`) is now at `number`."""
    if not TOPIC.fullmatch(topic):
        raise ValueError(f"{topic!r} is no topic")
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, f"{topic}:{min(max(number, 0), HIGHEST)}"])


class Listening:
    """One connection of this process that listens, and who wants to hear what. Used from one event loop."""

    def __init__(self) -> None:
        self.wanted: dict[str, set[Heard]] = defaultdict(set)
        self.passed: Callable[[str], None] | None = None
        """Who hears what is passed."""
        self.task: asyncio.Task[None] | None = None

    def add(self, topic: str, heard: Heard) -> None:
        """Call `heard` with the number of each message; with `LOOK` when messages may have been missed."""
        self.wanted[topic].add(heard)
        if self.task is None or self.task.done():
            self.task = asyncio.get_running_loop().create_task(self.listen(), name="live")

    def remove(self, topic: str, heard: Heard) -> None:
        self.wanted[topic].discard(heard)
        if not self.wanted[topic]:
            del self.wanted[topic]
        if not self.wanted and self.task is not None:
            self.task.cancel()
            self.task = None

    async def listen(self) -> None:
        """Listen until nobody wants to hear anything; a lost connection is made anew, and everyone looks again."""
        while True:
            try:
                await self.hear()
            except (psycopg.Error, OSError) as error:
                log.warning("live connection lost", extra={"error": type(error).__name__})
                await asyncio.sleep(RETRY)

    async def hear(self) -> None:
        async with await psycopg.AsyncConnection.connect(**parameters(), autocommit=True) as connection:
            await connection.execute(f"LISTEN {CHANNEL}")
            await connection.execute(f"LISTEN {PASSING}")
            self.look_again()
            async for message in connection.notifies():
                if message.channel == CHANNEL:
                    self.told(message.payload)
                elif self.passed:
                    self.passed(message.payload)

    def look_again(self) -> None:
        for all_of_topic in list(self.wanted.values()):
            for heard in list(all_of_topic):
                heard(LOOK)

    def told(self, payload: str) -> None:
        topic, _, number = payload.rpartition(":")
        for heard in list(self.wanted.get(topic, ())):
            with suppress(ValueError):
                heard(int(number))


def parameters() -> dict[str, Any]:
    """How the application's role reaches the database, without Django's own cursors."""
    given = connections[DEFAULT_DB_ALIAS].get_connection_params()
    return {
        name: value
        for name, value in given.items()
        if name not in {"cursor_factory", "context", "prepare_threshold", "server_side_binding", "pool"}
    }


_listening: dict[int, Listening] = {}


def listening() -> Listening:
    """The one of the running event loop."""
    return _listening.setdefault(id(asyncio.get_running_loop()), Listening())
