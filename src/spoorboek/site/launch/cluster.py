"""The embedded PostgreSQL of a data folder: made once, started when someone needs it, stopped by the last one out.

Who uses the cluster holds a shared lock on `cluster.lock`. A guardian process (guardian.py) is PostgreSQL's parent
and waits for the exclusive lock: it gets it when the last user has gone, also when that user was killed, and then
stops the server. So nothing keeps running, and two commands at once do not pull the server from under each other.
`users.lock` tells a leaving user whether it is the last, and should see the server's end.
"""

import fcntl
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from spoorboek.site.launch import own_python
from spoorboek.site.launch.operator import cluster_folder, operator, programs
from spoorboek.site.launch.speech import Trouble

DATABASE = "spoorboek"
SUPERUSER = "postgres"
OWNER_ROLE = "spoorboek_owner"
APPLICATION_ROLES = ("spoorboek_app", "spoorboek_medical")
ANSWERS_WITHIN = 5.0
"""Seconds between a server that says it is ready and one that is gone again."""


class Cluster:
    """One PostgreSQL cluster below `data`. `durable=False` (tests only) trades safety at a power cut for speed."""

    def __init__(self, data: Path, durable: bool = True) -> None:
        self.data = data.absolute()
        self.durable = durable
        self.log = self.data / "log" / "postgres.log"

    @property
    def exists(self) -> bool:
        """Whether a cluster was made here before."""
        return (self.data / "postgres").exists()

    def socket_folder(self) -> str:
        """Where the running server listens, from its own `postmaster.pid`; empty when there is none."""
        marker = self.data / "postgres" / "postmaster.pid"
        lines = marker.read_text().splitlines() if marker.is_file() else []
        return lines[4].strip() if len(lines) > 4 else ""

    def connect(self, role: str = SUPERUSER, database: str = "postgres") -> psycopg.Connection[Any]:
        """A connection of our own to the running server, outside Django."""
        folder = self.socket_folder()
        if not folder:
            # An empty host would make libpq try whatever other server this machine has.
            raise psycopg.OperationalError("not running")
        return psycopg.connect(host=folder, user=role, dbname=database, autocommit=True)

    @contextmanager
    def use(self) -> Iterator[None]:
        """Have the server running for the length of the block."""
        prepare_data_folder(self.data)
        with (self.data / "users.lock").open("a") as users, (self.data / "cluster.lock").open("a") as server:
            guardian = self._enter(users.fileno(), server.fileno())
            try:
                yield
            finally:
                self._leave(users.fileno(), server.fileno(), guardian)

    def make(self) -> None:
        """Make the cluster's files where there are none. Half-made files of a killed start are replaced."""
        runner = operator()
        folder = cluster_folder(self.data, runner)
        if folder.is_dir():
            return
        making = folder.with_name("postgres.making")
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir(mode=0o700)
        runner.owns(making)
        command = [
            str(programs(runner) / "initdb"),
            "-D",
            str(making),
            "-U",
            SUPERUSER,
            "--auth=trust",
            "--encoding=UTF8",
        ]
        command += [
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-instructions",
        ]
        made = subprocess.run(
            command if self.durable else [*command, "--no-sync"],
            cwd="/", capture_output=True, text=True, check=False, **runner.run_options(),
        )  # type: ignore[call-overload]  # fmt: skip
        if made.returncode:
            raise Trouble(*explained(made.stdout + made.stderr, self.data))
        making.rename(folder)

    def prepare(self, may_create_databases: bool = False) -> None:
        """Roles and the database itself; harmless to repeat, since a start can be cut off anywhere."""
        with self.connect() as connection:
            roles = {row[0] for row in connection.execute("SELECT rolname FROM pg_roles").fetchall()}
            create = "CREATEDB" if may_create_databases else "NOCREATEDB"
            if OWNER_ROLE not in roles:
                connection.execute(
                    f"CREATE ROLE {OWNER_ROLE} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE {create}"
                )
            for role in APPLICATION_ROLES:
                if role not in roles:
                    connection.execute(
                        f"CREATE ROLE {role} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB"
                    )
            known = {row[0] for row in connection.execute("SELECT datname FROM pg_database").fetchall()}
            if DATABASE not in known:
                connection.execute(f"CREATE DATABASE {DATABASE} OWNER {OWNER_ROLE}")
        with self.connect(OWNER_ROLE, DATABASE) as connection:
            connection.execute("CREATE SCHEMA IF NOT EXISTS medical")

    def _enter(self, users: int, server: int) -> "subprocess.Popen[str] | None":
        with (self.data / "start.lock").open("a") as start:
            fcntl.flock(start, fcntl.LOCK_EX)
            fcntl.flock(users, fcntl.LOCK_SH)
            fcntl.flock(server, fcntl.LOCK_SH)
            if self._answers():
                return None
            self.make()
            guardian = self._start_guardian()
            if not self._answers_soon():
                # What a killed server left behind can take the new one down once.
                guardian = self._start_guardian()
            self.prepare(may_create_databases=not self.durable)
            return guardian

    def _answers(self) -> bool:
        try:
            with self.connect():
                return True
        except psycopg.OperationalError:
            return False

    def _answers_soon(self) -> bool:
        patience = time.monotonic() + ANSWERS_WITHIN
        while time.monotonic() < patience:
            if self._answers():
                return True
            time.sleep(0.05)
        return False

    def _start_guardian(self) -> "subprocess.Popen[str]":
        command = own_python.command("spoorboek.site.launch.guardian", str(self.data))
        guardian = subprocess.Popen(
            command if self.durable else [*command, "--not-durable"],
            env=own_python.surroundings(), cwd="/", start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert guardian.stdout
        with guardian.stdout as said:
            first = said.readline().strip()
        if first != "ready":
            guardian.wait()
            raise Trouble(*explained(first, self.data))
        return guardian

    def _leave(self, users: int, server: int, guardian: "subprocess.Popen[str] | None") -> None:
        try:
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if guardian:
                # Others still need it, so it outlives us: no longer ours to wait for, or to warn about.
                guardian.returncode = 0
            return
        fcntl.flock(server, fcntl.LOCK_UN)
        if guardian:
            guardian.wait()


def prepare_data_folder(data: Path) -> None:
    """Make the data folder (others may pass through it to the socket, not look into it)."""
    try:
        if not data.is_dir():
            data.mkdir(parents=True)
            data.chmod(0o711)
        (data / "log").mkdir(exist_ok=True, mode=0o700)
        # Mails kept as files hold the links that let people in.
        (data / "mail").mkdir(exist_ok=True, mode=0o700)
        (data / "static").mkdir(exist_ok=True)
    except OSError as error:
        raise Trouble(
            f"De map {data} kan niet worden gemaakt of beschreven ({error.strerror}); kies een andere "
            "met --data.",
            f"The folder {data} cannot be made or written to ({error.strerror}); choose another with --data.",
        ) from error
    if not os.access(data, os.W_OK):
        raise Trouble(
            f"In de map {data} mag niet worden geschreven; kies een andere met --data of pas de rechten aan.",
            f"The folder {data} may not be written to; choose another with --data or change its rights.",
        )


def explained(output: str, data: Path) -> tuple[str, str]:
    """A sentence with a remedy for what PostgreSQL said."""
    lowered = output.lower()
    if "no space left" in lowered:
        return (
            f"De schijf van {data} is vol; maak ruimte vrij en start opnieuw.",
            f"The disk of {data} is full; free some space and start again.",
        )
    if "shared memory" in lowered and "could not" in lowered:
        return (
            "Er is te weinig gedeeld geheugen voor de database; geef de machine of container meer "
            "(bij een container --shm-size=256m).",
            "There is too little shared memory for the database; give the machine or container more "
            "(for a container --shm-size=256m).",
        )
    last = next((line for line in reversed(output.strip().splitlines()) if line.strip()), "?")
    return (
        f"De ingebouwde database start niet ({last.strip()}); meer staat in {data / 'log' / 'postgres.log'}.",
        f"The embedded database does not start ({last.strip()}); see {data / 'log' / 'postgres.log'}.",
    )
