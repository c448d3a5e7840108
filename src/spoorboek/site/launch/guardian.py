"""The parent of the embedded PostgreSQL: starts it, waits until nobody uses it, stops it.

`python -m spoorboek.site.launch.guardian DATA [--not-durable]` writes `ready`, or one line with what went wrong.
It runs in a session of its own, so that Ctrl-C in a terminal reaches its users and not the server they still need.
"""

import ctypes
import fcntl
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path

from spoorboek.site.launch.cluster import Cluster
from spoorboek.site.launch.operator import Operator, cluster_folder, operator, programs

LONGEST_SOCKET_PATH = 103
"""Bytes of a socket's whole path: 107 on Linux, 103 on macOS."""

PARENT_DEATH_SIGNAL = 1
LOG_KEPT = 10_000_000

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # A failing statement and its DETAIL hold people's data: neither goes into the log.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}
NOT_DURABLE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class Server:
    """One `postgres` process: ours, or one that a killed guardian left behind."""

    def __init__(self, cluster: Cluster, runner: Operator) -> None:
        self.cluster = cluster
        self.runner = runner
        self.folder = cluster_folder(cluster.data, runner)
        self.marker = self.folder / "postmaster.pid"
        self.process: subprocess.Popen[bytes] | None = None
        self.short_socket: Path | None = None

    def start(self) -> None:
        """Start and wait until connections are accepted; raises `RuntimeError` with PostgreSQL's own words."""
        if self._left_behind():
            return
        for attempt in range(5):
            self._launch()
            if self._became_ready():
                return
            # Back ends of a killed server take a moment to notice and let go of its memory.
            if "shared memory block" not in self._last_words() or attempt == 4:
                raise RuntimeError(self._last_words())
            threading.Event().wait(1)

    def stop(self) -> None:
        """Fast shutdown: open transactions roll back, everything acknowledged is on disk."""
        pid = self.process.pid if self.process else self._left_behind()
        if pid:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGINT)
        if self.process:
            self.process.wait()
        if self.short_socket:
            shutil.rmtree(self.short_socket, ignore_errors=True)

    def _left_behind(self) -> int | None:
        """The pid of a live server on these files. A marker whose process is not PostgreSQL is removed.

        PostgreSQL itself only looks whether that pid is alive: after a restart of a container any process may have it.
        """
        if not self.marker.is_file():
            return None
        pid = int(self.marker.read_text().split("\n", 1)[0])
        if "postgres" in program_of(pid):
            return pid
        self.marker.unlink()
        return None

    def _socket_folder(self) -> Path:
        if len(os.fsencode(self.folder / ".s.PGSQL.5432.lock")) <= LONGEST_SOCKET_PATH:
            return self.folder
        self.short_socket = Path(tempfile.mkdtemp(prefix="spoorboek-", dir="/tmp"))
        self.runner.owns(self.short_socket)
        return self.short_socket

    def _launch(self) -> None:
        settings = SETTINGS | {"unix_socket_directories": str(self._socket_folder())}
        settings |= {} if self.cluster.durable else NOT_DURABLE
        command = [str(programs(self.runner) / "postgres"), "-D", str(self.folder)]
        command += [argument for name, value in settings.items() for argument in ("-c", f"{name}={value}")]
        log = self.cluster.log
        if log.is_file() and log.stat().st_size > LOG_KEPT:
            log.replace(log.with_suffix(".old.log"))
        with log.open("ab") as output:
            self._log_start = output.tell()
            self.process = subprocess.Popen(
                command, cwd="/", stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                preexec_fn=die_with_parent, **self.runner.run_options(),
            )  # type: ignore[call-overload]  # fmt: skip

    def _became_ready(self) -> bool:
        assert self.process
        while True:
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(timeout=0.02)
                return False
            with suppress(OSError):
                lines = self.marker.read_text().splitlines()
                if (
                    len(lines) > 7
                    and lines[7].strip() == "ready"
                    and lines[0].strip() == str(self.process.pid)
                ):
                    return True

    def _last_words(self) -> str:
        with self.cluster.log.open("rb") as log:
            log.seek(self._log_start)
            lines = [
                line
                for line in log.read().decode(errors="replace").splitlines()
                if "FATAL" in line or "PANIC" in line
            ]
        return lines[-1] if lines else "no message"


def program_of(pid: int) -> str:
    """The name of the program that a process runs; empty when there is no such process."""
    if sys.platform == "linux":
        try:
            return Path(f"/proc/{pid}/comm").read_text().strip()
        except OSError:
            return ""
    shown = subprocess.run(["ps", "-o", "comm=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return shown.stdout.strip()


def die_with_parent() -> None:
    """Linux: ask the kernel to stop us when the guardian is killed. Elsewhere the next start adopts the server."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PARENT_DEATH_SIGNAL, signal.SIGINT)


def main(arguments: list[str]) -> int:
    """Guard one cluster until its last user has gone."""
    cluster = Cluster(Path(arguments[0]), durable="--not-durable" not in arguments)
    server = Server(cluster, operator())
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    try:
        server.start()
    except (RuntimeError, OSError) as error:
        sys.stdout.write(f"{error}\n")
        return 1
    sys.stdout.write("ready\n")
    sys.stdout.close()
    with (cluster.data / "cluster.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        server.stop()
    return 0


if __name__ == "__main__":
    os.chdir("/")
    sys.exit(main(sys.argv[1:]))
