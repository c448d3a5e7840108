"""Which dossier a client or helper is looking at: the own running one, unless they chose another of theirs."""

import uuid
from dataclasses import dataclass

from django.http import HttpRequest

from spoorboek.dossiers import access
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.refusals import NotYours
from spoorboek.people.actor import Actor
from spoorboek.people.policy import Role

CHOSEN = "dossier"
"""Key in the session: the dossier that was chosen on *Welk dossier?*."""


@dataclass(frozen=True)
class Own:
    """One dossier that may be looked at here: one's own, or that of somebody one helps."""

    dossier: Dossier
    role: Role

    @property
    def helping(self) -> bool:
        return self.role is Role.HELPER

    @property
    def name(self) -> str:
        return self.dossier.employment.person.name


def own_dossiers(actor: Actor) -> list[Own]:
    """Own dossiers first, running before closed, newest first; then those one helps with."""
    if actor.account_id is None:
        return []
    rows = access.dossiers_of(actor, (Role.CLIENT, Role.HELPER)).select_related("route")
    found = [
        Own(row, Role.CLIENT if row.is_mine else Role.HELPER)
        for row in rows.annotate(is_mine=access.takes_part(actor, (Role.CLIENT,)))
    ]
    newest = sorted(found, key=lambda own: own.dossier.first_sick_day, reverse=True)
    return sorted(newest, key=lambda own: (own.helping, not own.dossier.is_open))


def chosen(request: HttpRequest, found: list[Own]) -> Own | None:
    """The one chosen in this session, or else the first."""
    wanted = request.session.get(CHOSEN)
    return next((own for own in found if str(own.dossier.pk) == wanted), found[0] if found else None)


def choose(request: HttpRequest, found: list[Own], wanted: uuid.UUID) -> None:
    """Remember a choice; what is not theirs does not exist."""
    if wanted not in {own.dossier.pk for own in found}:
        raise NotYours("Not found.")
    request.session[CHOSEN] = str(wanted)


def opened(actor: Actor, own: Own) -> access.Reached:
    """Open it, which leaves a line in *wie keek er*."""
    return access.opened(actor, own.dossier, own.role)
