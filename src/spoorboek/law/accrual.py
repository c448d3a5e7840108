"""Counting sick days: which days count for a clock, which do not, and where a new case begins.

The clocks differ only in two answers (C12 to C14): whether leave bridges the sickness on both sides of it, and
whether sickness caused by pregnancy before the leave counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from spoorboek.law.facts import Answer, Facts, Leave, Spell
from spoorboek.law.keys import ClockKey

PauseKind = Literal["gap", "leave", "excluded"]
Begun = Literal["first_day", "after_gap", "by_answer"]


@dataclass(frozen=True, slots=True)
class Sick:
    """Sick days outside leave, `start` until `until` (exclusive; None while running)."""

    start: date
    until: date | None
    caused_by_pregnancy: bool


@dataclass(frozen=True, slots=True)
class Pause:
    """Days that do not count, after `at` counted days."""

    at: int
    start: date
    days: int
    kind: PauseKind


@dataclass(frozen=True, slots=True)
class Accrual:
    """The counted days of one clock: day 0 is `start`; `total` is None while the sickness runs.

    begun: why it starts there; `by_answer` where an answer of the company doctor decided.
    """

    start: date
    pauses: tuple[Pause, ...]
    total: int | None
    ended_on: date | None
    earlier: tuple[date, ...]
    begun: Begun = "first_day"

    def date_at(self, index: int) -> date | None:
        """Date of counted day `index` (0-based), or None where recovery came before it."""
        if self.total is not None and index >= self.total:
            return None
        return self.start + timedelta(days=index + sum(p.days for p in self.pauses if p.at <= index))

    def index_at(self, day: date) -> int:
        """Number of counted days before `day`."""
        elapsed = (day - self.start).days
        for pause in self.pauses:
            elapsed -= min(max((day - pause.start).days, 0), pause.days)
        elapsed = max(elapsed, 0)
        return elapsed if self.total is None else min(elapsed, self.total)


def merged_leaves(leaves: tuple[Leave, ...]) -> list[list[Leave]]:
    """Leaves in blocks that follow each other without a day between."""
    blocks: list[list[Leave]] = []
    for leave in leaves:
        if blocks and blocks[-1][-1].until == leave.from_:
            blocks[-1].append(leave)
        else:
            blocks.append([leave])
    return blocks


def _cause(spell: Spell, until: date | None, leaves: tuple[Leave, ...]) -> bool:
    """Whether this stretch is pregnancy-related sickness that a clock may have to leave out."""
    if spell.caused_by_pregnancy is not None:
        return spell.caused_by_pregnancy == "yes"
    following = next((leave for leave in leaves if leave.from_ == until), None)
    return following is not None and following.related_to_birth == "yes"


def sick_intervals(facts: Facts) -> list[Sick]:
    """Spells minus leave, in order."""
    found: list[Sick] = []
    for spell in facts.all_spells:
        start: date | None = spell.from_
        for leave in facts.leaves:
            if start is None or leave.until <= start or (spell.until and leave.from_ >= spell.until):
                continue
            if leave.from_ > start:
                found.append(Sick(start, leave.from_, _cause(spell, leave.from_, facts.leaves)))
            start = leave.until if spell.until is None or leave.until < spell.until else None
        if start is not None:
            found.append(Sick(start, spell.until, _cause(spell, spell.until, facts.leaves)))
    return found


def bridging(leaves: tuple[Leave, ...], end: date, start: date) -> list[Leave] | None:
    """The leave that directly follows sickness ending on `end` and directly precedes that of `start` (C12)."""
    for block in merged_leaves(leaves):
        if block[0].from_ <= end and block[-1].until >= start:
            return block
    return None


def _bridges(clock: ClockKey, leave: Leave) -> bool:
    if clock == "wage":  # ZW 29a.5: sick pay after birth is a right of its own
        return leave.same_cause == "yes" and leave.related_to_birth != "yes"
    return leave.same_cause == "yes"


def _joined(clock: ClockKey, facts: Facts, end: date, start: date, longest_gap: int) -> bool:
    if (start - end).days <= longest_gap:
        return True
    block = bridging(facts.leaves, end, start)
    return block is not None and all(_bridges(clock, leave) for leave in block)


def _left_out(clock: ClockKey, sick: Sick) -> bool:
    """Sickness caused by pregnancy before the leave does not count for the dismissal ban (C14)."""
    return clock == "dismissal_ban" and sick.caused_by_pregnancy


class _Counting:
    """One case being counted."""

    def __init__(self) -> None:
        self.start: date | None = None
        self.counted = 0
        self.pauses: list[Pause] = []

    def add(self, sick: Sick, counts: bool) -> None:
        if counts:
            self.start = self.start or sick.start
            self.counted += (sick.until - sick.start).days if sick.until else 0
        elif self.start and sick.until:
            self.pauses.append(Pause(self.counted, sick.start, (sick.until - sick.start).days, "excluded"))

    def pause(self, start: date, until: date, kind: PauseKind) -> None:
        if self.start and until > start:
            self.pauses.append(Pause(self.counted, start, (until - start).days, kind))


def accrue(clock: ClockKey, facts: Facts, longest_gap: int) -> Accrual | None:
    """Count the days of `clock`. None where nothing counts (yet): leave from the first day, or all left out."""
    earlier: list[date] = []
    begun: Begun = "first_day"
    case = _Counting()
    last: Sick | None = None
    for sick in sick_intervals(facts):
        if last is not None and last.until is not None:
            if _joined(clock, facts, last.until, sick.start, longest_gap):
                # A short interruption counts as a gap whatever its cause, so an unknown cause is not told as known.
                kind: PauseKind = "gap" if (sick.start - last.until).days <= longest_gap else "leave"
                case.pause(last.until, sick.start, kind)
            else:
                earlier += [case.start] if case.start else []
                begun = "by_answer" if bridging(facts.leaves, last.until, sick.start) else "after_gap"
                case = _Counting()
        case.add(sick, counts=not _left_out(clock, sick))
        begun = "by_answer" if case.start is None else begun
        last = sick
    if last is None or case.start is None:
        return None
    # Days left out that still run: nothing is counted from there on, as after a recovery.
    left_out = last.start if _left_out(clock, last) else None
    ended_on = last.until or left_out
    total = case.counted if ended_on else None
    return Accrual(case.start, tuple(case.pauses), total, ended_on, tuple(earlier), begun)


def answers_needed(facts: Facts) -> list[tuple[str, int]]:
    """Unknown medical answers in the facts, as (field, index): each may change a date."""
    spells = [
        ("caused_by_pregnancy", n) for n, s in enumerate(facts.spells) if s.caused_by_pregnancy == "unknown"
    ]
    leaves = [
        (field, n)
        for n, leave in enumerate(facts.leaves)
        for field in ("same_cause", "related_to_birth")
        if getattr(leave, field) == "unknown"
    ]
    return spells + leaves


def with_answer(facts: Facts, field: str, index: int, answer: Answer) -> Facts:
    """The same facts with one unknown medical answer filled in."""
    name = "spells" if field == "caused_by_pregnancy" else "leaves"
    rows = list(getattr(facts, name))
    rows[index] = rows[index].model_copy(update={field: answer})
    return facts.model_copy(update={name: tuple(rows)})
