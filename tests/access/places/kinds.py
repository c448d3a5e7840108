"""What a line of the table says: the kind of an address, and the groups of roles that it names."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from spoorboek.people.policy import Role
from tests.access.markers import Rows
from tests.access.world import World

Roles = frozenset[Role]
Samples = dict[str, Callable[[World, Rows], Any]]

NOWHERE = "00000000-0000-4000-8000-000000000000"
NOBODY: Roles = frozenset()
EVERYONE: Roles = frozenset(Role)
CLIENT = frozenset({Role.CLIENT})
CLIENT_SIDE = frozenset({Role.CLIENT, Role.HELPER})
OFFICE = frozenset({Role.CASE_MANAGER})
EMPLOYER = frozenset({Role.CASE_MANAGER, Role.SUPERVISOR})
DOCTOR = frozenset({Role.COMPANY_DOCTOR})
ADMIN = frozenset({Role.ADMIN})
CIRCLE = frozenset({Role.COACH, Role.LABOUR_EXPERT})
"""Who is in the group for intervision of `circles.py`."""
GUIDES = frozenset({Role.CASE_MANAGER, Role.COMPANY_DOCTOR, Role.LABOUR_EXPERT, Role.COACH})
PROFESSIONALS = GUIDES | {Role.SUPERVISOR}
COACHES = frozenset({Role.COACH, Role.LABOUR_EXPERT})
COACH = frozenset({Role.COACH})
STAFFED = PROFESSIONALS | {Role.ADMIN, Role.WORK_SUPERVISOR, Role.BUDDY}
"""Who has a role in an organisation that gives it more than research."""
AT_WORK = frozenset(Role) - CLIENT_SIDE
ADAPT = frozenset({Role.ADMIN, Role.CASE_MANAGER, Role.LABOUR_EXPERT, Role.COACH})
"""Who adapts the methods of the organisation where they work."""


class Kind(Enum):
    ANYONE = auto()
    SIGNED_IN = auto()
    OWN_ROW = auto()
    INSIDE = auto()
    TOKEN = auto()
    CALL = auto()


@dataclass(frozen=True)
class Place:
    """One line of the table. `without_seat`: roles that an organisation gives, which need no part in the dossier."""

    kind: Kind
    reads: Roles = NOBODY
    posts: Roles = NOBODY
    arguments: Samples = field(default_factory=dict)
    without_seat: Roles = NOBODY


def anyone(**arguments: Callable[[World, Rows], Any]) -> Place:
    return Place(Kind.ANYONE, EVERYONE, EVERYONE, arguments)


def signed_in(reads: Roles, posts: Roles = NOBODY, **arguments: Callable[[World, Rows], Any]) -> Place:
    return Place(Kind.SIGNED_IN, reads, posts, arguments)


def by_token(**arguments: Callable[[World, Rows], Any]) -> Place:
    return Place(Kind.TOKEN, EVERYONE, EVERYONE, arguments)


def call(reads: Roles, posts: Roles = NOBODY, **arguments: Callable[[World, Rows], Any]) -> Place:
    return Place(Kind.CALL, reads, posts, arguments)


def own_row(
    reads: Roles,
    posts: Roles,
    without_seat: Roles = NOBODY,
    **arguments: Callable[[World, Rows], Any],
) -> Place:
    return Place(Kind.OWN_ROW, reads, posts, arguments, without_seat)


def inside(
    reads: Roles,
    posts: Roles = NOBODY,
    without_seat: Roles = NOBODY,
    **arguments: Callable[[World, Rows], Any],
) -> Place:
    return Place(Kind.INSIDE, reads, posts, arguments, without_seat)
