"""Trying something and taking it back: by a request, or in raw SQL as the application's own database role."""

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db import connections, transaction


@contextmanager
def undone() -> Iterator[None]:
    """Whatever a request did is taken back, so that the next one finds the same dossier."""
    with transaction.atomic(), transaction.atomic(using="medical"):
        yield
        transaction.set_rollback(True)
        transaction.set_rollback(True, using="medical")


CONNECTED: "dict[str, psycopg.Connection[Any]]" = {}


def raw_connection(alias: str) -> "psycopg.Connection[Any]":
    """A connection of its own beside Django's, as the role that Django signs in with."""
    if alias not in CONNECTED:
        given = connections[alias].get_connection_params()
        names = ("dbname", "user", "password", "host", "port", "options")
        CONNECTED[alias] = psycopg.connect(**{name: given[name] for name in names if given.get(name)})
    return CONNECTED[alias]


def close_all() -> None:
    while CONNECTED:
        CONNECTED.popitem()[1].close()


class Attempts:
    """What one actor tries; every attempt stands in a savepoint, and all of it is rolled back."""

    def __init__(self, connection: "psycopg.Connection[Any]") -> None:
        self.connection = connection

    def read(self, sql: str, parameters: Sequence[Any] = ()) -> set[Any]:
        """First column of the rows that come back."""
        return {row[0] for row in self.connection.execute(sql, parameters).fetchall()}

    def keys_touched(self, sql: str, parameters: Sequence[Any]) -> set[Any] | None:
        """What comes back of the rows that are written; None where the database refuses."""
        try:
            with self.connection.transaction():
                found = self.read(sql, parameters)
                raise psycopg.Rollback
        except psycopg.errors.InsufficientPrivilege:
            return None
        return found

    def rows_touched(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """How many rows were written; none where the database refuses."""
        try:
            with self.connection.transaction():
                count = self.connection.execute(sql, parameters).rowcount
                raise psycopg.Rollback
        except psycopg.errors.InsufficientPrivilege:
            return 0
        return count


@contextmanager
def attempts(alias: str, account_id: uuid.UUID | None = None, system: str = "") -> Iterator[Attempts]:
    """Be someone on a raw connection for the length of the block."""
    connection = raw_connection(alias)
    try:
        connection.execute(
            "SELECT set_config('spoorboek.actor', %s, true), set_config('spoorboek.system', %s, true)",
            [str(account_id or ""), system],
        )
        yield Attempts(connection)
    finally:
        connection.rollback()
