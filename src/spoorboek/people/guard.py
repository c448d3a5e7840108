"""Without an actor the application raises before the database answers with nothing.

The same holds for a connection that was not told who acts: one of another thread, or the medical one outside its scope.
"""

import re
from collections.abc import Callable
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

from spoorboek.people.actor import NoActor, current_actor, has_actor
from spoorboek.people.policy import PROTECTED

PROTECTED_TABLE = re.compile(rf"\b(?:{'|'.join(PROTECTED)})\b")


def refuse_without_actor(
    execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    """An execute wrapper: a query on a protected table needs someone who acts, known to this connection."""
    known = getattr(context["connection"], "spoorboek_actor", None)
    if known is None or not has_actor() or known != current_actor():
        found = PROTECTED_TABLE.search(str(sql))
        if found:
            raise NoActor(missing(found.group(), context["connection"].alias))
    return execute(sql, params, many, context)


def missing(table: str, alias: str) -> str:
    """What is wrong and how to mend it."""
    if not has_actor():
        return f"{table} is protected and nobody is acting. Use `with acting_as(actor):`."
    scope = "`with medical_scope():`" if alias == "medical" else "`with acting_as(actor):` in this thread"
    return f"{table} is protected and the connection {alias!r} was not told who acts. Use {scope}."


def guard_connection(sender: object, connection: BaseDatabaseWrapper, **_: Any) -> None:
    """Put the wrapper on each new connection of the application, once; a fresh connection knows nobody."""
    setattr(connection, "spoorboek_actor", None)  # noqa: B010 - Django's wrapper does not know the name
    if connection.alias != "owner" and refuse_without_actor not in connection.execute_wrappers:
        connection.execute_wrappers.append(refuse_without_actor)


def install() -> None:
    """Guard every connection that will be made."""
    connection_created.connect(guard_connection, dispatch_uid="spoorboek.guard")
