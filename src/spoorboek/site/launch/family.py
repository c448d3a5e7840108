"""Child processes of `demo` and `serve`: started together, stopped in order, none left behind.

Signals come in over a wake-up socket, so the parent just waits. Each child holds the read end of a pipe whose write
end only the parent has: when the parent is killed outright, the child sees the end of the pipe and stops by itself.
"""

import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from spoorboek.site.launch import own_python

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PATIENCE = 15.0
"""Seconds a child may take to finish what it is doing before it is killed."""
ORPHANED = 5.0
"""The same for a child whose parent is gone: the database goes too."""

LOG_KEPT = 10_000_000


@dataclass
class Child:
    """A process we started, with the name a person knows it by."""

    name: str
    process: "subprocess.Popen[bytes]"


class Family:
    """Starts children and waits for a signal or for one of them to fall over."""

    def __init__(self, logs: Path | None) -> None:
        self.logs = logs
        self.children: list[Child] = []
        self._lifeline, self._held = os.pipe()
        self._wake, told = socket.socketpair()
        told.setblocking(False)
        self._told = told
        signal.set_wakeup_fd(told.fileno())
        for number in (*STOP_SIGNALS, signal.SIGCHLD):
            signal.signal(number, _noted)

    def start(self, name: str, module: str, *arguments: str, keep: tuple[int, ...] = ()) -> Child:
        """Start one of our modules in a session of its own: Ctrl-C reaches the parent, which stops in order."""
        command = own_python.command(module, str(self._lifeline), *arguments)
        output = self._log(name)
        try:
            process = subprocess.Popen(
                command, env=own_python.surroundings(), stdin=subprocess.DEVNULL, start_new_session=True,
                stdout=output, stderr=output, pass_fds=(self._lifeline, *keep),
            )  # fmt: skip
        finally:
            if output is not None:
                os.close(output)
        child = Child(name, process)
        self.children.append(child)
        return child

    def wait(self) -> Child | None:
        """Return at a stop signal (None), or the child that ended unasked."""
        while True:
            if fallen := self.fallen():
                return fallen
            if any(number in STOP_SIGNALS for number in self._wake.recv(64)):
                return None

    def asked_to_stop(self) -> bool:
        """Whether a stop signal came in, without waiting for one. Such a signal is kept for `wait`."""
        try:
            waiting = self._wake.recv(64, socket.MSG_PEEK | socket.MSG_DONTWAIT)
        except BlockingIOError:
            return False
        return any(number in STOP_SIGNALS for number in waiting)

    def fallen(self) -> Child | None:
        """A child that has ended, if any."""
        return next((child for child in self.children if child.process.poll() is not None), None)

    def stop(self) -> None:
        """Stop the children in the order they were started, each with time to finish."""
        for child in self.children:
            child.process.terminate()
            try:
                child.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                child.process.kill()
                child.process.wait()
        os.close(self._held)
        os.close(self._lifeline)
        signal.set_wakeup_fd(-1)
        self._wake.close()
        self._told.close()

    def _log(self, name: str) -> int | None:
        if self.logs is None:
            return None
        path = self.logs / f"{name}.log"
        if path.is_file() and path.stat().st_size > LOG_KEPT:
            path.replace(path.with_suffix(".old.log"))
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)


def stop_with_parent(lifeline: int, then: Callable[[], None] | None = None) -> None:
    """In a child: end ourselves in the ordinary way when the parent is gone, and at once if that takes too long.

    The database may be gone with the parent; a worker that waits for it would outlive them both by half a minute.
    """

    def watch() -> None:
        with suppress(OSError):
            os.read(lifeline, 1)
        (then or _terminate)()

    threading.Thread(target=watch, daemon=True, name="lifeline").start()


def _terminate() -> None:
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(ORPHANED)
    os.kill(os.getpid(), signal.SIGKILL)


def _noted(_: int, __: FrameType | None) -> None:
    """The wake-up socket carries the news; a handler must exist for it to be written."""
