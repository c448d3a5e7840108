"""When an obligation applies, for many rows: the array twin of `law.conditions`."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from spoorboek.law.bulk.columns import ANSWERS, KINDS
from spoorboek.law.bulk.days import Mask, both
from spoorboek.law.bulk.frame import ExtensionArrays, FrameArrays, pregnant_first_spell, sick_after_birth
from spoorboek.law.conditions import RIV_FROM_DAY

NEVER = np.zeros(1, np.bool_)
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
    late_enough = end.days - frame.wia.start >= RIV_FROM_DAY
    ordinary = ext.waiting_end.days - end.days <= frame.book.general("riv-to-employee").counting.days
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
