"""Web processes and the worker behind one socket: what `demo` and `serve` have in common."""

import http.client
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path

from spoorboek.site.launch.family import Child, Family
from spoorboek.site.launch.speech import Trouble, say

LONGEST_START = 60.0
ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - the address to ask ourselves at


def start(family: Family, door: socket.socket, processes: int, worker: bool = True) -> bool:
    """Start the site's processes; whether it answers.

    The first web process starts alone: two cores load one Python at full speed, and the others follow while people
    are already being served.
    """
    start_web(family, door, 1)
    answered = first_answer(family, door)
    if answered:
        for number in range(2, processes + 1):
            start_web(family, door, number)
        if worker:
            family.start("worker", "spoorboek.site.launch.worker")
    return answered


def start_web(family: Family, door: socket.socket, number: int) -> None:
    family.start(f"web-{number}", "spoorboek.site.launch.web", str(door.fileno()), keep=(door.fileno(),))


def stay(family: Family, answered: bool, when_ready: Callable[[], None]) -> int:
    """Tell that the site is ready, and stay until stopped; the exit code."""
    if answered:
        when_ready()
        return ended(family.wait(), family.logs)
    if family.fallen() or family.asked_to_stop():
        return ended(family.fallen(), family.logs)
    raise Trouble(
        f"De website antwoordt niet binnen {LONGEST_START:.0f} seconden; kijk in de logboeken en "
        "start opnieuw.",
        f"The site does not answer within {LONGEST_START:.0f} seconds; look in the logs and start again.",
    )


def first_answer(family: Family, door: socket.socket) -> bool:
    """Wait until the site answers; False when a stop was asked for or a process fell over first."""
    answered = threading.Event()
    asking = threading.Thread(target=ask, args=(door, answered), daemon=True)
    asking.start()
    while not answered.wait(0.02):
        if family.fallen() or family.asked_to_stop() or not asking.is_alive():
            return answered.is_set()
    return True


def ask(door: socket.socket, answered: threading.Event) -> None:
    """Ask whether the site is ready until it says so or the time is up."""
    name, port = door.getsockname()[:2]
    deadline = time.monotonic() + LONGEST_START
    while time.monotonic() < deadline and not answered.is_set():
        connection = http.client.HTTPConnection(ANYWHERE.get(name, name), port, timeout=10)
        try:
            connection.request("GET", "/health/ready/")
            if connection.getresponse().status == http.client.OK:
                answered.set()
        except (OSError, http.client.HTTPException):
            answered.wait(0.1)
        finally:
            connection.close()


def ended(fallen: Child | None, logs: Path | None) -> int:
    """Say how it ended; a part that fell over is a failure."""
    if fallen is None:
        say("\nSpoorboek stopt.", "\nSpoorboek is stopping.")
        return 0
    where = f" ({logs / fallen.name}.log)" if logs else ""
    raise Trouble(
        f"Een onderdeel, {fallen.name}, is onverwacht gestopt; kijk in het logboek{where} en start opnieuw.",
        f"A part, {fallen.name}, stopped unexpectedly; look in its log{where} and start again.",
    )
