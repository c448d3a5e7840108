"""A room of twelve: from what one person sends until each screen has it, beside a bare echo websocket in the same run.

    .venv/bin/python benchmarks/circle.py [--processes 2] [--rounds 60] [--write benchmarks/RESULTS.md]

The site runs as in production: web processes of its own under uvicorn, a pool of connections, row-level security on.
The floor is an `echo` application under the same server, called by as many sockets at once. Times are of the client:
from just before sending until the message was received.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django  # noqa: E402

django.setup()

from django.db import connections  # noqa: E402
from tests.circle.cast import Circle, circle, fresh  # noqa: E402
from tests.databases import own_database  # noqa: E402
from tests.signed_in import signed_in  # noqa: E402
from websockets.asyncio.client import ClientConnection, connect  # noqa: E402

from benchmarks.results import write_section  # noqa: E402

PEOPLE = 12
START = 30.0


async def echo(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """The floor: a socket that says back what it hears, and nothing else."""
    await receive()
    await send({"type": "websocket.accept"})
    while (heard := await receive())["type"] == "websocket.receive":
        await send({"type": "websocket.send", "text": heard["text"]})


@contextmanager
def served(application: str, processes: int) -> Iterator[int]:
    """An application on a port, in so many processes that share it, as `serve` starts them."""
    with ExitStack() as stack, socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen(64)
        os.set_inheritable(door.fileno(), True)
        command = [
            sys.executable,
            "-m",
            "uvicorn",
            application,
            "--fd",
            str(door.fileno()),
            "--lifespan",
            "off",
        ]
        command += ["--log-level", "error", "--no-access-log", "--app-dir", str(ROOT)]
        for _ in range(processes):
            process = subprocess.Popen(command, env=environment(), pass_fds=[door.fileno()])
            stack.callback(process.wait)
            stack.callback(process.terminate)
        yield door.getsockname()[1]


def environment() -> dict[str, str]:
    """The web processes see this run's database, and keep connections as in production."""
    made = dict(os.environ) | {"PYTHONPATH": f"{ROOT}:{ROOT / 'src'}", "SPOORBOEK_DATABASE_POOL": "10"}
    for alias, part in (("default", ""), ("medical", "MEDICAL_"), ("owner", "OWNER_")):
        given = connections[alias].settings_dict
        name = "SPOORBOEK_DATABASE_OWNER_URL" if alias == "owner" else f"SPOORBOEK_{part}DATABASE_URL"
        made[name] = f"postgresql://{given['USER']}@/{given['NAME']}?host={given['HOST']}"
    return made


def quantile(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


async def lines(port: int, path: str, cookies: list[str]) -> list[ClientConnection]:
    """A socket for each cookie, all open and through their first messages."""
    end = time.monotonic() + START
    opened: list[ClientConnection] = []
    for cookie in cookies:
        while True:
            try:
                opened.append(
                    await connect(
                        f"ws://127.0.0.1:{port}{path}",
                        origin=f"http://127.0.0.1:{port}",  # type: ignore[arg-type]
                        additional_headers={"Cookie": cookie},
                    )
                )
                break
            except OSError:
                assert time.monotonic() < end, "the site does not answer"
                await asyncio.sleep(0.2)
    return opened


async def floor(port: int, rounds: int) -> list[float]:
    """Twelve sockets say something at once and hear it back."""
    opened, times = await lines(port, "/", [""] * PEOPLE), []

    async def once(line: ClientConnection) -> float:
        begun = time.perf_counter()
        await line.send("x" * 400)
        await line.recv()
        return (time.perf_counter() - begun) * 1000

    for _ in range(rounds):
        times += await asyncio.gather(*(once(line) for line in opened))
    for line in opened:
        await line.close()
    return times


async def until(line: ClientConnection, text: str) -> float:
    """The moment at which a screen has a text."""
    while text not in str(await line.recv()):
        continue
    return time.perf_counter()


async def room(port: int, twelve: Circle, rounds: int) -> tuple[list[float], list[float]]:
    """The chair goes on and back by its form: each screen's time from sending; and the form's own time."""
    meeting = twelve.running("questions")
    browsers = [await asyncio.to_thread(signed_in, one) for one in twelve.people]
    cookies = [f"sessionid={one.cookies['sessionid'].value}; csrftoken={'a' * 32}" for one in browsers]
    opened = await lines(port, f"/live/intervisie/{meeting.pk}/", cookies)
    await asyncio.gather(*(until(line, f"{PEOPLE} aanwezig") for line in opened))
    seen: list[float] = []
    forms: list[float] = []
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    step = 3
    for number in range(rounds):
        act, after = ("verder", step + 1) if number % 2 == 0 else ("terug", step - 1)
        heading = "<h2>Antwoorden" if after == 4 else "<h2>Vragen opschrijven"
        waiting = [asyncio.create_task(until(line, heading)) for line in opened]
        begun = time.perf_counter()
        await send_form(writer, port, f"/intervisie/{meeting.pk}/doe/{act}/", cookies[0], f"step={step}")
        await answered(reader)
        forms.append((time.perf_counter() - begun) * 1000)
        moments = await asyncio.gather(*waiting)
        seen += [(moment - begun) * 1000 for moment in moments]
        step = after
        await asyncio.sleep(0.15)
    writer.close()
    for line in opened:
        await line.close()
    assert fresh_step(meeting) == step
    return seen, forms


def fresh_step(meeting: Any) -> int:
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    return fresh(meeting).step


async def send_form(writer: asyncio.StreamWriter, port: int, path: str, cookie: str, body: str) -> None:
    body = f"{body}&csrfmiddlewaretoken={'a' * 32}"
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\nX-Room: 1\r\n"
        f"Origin: http://127.0.0.1:{port}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    writer.write((head + body).encode())
    await writer.drain()


async def answered(reader: asyncio.StreamReader) -> None:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    assert " 200 " in head.splitlines()[0], head
    length = next(line for line in head.lower().splitlines() if line.startswith("content-length:"))
    await reader.readexactly(int(length.split(":")[1]))


def row(name: str, times: list[float], bare: float) -> str:
    p95 = quantile(times, 0.95)
    return f"| {name} | {quantile(times, 0.5):.1f} | {p95:.1f} | {max(times):.1f} | {p95 / bare:.0f} |"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with own_database():
        twelve = circle(PEOPLE)
        with served("benchmarks.circle:echo", 1) as port:
            bare = asyncio.run(floor(port, given.rounds))
        with served("spoorboek.site.asgi:application", given.processes) as port:
            seen, forms = asyncio.run(room(port, twelve, given.rounds))
    floor95 = quantile(bare, 0.95)
    text = (
        f"{PEOPLE} people in a room on loopback, {given.processes} web processes, {given.rounds} steps of the chair, "
        f"{len(seen)} screens drawn; Python {platform.python_version()}, {os.cpu_count()} cores, load average "
        f"{os.getloadavg()[0]:.1f}.\n\n"
        "| from sending to received | median ms | p95 ms | most ms | p95 × floor |\n|---|---|---|---|---|\n"
        + "\n".join(
            [
                row("floor: bare echo websocket, 12 at once", bare, floor95),
                row("the chair's own form is answered", forms, floor95),
                row("every screen shows the new step", seen, floor95),
            ]
        )
    )
    print(text)
    if given.write:
        command = (
            f".venv/bin/python benchmarks/circle.py --processes {given.processes} --rounds {given.rounds}"
        )
        write_section(given.write, "circle", "A room of twelve", command, text)


if __name__ == "__main__":
    main()
