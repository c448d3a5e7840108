"""After a change of rules: the dates of every running dossier computed anew, a portion at a time.

Each portion is a transaction of its own, found by the rules its routes were counted by: breaking off loses the work of
one portion, and running it again does no harm. Closed dossiers keep the route they had.
"""

import logging
import uuid
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import DatabaseError, transaction

from spoorboek.dossiers import moved
from spoorboek.dossiers.acts.rules import note_changed_rules
from spoorboek.dossiers.models import Dossier, Route
from spoorboek.dossiers.projection import TIMETABLE, computed_changes
from spoorboek.dossiers.signals import projected
from spoorboek.dossiers.stored_steps import write
from spoorboek.law import Rulebook, current_rulebook
from spoorboek.people.actor import acting_as

log = logging.getLogger(__name__)
PORTION = 1_000
"""Dossiers together: their rows are locked for about a second, and a person's act in one of them waits so long."""
NOBODY = uuid.UUID(int=0)
Versions = dict[uuid.UUID, int]
"""The version of each dossier, by its id."""


@dataclass
class Report:
    """What a run did: how many dossiers it counted anew, in how many a date moved, and how often each step moved."""

    dossiers: int = 0
    with_moved_dates: int = 0
    moved: Counter[str] = field(default_factory=Counter)
    contradictory: list[uuid.UUID] = field(default_factory=list)
    """Their facts contradict each other, or their journal is broken: nothing is computed until somebody mends that."""

    def add(self, other: "Report") -> None:
        self.dossiers += other.dossiers
        self.with_moved_dates += other.with_moved_dates
        self.moved += other.moved
        self.contradictory += other.contradictory


@dataclass(frozen=True)
class Portion:
    """One portion done: where it ended, and what it did."""

    last: uuid.UUID
    report: Report


def behind(rulebook: Rulebook | None = None) -> bool:
    """Whether some running dossier was counted by other rules than the current ones."""
    version = (rulebook or current_rulebook()).version
    with acting_as(TIMETABLE):
        routes = Route.objects.filter(dossier__closed_on__isnull=True)
        return routes.exclude(rules_version=version).exists()


def portions(
    after: uuid.UUID = NOBODY, rulebook: Rulebook | None = None, *, dry_run: bool = False
) -> Iterator[Portion]:
    """Count all that is behind, in order of their ids, from beyond `after` on. `dry_run`: compute, and keep nothing."""
    book = rulebook or current_rulebook()
    while portion := one_portion(after, book, dry_run=dry_run):
        yield portion
        after = portion.last


def one_portion(after: uuid.UUID, book: Rulebook, *, dry_run: bool) -> Portion | None:
    with acting_as(TIMETABLE):
        running = Dossier.objects.filter(closed_on__isnull=True, pk__gt=after)
        waiting = running.exclude(route__rules_version=book.version).order_by("pk")
        versions = dict(waiting.select_for_update(of=("self",)).values_list("pk", "version")[:PORTION])
        if not versions:
            return None
        report = together_or_apart(versions, book, dry_run=dry_run)
    for dossier_id in report.contradictory:
        log.warning("dossier not counted anew", extra={"dossier": str(dossier_id)})
    return Portion(max(versions), report)


def together_or_apart(versions: Versions, book: Rulebook, *, dry_run: bool) -> Report:
    """All at once; where the database refuses (a journal that was tampered with), each half by itself, so that one
    broken dossier holds up nobody else."""
    try:
        with transaction.atomic():
            return counted_anew(versions, book, dry_run=dry_run)
    except DatabaseError:
        ids = list(versions)
        if len(ids) == 1:
            return Report(contradictory=ids)
    report = Report()
    for half in (ids[: len(ids) // 2], ids[len(ids) // 2 :]):
        report.add(together_or_apart({key: versions[key] for key in half}, book, dry_run=dry_run))
    return report


def counted_anew(versions: Versions, book: Rulebook, *, dry_run: bool) -> Report:
    changes, contradictory = computed_changes(list(versions), book)
    rows = {one.after.dossier_id: moved.by_rules(one.before, one.after) for one in changes if one.moves}
    shifted = {key: found for key, found in rows.items() if found}
    if not dry_run:
        write(changes)
        note_changed_rules(shifted, book.version, versions)
        if rows:
            projected.send(sender=Dossier, dossiers=list(rows))
    return reported(len(changes), shifted, contradictory)


def reported(
    dossiers: int, shifted: Mapping[uuid.UUID, list[dict[str, Any]]], contradictory: list[uuid.UUID]
) -> Report:
    """Each step counts once a dossier, however often it repeats."""
    counted = Counter(key for rows in shifted.values() for key in {row["key"] for row in rows})
    return Report(dossiers, len(shifted), counted, contradictory)


def reproject(rulebook: Rulebook | None = None, *, dry_run: bool = False) -> Report:
    """All portions, one after the other."""
    report = Report()
    for portion in portions(rulebook=rulebook, dry_run=dry_run):
        report.add(portion.report)
    return report
