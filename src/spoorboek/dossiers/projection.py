"""From facts to stored dates, of one dossier or of many. Run by the timetable's actor: some facts are medical.

Only what differs is written. The reasons are no part of it: see `explanations`.
"""

import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from spoorboek import law
from spoorboek.dossiers import explanations, pending
from spoorboek.dossiers.facts import as_told_to_everyone, facts_of
from spoorboek.dossiers.facts_stored import facts_of_one, stored_facts
from spoorboek.dossiers.frozen import closed_standing
from spoorboek.dossiers.models import Dossier, Obligation
from spoorboek.dossiers.refusals import Refused
from spoorboek.dossiers.signals import projected, seats_changed
from spoorboek.dossiers.stored_steps import Change, Standing, Step, StepRow, standing, unsaved, write
from spoorboek.law import Dates, Facts, Rulebook, StepDates, dates
from spoorboek.law.bulk.steps import RowDates, fits, steps_of
from spoorboek.law.keys import CLOCK_KEYS
from spoorboek.people.actor import Actor, System, acting_as, current_actor

TIMETABLE = Actor(system=System.TIMETABLE)
Told = tuple[tuple[law.Step, ...], tuple[law.Doubt, ...]]
"""A reason: its steps as everyone may read them, and the doubts beside it."""


@dataclass(frozen=True)
class Computed:
    """The dates of a set of facts; `told` as everyone reads them, which differs where a doctor's answer does."""

    full: Dates
    told: Dates

    @classmethod
    def of(cls, facts: Facts, book: Rulebook | None = None) -> "Computed":
        full, open_facts = dates(facts, book), as_told_to_everyone(facts)
        return cls(full, full if open_facts == facts else dates(open_facts, book))

    @property
    def last_days(self) -> dict[str, date | None]:
        ban = self.told.last_days["dismissal_ban"]
        return {key: ban if key == "dismissal_ban" else day for key, day in self.full.last_days.items()}

    def step(self, at: Step) -> Told:
        return self.full.reasons_of_step(*at)

    def clock(self, name: str) -> Told:
        return (self.told if name == "dismissal_ban" else self.full).reasons_of_clock(name)


@dataclass(frozen=True)
class Projected(Change):
    """A change of stored dates, with what the reasons are told from."""

    computed: Computed


def computed(dossier: Dossier) -> Computed:
    """The dates that follow from the stored facts as they are now; nothing is stored."""
    with acting_as(TIMETABLE):
        return Computed.of(facts_of(facts_of_one(dossier.pk)))


def recompute(dossier: Dossier) -> Projected | None:
    """Compute the dates from the facts as they now stand, and store them. Inside `together`: later, and None."""
    waiting = pending.pending()
    if waiting is not None:
        waiting.to_project[dossier.pk] = None
        return None
    return project([dossier.pk])[dossier.pk]


def step_now(dossier: Dossier, key: str, ordinal: int) -> Obligation | None:
    """A step by the facts as they now stand: the stored row, or worked out where the dossier waits to be projected."""
    if not pending.waits(dossier.pk):
        return Obligation.objects.filter(dossier=dossier, key=key, ordinal=ordinal).first()
    steps = computed(dossier).full.steps
    found = (row_of(step) for step in steps if (step.key, step.ordinal) == (key, ordinal))
    return next((unsaved(dossier, (key, ordinal), row) for row in found), None)


@contextmanager
def together() -> Iterator[None]:
    """Acts in this block collect their dossiers, which are projected once at its end, in one transaction with the acts.

    For imports and the demo: a fixed number of queries for all dossiers instead of some for each act. Rooms above are
    told once, with all ids. The journal entries of these acts carry no moved dates, and what reads stored dates within
    the block finds the old ones; `step_now` works out a step whose dossier waits. Nested blocks are one.
    """
    current_actor()
    if pending.pending() is not None:
        yield
        return
    with transaction.atomic():
        with pending.collecting() as waiting:
            yield
        if waiting.seated_anew:
            dates_follow = waiting.seated_anew.keys() <= waiting.to_project.keys()
            seats_changed.send(sender=Dossier, dossiers=list(waiting.seated_anew), dates_follow=dates_follow)
        project(waiting.to_project, also_tell=waiting.shown_anew)


def project(dossiers: Iterable[uuid.UUID], also_tell: Iterable[uuid.UUID] = ()) -> dict[uuid.UUID, Projected]:
    """Compute and store the dates of many dossiers, in a fixed number of queries. One that closed is frozen.

    Dossiers that no longer exist are passed over. Raises `Refused` where facts contradict each other.
    """
    ids = list(dict.fromkeys(dossiers))
    made: dict[uuid.UUID, Projected] = {}
    with acting_as(TIMETABLE):
        found = stored_facts(ids)
        before = standing([one.pk for one in found])
        for one in found:
            result = Computed.of(facts_of(one))
            after = standing_of(one.pk, result)
            made[one.pk] = Projected(
                before[one.pk], after if one.is_open else closed_standing(one, after), result
            )
        write(made.values())
        if over := [one.pk for one in found if not one.is_open]:
            explanations.forget(over)
    told = list(dict.fromkeys([*made, *also_tell]))
    if told:
        projected.send(sender=Dossier, dossiers=told)
    return made


def computed_changes(ids: list[uuid.UUID], book: Rulebook) -> tuple[list[Change], list[uuid.UUID]]:
    """What these rules change in the dates of many dossiers, and the dossiers whose facts contradict each other.

    Most go through the law's arrays, the rest one by one. The caller acts as the timetable, and writes.
    """
    before = standing(ids)
    known, contradictory = valid_facts(stored_facts(ids))
    alike = [key for key, facts in known.items() if fits(facts, book)]
    found = dict(zip(alike, steps_of([known[key] for key in alike], book), strict=True)) if alike else {}
    changes = []
    for key, facts in known.items():
        row = found.get(key)
        after = standing_in_bulk(key, row, book) if row else standing_of(key, Computed.of(facts, book))
        changes.append(Change(before[key], after))
    return changes, contradictory


def valid_facts(dossiers: list[Dossier]) -> tuple[dict[uuid.UUID, Facts], list[uuid.UUID]]:
    known, contradictory = {}, []
    for one in dossiers:
        try:
            known[one.pk] = facts_of(one)
        except Refused:
            contradictory.append(one.pk)
    return known, contradictory


def standing_in_bulk(dossier_id: uuid.UUID, row: RowDates, book: Rulebook) -> Standing:
    """As `standing_of`, of a row of the arrays."""
    steps = {(step.key, step.ordinal): row_of(step) for step in row.steps}
    clocks: dict[str, date | None] = {name: row.last_days[name] for name in CLOCK_KEYS}
    return Standing(dossier_id, steps, clocks, book.version)


def standing_of(dossier_id: uuid.UUID, made: Computed) -> Standing:
    """How a computed result will be stored: what does not apply has no row."""
    steps = {(step.key, step.ordinal): row_of(step) for step in made.full.steps if step.applies is not False}
    return Standing(dossier_id, steps, made.last_days, made.full.rules_version)


def row_of(step: StepDates) -> StepRow:
    return StepRow(step.rule, step.applies, step.due, step.practice, step.agreed, step.done, step.next_on)


def freeze(dossiers: Iterable[Dossier]) -> None:
    """Pack the rows of dossiers that close into their routes."""
    by_id = {one.pk: one for one in dossiers}
    if not by_id:
        return
    with acting_as(TIMETABLE):
        stand = standing(list(by_id))
        write(Change(stands, closed_standing(by_id[key], stands)) for key, stands in stand.items())
        explanations.forget(list(by_id))
