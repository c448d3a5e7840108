"""The first list: every dossier someone takes part in, by the day that asks for something first.

Read in a fixed number of queries whatever the size: first the ids of one page, by key and not by offset, then what
is shown of those fifty. Names and texts are joined after the page is cut, so that row security is asked about fifty
people and not about all of them.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import DateField, Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from spoorboek.dossiers.access import PROFESSIONALS, dossiers_of
from spoorboek.dossiers.models import Dossier, Obligation, Spell
from spoorboek.dossiers.now import ITS_OWN_PROOF, LET_GO, SOONER_LET_GO
from spoorboek.dossiers.shown import LAPSES, ShownStep, shown, week_of
from spoorboek.people.access import still
from spoorboek.people.actor import Actor
from spoorboek.people.models import Involvement
from spoorboek.people.policy import Role

A_PAGE = 50
NEVER = date(9999, 12, 31)
OWN_LIST = (Role.CASE_MANAGER, Role.COMPANY_DOCTOR, Role.LABOUR_EXPERT, Role.COACH)
"""Roles that have a caseload; a supervisor has a team instead."""


class State(StrEnum):
    """Which dossiers to list."""

    RUNNING = "lopend"
    RECOVERED = "hersteld"
    CLOSED = "gesloten"
    ALL = "alles"


@dataclass(frozen=True)
class Place:
    """Where a page begins or ends: a day and, within it, a dossier."""

    day: date
    dossier_id: uuid.UUID

    @classmethod
    def read(cls, text: str) -> "Place | None":
        """From an address; what makes no sense is no place."""
        try:
            day, _, key = text.partition("_")
            return cls(date.fromisoformat(day), uuid.UUID(key))
        except ValueError:
            return None

    def __str__(self) -> str:
        return f"{self.day.isoformat()}_{self.dossier_id}"


@dataclass(frozen=True)
class Row:
    """One dossier in the list."""

    dossier: Dossier
    week: int
    step: ShownStep | None
    recovered_from: date | None


@dataclass(frozen=True)
class Page:
    """At most fifty rows, and where the pages before and after it begin."""

    rows: tuple[Row, ...]
    earlier: Place | None
    later: Place | None


def asking(today: date) -> QuerySet[Obligation]:
    """Stored steps that ask for something, by their day; the same choice as `now.open_steps` makes."""
    lapsed = Q(key__in=LAPSES, next_on__lt=today)
    let_go = Q(next_on__lt=today - LET_GO)
    for key, patience in SOONER_LET_GO.items():
        let_go |= Q(key=key, next_on__lt=today - patience)
    only_custom = Q(statutory__isnull=True, agreed__isnull=True)
    return (
        Obligation.objects.filter(next_on__isnull=False, applies=True)
        .exclude(lapsed)
        .exclude(only_custom & let_go)
        .exclude(key__in=ITS_OWN_PROOF)
    )


def in_state(found: QuerySet[Dossier], state: State) -> QuerySet[Dossier]:
    """Running and sick, running and recovered, closed, or all."""
    if state is State.ALL:
        return found
    if state is State.CLOSED:
        return found.filter(closed_on__isnull=False)
    sick = Exists(Spell.objects.filter(dossier=OuterRef("pk"), ends__isnull=True))
    open_ones = found.filter(closed_on__isnull=True)
    return open_ones.filter(sick) if state is State.RUNNING else open_ones.exclude(sick)


def named(found: QuerySet[Dossier], query: str) -> QuerySet[Dossier]:
    """Dossiers of people whose name has every word of the query."""
    for word in query.split():
        found = found.filter(
            Q(employment__person__first_name__icontains=word)
            | Q(employment__person__last_name__icontains=word)
        )
    return found


def ordered(actor: Actor, state: State, query: str, today: date) -> QuerySet[Any]:
    """The list with `first_day`, the day that asks first; `NEVER` where nothing does."""
    found = dossiers_of(actor, PROFESSIONALS).select_related(None)
    first = asking(today).filter(dossier=OuterRef("pk")).order_by("next_on").values("next_on")[:1]
    return named(in_state(found, state), query).annotate(
        first_day=Coalesce(Subquery(first), Value(NEVER), output_field=DateField())
    )


def cut(found: QuerySet[Any], after: Place | None, before: Place | None) -> tuple[list[Place], bool]:
    """One page of places, and whether there is more in the direction it was read."""
    if before:
        found = found.filter(Q(first_day__lt=before.day) | Q(first_day=before.day, pk__lt=before.dossier_id))
        found = found.order_by("-first_day", "-pk")
    else:
        if after:
            found = found.filter(Q(first_day__gt=after.day) | Q(first_day=after.day, pk__gt=after.dossier_id))
        found = found.order_by("first_day", "pk")
    places = [Place(day, key) for key, day in found.values_list("pk", "first_day")[: A_PAGE + 1]]
    more = len(places) > A_PAGE
    places = places[:A_PAGE]
    return (places[::-1] if before else places), more


def page(
    actor: Actor,
    state: State,
    query: str,
    today: date,
    after: Place | None = None,
    before: Place | None = None,
) -> Page:
    """One page of the list."""
    places, more = cut(ordered(actor, state, query, today), after, before)
    if not places:
        return Page((), None, None)
    goes_back = more if before else after is not None
    goes_on = True if before else more
    return Page(
        rows=tuple(rows(places, actor, today)),
        earlier=places[0] if goes_back else None,
        later=places[-1] if goes_on else None,
    )


def rows(places: list[Place], actor: Actor, today: date) -> Iterable[Row]:
    """What is shown of these dossiers."""
    ids = [place.dossier_id for place in places]
    found = {
        row.pk: row
        for row in Dossier.objects.filter(pk__in=ids)
        .select_related("employment__person", "employment__organisation")
        .prefetch_related("spells")
    }
    roles = seats(actor, ids)
    steps = first_steps(ids, today)
    for key in ids:
        dossier = found[key]
        yield Row(
            dossier=dossier,
            week=week_of(dossier, dossier.closed_on or today),
            step=next(iter(shown(steps.get(key, ()), today, roles.get(key))), None),
            recovered_from=fit_from(dossier),
        )


def fit_from(dossier: Dossier) -> date | None:
    """The first day fit again, when the last spell has ended."""
    last = max(dossier.spells.all(), key=lambda row: row.starts, default=None)
    return last.ends if last else None


def seats(actor: Actor, ids: list[uuid.UUID]) -> dict[uuid.UUID, Role]:
    """The actor's role in each of these dossiers, the first of `Role` where there are more."""
    assert actor.account_id is not None
    found: dict[uuid.UUID, Role] = {}
    order = list(Role)
    for key, role in Involvement.objects.filter(
        still(), account_id=actor.account_id, dossier_id__in=ids
    ).values_list("dossier_id", "role"):
        seat = Role(role)
        if key not in found or order.index(seat) < order.index(found[key]):
            found[key] = seat
    return found


def first_steps(ids: list[uuid.UUID], today: date) -> dict[uuid.UUID, list[Obligation]]:
    """The first asking step of each dossier."""
    found = (
        asking(today).filter(dossier__in=ids).order_by("dossier_id", "next_on", "key").distinct("dossier_id")
    )
    return {row.dossier_id: [row] for row in found}
