"""Who takes part in a dossier, what each may see, and who looked: in plain words, from the policy table and the log."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.conf import settings
from django.utils import timezone
from django.utils.text import capfirst

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.acts.seats import seats_in
from spoorboek.dossiers.doors import href
from spoorboek.dossiers.models import Opening
from spoorboek.dossiers.stations import in_english, read
from spoorboek.people import access
from spoorboek.people.models import ROLE_NAMES, Involvement
from spoorboek.people.policy import PROTECTED, REACH, Layer, Reach, Role

SHOWN_OPENINGS = 400
CLIENTS_SIDE = (Role.CLIENT, Role.HELPER)


@dataclass(frozen=True)
class Onlooker:
    """Someone who takes part, until the end of the day `until`.

    `sees` completes the sentence *ziet …*; `calls` says when to call them.
    """

    seat: int
    name: str
    role: str
    role_key: Role
    organisation: str
    phone: str
    email: str
    since: date
    until: date | None
    sees: tuple[str, ...]
    calls: str
    end_help: str


@dataclass(frozen=True)
class Look:
    """One person on one day, and what they opened."""

    name: str
    role: str
    layers: tuple[str, ...]
    times: int


@dataclass(frozen=True)
class DayOfLooks:
    """Everyone who looked on one day."""

    day: date
    looks: tuple[Look, ...]


def kept_layers() -> tuple[Layer, ...]:
    """The layers in which this installation keeps anything; of the others nothing is promised."""
    kept = {table.layer for table in PROTECTED.values()}
    if not settings.MEDICAL_LAYER:
        kept.discard(Layer.MEDICAL)
    return tuple(layer for layer in Layer if layer in kept and layer is not Layer.DIRECTORY)


def layer_words(layer: Layer, kind: str) -> str:
    """`name` or `sees` of a layer in the reader's language."""
    words: str = read("layers")[layer.value][f"{kind}_{'en' if in_english() else 'nl'}"]
    return words


def sees(role: Role) -> tuple[str, ...]:
    """What a role reads, layer by layer."""
    return tuple(
        layer_words(layer, "sees")
        for layer in kept_layers()
        if REACH[layer].get(role, Reach.NONE) is not Reach.NONE
    )


def calls(role: Role) -> str:
    """When to call somebody in this role."""
    words: str = read("people").get(role.value, {}).get("en" if in_english() else "nl", "")
    return words


def role_name(role: str) -> str:
    return str(ROLE_NAMES[Role(role)]) if role in set(Role) else role


def roles_of(dossier_id: uuid.UUID, *roles: Role) -> dict[uuid.UUID, str]:
    """In which role each person takes part now, in words, by account; of these roles only."""
    return {seat.account_id: role_name(seat.role) for seat in seats_in(dossier_id, *roles)}


def onlooker(row: Involvement) -> Onlooker:
    person = row.account.person
    role = Role(row.role)
    return Onlooker(
        seat=row.pk,
        name=person.name,
        role=role_name(row.role),
        role_key=role,
        organisation=row.organisation.name if row.organisation else "",
        phone=person.phone,
        email=row.account.email or "",
        since=timezone.localdate(row.since),
        until=timezone.localdate(row.until - timedelta(seconds=1)) if row.until else None,
        sees=sees(role),
        calls=calls(role),
        end_help=href("withdraw_helper", row.pk) if role is Role.HELPER else "",
    )


def onlookers(reached: Reached) -> list[Onlooker]:
    """Everyone but the client who takes part now; helpers last."""
    rows = [row for row in access.involved(reached.actor, reached.dossier.pk) if row.role != Role.CLIENT]
    return [onlooker(row) for row in sorted(rows, key=lambda row: row.role == Role.HELPER)]


def by_sight(people: Iterable[Onlooker]) -> list[tuple[tuple[str, ...], list[Onlooker]]]:
    """People grouped by what they see: one sentence for all who see the same. Who sees most comes last."""
    grouped: dict[tuple[str, ...], list[Onlooker]] = {}
    for one in people:
        grouped.setdefault(one.sees, []).append(one)
    return sorted(grouped.items(), key=lambda group: len(group[0]))


def never_at_work() -> tuple[str, ...]:
    """What nobody on the employer's side reads, whatever the client says."""
    return tuple(layer_words(layer, "sees") for layer in kept_layers() if layer is Layer.MEDICAL)


def looks(reached: Reached) -> list[DayOfLooks]:
    """Who looked, per day and person, newest first; without one's own looking."""
    me = reached.actor.account_id
    assert me is not None
    rows = (
        Opening.objects.filter(dossier=reached.dossier)
        .exclude(account_id=me)
        .select_related("account__person")
        .order_by("-at")[:SHOWN_OPENINGS]
    )
    by_day = groupby(rows, key=lambda row: timezone.localdate(row.at))
    return [DayOfLooks(day, tuple(per_person(list(found)))) for day, found in by_day]


def per_person(rows: Iterable[Opening]) -> list[Look]:
    """The openings of one day, per person and role."""
    grouped: dict[tuple[str, str], list[Opening]] = {}
    for row in rows:
        grouped.setdefault((str(row.account_id), row.role), []).append(row)
    return [look(found) for found in grouped.values()]


def look(rows: list[Opening]) -> Look:
    first = rows[0]
    person = getattr(first.account, "person", None)
    role = role_name(first.role)
    layers = tuple(layer_words(layer, "name") for layer in Layer if layer in {row.layer for row in rows})
    return Look(person.name if person else capfirst(role), role, layers, len(rows))
