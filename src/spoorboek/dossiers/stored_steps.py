"""Stored dates as plain values, read and written many at a time: what projecting a country needs.

A model instance for each of forty million rows would cost more than all dates together.
"""

import json
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db import connection

from spoorboek.dossiers.models import Dossier, Obligation, Route

CLOCKS = {"wage": "wage_last_day", "wia": "wia_last_day", "dismissal_ban": "ban_last_day"}
Step = tuple[str, int]
Frozen = list[list[Any]]


class StepRow(NamedTuple):
    """What is stored of one step, in the order of the columns."""

    rule: str
    applies: bool | None
    statutory: date | None
    practice: date | None
    agreed: date | None
    done: date | None
    next_on: date | None


STORED = StepRow._fields
COLUMNS = ("dossier_id", "key", "ordinal", *STORED)


@dataclass(frozen=True)
class Standing:
    """The stored dates of one dossier: its steps, and the last day of each clock. Empty before the first time.

    `frozen`: the packed steps of a closed one (`dossiers.frozen`).
    """

    dossier_id: uuid.UUID
    steps: Mapping[Step, StepRow]
    clocks: Mapping[str, date | None]
    rules_version: str
    frozen: Frozen | None = None


@dataclass(frozen=True)
class Change:
    """How the dates of one dossier stood, and how they will."""

    before: Standing
    after: Standing

    @property
    def moves(self) -> bool:
        """Whether any date differs."""
        return (self.before.steps, self.before.clocks) != (self.after.steps, self.after.clocks)

    @property
    def route_differs(self) -> bool:
        before, after = self.before, self.after
        return (before.clocks, before.rules_version, before.frozen) != (
            after.clocks,
            after.rules_version,
            after.frozen,
        )


def standing(ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, Standing]:
    """The dates of these dossiers as they are stored, in two queries."""
    steps: dict[uuid.UUID, dict[Step, StepRow]] = {key: {} for key in ids}
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {', '.join(COLUMNS)} FROM dossiers_obligation WHERE dossier_id = ANY(%s)",  # noqa: S608
            [list(ids)],
        )
        for dossier_id, key, ordinal, *row in cursor.fetchall():
            steps[dossier_id][key, ordinal] = StepRow(*row)
    routes = {row.pk: row for row in Route.objects.filter(pk__in=ids)}
    return {key: stands(key, steps[key], routes.get(key)) for key in ids}


def stands(key: uuid.UUID, steps: Mapping[Step, StepRow], route: Route | None) -> Standing:
    if route is None:
        return Standing(key, steps, {}, "")
    clocks = {name: getattr(route, column) for name, column in CLOCKS.items()}
    return Standing(key, steps, clocks, route.rules_version, frozen=route.steps)


def unsaved(dossier: Dossier | None, at: Step, row: StepRow) -> Obligation:
    """A row as a model, to be shown."""
    return Obligation(dossier=dossier, key=at[0], ordinal=at[1], **row._asdict())


def write(changes: Iterable[Change]) -> None:
    """Store what differs, and note by which rules."""
    changed: list[tuple[Any, ...]] = []
    gone: list[tuple[Any, ...]] = []
    routes: list[tuple[Any, ...]] = []
    for change in changes:
        key, then, now = change.after.dossier_id, change.before.steps, change.after.steps
        if then != now:
            changed += [(key, *at, *row) for at, row in now.items() if then.get(at) != row]
            gone += [(key, *at) for at in then if at not in now]
        if change.route_differs:
            clocks = (change.after.clocks[name] for name in CLOCKS)
            frozen = change.after.frozen
            steps = None if frozen is None else json.dumps(frozen)
            routes.append((key, *clocks, change.after.rules_version, steps))
    remove(gone)
    put(changed)
    put_routes(routes)


def remove(gone: list[tuple[Any, ...]]) -> None:
    if gone:
        with connection.cursor() as cursor:
            cursor.execute(
                "DELETE FROM dossiers_obligation o USING unnest(%s::uuid[], %s::text[], %s::int[]) g (id, key, ordinal)"
                " WHERE o.dossier_id = g.id AND o.key = g.key AND o.ordinal = g.ordinal",
                [list(column) for column in zip(*gone, strict=True)],
            )


UPDATES = ", ".join(f"{name} = EXCLUDED.{name}" for name in STORED)
TYPES = ("uuid", "text", "int", "text", "boolean", "date", "date", "date", "date", "date")
GIVEN = ", ".join(f"%s::{kind}[]" for kind in TYPES)
PUT = (
    f"INSERT INTO dossiers_obligation ({', '.join(COLUMNS)}) SELECT * FROM unnest({GIVEN})"  # noqa: S608 - own names
    f" ON CONFLICT (dossier_id, key, ordinal) DO UPDATE SET {UPDATES}"
)
"""The columns go as one array each. COPY saves nothing here: the indexes are what takes the time, and COPY into a table
under row security is not allowed."""


def put(rows: list[tuple[Any, ...]]) -> None:
    """Add or change rows."""
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(PUT, [list(column) for column in zip(*rows, strict=True)])


def put_routes(rows: list[tuple[Any, ...]]) -> None:
    """Add or change routes."""
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO dossiers_route"
                " (dossier_id, wage_last_day, wia_last_day, ban_last_day, rules_version, steps, computed_at)"
                " SELECT *, now() FROM unnest(%s::uuid[], %s::date[], %s::date[], %s::date[], %s::text[], %s::jsonb[])"
                " ON CONFLICT (dossier_id) DO UPDATE SET wage_last_day = EXCLUDED.wage_last_day,"
                " wia_last_day = EXCLUDED.wia_last_day, ban_last_day = EXCLUDED.ban_last_day,"
                " rules_version = EXCLUDED.rules_version, steps = EXCLUDED.steps, computed_at = EXCLUDED.computed_at",
                [list(column) for column in zip(*rows, strict=True)],
            )
