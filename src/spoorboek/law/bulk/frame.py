"""Many sets of facts with every medical answer known: the array twin of `law.frame` and `law.extensions`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from spoorboek.law.bulk.accrual import YES, AccrualArrays, accrue_rows, clocks_are_alike
from spoorboek.law.bulk.columns import KINDS, FactArrays
from spoorboek.law.bulk.days import FAR, Dates, Ints, Mask, both, chosen, given
from spoorboek.law.keys import CLOCK_KEYS, ClockKey
from spoorboek.law.rulebook import Rulebook


@dataclass(frozen=True)
class FrameArrays:
    """Rows, rulebook, and values derived once. Facts dated before the running case belong to an earlier one."""

    facts: FactArrays
    book: Rulebook

    @cached_property
    def first(self) -> Ints:
        return self.facts.first_sick_day.astype("datetime64[D]", copy=False).view(np.int64)

    @cached_property
    def accruals(self) -> dict[ClockKey, AccrualArrays]:
        longest = self.book.gap.longest_days
        if clocks_are_alike(self.facts):
            accrual = accrue_rows("wia", self.facts, self.first, longest)
            return dict.fromkeys(CLOCK_KEYS, accrual)
        return {clock: accrue_rows(clock, self.facts, self.first, longest) for clock in CLOCK_KEYS}

    @property
    def wia(self) -> AccrualArrays:
        return self.accruals["wia"]

    def fact(self, name: str) -> Dates | None:
        """A dated fact of the running case, or None where no row has it."""
        if name == "employment_end":
            return self.employment_end
        if name == "recovered_on":
            return self.recovered_on
        found = given(getattr(self.facts, name))
        if found is None:
            return None
        return found.only(found.days >= self.wia.start).only(self.wia.exists)

    @cached_property
    def employment_end(self) -> Dates | None:
        return given(self.facts.employment_end)

    @cached_property
    def recovered_on(self) -> Dates | None:
        """First day fully fit, when the case has ended; None: every case runs."""
        wage = self.accruals["wage"]
        if wage.ended_on is None:
            return None
        ok = wage.ended_on < FAR
        if self.facts.leave_from is not None and self.facts.leave_until is not None:
            day = wage.ended_on[:, None]
            leave, until = self.facts.leave_from.view(np.int64), self.facts.leave_until.view(np.int64)
            ok &= ~((leave <= day) & (day < until)).any(axis=1)
        return Dates(wage.ended_on, both(ok, wage.exists))

    @cached_property
    def aow(self) -> Dates | None:
        return given(self.facts.aow_date)

    @cached_property
    def kind(self) -> Ints | None:
        kind = self.facts.employment_kind
        return None if kind is None else kind.astype(np.int64)

    def is_kind(self, name: str) -> Mask | None:
        """Rows with this employment kind, or None where there are none."""
        if self.kind is None:
            return None
        found = self.kind == KINDS.index(name)
        return found if found.any() else None

    @cached_property
    def without_employer(self) -> Mask | None:
        none, agency = self.is_kind("none"), self.is_kind("temp_agency")
        if agency is not None and self.facts.temporary_agency_clause is not None:
            ended = agency & self.facts.temporary_agency_clause
            return ended if none is None else none | ended
        return none

    @cached_property
    def kind_unknown(self) -> Mask | None:
        """Rows whose kind of employment is not known; None: all rows."""
        return None if self.kind is None else (self.kind == -1) | (self.kind == KINDS.index("unknown"))

    def ended(self, dates: Dates) -> Mask | None:
        """Rows without an employer on the given day; None: no row."""
        end, without = self.employment_end, self.without_employer
        if end is None:
            return without
        past = end.days < dates.days if end.ok is None else (end.days < dates.days) & end.ok
        return past if without is None else past | without

    @cached_property
    def granted(self) -> Ints | None:
        """Weeks of a granted shortened waiting period, 0 elsewhere; None: no row."""
        applied = self.fact("shortened_applied_on")
        if applied is None or self.facts.shortened_weeks is None:
            return None
        weeks = self.facts.shortened_weeks
        return weeks if applied.ok is None else chosen(applied.ok, weeks, 0)

    @cached_property
    def waiting_days(self) -> int | Ints:
        amount = self.book.clocks["wia"].amount
        return amount if self.granted is None else chosen(self.granted > 0, self.granted * 7, amount)


@dataclass(frozen=True, slots=True)
class ExtensionArrays:
    """Days added on the accrued clock; 0 where no row has any."""

    voluntary: int | Ints
    late_application: int | Ints
    sanction: int | Ints
    waiting_end: Dates
    application_due: Dates
    letter_extends: Mask | None


def extension_rows(frame: FrameArrays) -> ExtensionArrays:
    weeks = frame.facts.voluntary_weeks
    voluntary: int | Ints = 0 if weeks is None or not weeks.any() else weeks * 7
    length = frame.waiting_days + voluntary
    end = frame.wia.date_at(length - 1)
    due, extends = _application_due(frame, end)
    late = _late(frame, due)
    return ExtensionArrays(voluntary, late, _sanction(frame, length + late), end, due, extends)


def _application_due(frame: FrameArrays, end: Dates) -> tuple[Dates, Mask | None]:
    wia, rules = frame.wia, frame.book.extensions
    due = end.days - 7 * rules.application_weeks
    letter, report = frame.fact("uwv_letter_on"), _report_42_weeks(frame)
    if letter is None or report is None:
        return Dates(due, end.ok), None
    last_letter, limit = wia.date_at(rules.letter_day), wia.date_at(rules.report_before_day)
    extended = letter.days + rules.letter_grace_days
    moved = (letter.days > last_letter.days) & (report.days < limit.days) & (extended > due)
    for mask in (letter.ok, last_letter.ok, report.ok, limit.ok):
        moved = moved if mask is None else moved & mask
    return Dates(chosen(moved, extended, due), end.ok), moved


def _report_42_weeks(frame: FrameArrays) -> Dates | None:
    """The first recorded 42-week report of the running case."""
    column = frame.facts.report_42_weeks_on
    if column is None or column.size == 0:
        return None
    days, ok = np.zeros(len(frame.first), np.int64), np.zeros(len(frame.first), np.bool_)
    for k in range(column.shape[1]):
        found = given(column[:, k])
        if found is not None:
            fits = ~ok & (found.days >= frame.wia.start)
            fits = fits if found.ok is None else fits & found.ok
            days, ok = chosen(fits, found.days, days), ok | fits
    return Dates(days, ok)


def _late(frame: FrameArrays, due: Dates) -> int | Ints:
    applied = frame.fact("application_on")
    if applied is None:
        return 0
    counts = both(applied.ok, due.ok)
    if frame.granted is not None:
        counts = both(counts, frame.granted == 0)
    late = np.maximum(applied.days - due.days, 0)
    return late if counts is None else chosen(counts, late, 0)


def _sanction(frame: FrameArrays, length: int | Ints) -> int | Ints:
    decided, weeks = frame.fact("sanction_decided_on"), frame.facts.sanction_weeks
    if decided is None or weeks is None:
        return 0
    end = frame.wia.date_at(length - 1)
    valid = decided.days <= end.days
    for mask in (decided.ok, end.ok, None if frame.granted is None else frame.granted == 0):
        valid = valid if mask is None else valid & mask
    full = 7 * weeks
    return chosen(valid, _shortened(frame, length, full, decided, end), 0)


def _shortened(frame: FrameArrays, length: int | Ints, full: Ints, decided: Dates, end: Dates) -> Ints:
    """Days of sanction that remain after a decided shortening (WIA 25.14)."""
    rules, wia = frame.book.extensions, frame.wia
    received, answered = frame.fact("shortening_received_on"), frame.fact("shortening_decided_on")
    if received is None or answered is None:
        return full
    slow = np.maximum(answered.days - received.days - (rules.shortening_decision_days - 1), 0)
    too_late = np.maximum(decided.days - (end.days - 7 * rules.sanction_decision_weeks), 0)
    last = answered.days + (rules.shortening_tail_days - 1) - too_late - slow
    left = wia.index_at(last + 1) - length
    if wia.ended_on is not None:
        left = chosen(last >= wia.ended_on, full, left)
    granted = frame.facts.shortening_granted
    refused = np.maximum(full - slow, 0)
    shortened = np.minimum(full, np.maximum(left, 0))
    days = shortened if granted is None else chosen(granted, shortened, refused)
    known = both(received.ok, answered.ok)
    return days if known is None else chosen(known, days, full)


def sick_after_birth(frame: FrameArrays) -> Mask | None:
    """Rows whose wage clock begins right after leave, by the birth."""
    facts, wage = frame.facts, frame.accruals["wage"]
    if facts.leave_until is None or facts.leave_related_to_birth is None or facts.leave_until.size == 0:
        return None
    ends = facts.leave_until.view(np.int64)
    same = (ends == wage.start[:, None]) & (facts.leave_related_to_birth == YES)
    found: Mask = same.any(axis=1)
    return found if wage.exists is None else found & wage.exists


def pregnant_first_spell(frame: FrameArrays) -> Mask | None:
    """Rows whose wage clock begins with a spell caused by pregnancy."""
    facts, wage = frame.facts, frame.accruals["wage"]
    if facts.spell_from is None or facts.spell_caused_by_pregnancy is None or facts.spell_from.size == 0:
        return None
    begins = facts.spell_from.view(np.int64)
    found: Mask = ((begins == wage.start[:, None]) & (facts.spell_caused_by_pregnancy == YES)).any(axis=1)
    return found if wage.exists is None else found & wage.exists
