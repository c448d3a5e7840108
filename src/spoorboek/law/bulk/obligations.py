"""Every obligation for many rows: the array twin of `law.counting`, `law.conditions` and `law.obligations`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from spoorboek.law.bulk.accrual import AccrualArrays
from spoorboek.law.bulk.clocks import covers
from spoorboek.law.bulk.columns import ANSWERS, KINDS
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
from spoorboek.law.bulk.frame import ExtensionArrays, FrameArrays, pregnant_first_spell, sick_after_birth
from spoorboek.law.rulebook import Counting, Rule

Pair = tuple[Dates | None, Dates | None]
NEVER = np.zeros(1, np.bool_)


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


Verdicts = tuple[Mask | None, Mask | None]
"""(applies, sure): rows to which it applies or may apply, and rows where that is sure. None: all rows."""


def _always(frame: FrameArrays, ext: ExtensionArrays) -> Verdicts:
    return None, None


def _four_day_report(frame: FrameArrays, ext: ExtensionArrays) -> Verdicts:
    birth, unknown = sick_after_birth(frame), frame.kind_unknown
    if frame.kind is None or unknown is None:
        return None, None
    applies = unknown | (frame.kind == KINDS.index("fictitious"))
    if frame.without_employer is not None:
        applies |= frame.without_employer & (frame.kind != KINDS.index("none"))
    return (applies if birth is None else applies | birth), None


def _six_week_report(frame: FrameArrays, ext: ExtensionArrays) -> Verdicts:
    codes, pregnant = frame.facts.no_risk, pregnant_first_spell(frame)
    if codes is None or frame.kind is None:
        return None, None
    applies = (codes != ANSWERS["no"]) | (frame.kind == -1)
    return (applies if pregnant is None else applies | pregnant), None


def _safety_net_clear_later(frame: FrameArrays, ext: ExtensionArrays) -> Verdicts:
    clear = frame.fact("safety_net_clear_on")
    if clear is None:
        return NEVER, None
    ordinary = frame.accruals["wage"].date_at(frame.book.general("uwv-report-6-weeks").counting.days)
    later = both(both(clear.ok, ordinary.ok), clear.days > ordinary.days)
    return both(later, _six_week_report(frame, ext)[0]), None


def _recovered(frame: FrameArrays, ext: ExtensionArrays) -> Verdicts:
    return (NEVER if frame.recovered_on is None else frame.recovered_on.ok), None


def _recovered_with_safety_net(frame: FrameArrays, ext: ExtensionArrays) -> Verdicts:
    day = frame.recovered_on
    if day is None:
        return NEVER, None
    ended = frame.ended(day)
    found = day.only(None if ended is None else ~ended).ok
    four, six = _four_day_report(frame, ext)[0], _six_week_report(frame, ext)[0]
    return (found if four is None or six is None else both(found, four | six)), None


def _recovered_after_42_weeks(frame: FrameArrays, ext: ExtensionArrays) -> Verdicts:
    day = frame.recovered_on
    if day is None:
        return NEVER, None
    return both(
        day.ok, frame.accruals["wage"].date_at(frame.book.general("report-42-weeks").counting.days).ok
    ), None


def _never_employed(frame: FrameArrays, ext: ExtensionArrays) -> Verdicts:
    none = frame.is_kind("none")
    return (NEVER if none is None else none), None


def _zw_assessment(frame: FrameArrays, ext: ExtensionArrays) -> Verdicts:
    unknown, end = frame.kind_unknown, frame.employment_end
    rows = len(frame.first)
    unsure = np.ones(rows, np.bool_) if unknown is None else unknown
    if end is not None:
        unsure = np.zeros(rows, np.bool_) if end.ok is None else unsure & ~end.ok
    return None, ~unsure


def _employment_ends(frame: FrameArrays, ext: ExtensionArrays) -> Verdicts:
    end, wia, without = frame.employment_end, frame.wia, frame.without_employer
    if end is None:
        return NEVER, None
    found = end.days >= wia.start
    parts = (end.ok, wia.exists, None if without is None else ~without)
    for mask in (*parts, None if wia.ended_on is None else end.days < wia.ended_on):
        found = found if mask is None else found & mask
    return found, None


def _riv_at_end_of_employment(frame: FrameArrays, ext: ExtensionArrays) -> Verdicts:
    ends, _ = _employment_ends(frame, ext)
    end, own = frame.employment_end, frame.facts.own_risk_bearer_zw
    if end is None or ends is None:
        return NEVER, None
    late_enough = end.days - frame.wia.start >= 42
    ordinary = ext.waiting_end.days - end.days <= 91
    found = ends & late_enough & ~(ordinary if ext.waiting_end.ok is None else ordinary & ext.waiting_end.ok)
    return (found if own is None else found & ~own), None


def _second_track(frame: FrameArrays, ext: ExtensionArrays) -> Verdicts:
    excepted = frame.facts.second_track_excepted
    return (None if excepted is None else ~excepted), None


def _ordinary_waiting_period(frame: FrameArrays, ext: ExtensionArrays) -> Verdicts:
    return (None if frame.granted is None else frame.granted == 0), None


def _shortening_requested(frame: FrameArrays, ext: ExtensionArrays) -> Verdicts:
    received = frame.fact("shortening_received_on")
    return (NEVER if received is None else received.ok), None


Condition = Callable[[FrameArrays, ExtensionArrays], Verdicts]
CONDITIONS: dict[str, Condition] = {
    "always": _always,
    "four_day_report": _four_day_report,
    "six_week_report": _six_week_report,
    "safety_net_clear_later": _safety_net_clear_later,
    "recovered": _recovered,
    "recovered_with_safety_net": _recovered_with_safety_net,
    "recovered_after_42_weeks": _recovered_after_42_weeks,
    "never_employed": _never_employed,
    "zw_assessment": _zw_assessment,
    "employment_ends": _employment_ends,
    "riv_at_end_of_employment": _riv_at_end_of_employment,
    "second_track": _second_track,
    "ordinary_waiting_period": _ordinary_waiting_period,
    "shortening_requested": _shortening_requested,
}
WAYS: dict[str, Callable[[FrameArrays, ExtensionArrays, Counting, AccrualArrays], Dates]] = {
    "accrued": _accrued,
    "before_end": _before_end,
    "on_fact": _on_fact,
}
