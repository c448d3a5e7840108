"""Every obligation for many rows: the array twin of `law.counting` and `law.obligations`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from spoorboek.law.bulk.accrual import AccrualArrays
from spoorboek.law.bulk.clocks import covers
from spoorboek.law.bulk.conditions import CONDITIONS
from spoorboek.law.bulk.days import (
    Dates,
    Ints,
    Mask,
    both,
    chosen,
    given,
    looked_up,
    two_working_days_table,
    working_day_table,
)
from spoorboek.law.bulk.frame import ExtensionArrays, FrameArrays
from spoorboek.law.rulebook import Counting, Rule

Pair = tuple[Dates | None, Dates | None]


def rule_dates(frame: FrameArrays, ext: ExtensionArrays, rule: Rule) -> Iterator[tuple[int, Pair]]:
    """(ordinal, (due, practice)) of one rule version, only where it applies."""
    applies, sure = CONDITIONS[rule.applies_if.condition](frame, ext)
    if applies is not None and not applies.any():
        return
    if _nobody(frame, rule, sure):
        return
    accrual = frame.accruals[rule.counting.clock]
    where = both(applies, both(accrual.exists, covers(rule.applies_if, accrual.start)))
    if rule.counting.every:
        yield from _series(frame, ext, rule, accrual, where)
        return
    due = counted(frame, ext, rule.due) if rule.due else None
    practice = counted(frame, ext, rule.practice) if rule.practice else None
    yield 0, _judged(frame, rule, due, practice, where, sure)


def _nobody(frame: FrameArrays, rule: Rule, sure: Mask | None) -> bool:
    """Whether the rule is only for those without an employer, and every row surely has one."""
    ended = frame.employment_end is not None or frame.without_employer is not None
    return not ended and "employer" not in rule.applies_if.situations and (sure is None or bool(sure.all()))


def _judged(
    frame: FrameArrays,
    rule: Rule,
    due: Dates | None,
    practice: Dates | None,
    where: Mask | None,
    sure: Mask | None,
) -> Pair:
    main = due or practice
    if main is None:
        return None, None
    fits = _situated(frame, rule, main)
    if fits is not None and sure is not None:
        fits = fits | ~sure
    where = both(both(where, fits), main.ok)
    if rule.ends_at_aow and frame.aow is not None:
        after = frame.aow.days <= main.days
        where = both(where, ~(after if frame.aow.ok is None else after & frame.aow.ok))
    if due is None:
        return None, main.only(where)
    if practice is None:
        return due.only(where), None
    before = None if _surely_before(rule) else practice.days < due.days
    return due.only(where), practice.only(both(where, before))


def _surely_before(rule: Rule) -> bool:
    """Fewer counted days of one clock are an earlier date, whatever the facts."""
    due, practice = rule.due, rule.practice
    if due is None or practice is None or due.shift != "none" or due.after or practice.after:
        return False
    return (
        due.count == practice.count == "accrued" and due.clock == practice.clock and practice.days < due.days
    )


def _situated(frame: FrameArrays, rule: Rule, dates: Dates) -> Mask | None:
    """Rows in which the one who plays the employer on that day is named by the rule; None: all rows."""
    allowed = rule.applies_if.situations
    if len(allowed) == 3:
        return None
    ended = frame.ended(dates)
    if ended is None:
        return None if "employer" in allowed else np.zeros(len(frame.first), np.bool_)
    own = frame.facts.own_risk_bearer_zw
    if own is not None:
        return np.where(ended, np.where(own, "erd_zw" in allowed, "uwv" in allowed), "employer" in allowed)
    here, after = "employer" in allowed, "uwv" in allowed
    if here == after:
        return None if here else np.zeros_like(ended)
    return ended if after else ~ended


def counted(frame: FrameArrays, ext: ExtensionArrays, counting: Counting) -> Dates:
    return _shifted(WAYS[counting.count](frame, ext, counting, frame.accruals[counting.clock]), counting)


def _begin(frame: FrameArrays, counting: Counting, accrual: AccrualArrays) -> int | Ints:
    """Counted days from the clock's start at which the date lies, by the first known fact of `after`."""
    index: int | Ints = counting.days
    for after in reversed(counting.after):
        day = frame.fact(after.fact)
        if day is not None:
            since = accrual.index_at(day.days) + after.days
            index = since if day.ok is None else chosen(day.ok, since, index)
    return index


