"""Where the site listens, and who holds a data folder."""

import errno
import fcntl
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from spoorboek.site.launch.speech import Trouble


def listen(host: str, port: int) -> socket.socket:
    """Open the port before anything else starts, so that a taken one is known at once."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    opened = socket.socket(family, socket.SOCK_STREAM)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        opened.bind((host, port))
        opened.listen(512)
    except OSError as error:
        opened.close()
        raise _refused(host, port, error) from error
    return opened


def _refused(host: str, port: int, error: OSError) -> Trouble:
    if error.errno == errno.EADDRINUSE:
        return Trouble(
            f"Poort {port} is al in gebruik door een ander programma; kies een andere, bijvoorbeeld "
            f"--port {port + 1}.",
            f"Port {port} is already used by another program; choose another, for example --port {port + 1}.",
        )
    if error.errno == errno.EACCES:
        return Trouble(
            f"Poort {port} mag alleen de beheerder gebruiken; kies er een boven 1023, bijvoorbeeld "
            "--port 8000.",
            f"Only an administrator may use port {port}; choose one above 1023, for example --port 8000.",
        )
    return Trouble(
        f"Op {host} kan niet worden geluisterd ({error.strerror}); gebruik --host 127.0.0.1 of een "
        "adres van deze machine.",
        f"{host} cannot be listened on ({error.strerror}); use --host 127.0.0.1 or an address of this "
        "machine.",
    )


def address_of(host: str, port: int) -> str:
    """The address a person on this machine can open."""
    shown = "localhost" if host in {"127.0.0.1", "::1", "0.0.0.0", "::", "localhost"} else host  # noqa: S104
    return f"http://{f'[{shown}]' if ':' in shown else shown}:{port}/"


@contextmanager
def only_one(data: Path) -> Iterator["Running"]:
    """Hold the data folder for one running site; a second start hears where the first one is."""
    data.mkdir(parents=True, exist_ok=True)
    with (data / "running").open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise _already_running(data) from None
        running = Running(file)
        running.tell("")
        yield running
        running.tell("")


class Running:
    """The file that says who runs here, and at which address. Written through the handle that holds the lock."""

    def __init__(self, file: TextIO) -> None:
        self.file = file

    def tell(self, address: str) -> None:
        """An empty address: not reachable yet, or no longer."""
        self.file.truncate(0)
        self.file.write(json.dumps({"pid": os.getpid(), "address": address}) + "\n")
        self.file.flush()


def _already_running(data: Path) -> Trouble:
    try:
        told = json.loads((data / "running").read_text())
    except ValueError:
        told = {"pid": "?", "address": ""}
    where = told["address"] or "…"
    return Trouble(
        f"Spoorboek draait hier al op {where} (proces {told['pid']}); open dat adres, of stop het "
        "eerst met Ctrl-C.",
        f"Spoorboek is already running here at {where} (process {told['pid']}); open that address, or "
        "stop it first with Ctrl-C.",
    )
