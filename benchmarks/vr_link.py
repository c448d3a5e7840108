"""Practice sessions at once: from what a coach asks until the client's screen has it, and from what happens back.

    .venv/bin/python benchmarks/vr_link.py [--processes 2] [--sessions 1 10 50] [--seconds 15] [--write FILE]

The site runs as in production: web processes of its own under uvicorn, a pool of connections, row-level security on.
In every session the coach asks something once a second, and the client tells a moment once a second and where they look
eight times a second; both screens give a sign of life as the browsers do. Times are of the screens: from just before
sending until the message was received. What the scene then takes to draw it is not in them.

Processor time does not depend on who else uses the machine: of the web processes and of the database's own processes,
for a second of a session, and for one message of each kind by sessions that do nothing else but give signs of life.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import random
import secrets
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django  # noqa: E402

django.setup()

from django.db import connections  # noqa: E402
from tests.builders import Company  # noqa: E402
from tests.databases import own_database  # noqa: E402
from tests.practice_live.cast import Practising, played, practising  # noqa: E402
from tests.signed_in import signed_in  # noqa: E402
from websockets.asyncio.client import ClientConnection, connect  # noqa: E402
from websockets.typing import Origin  # noqa: E402

from benchmarks.circle import quantile, served  # noqa: E402
from benchmarks.results import write_section  # noqa: E402

START = 60.0
A_SECOND = {"command": 1.0, "moment": 1.0, "pose": 8.0}
WARM = 10
"""Sessions before anything counts: a connection makes a plan six times before it keeps one."""
ALONE = 10
"""Sessions at once that say one kind of thing."""
BEAT = 5.0
"""Seconds between signs of life; without them the server counts a screen as gone and refuses what asks more."""
POSE = [0.1, 1.2, 0.3, 0.0, 0.1, 0.0, 0.995]


@dataclass
class Times:
    """Milliseconds by kind of message."""

    command: list[float] = field(default_factory=list)
    moment: list[float] = field(default_factory=list)
    pose: list[float] = field(default_factory=list)
    refused: int = 0
    """Commands that the server kept back: under such load a sign of life came too late."""
    web: float = 0
    database: float = 0
    """Milliseconds of processor time while it ran."""


@dataclass
class Pair:
    """Both screens of one session."""

    client: ClientConnection
    coach: ClientConnection
    times: Times
    sent: dict[str, float] = field(default_factory=dict)
    reached: dict[int, float] = field(default_factory=dict)
    """When the client's screen had the coach's command of this number."""
    person: str = ""

    def works(self, kinds: tuple[str, ...]) -> list[Callable[[float], Awaitable[None]]]:
        of = {"command": self.asks, "moment": self.tells, "pose": self.looks}
        return [of[kind] for kind in kinds]

    async def asks(self, end: float) -> None:
        """The coach begins and ends speaking as someone: the whole way of a command, whatever the tension is."""
        number = 0
        await asyncio.sleep(random.random())
        while time.perf_counter() < end:
            number += 1
            who = self.person if number % 2 else None
            self.sent[f"command {number}"] = time.perf_counter()
            await self.coach.send(json.dumps({"do": {"type": "voice", "who": who}, "id": number}))
            await asyncio.sleep(1 / A_SECOND["command"])

    async def tells(self, end: float) -> None:
        number = 0
        await asyncio.sleep(random.random())
        while time.perf_counter() < end:
            number += 1
            one = {
                "n": number,
                "t": number * 1000,
                "type": "rating",
                "key": "",
                "value": number % 7,
                "by": "user",
            }
            self.sent[f"moment {number}"] = time.perf_counter()
            await self.client.send(json.dumps({"moments": [one]}))
            await asyncio.sleep(1 / A_SECOND["moment"])

    async def looks(self, end: float) -> None:
        number = 0
        await asyncio.sleep(random.random())
        while time.perf_counter() < end:
            number += 1
            self.sent[f"pose {number}"] = time.perf_counter()
            await self.client.send(json.dumps({"pose": POSE, "t": number}))
            await asyncio.sleep(1 / A_SECOND["pose"])

    async def beats(self) -> None:
        number = 0
        while True:
            number += 1
            for screen in (self.client, self.coach):
                await screen.send(json.dumps({"beat": number}))
            await asyncio.sleep(BEAT)

    async def client_hears(self) -> None:
        async for text in self.client:
            said = json.loads(text)
            if "command" in said:
                self.reached[said["n"]] = time.perf_counter()

    async def coach_hears(self) -> None:
        async for text in self.coach:
            said = json.loads(text)
            if said.get("refused"):
                del self.sent[f"command {said['refused']}"]
                self.times.refused += 1
            for one in said.get("moments", ()):
                self.took("moment", one["n"])
            if "pose" in said:
                self.took("pose", int(said["t"]))

    def commands_took(self) -> None:
        """A refused command gets no number: the first that was passed on is 1, and so on."""
        begun = [at for name, at in self.sent.items() if name.startswith("command ")]
        for number, at in self.reached.items():
            self.times.command.append((at - begun[number - 1]) * 1000)

    def took(self, kind: str, number: int) -> None:
        getattr(self.times, kind).append((time.perf_counter() - self.sent[f"{kind} {number}"]) * 1000)


async def opened(port: int, pair: Practising, cookies: tuple[str, str], times: Times) -> Pair:
    path = f"/live/oefenen/{pair.session.pk}/?scherm="
    lines = [await line(port, path + secrets.token_hex(8), cookie) for cookie in cookies]
    made = Pair(lines[0], lines[1], times, person=played()["people"][0]["id"])
    for one in (made.client, made.coach):
        said: dict[str, Any] = {}
        while not (said.get("there") or said.get("snapshot", {}).get("there")):
            said = json.loads(await one.recv())
    return made


def processor() -> tuple[float, float]:
    """Milliseconds of processor time until now: of the web processes, and of this database's own processes."""
    name, tick = connections["default"].settings_dict["NAME"], 1000 / os.sysconf("SC_CLK_TCK")
    web = database = 0.0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().decode(errors="replace").replace("\0", " ")
            fields = (process / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        used = (int(fields[11]) + int(fields[12])) * tick
        if int(fields[1]) == os.getpid() and "uvicorn" in words:
            web += used
        elif words.startswith("postgres:") and f" {name} " in words:
            database += used
    return web, database


async def line(port: int, path: str, cookie: str) -> ClientConnection:
    end = time.monotonic() + START
    while True:
        try:
            return await connect(
                f"ws://127.0.0.1:{port}{path}",
                origin=Origin(f"http://127.0.0.1:{port}"),
                additional_headers={"Cookie": cookie},
            )
        except OSError:
            assert time.monotonic() < end, "the site does not answer"
            await asyncio.sleep(0.2)


async def run(
    port: int,
    pairs: list[Practising],
    cookies: list[tuple[str, str]],
    seconds: float,
    kinds: tuple[str, ...] = tuple(A_SECOND),
) -> Times:
    """All sessions at once, for so long; the time in which all begin does not count."""
    times, lines, always = Times(), [], []
    for pair, both in zip(pairs, cookies, strict=True):
        one = await opened(port, pair, both, times)
        lines.append(one)
        always += [asyncio.create_task(work()) for work in (one.client_hears, one.coach_hears, one.beats)]
    before, end = processor(), time.perf_counter() + seconds
    await asyncio.gather(*(work(end) for one in lines for work in one.works(kinds)), asyncio.sleep(seconds))
    await asyncio.sleep(1)
    times.web, times.database = (after - once for after, once in zip(processor(), before, strict=True))
    for task in always:
        if task.done():
            task.result()
        task.cancel()
    for one in lines:
        one.commands_took()
        await one.client.close()
        await one.coach.close()
    return times


def cookies_of(pair: Practising) -> tuple[str, str]:
    client, coach = (signed_in(one).cookies["sessionid"].value for one in (pair.client, pair.coach))
    return f"sessionid={client}", f"sessionid={coach}"


def told(sessions: int, seconds: float, times: Times) -> str:
    cells = []
    for kind in ("command", "moment", "pose"):
        found = getattr(times, kind)
        cells.append(f"{quantile(found, 0.5):.1f} / {quantile(found, 0.95):.1f} ({len(found)})")
    if times.refused:
        cells[0] += f", {times.refused} refused"
    used = (f"{spent / sessions / seconds:.1f}" for spent in (times.web, times.database))
    return f"| {sessions} | " + " | ".join((*cells, " + ".join(used))) + " |"


def measured(sessions: list[int], processes: int, seconds: float) -> tuple[list[str], list[str]]:
    """Rows of all kinds together, by number of sessions; and rows of one kind alone."""
    company, rows = Company(), []
    with served("spoorboek.site.asgi:application", processes) as port:

        def once(number: int, kinds: tuple[str, ...]) -> Times:
            pairs = [practising(company) for _one in range(number)]
            return asyncio.run(run(port, pairs, [cookies_of(one) for one in pairs], seconds, kinds))

        once(WARM, tuple(A_SECOND))  # what a process, and each of its connections, does once only
        for number in sessions:
            rows.append(told(number, seconds, once(number, tuple(A_SECOND))))
            print(rows[-1], flush=True)
        still = once(ALONE, ())
        alone = [told_alone(kind, once(ALONE, (kind,)), still) for kind in A_SECOND]
    return rows, alone


def told_alone(kind: str, times: Times, still: Times) -> str:
    """What one message of a kind takes, above what sessions take in which nothing happens."""
    number = max(len(getattr(times, kind)), 1)
    web, database = (times.web - still.web) / number, (times.database - still.database) / number
    return f"| {kind} | {web:.2f} | {database:.2f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--sessions", type=int, nargs="+", default=[1, 10, 50])
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    with own_database():
        rows, alone = measured(given.sessions, given.processes, given.seconds)
    load = os.getloadavg()[0]
    head = (
        "| sessions at once | coach → client | client → coach | where they look | processor: web + database |\n"
        "|---|---|---|---|---|\n"
    )
    head_alone = "| one message | processor ms, web | database |\n|---|---|---|\n"
    about = (
        "Milliseconds, median / p95 (messages); processor: milliseconds in a second of one session. "
        f"{given.processes} web processes, {os.cpu_count()} cores,"
        f" {platform.python_implementation()} {platform.python_version()}, load of the machine at the end {load:.1f}."
    )
    text = f"{about}\n\n{head}" + "\n".join(rows) + f"\n\n{head_alone}" + "\n".join(alone)
    print(text)
    if given.write:
        write_section(given.write, "vr-link", "The link of VR practice", "benchmarks/vr_link.py", text)


if __name__ == "__main__":
    main()
