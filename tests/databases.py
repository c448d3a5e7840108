"""The databases of a test run: one migrated template, kept between runs, and a copy for each process.

Tests run on committed data as the real roles: a wrapping transaction would hide leaks, so nothing is rolled back or
emptied, and each test makes rows of its own.
"""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from psycopg import sql

from spoorboek.site import environment
from spoorboek.site.launch.cluster import Cluster, prepare_data_folder

ALIASES = ("default", "medical", "owner")
PREFIX = "spoorboek_test_"
MEDICAL_ROLE = "spoorboek_test_medical"


def fingerprint() -> str:
    """Changes when the migrated database would: migrations, models, the policy, the pinned parts."""
    source = settings.PROJECT / "src"
    files = [settings.PROJECT / "requirements" / "runtime.txt"]
    files += [
        path for path in source.rglob("*.py") if {"migrations", "models", "people"} & {*path.parts, path.stem}
    ]
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


@contextmanager
def own_database(kept: str = "") -> Iterator[str]:
    """Point Django's three connections at a fresh copy of the template; the copy's name.

    `kept`: a name under which it stays (for a benchmark that takes an hour to fill): used again if it is there.
    """
    data = Path(settings.DATA)
    prepare_data_folder(data)
    external = environment.text("SPOORBOEK_DATABASE_OWNER_URL")
    cluster = Cluster(data, durable=False)
    with nullcontext() if external else cluster.use():
        if not external:
            _point("HOST", cluster.socket_folder())
        name = kept or f"{PREFIX}{os.getpid()}"
        with _maintenance() as server:
            _medical_role_of_its_own(server)
            if not (kept and _is_there(server, name)):
                _copy_template(server, data, name)
            _point("NAME", name)
            try:
                yield name
            finally:
                _close()
                if not kept:
                    _drop(server, name)


def _is_there(server: "psycopg.Connection[Any]", name: str) -> bool:
    return (name,) in server.execute("SELECT datname FROM pg_database").fetchall()


def _copy_template(server: "psycopg.Connection[Any]", data: Path, name: str) -> None:
    with (data / "template.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        template = _template(server)
        _drop(server, name)
        server.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
        )


def _medical_role_of_its_own(server: "psycopg.Connection[Any]") -> None:
    """On an existing server that names no medical role the tests make one: they prove what an operator should have."""
    if settings.DATABASES["medical"]["USER"] != settings.DATABASES["default"]["USER"]:
        return
    secret = hashlib.sha256(f"{settings.DATABASES['owner']['PASSWORD']}{MEDICAL_ROLE}".encode()).hexdigest()
    role, password = sql.Identifier(MEDICAL_ROLE), sql.Literal(secret)
    known = (psycopg.errors.DuplicateObject, psycopg.errors.UniqueViolation)
    with suppress(*known):
        server.execute(sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(role, password))
    for key, value in (("USER", MEDICAL_ROLE), ("PASSWORD", secret)):
        connections.settings["medical"][key] = settings.DATABASES["medical"][key] = value
        connections["medical"].settings_dict[key] = value


def _template(server: "psycopg.Connection[Any]") -> str:
    """The name of a migrated template for the code as it is; made where missing. The caller holds the lock."""
    name = f"{PREFIX}template_{fingerprint()}"
    known = {row[0] for row in server.execute("SELECT datname FROM pg_database").fetchall()}
    for stale in known:
        if stale.startswith(PREFIX) and stale != name and not _in_use(stale):
            _drop(server, stale)
    if name not in known:
        making = f"{PREFIX}{os.getpid()}_making"
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(making)))
        _point("NAME", making)
        with connections["owner"].cursor() as cursor:
            cursor.execute("CREATE SCHEMA IF NOT EXISTS medical")
        call_command("migrate", database="owner", verbosity=0, interactive=False)
        _close()
        server.execute(
            sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(making), sql.Identifier(name))
        )
    return name


def _in_use(name: str) -> bool:
    """Whether a test database belongs to a process that is still alive."""
    part = name.removeprefix(PREFIX).split("_")[0]
    if not part.isdigit():
        return False
    try:
        os.kill(int(part), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


@contextmanager
def without_references() -> Iterator[None]:
    """The owner's connection asks no references of the rows it adds and takes away by the ten thousand.

    On the embedded server its superuser can allow that; elsewhere every reference is checked, and it takes longer.
    """
    owner = connections["owner"].settings_dict
    allowed = True
    try:
        with psycopg.connect(
            host=owner["HOST"], user="postgres", dbname=owner["NAME"], autocommit=True
        ) as server:
            server.execute(
                sql.SQL("GRANT SET ON PARAMETER session_replication_role TO {}").format(
                    sql.Identifier(owner["USER"])
                )
            )
    except psycopg.Error:
        allowed = False
    with connections["owner"].cursor() as cursor:
        if allowed:
            cursor.execute("SET session_replication_role = replica")
        try:
            yield
        finally:
            if allowed:
                cursor.execute("SET session_replication_role = DEFAULT")


def _drop(server: "psycopg.Connection[Any]", name: str) -> None:
    """Without FORCE: PostgreSQL waits a few seconds for connections that are closing, and the owner may not end those
    of another role. What is still in use is left for the next run."""
    with suppress(psycopg.errors.ObjectInUse):
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))


@contextmanager
def _maintenance() -> "Iterator[psycopg.Connection[Any]]":
    """A connection of the owner outside the test databases."""
    owner = connections["owner"].settings_dict
    given = {
        "host": owner["HOST"],
        "port": owner["PORT"],
        "user": owner["USER"],
        "password": owner["PASSWORD"],
    }
    with psycopg.connect(
        dbname=owner["NAME"], autocommit=True, **{key: value for key, value in given.items() if value}
    ) as server:
        yield server


def _point(key: str, value: str) -> None:
    _close()
    for alias in ALIASES:
        connections.settings[alias][key] = value
        connections[alias].settings_dict[key] = value
        settings.DATABASES[alias][key] = value


def _close() -> None:
    for connection in connections.all(initialized_only=True):
        connection.close()
