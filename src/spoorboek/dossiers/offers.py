"""What rooms above this one may offer on *Vandaag* and on *Mijn team*: each registers a callable when its app starts.

The law's own steps and a near appointment always come first. Where the law has nothing to ask now, the first offer is
the one card; every other offer stands below it, small.
"""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.doors import Door
from spoorboek.dossiers.today_card import Card
from spoorboek.people.actor import Actor

Offering = Callable[[Reached, date], Card | None]
"""At most one card for the client who reads; None when there is nothing to offer. Never asked for a helper."""


@dataclass(frozen=True)
class TeamLine:
    """One thing a supervisor does for one person this week: what, when, how, and the button that records it."""

    title: str
    when: str
    how: tuple[str, ...] = ()
    say: str = ""
    door: Door | None = None


TeamOffering = Callable[[Actor, Sequence[uuid.UUID], date], Mapping[uuid.UUID, Sequence[TeamLine]]]
"""Lines by dossier, for all dossiers of the page at once: a fixed number of queries however large the team is."""

_offerings: dict[str, tuple[int, Offering]] = {}
_team: dict[str, TeamOffering] = {}


def register(name: str, offering: Offering, *, order: int = 100) -> None:
    """A room offers a card on *Vandaag*; the lowest `order` goes first. One room, one name."""
    if name in _offerings:
        raise ValueError(f"{name} offers a card already.")
    _offerings[name] = (order, offering)


def register_for_team(name: str, offering: TeamOffering) -> None:
    """A room offers lines on *Mijn team*."""
    if name in _team:
        raise ValueError(f"{name} offers lines for a team already.")
    _team[name] = offering


def offered(reached: Reached, today: date) -> list[Card]:
    """The cards of all rooms, in their order; none of a closed dossier and none to a helper."""
    if not reached.dossier.is_open or not reached.is_client_self:
        return []
    asked = [offering for _order, offering in sorted(_offerings.values(), key=lambda row: row[0])]
    return [card for offering in asked if (card := offering(reached, today))]


def offered_to_team(
    actor: Actor, dossiers: Sequence[uuid.UUID], today: date
) -> dict[uuid.UUID, list[TeamLine]]:
    """The lines of all rooms, by dossier."""
    found: dict[uuid.UUID, list[TeamLine]] = {}
    for offering in _team.values():
        for dossier_id, lines in offering(actor, dossiers, today).items():
            found.setdefault(dossier_id, []).extend(lines)
    return found
