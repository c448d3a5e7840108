"""Correcting any earlier fact, effective in the past: all dates follow, the old value stays in the journal."""

import uuid
from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from spoorboek.dossiers.acts.door import entered
from spoorboek.dossiers.correctable import Fact, FactKind
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.reasons import Reason
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import Actor


def correct_fact(
    actor: Actor,
    dossier_id: uuid.UUID,
    kind: FactKind,
    row: str,
    values: dict[str, Any],
    reason: str,
    version: int | None = None,
) -> None:
    """Give a fact other values. `reason` is one of `Reason`."""
    with entered(
        actor, dossier_id, "correct_fact", roles=kind.roles, version=version, current=values_now(kind, row)
    ) as work:
        fact = standing_fact(work.dossier, kind, row)
        check_reason(reason)
        wanted = {**fact.values, **values}
        different = [name for name in kind.names if wanted[name] != fact.values[name]]
        if not different:
            raise Refused(_("Je hebt niets veranderd. Vul in wat het moet zijn, of ga terug."))
        kind.write(work.dossier, row, wanted)
        work.said(**told_of(kind, fact), reason=reason)
        for name in different:
            work.changed(kind.names[name], fact.values[name], wanted[name])


def remove_fact(
    actor: Actor, dossier_id: uuid.UUID, kind: FactKind, row: str, reason: str, version: int | None = None
) -> None:
    """Take back a fact that never was. What stood there stays in the journal."""
    with entered(
        actor, dossier_id, "remove_fact", roles=kind.roles, version=version, current=values_now(kind, row)
    ) as work:
        fact = standing_fact(work.dossier, kind, row)
        check_reason(reason)
        if not fact.removable:
            raise Refused(_("Dit kan niet weg, alleen anders. Vul in wat het moet zijn."))
        kind.remove(work.dossier, row)
        work.said(**told_of(kind, fact), reason=reason)
        for name, value in fact.values.items():
            if value is not None:
                work.changed(kind.names[name], value, None)


def told_of(kind: FactKind, fact: Fact) -> dict[str, str]:
    """Which fact it was."""
    about = {"kind": kind.key, "title": fact.title}
    return about | {"step": fact.step} if fact.step else about


def standing_fact(dossier: Dossier, kind: FactKind, row: str) -> Fact:
    fact = kind.find(dossier, row)
    if fact is None:
        raise Refused(
            _("Dit staat niet meer in het dossier. Ga terug naar de feiten en kijk wat er nu staat.")
        )
    return fact


def check_reason(reason: str) -> None:
    if reason not in Reason.values:
        raise Refused(_("Kies waarom dit verandert."), "reason")


def values_now(kind: FactKind, row: str) -> Callable[[Dossier], dict[str, Any]]:
    def current(dossier: Dossier) -> dict[str, Any]:
        fact = kind.find(dossier, row)
        return fact.values if fact else {}

    return current
