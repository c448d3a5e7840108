"""Counting sick days for many rows at once: the same rules as `law.accrual`, one column of stretches at a time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from spoorboek.law.bulk.columns import FactArrays
from spoorboek.law.bulk.days import FAR, NAT, Dates, Ints, Mask, both, chosen, given
from spoorboek.law.keys import ClockKey

YES = 1


@dataclass(frozen=True, slots=True)
class Pauses:
    """One column of stretches that do not count: after `at` counted days, from day `start`, `days` long."""

    at: Ints
    start: Ints
    days: Ints


@dataclass(frozen=True)
class AccrualArrays:
    """Counted days per row. total, ended_on: FAR while running, None when every row runs. exists: None when all do."""

    start: Ints
    pauses: tuple[Pauses, ...]
    total: Ints | None
    ended_on: Ints | None
    exists: Mask | None

    def date_at(self, index: int | Ints) -> Dates:
        reached = both(self.exists, None if self.total is None else self.total > index)
        if isinstance(index, int) and index >= self.last_pause:
            return Dates(self.after_pauses, reached, index)
        days = self.start + index
        for pause in self.pauses:
            days += pause.days * (pause.at <= index)
        return Dates(days, reached)

    @cached_property
    def last_pause(self) -> int:
        """The counted day from which every pause of every row lies behind."""
        return max((int(pause.at.max(where=pause.days > 0, initial=0)) for pause in self.pauses), default=0)

    @cached_property
    def after_pauses(self) -> Ints:
        """Each start moved by all its pauses: later dates are a fixed number of days from here."""
        return sum((pause.days for pause in self.pauses), self.start)

    def index_at(self, days: Ints) -> Ints:
        elapsed = days - self.start
        for pause in self.pauses:
            elapsed -= np.minimum(np.maximum(days - pause.start, 0), pause.days)
        np.maximum(elapsed, 0, out=elapsed)
        return elapsed if self.total is None else np.minimum(elapsed, self.total)


def accrue_rows(clock: ClockKey, facts: FactArrays, first: Ints, longest_gap: int) -> AccrualArrays:
    """The accrual of every row for `clock`."""
    if given(facts.spell_from) is None and given(facts.leave_from) is None:
        return AccrualArrays(first, (), None, None, None)
    stretches = _Stretches(facts, first)
    case = _Case(len(first))
    for start, until, pregnant in stretches.pieces():
        valid = start < until
        joined = stretches.joined(clock, case.ended, start, longest_gap)
        counts = ~pregnant if clock == "dismissal_ban" else np.ones_like(valid)
        case.add(start, until, valid, joined, counts)
    return case.accrual()


def clocks_are_alike(facts: FactArrays) -> bool:
    """Without leave and without pregnancy the three clocks count the same days."""
    leave, caused = facts.leave_from, facts.spell_caused_by_pregnancy
    return (leave is None or bool(np.isnat(leave).all())) and (caused is None or not caused.any())


class _Case:
    """The running case of every row while its stretches are added in order of time."""

    def __init__(self, rows: int) -> None:
        self.start = np.full(rows, FAR, np.int64)
        self.counted = np.zeros(rows, np.int64)
        self.ended = np.full(rows, -FAR, np.int64)
        self.ended_on = np.full(rows, FAR, np.int64)
        self.pauses: list[Pauses] = []

    def add(self, start: Ints, until: Ints, valid: Mask, joined: Mask, counts: Mask) -> None:
        anew = valid & ~joined
        self._forget(anew)
        begun = self.start < FAR
        self._pause(valid & begun, self.ended, start)
        counted = valid & counts
        running = until >= FAR
        self.start = chosen(counted & ~begun, start, self.start)
        self._pause(valid & ~counts & begun & ~running, start, until)
        self.counted += chosen(counted & ~running, until - start, 0)
        stopped = chosen(running & ~counts, start, until)
        self.ended_on = chosen(valid, stopped, self.ended_on)
        self.ended = chosen(valid, until, self.ended)

    def _forget(self, anew: Mask) -> None:
        if anew.any():
            self.start = chosen(anew, FAR, self.start)
            self.counted = chosen(anew, 0, self.counted)
            self.pauses = [Pauses(p.at, p.start, chosen(anew, 0, p.days)) for p in self.pauses]

    def _pause(self, where: Mask, start: Ints, until: Ints) -> None:
        days = chosen(where, until - start, 0)
        if days.any():
            self.pauses.append(Pauses(self.counted.copy(), start.copy(), days))

    def accrual(self) -> AccrualArrays:
        exists = self.start < FAR
        ended = self.ended_on < FAR
        total = chosen(ended, self.counted, FAR) if ended.any() else None
        return AccrualArrays(
            chosen(exists, self.start, 0),
            tuple(p for p in self.pauses if p.days.any()),
            total,
            self.ended_on if ended.any() else None,
            None if exists.all() else exists,
        )


class _Stretches:
    """Spells minus leave, column by column, and what the leave between two stretches means."""

    def __init__(self, facts: FactArrays, first: Ints) -> None:
        self.spells = _spells(facts, first)
        self.leaves = _columns(facts.leave_from, facts.leave_until)
        self.same = _answers(facts.leave_same_cause, len(self.leaves), len(first))
        self.birth = _answers(facts.leave_related_to_birth, len(self.leaves), len(first))
        self.caused = facts.spell_caused_by_pregnancy
        self._blocks()

    def pieces(self) -> list[tuple[Ints, Ints, Mask]]:
        """(start, until, caused by pregnancy) of every stretch; empty where start >= until."""
        found = []
        for number, (start, until) in enumerate(self.spells):
            for leave_from, leave_until in self.leaves:
                end = np.minimum(until, leave_from)
                found.append((start, end, self._pregnant(number, end)))
                start = np.maximum(start, np.minimum(leave_until, until))
            found.append((start, until, self._pregnant(number, until)))
        return found

    def _pregnant(self, number: int, end: Ints) -> Mask:
        from_leave = np.zeros(len(end), np.bool_)
        for (leave_from, _), birth in zip(self.leaves, self.birth, strict=True):
            from_leave |= (leave_from == end) & birth
        if self.caused is None or number >= self.caused.shape[1]:
            return from_leave
        code = self.caused[:, number]
        pregnant: Mask = (code == YES) | ((code == 0) & from_leave)
        return pregnant

    def _blocks(self) -> None:
        """Leaves that follow each other without a day between are one block."""
        count = len(self.leaves)
        self.block_from = [leave[0] for leave in self.leaves]
        self.block_until = [leave[1] for leave in self.leaves]
        self.all_same, self.none_birth = list(self.same), [~birth for birth in self.birth]
        for k in range(1, count):
            joined = self.leaves[k - 1][1] == self.leaves[k][0]
            self.block_from[k] = chosen(joined, self.block_from[k - 1], self.block_from[k])
            self.all_same[k] = np.where(joined, self.all_same[k - 1] & self.all_same[k], self.all_same[k])
            self.none_birth[k] = np.where(
                joined, self.none_birth[k - 1] & self.none_birth[k], self.none_birth[k]
            )
        for k in range(count - 2, -1, -1):
            joined = self.leaves[k][1] == self.leaves[k + 1][0]
            self.block_until[k] = chosen(joined, self.block_until[k + 1], self.block_until[k])
            self.all_same[k] = np.where(joined, self.all_same[k + 1], self.all_same[k])
            self.none_birth[k] = np.where(joined, self.none_birth[k + 1], self.none_birth[k])

    def joined(self, clock: ClockKey, ended: Ints, start: Ints, longest_gap: int) -> Mask:
        joined: Mask = (start - ended <= longest_gap) | (ended == -FAR)
        for k in range(len(self.leaves)):
            bridged = (self.block_from[k] <= ended) & (self.block_until[k] >= start) & self.all_same[k]
            joined |= bridged & self.none_birth[k] if clock == "wage" else bridged
        return joined


def _columns(
    start: NDArray[np.datetime64] | None, until: NDArray[np.datetime64] | None
) -> list[tuple[Ints, Ints]]:
    if start is None or until is None:
        return []
    begins, ends = start.view(np.int64), until.view(np.int64)
    used = [k for k in range(start.shape[1]) if (begins[:, k] != NAT).any()]
    return [
        (chosen(begins[:, k] == NAT, FAR, begins[:, k]), chosen(ends[:, k] == NAT, FAR, ends[:, k]))
        for k in used
    ]


def _spells(facts: FactArrays, first: Ints) -> list[tuple[Ints, Ints]]:
    columns = _columns(facts.spell_from, facts.spell_until)
    if not columns:
        return [(first, np.full(len(first), FAR, np.int64))]
    return [(chosen(columns[0][0] == FAR, first, columns[0][0]), columns[0][1]), *columns[1:]]


def _answers(codes: NDArray[np.int8] | None, count: int, rows: int) -> list[Mask]:
    if codes is None:
        return [np.zeros(rows, np.bool_)] * count
    return [np.equal(codes[:, k], YES) for k in range(count)]