def _accrued(frame: FrameArrays, ext: ExtensionArrays, counting: Counting, accrual: AccrualArrays) -> Dates:
    return accrual.date_at(_begin(frame, counting, accrual))


def _before_end(
    frame: FrameArrays, ext: ExtensionArrays, counting: Counting, accrual: AccrualArrays
) -> Dates:
    end = ext.waiting_end
    if counting.late and not isinstance(ext.late_application, int):
        end = accrual.date_at(frame.waiting_days + ext.voluntary + ext.late_application - 1)
    found = end.later(-counting.days)
    if not counting.letter or ext.letter_extends is None:
        return found
    return Dates(chosen(ext.letter_extends, ext.application_due.days, found.days), end.ok)


def _on_fact(frame: FrameArrays, ext: ExtensionArrays, counting: Counting, accrual: AccrualArrays) -> Dates:
    day = frame.fact(counting.fact or "")
    if day is None:
        return Dates(accrual.start, np.zeros(len(accrual.start), np.bool_))
    return day.later(counting.days)


def _shifted(found: Dates, counting: Counting) -> Dates:
    if counting.shift == "none":
        return found
    two = counting.shift == "atw_two_working_days"
    table = two_working_days_table(counting.term) if two else working_day_table()
    return Dates(looked_up(table, found), found.ok)


def _series(
    frame: FrameArrays, ext: ExtensionArrays, rule: Rule, accrual: AccrualArrays, where: Mask | None
) -> Iterator[tuple[int, Pair]]:
    counting, ordinal = rule.counting, 0
    every, limit = counting.every or 0, counting.until_days or 0
    base = _begin(frame, counting, accrual)
    origin = Dates(accrual.start + base) if not accrual.pauses and accrual.total is None else None
    held, last = _evaluations(frame, accrual) if counting.after else (None, None)
    highest = int(np.max(base, initial=0))
    alive: Mask | None = None
    while True:
        step = every * ordinal
        index, bound, found = base, highest + step, None
        if held is not None and last is not None:
            index = chosen((held > 0) & (ordinal >= held), last + every * (ordinal - held + 1) - step, base)
            bound = int(np.max(index, initial=0)) + step
        elif origin is not None:
            found = origin.later(step).only(accrual.exists)
        if bound >= limit:
            alive = both(alive, np.less(np.broadcast_to(index, accrual.start.shape), limit - step))
        found = found or accrual.date_at(index + step)
        alive = both(alive, found.ok)
        if alive is not None and not alive.any():
            return
        main = found.only(alive)
        due, practice = (main, None) if rule.due else (None, main)
        yield ordinal, _judged(frame, rule, due, practice, where, None)
        ordinal += 1


def _evaluations(frame: FrameArrays, accrual: AccrualArrays) -> tuple[Ints | None, Ints | None]:
    """How many evaluations the running case has had, and the counted day of the last."""
    column = frame.facts.evaluations
    if column is None or column.size == 0:
        return None, None
    held, last = np.zeros(len(frame.first), np.int64), np.zeros(len(frame.first), np.int64)
    for k in range(column.shape[1]):
        found = given(column[:, k])
        if found is not None:
            ok = both(found.ok, found.days >= frame.wia.start)
            held += 1 if ok is None else ok
            last = found.days if ok is None else chosen(ok, found.days, last)
    return held, accrual.index_at(last)


WAYS: dict[str, Callable[[FrameArrays, ExtensionArrays, Counting, AccrualArrays], Dates]] = {
    "accrued": _accrued,
    "before_end": _before_end,
    "on_fact": _on_fact,
}
