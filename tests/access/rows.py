"""A row for any table, made from its columns: a new table is tried without anyone writing a builder for it."""

import uuid
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import connections, models
from django.utils import timezone
from psycopg.types.json import Jsonb

from spoorboek.people.policy import PROTECTED, Layer

Values = dict[str, Any]
MODELS: dict[str, type[models.Model]] = {model._meta.db_table: model for model in apps.get_models()}


def alias_of(table: str) -> str:
    return "medical" if PROTECTED[table].layer is Layer.MEDICAL else "default"


def key_of(table: str) -> str:
    """The column of the primary key."""
    return MODELS[table]._meta.pk.column


LEFT_EMPTY: dict[str, Values] = {"people_consent": {"recorded_by_id": None}}
"""What an ordinary row does not have: a yes given here has no witness to a paper."""


def values(table: str, dossier_id: uuid.UUID, account_id: uuid.UUID, known: dict[str, Any]) -> Values:
    """Column values of a new row in a dossier, written by an account; `known` gives ids by table or column name."""
    made: Values = {}
    for column in MODELS[table]._meta.concrete_fields:
        if isinstance(column, models.AutoField):
            continue
        made[column.column] = one_value(column, dossier_id, account_id, known)
    rule = PROTECTED[table]
    for name in (rule.owner, rule.signed):
        if name:
            made[name] = account_id
    return made | LEFT_EMPTY.get(table, {})


def one_value(
    column: "models.Field[Any, Any]", dossier_id: uuid.UUID, account_id: uuid.UUID, known: dict[str, Any]
) -> Any:
    related = column.related_model._meta.db_table if column.is_relation else ""
    if column.column in known:
        return known[column.column]
    if related == "dossiers_dossier" or column.column == "dossier_id":
        return None if column.null else dossier_id
    if related == "people_account" or column.column == "account_id":
        return account_id
    if related:
        return None if column.null else known[related]
    return plain_value(column)


def plain_value(column: "models.Field[Any, Any]") -> Any:
    """Something that fits the type; 'ends' lies after 'starts'."""
    now = timezone.now()
    if column.null:
        return None
    if column.choices:
        return column.choices[0][0]
    kinds: dict[type, Any] = {
        models.UUIDField: uuid.uuid4,
        models.CharField: lambda: uuid.uuid4().hex[: column.max_length],
        models.TextField: lambda: uuid.uuid4().hex,
        models.DateTimeField: lambda: now,
        models.DateField: lambda: now.date() + timedelta(days=1 if column.name == "ends" else 0),
        models.TimeField: lambda: now.time(),
        models.BooleanField: lambda: True,
        models.BinaryField: lambda: b"sealed",
        models.JSONField: lambda: Jsonb({}),
        models.DecimalField: lambda: 1,
        models.PositiveSmallIntegerField: lambda: 1,
        models.PositiveIntegerField: lambda: 1,
        ArrayField: list,
        models.DurationField: timedelta,
        models.BigIntegerField: lambda: uuid.uuid4().int % 2**62,
    }
    for kind, make in kinds.items():
        if isinstance(column, kind):
            return make()
    raise AssertionError(
        f"tests/access/rows.py does not know how to fill {column}: add its type to plain_value"
    )


def insert_sql(table: str, row: Values) -> tuple[str, list[Any]]:
    columns = ", ".join(f'"{name}"' for name in row)
    places = ", ".join(["%s"] * len(row))
    return f"INSERT INTO {table} ({columns}) VALUES ({places})", list(row.values())


def plant(table: str, row: Values) -> Any:
    """Add a row as the owner of the tables; its primary key."""
    sql, parameters = insert_sql(table, row)
    with connections["owner"].cursor() as cursor:
        cursor.execute(f"{sql} RETURNING {key_of(table)}", parameters)
        return cursor.fetchone()[0]
