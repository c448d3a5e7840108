"""Acts taken together: their dossiers are collected and projected once, at the end of the same transaction."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.signals import projected, seats_changed

Ids = dict[uuid.UUID, None]


@dataclass
class Pending:
    """What waits for the end: dossiers to project, and dossiers of which rooms above are told something."""

    to_project: Ids = field(default_factory=dict)
    shown_anew: Ids = field(default_factory=dict)
    seated_anew: Ids = field(default_factory=dict)


_pending: ContextVar[Pending | None] = ContextVar("spoorboek_pending", default=None)


def pending() -> Pending | None:
    """What waits, inside `projection.together`; None where every act projects itself."""
    return _pending.get()


def waits(dossier_id: uuid.UUID) -> bool:
    """Whether a dossier's stored dates are behind its facts, until the acts taken together end."""
    waiting = _pending.get()
    return waiting is not None and dossier_id in waiting.to_project


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


def tell_seats(dossiers: list[uuid.UUID]) -> None:
    """Tell the rooms above that who takes part has changed; at the end where acts go together."""
    waiting = _pending.get()
    if waiting is None:
        seats_changed.send(sender=Dossier, dossiers=dossiers)
    else:
        waiting.seated_anew |= dict.fromkeys(dossiers)
