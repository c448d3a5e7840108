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

from django.conf import settings
from django.db import connections, transaction

from spoorboek.site import clock


class System(StrEnum):
    """Actors that are not people. What each may reach stands in `policy.SYSTEM_REACH`."""

    REGISTRAR = "registrar"
    TIMETABLE = "timetable"
    VERIFIER = "verifier"
    REMINDER = "reminder"
    PLANNER = "planner"


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


@dataclass(frozen=True)
class Practice:
    """The practice world in which someone acts: whose it was asked for, which one, and how far its day lies ahead."""

    account_id: uuid.UUID | None
    world_id: uuid.UUID | None
    shift: int | None


_practice: ContextVar[Practice | None] = ContextVar("spoorboek_practice", default=None)
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


TELL = "SELECT set_config('spoorboek.actor', %s, true), set_config('spoorboek.system', %s, true)"


def tell_database(actor: Actor, using: str = "default") -> None:
    """Set the two transaction-local settings on one connection; must run inside a transaction."""
    with connections[using].cursor() as cursor:
        cursor.execute(TELL, [str(actor.account_id or ""), str(actor.system or "")])


def tell_and_ask(actor: Actor) -> Practice:
    """As `tell_database`, and learn in the same query in which practice world the actor is, if in any."""
    asked = f"{TELL}, world, shift FROM spoorboek_practice(%s, %s)"
    with connections["default"].cursor() as cursor:
        cursor.execute(
            asked,
            [str(actor.account_id or ""), str(actor.system or ""), actor.account_id, bool(settings.DEMO)],
        )
        _actor, _system, world_id, shift = cursor.fetchone()
    return Practice(actor.account_id, world_id, shift)


def asks_for_world(actor: Actor) -> bool:
    """A person is in a world of their own; in a demo everyone else is in the demo's. Asked once, by the outermost."""
    before = _practice.get()
    if actor.account_id is not None:
        return before is None or before.account_id != actor.account_id
    return bool(settings.DEMO) and before is None and not clock.is_practice()


def practice_world() -> uuid.UUID | None:
    """The practice world of whoever acts; None in the real one."""
    practice = _practice.get()
    return practice.world_id if practice else None


def acts_in_person() -> bool:
    """Whether a person acts, or a system actor for a person: then what is made belongs to that person's world."""
    practice = _practice.get()
    return practice is not None and practice.account_id is not None


@contextmanager
def in_practice(practice: Practice | None) -> Iterator[None]:
    """The world and the day that go with the actor, for the length of the block; None leaves both as they are."""
    if practice is None:
        yield
        return
    token = _practice.set(practice)
    try:
        with clock.practising(practice.shift):
            yield
    finally:
        _practice.reset(token)


@contextmanager
def telling(actor: Actor, using: str) -> Iterator[None]:
    """One connection knows `actor` for the length of the block, and the one before afterwards.

    Stands directly inside a transaction or savepoint, whose rollback restores the settings when the block raises.
    The end of the transaction itself forgets them: then nothing needs to be told.
    """
    connection, before = connections[using], told(using)
    practice = None
    if using == "default" and asks_for_world(actor):
        practice = tell_and_ask(actor)
    elif actor != before:
        tell_database(actor, using)
    setattr(connection, "spoorboek_actor", actor)  # noqa: B010 - Django's wrapper does not know the name
    try:
        with in_practice(practice):
            yield
    finally:
        setattr(connection, "spoorboek_actor", before)  # noqa: B010
    ends_here = before is None and connection.in_atomic_block and not connection.savepoint_ids
    if actor != before and not ends_here and not connection.needs_rollback:
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
