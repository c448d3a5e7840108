"""Links from a dossier to rooms above this one: each registers its page when its app starts.

A professional finds them under the name on the dossier page, a client under *Mijn route*.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.doors import Door, href
from spoorboek.people.policy import Role

ALWAYS: Callable[[Reached], bool] = lambda reached: True  # noqa: E731 - a default, not a function of its own


@dataclass(frozen=True)
class Room:
    """A page of another room: its words, its URL's name, and for which roles.

    For professionals the address takes the dossier's id; for client and helper it takes nothing. `when` may leave the
    link out for a dossier in which the room has nothing.
    """

    label: str | Promise
    url_name: str
    roles: tuple[Role, ...]
    order: int = 100
    when: Callable[[Reached], bool] = ALWAYS


_rooms: list[Room] = []


def register(room: Room) -> None:
    """Add a link. The same URL's name stands for the client's page or for the professionals', never for both."""
    if any(other.url_name == room.url_name for other in _rooms):
        raise ValueError(f"{room.url_name} is linked already.")
    _rooms.append(room)


def rooms_of(reached: Reached) -> list[Door]:
    """The links for this reader, those whose page exists here."""
    where = () if reached.is_client else (reached.dossier.pk,)
    found = [
        Door(str(room.label), href(room.url_name, *where))
        for room in sorted(_rooms, key=lambda room: room.order)
        if reached.role in room.roles and room.when(reached)
    ]
    return [door for door in found if door.href]
