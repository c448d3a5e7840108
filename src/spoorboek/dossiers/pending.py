"""Acts taken together: their dossiers are collected and projected once, at the end of the same transaction."""

import uuid
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeVar

from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.signals import projected, seats_changed

T = TypeVar("T")
Ids = dict[uuid.UUID, None]


@dataclass
class Pending:
    """What waits for the end: dossiers to project, and dossiers of which rooms above are told something."""

    to_project: Ids = field(default_factory=dict)
    shown_anew: Ids = field(default_factory=dict)
    seated_anew: Ids = field(default_factory=dict)
    known: dict[Hashable, Any] = field(default_factory=dict)


_pending: ContextVar[Pending | None] = ContextVar("spoorboek_pending", default=None)


def pending() -> Pending | None:
    """What waits, inside `projection.together`; None where every act projects itself."""
    return _pending.get()


def waits(dossier_id: uuid.UUID) -> bool:
    """Whether a dossier's stored dates are behind its facts, until the acts taken together end."""
    waiting = _pending.get()
    return waiting is not None and dossier_id in waiting.to_project


def remembered(question: Hashable, answer: Callable[[], T]) -> T:
    """The answer to a question that acts taken together ask again and again, about what none of them changes: who may
    report sick for whom, who works where. Asked each time by acts on their own."""
    waiting = _pending.get()
    if waiting is None:
        return answer()
    if question not in waiting.known:
        waiting.known[question] = answer()
    found: T = waiting.known[question]
    return found


@contextmanager
def collecting() -> Iterator[Pending]:
    """Let acts collect their dossiers. What is collected is the caller's to project and to tell."""
    made = Pending()
    token = _pending.set(made)
    try:
        yield made
    finally:
        _pending.reset(token)


def tell_projected(dossiers: list[uuid.UUID]) -> None:
    """Tell the rooms above that dates were computed anew or a dossier closed; at the end where acts go together."""
    waiting = _pending.get()
    if waiting is None:
        projected.send(sender=Dossier, dossiers=dossiers)
    else:
        waiting.shown_anew |= dict.fromkeys(dossiers)


def tell_seats(dossiers: list[uuid.UUID], *, dates_follow: bool = False) -> None:
    """Tell the rooms above that who takes part has changed; at the end where acts go together. `dates_follow`: the act
    projects these dossiers too, after this."""
    waiting = _pending.get()
    if waiting is None:
        seats_changed.send(sender=Dossier, dossiers=dossiers, dates_follow=dates_follow)
    else:
        waiting.seated_anew |= dict.fromkeys(dossiers)
