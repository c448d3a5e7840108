"""Without an actor the application raises before the database answers with nothing."""

import re
from collections.abc import Callable
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

from spoorboek.people.actor import NoActor, has_actor
from spoorboek.people.policy import PROTECTED

PROTECTED_TABLE = re.compile("|".join(rf'"{name}"|\b{name}\b' for name in PROTECTED))


def refuse_without_actor(
    execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    """An execute wrapper: a query on a protected table needs someone who acts."""
    if not has_actor():
        found = PROTECTED_TABLE.search(sql)
        if found:
            raise NoActor(f"{found.group()} is protected and nobody is acting. Use `with acting_as(actor):`.")
    return execute(sql, params, many, context)


def guard_connection(sender: object, connection: BaseDatabaseWrapper, **_: Any) -> None:
    """Put the wrapper on each new connection of the application, once."""
    if connection.alias != "owner" and refuse_without_actor not in connection.execute_wrappers:
        connection.execute_wrappers.append(refuse_without_actor)


def install() -> None:
    """Guard every connection that will be made."""
    connection_created.connect(guard_connection, dispatch_uid="spoorboek.guard")
