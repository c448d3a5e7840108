"""Rows that are asked so often that a connection plans their statement once and keeps the plan.

Row security puts a policy of many lines into every statement, and planning that takes the database about five times as
long as answering it; composing the statement takes us longer than both. What is asked stays the same: the guard and
row security hold for every run, with the actor of that transaction (the policies ask who acts while they run).
Behind a pooler in transaction mode that keeps no prepared statements: SPOORBOEK_DATABASE_PLANS=off.
"""

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Generic, TypeVar

import psycopg
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.backends.utils import CursorWrapper

M = TypeVar("M", bound=models.Model)
NEVER_BY_ITSELF = 2**31 - 1
"""After so many runs psycopg would keep the plan of what did not ask for it."""


class Planned(psycopg.Cursor[Any]):
    """A cursor whose statements are planned once a connection."""

    def execute(self, query: Any, params: Any = None, **named: Any) -> "Planned":
        return super().execute(query, params, **(named | {"prepare": settings.DATABASE_PLANS}))


@contextmanager
def planned(using: str = DEFAULT_DB_ALIAS) -> Iterator[CursorWrapper]:
    """Django's cursor around one that keeps plans: the guard and the counting of queries see what it runs."""
    connection: Any = connections[using]
    connection.ensure_connection()
    raw = connection.connection
    if raw.prepare_threshold is None:
        raw.prepare_threshold = NEVER_BY_ITSELF
    with connection._prepare_cursor(Planned(raw)) as cursor:
        yield cursor


class Rows(Generic[M]):
    """The rows of one table, by its primary key. `without`: long columns, read only where they are asked for.

    `also` and `joined` put further columns and tables into a statement; constants of the code, never what someone gave.
    """

    def __init__(
        self, model: type[M], *, without: tuple[str, ...] = (), also: str = "", joined: str = ""
    ) -> None:
        meta = model._meta
        assert meta.pk is not None
        self.model, self.table = model, meta.db_table
        self.fields = [field for field in meta.concrete_fields if field.name not in without]
        self.key = f'"{self.table}"."{meta.pk.column}"'
        columns = ", ".join(f'"{self.table}"."{field.column}"' for field in self.fields)
        read = f"{columns}, {also}" if also else columns
        self.select = f'SELECT {read} FROM "{self.table}" {joined} WHERE {self.key} = %s'  # noqa: S608 - own names

    def one(self, key: uuid.UUID, *, lock: bool = False) -> M | None:
        """The row, if the actor reaches it; `lock`: held until the end of the transaction."""
        found = self.found(key, lock=lock)
        return found[0] if found else None

    def found(self, key: uuid.UUID, *, lock: bool = False) -> tuple[M, Sequence[Any]] | None:
        """The row as Django would have read it, and the further columns."""
        held = f' FOR UPDATE OF "{self.table}"' if lock else ""
        with planned() as cursor:
            cursor.execute(self.select + held, [key])
            values = cursor.fetchone()
        if values is None:
            return None
        names = [field.attname for field in self.fields]
        own = len(names)
        return self.model.from_db(DEFAULT_DB_ALIAS, names, values[:own]), values[own:]

    def write(self, row: M, *names: str) -> None:
        """Write these fields of a row that was read; as with `QuerySet.update`, no signal is sent."""
        fields = [field for field in self.fields if field.name in names]
        values = ", ".join(f'"{field.column}" = %s' for field in fields)
        changed = f'UPDATE "{self.table}" SET {values} WHERE {self.key} = %s'  # noqa: S608 - own names
        with planned() as cursor:
            cursor.execute(changed, [*stored(row, fields), row.pk])

    def add(self, row: M) -> None:
        """Add a row that the database numbers; one that is there already stays as it is."""
        fields = [field for field in self.fields if not field.primary_key]
        columns = ", ".join(f'"{field.column}"' for field in fields)
        given = ", ".join(["%s"] * len(fields))
        added = f'INSERT INTO "{self.table}" ({columns}) VALUES ({given}) ON CONFLICT DO NOTHING'  # noqa: S608
        with planned() as cursor:
            cursor.execute(added, stored(row, fields))


def stored(row: models.Model, fields: Sequence[Any]) -> list[Any]:
    """Values of a row as the database takes them."""
    connection = connections[DEFAULT_DB_ALIAS]
    return [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
