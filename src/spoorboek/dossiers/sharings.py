"""What a client shares of their own, shown on *Wie ziet wat*: rooms above this one register what is shared there.

Each item names what it is, with whom and until when, and where the client ends it. Only the client is ever asked.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from spoorboek.dossiers.access import Reached


@dataclass(frozen=True)
class Shared:
    """One thing that someone may read now. `withdraw` is the address that a POST ends it at."""

    what: str
    href: str
    name: str
    role: str
    until: date | None
    withdraw: str


Sharing = Callable[[Reached], Iterable[Shared]]

_sharings: dict[str, Sharing] = {}


def register(name: str, sharing: Sharing) -> None:
    """A room tells what is shared in it. One room, one name."""
    if name in _sharings:
        raise ValueError(f"{name} tells what is shared already.")
    _sharings[name] = sharing


def shared_by(reached: Reached) -> list[Shared]:
    """Everything the client shares now, room by room; nothing is told to anyone else."""
    if not reached.is_client_self:
        return []
    return [one for sharing in _sharings.values() for one in sharing(reached)]
