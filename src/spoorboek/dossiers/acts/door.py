"""The one door through which a dossier changes.

`entered` checks that the actor takes part in a role that may do this act, locks the dossier, and refuses a form that
was read before someone else's change. On leaving it raises the version, recomputes the dates, and writes the journal,
all in the transaction in which the act did its work.
"""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from spoorboek.dossiers import journal, moved, pending
from spoorboek.dossiers.acts.rules import told_to_everyone
from spoorboek.dossiers.medical.scope import both_or_neither
from spoorboek.dossiers.models import Dossier, JournalEntry
from spoorboek.dossiers.projection import Computed, computed, recompute
from spoorboek.dossiers.refusals import NotYours, Refused, Stale
from spoorboek.people import access
from spoorboek.people.actor import Actor, current_actor
from spoorboek.people.policy import Layer, Role


@dataclass
class Work:
    """What an act does to one dossier: the old and new values that go into the journal."""

    dossier: Dossier
    role: Role
    payload: dict[str, Any] = field(default_factory=dict)
    layer: Layer = Layer.PROCESS
    moves_dates: bool = True
    after: list[Callable[[], None]] = field(default_factory=list)
    entry: JournalEntry | None = None

    def changed(self, name: str, old: object, new: object) -> None:
        """Note a changed fact; the old value stays in the journal."""
        self.payload.setdefault("changes", []).append({"fact": name, "old": old, "new": new})

    def said(self, **values: object) -> None:
        """Note what the act was about."""
        self.payload.update(values)

    def on_commit(self, notify: Callable[[], None]) -> None:
        """Tell someone, once the act has really happened."""
        self.after.append(notify)


def locked(dossier_id: uuid.UUID) -> Dossier:
    """The dossier with its row lock; what the actor cannot reach does not exist for them."""
    dossier = Dossier.objects.select_for_update(of=("self",)).filter(pk=dossier_id).first()
    if dossier is None:
        raise NotYours(_("Dit dossier is niet gevonden."))
    return dossier


def check_role(actor: Actor, dossier_id: uuid.UUID, roles: tuple[Role, ...]) -> Role:
    """The actor's role, when it is one that may do this act."""
    if current_actor() != actor:
        raise NotYours(_("Log opnieuw in en probeer het nog eens."))
    return fitting(access.role_in(actor, dossier_id), roles)


def fitting(role: Role | None, roles: tuple[Role, ...]) -> Role:
    """The role that someone has in a dossier, when it is one that may do this act."""
    if role is None:
        raise NotYours(_("Dit dossier is niet gevonden."))
    if role not in roles:
        raise NotYours(_("Dit kun je niet doen vanuit jouw rol in dit dossier."))
    return role


def checked_open(actor: Actor, dossier_id: uuid.UUID, *roles: Role) -> Dossier:
    """For an act on something private, that nobody else may even count: checked, and not journalled one by one.

    The dossier, when it is open and the actor may do this in it; raises `NotYours` or `Refused` otherwise.
    """
    check_role(actor, dossier_id, roles)
    dossier = Dossier.objects.filter(pk=dossier_id).first()
    if dossier is None:
        raise NotYours(_("Dit dossier is niet gevonden."))
    check_is_open(dossier.is_open)
    return dossier


def check_is_open(is_open: bool) -> None:
    """In a dossier that was closed nothing changes any more."""
    if not is_open:
        raise Refused(
            _("Dit dossier is gesloten. Je kunt alles nog lezen en afdrukken. Er verandert niets meer.")
        )


def check_version(
    dossier: Dossier, version: int | None, current: Callable[[], dict[str, Any]] | None
) -> None:
    """Refuse a form that was read before the last change, and hand back what stands there now."""
    if version is not None and version != dossier.version:
        raise Stale(
            _("Iemand heeft dit dossier intussen gewijzigd. Kijk wat er nu staat en kies."),
            current() if current else {},
        )


def before(dossier: Dossier) -> Computed | None:
    """The dates by the facts as they are; None where nobody asks (acts taken together) or the facts contradict."""
    if pending.pending() is not None:
        return None
    try:
        return computed(dossier)
    except Refused:
        return None


def note_moved_dates(work: Work, old: Computed | None) -> None:
    """Recompute, and note which dates moved from when to when.

    A step that tells of a safety net is left out, since everyone in the dossier reads what an act moved; where the act
    is medical, doctor and client read it in full.
    """
    made = recompute(work.dossier)
    difference = moved.noted(made, old) if made else []
    if work.layer is Layer.PROCESS:
        difference = told_to_everyone(difference)
    if difference:
        work.said(moved=difference)


@contextmanager
def entered(
    actor: Actor,
    dossier_id: uuid.UUID,
    act: str,
    *,
    roles: tuple[Role, ...],
    version: int | None = None,
    current: Callable[[Dossier], dict[str, Any]] | None = None,
    closed_too: bool = False,
    moves_dates: bool = True,
) -> Iterator[Work]:
    """Check, then let the act do its work, then journal and recompute. Raises `Refused`; nothing is half done.

    `moves_dates`: whether the act may change a fact behind a date. One that may but did not sets it on its `Work`.
    """
    with both_or_neither():
        role = check_role(actor, dossier_id, roles)
        dossier = locked(dossier_id)
        if not dossier.is_open and not closed_too:
            raise Refused(_("Dit dossier is gesloten. Er verandert niets meer."))
        check_version(dossier, version, (lambda: current(dossier)) if current else None)
        work = Work(dossier, role, moves_dates=moves_dates)
        old = before(dossier) if moves_dates else None
        yield work
        if work.moves_dates:
            dossier.version += 1
        dossier.save()
        if work.moves_dates:
            note_moved_dates(work, old)
        else:
            pending.tell_projected([dossier.pk])
        work.entry = journal.record(dossier, act, work.payload, role=role, layer=work.layer)
        for notify in work.after:
            transaction.on_commit(notify)
