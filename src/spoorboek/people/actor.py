"""Who is doing this: the actor of a request, a job or a command, and the only way to become one.

The actor reaches PostgreSQL as two transaction-local settings, `spoorboek.actor` (an account's id) and
`spoorboek.system` (a named system actor). Row policies read nothing else.
"""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum

from django.db import connections, transaction


class System(StrEnum):
    """Actors that are not people. What each may reach stands in `policy.SYSTEM_REACH`."""

    REGISTRAR = "registrar"
    TIMETABLE = "timetable"
    VERIFIER = "verifier"


@dataclass(frozen=True)
class Actor:
    """A person with an account, a system actor, or (both empty) a visitor who is not signed in."""

    account_id: uuid.UUID | None = None
    system: System | None = None

    @property
    def is_visitor(self) -> bool:
        return self.account_id is None and self.system is None

    def __str__(self) -> str:
        return str(self.account_id or self.system or "visitor")


VISITOR = Actor()


class NoActor(RuntimeError):
    """A protected table was read or written without an actor. An empty answer here would be a bug."""


_current: ContextVar[Actor | None] = ContextVar("spoorboek_actor", default=None)


def current_actor() -> Actor:
    """The actor now acting; raises `NoActor` outside `acting_as`."""
    actor = _current.get()
    if actor is None:
        raise NoActor("Nobody is acting here. Wrap this in `with acting_as(actor):`.")
    return actor


def has_actor() -> bool:
    """Whether someone is acting (a visitor counts)."""
    return _current.get() is not None


def tell_database(actor: Actor, using: str = "default") -> None:
    """Set the two transaction-local settings on one connection; must run inside a transaction."""
    with connections[using].cursor() as cursor:
        cursor.execute(
            "SELECT set_config('spoorboek.actor', %s, true), set_config('spoorboek.system', %s, true)",
            [str(actor.account_id or ""), str(actor.system or "")],
        )


@contextmanager
def acting_as(actor: Actor) -> Iterator[Actor]:
    """Open a transaction in which `actor` acts; leaving restores the previous actor.

    When the block raises, the savepoint's rollback restores the database's settings by itself.
    """
    previous = _current.get()
    with transaction.atomic():
        tell_database(actor)
        token = _current.set(actor)
        try:
            yield actor
        finally:
            _current.reset(token)
        if previous is not None and not transaction.get_connection().needs_rollback:
            tell_database(previous)
