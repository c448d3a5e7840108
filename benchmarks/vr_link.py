"""Practice sessions at once: from what a coach asks until the client's screen has it, and from what happens back.

    .venv/bin/python benchmarks/vr_link.py [--processes 2] [--sessions 1 10 50] [--seconds 15] [--write FILE]

The site runs as in production: web processes of its own under uvicorn, a pool of connections, row-level security on.
In every session the coach asks something once a second, and the client tells a moment once a second and where they look
eight times a second. Times are of the screens: from just before sending until the message was received. What the scene
then takes to draw it is not in them.
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
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django  # noqa: E402

django.setup()

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
POSE = [0.1, 1.2, 0.3, 0.0, 0.1, 0.0, 0.995]


@dataclass
class Times:
    """Milliseconds by kind of message."""

    command: list[float] = field(default_factory=list)
    moment: list[float] = field(default_factory=list)
    pose: list[float] = field(default_factory=list)


@dataclass
class Pair:
    """Both screens of one session."""

    client: ClientConnection
    coach: ClientConnection
    times: Times
    sent: dict[str, float] = field(default_factory=dict)
    person: str = ""

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

    async def client_hears(self) -> None:
        async for text in self.client:
            said = json.loads(text)
            if "command" in said:
                self.took("command", said["n"])

    async def coach_hears(self) -> None:
        async for text in self.coach:
            said = json.loads(text)
            for one in said.get("moments", ()):
                self.took("moment", one["n"])
            if "pose" in said:
                self.took("pose", int(said["t"]))

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


async def run(port: int, pairs: list[Practising], cookies: list[tuple[str, str]], seconds: float) -> Times:
    """All sessions at once, for so long; the first seconds, in which all begin, do not count."""
    times = Times()
    lines = [await opened(port, pair, both, times) for pair, both in zip(pairs, cookies, strict=True)]
    hearing = [asyncio.create_task(work()) for one in lines for work in (one.client_hears, one.coach_hears)]
    end = time.perf_counter() + seconds
    await asyncio.gather(*(work(end) for one in lines for work in (one.asks, one.tells, one.looks)))
    await asyncio.sleep(1)
    for task in hearing:
        task.cancel()
    for one in lines:
        await one.client.close()
        await one.coach.close()
    return times


def cookies_of(pair: Practising) -> tuple[str, str]:
    client, coach = (signed_in(one).cookies["sessionid"].value for one in (pair.client, pair.coach))
    return f"sessionid={client}", f"sessionid={coach}"


def told(sessions: int, times: Times) -> str:
    cells = []
    for kind in ("command", "moment", "pose"):
        found = getattr(times, kind)
        cells.append(f"{quantile(found, 0.5):.1f} / {quantile(found, 0.95):.1f} ({len(found)})")
    return f"| {sessions} | " + " | ".join(cells) + " |"


def measured(sessions: list[int], processes: int, seconds: float) -> list[str]:
    company, rows = Company(), []
    with served("spoorboek.site.asgi:application", processes) as port:
        for number in sessions:
            pairs = [practising(company) for _one in range(number)]
            times = asyncio.run(run(port, pairs, [cookies_of(one) for one in pairs], seconds))
            rows.append(told(number, times))
            print(rows[-1], flush=True)
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--sessions", type=int, nargs="+", default=[1, 10, 50])
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    with own_database():
        rows = measured(given.sessions, given.processes, given.seconds)
    load = os.getloadavg()[0]
    head = "| sessions at once | coach → client | client → coach | where they look |\n|---|---|---|---|\n"
    about = (
        f"Milliseconds, median / p95 (messages). {given.processes} web processes, {os.cpu_count()} cores,"
        f" {platform.python_implementation()} {platform.python_version()}, load of the machine at the end {load:.1f}."
    )
    text = f"{about}\n\n{head}" + "\n".join(rows)
    print(text)
    if given.write:
        write_section(given.write, "vr-link", "The link of VR practice", "benchmarks/vr_link.py", text)


if __name__ == "__main__":
    main()
