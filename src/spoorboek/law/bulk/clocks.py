"""The last day of each clock for many rows: the array twin of `law.clocks`."""

from __future__ import annotations

import numpy as np

from spoorboek.law.bulk.accrual import AccrualArrays
from spoorboek.law.bulk.days import Dates, Ints, Mask, both, chosen, day_number, looked_up, years_table
from spoorboek.law.bulk.frame import ExtensionArrays, FrameArrays
from spoorboek.law.keys import ClockKey
from spoorboek.law.rulebook import AppliesIf, Limit


def covered(first_from: int | None, first_until: int | None, start: Ints) -> Mask | None:
    """Rows whose case begins in from..until (inclusive); None: all rows."""
    mask: Mask | None = None
    if first_from is not None and int(start.min(initial=first_from)) < first_from:
        mask = start >= first_from
    if first_until is not None and int(start.max(initial=first_until)) > first_until:
        mask = both(mask, start <= first_until)
    return mask


def covers(rule: AppliesIf | Limit, start: Ints) -> Mask | None:
    since, until = rule.first_day_from, rule.first_day_until
    return covered(day_number(since) if since else None, day_number(until) if until else None, start)


def clock_last_days(frame: FrameArrays, ext: ExtensionArrays, clock: ClockKey) -> Dates:
    accrual, rule = frame.accruals[clock], frame.book.clocks[clock]
    days = _base(frame, clock, accrual) + ext.voluntary + _late(ext, "late_application" in rule.moves_with)
    found = accrual.date_at(days + ext.sanction - 1)
    if clock == "wia":
        return _without_pension(frame, found)
    found = _limited(frame, clock, accrual, found)
    return _employed(frame, accrual, found)


def _base(frame: FrameArrays, clock: ClockKey, accrual: AccrualArrays) -> int | Ints:
    rule = frame.book.clocks[clock]
    if rule.count == "years":
        return looked_up(years_table(rule.amount), Dates(accrual.start))
    return frame.waiting_days if clock == "wia" else rule.amount


def _late(ext: ExtensionArrays, moves: bool) -> int | Ints:
    if moves or (isinstance(ext.late_application, int) and not ext.late_application):
        return ext.late_application
    return chosen(np.asarray(ext.sanction) > 0, ext.late_application, 0)


def _without_pension(frame: FrameArrays, found: Dates) -> Dates:
    if frame.aow is None:
        return found
    before = frame.aow.days <= found.days + 1
    return found.only(~(before if frame.aow.ok is None else before & frame.aow.ok))


def _sooner(found: Dates, other: Dates) -> Dates:
    """The earlier of the two where both are there, else the one that is."""
    if found.ok is None and other.ok is None:
        return Dates(np.minimum(found.days, other.days))
    here = np.ones(len(found.days), np.bool_)
    a, b = here if found.ok is None else found.ok, here if other.ok is None else other.ok
    use = b & (~a | (other.days < found.days))
    return Dates(chosen(use, other.days, found.days), a | b)


def _limited(frame: FrameArrays, clock: ClockKey, accrual: AccrualArrays, found: Dates) -> Dates:
    for limit in frame.book.limits:
        since = _limit_start(frame, accrual, limit) if clock in limit.applies_to else None
        if since is not None:
            last = accrual.date_at(accrual.index_at(since.days) + (limit.days - 1))
            found = _sooner(found, last.only(since.ok).only(covers(limit, accrual.start)))
    return found


def _limit_start(frame: FrameArrays, accrual: AccrualArrays, limit: Limit) -> Dates | None:
    if limit.after == "aow":
        return frame.aow
    household = frame.is_kind("household")
    return None if household is None else Dates(accrual.start, household)


def _employed(frame: FrameArrays, accrual: AccrualArrays, found: Dates) -> Dates:
    end, without = frame.employment_end, frame.without_employer
    if end is not None:
        first = end.ok if accrual.ended_on is None else both(end.ok, end.days < accrual.ended_on)
        found = _sooner(found, Dates(end.days, both(first, accrual.exists)))
        never = end.days < accrual.start
        found = found.only(~(never if end.ok is None else never & end.ok))
    return found if without is None else found.only(~without)
