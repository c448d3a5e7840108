"""Who is doing this: the actor of a request, a job or a command, and the only way to become one.

The actor reaches PostgreSQL as two transaction-local settings, `spoorboek.actor` (an account's id) and
`spoorboek.system` (a named system actor). Row policies read nothing else. Each connection remembers whom it was told
about, so that the guard notices a connection that was not told, or told about someone else (guard.py).
"""

import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum

from django.db import connections, transaction


class System(StrEnum):
    """Actors that are not people. What each may reach stands in `policy.SYSTEM_REACH`."""

    REGISTRAR = "registrar"
    TIMETABLE = "timetable"
    VERIFIER = "verifier"


NOBODY = uuid.UUID(int=0)


@dataclass(frozen=True)
class Actor:
    """A person with an account, a system actor, or (both empty) a visitor who is not signed in. Never both."""

    account_id: uuid.UUID | None = None
    system: System | None = None

    def __post_init__(self) -> None:
        if self.account_id is not None and self.system is not None:
            raise ValueError("An actor is a person or a system actor, not both.")

    @property
    def is_visitor(self) -> bool:
        return self.account_id is None and self.system is None

    @property
    def person_id(self) -> uuid.UUID:
        """The account's id, or the nil UUID, which no account has: for look-ups that must find nothing then."""
        return self.account_id or NOBODY

    def __str__(self) -> str:
        return str(self.account_id or self.system or "visitor")


VISITOR = Actor()


class NoActor(RuntimeError):
    """A protected table was read or written without an actor. An empty answer here would be a bug."""


class Together(ExitStack):
    """Transactions on other connections that end as the one of the outermost `acting_as` ends."""

    def __init__(self) -> None:
        super().__init__()
        self.aliases: set[str] = set()

    def join(self, alias: str) -> None:
        if alias not in self.aliases:
            self.enter_context(transaction.atomic(using=alias))
            self.aliases.add(alias)

    def undo(self) -> None:
        for alias in self.aliases:
            transaction.set_rollback(True, using=alias)


_current: ContextVar[Actor | None] = ContextVar("spoorboek_actor", default=None)
_together: ContextVar[Together | None] = ContextVar("spoorboek_together", default=None)


def current_actor() -> Actor:
    """The actor now acting; raises `NoActor` outside `acting_as`."""
    actor = _current.get()
    if actor is None:
        raise NoActor("Nobody is acting here. Wrap this in `with acting_as(actor):`.")
    return actor


def has_actor() -> bool:
    """Whether someone is acting (a visitor counts)."""
    return _current.get() is not None


def told(using: str) -> Actor | None:
    """Whom a connection was told about in its running transaction."""
    return getattr(connections[using], "spoorboek_actor", None)


def tell_database(actor: Actor, using: str = "default") -> None:
    """Set the two transaction-local settings on one connection; must run inside a transaction."""
    with connections[using].cursor() as cursor:
        cursor.execute(
            "SELECT set_config('spoorboek.actor', %s, true), set_config('spoorboek.system', %s, true)",
            [str(actor.account_id or ""), str(actor.system or "")],
        )


@contextmanager
def telling(actor: Actor, using: str) -> Iterator[None]:
    """One connection knows `actor` for the length of the block, and the one before afterwards.

    Stands directly inside a transaction or savepoint, whose rollback restores the settings when the block raises.
    """
    connection, before = connections[using], told(using)
    if actor != before:
        tell_database(actor, using)
    setattr(connection, "spoorboek_actor", actor)  # noqa: B010 - Django's wrapper does not know the name
    try:
        yield
    finally:
        setattr(connection, "spoorboek_actor", before)  # noqa: B010
    if actor != before and not connection.needs_rollback:
        tell_database(before or VISITOR, using)


def join(using: str) -> None:
    """Open a transaction on another connection: it commits just after the outermost `acting_as`, or is undone too."""
    together = _together.get()
    if together is None:
        raise NoActor("Nobody is acting here. Wrap this in `with acting_as(actor):`.")
    together.join(using)


@contextmanager
def acting_as(actor: Actor) -> Iterator[Actor]:
    """Open a transaction in which `actor` acts; leaving restores the previous actor."""
    outermost = _together.get() is None
    with Together() as mine, transaction.atomic(), telling(actor, "default"):
        together_token = _together.set(mine) if outermost else None
        token = _current.set(actor)
        try:
            yield actor
        finally:
            _current.reset(token)
            if together_token:
                _together.reset(together_token)
        if outermost and transaction.get_connection().needs_rollback:
            mine.undo()
