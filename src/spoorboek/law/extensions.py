"""What lengthens the two years: voluntary extension, late application, sanction (WIA 24, 25, 64; BW 7:629.11)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from spoorboek.law.frame import Frame


@dataclass(frozen=True, slots=True)
class Extension:
    """Days added on the accrued clock. `late_decisions`: days UWV was late, taken off the sanction."""

    voluntary: int
    late_application: int
    sanction: int
    sanction_void: bool
    sanction_late: int
    late_decisions: int
    shortening: str | None
    waiting_end: date | None
    application_due: date | None
    letter_extends: bool
    letter_unclear: bool


def waiting_weeks_days(frame: Frame) -> int:
    """Length of the waiting period in days, before any extension."""
    return frame.granted_weeks * 7 if frame.granted_weeks else frame.book.clocks["wia"].amount


def extension(frame: Frame) -> Extension:
    """Work out all extensions of the running case."""
    wia = frame.wia
    voluntary = 7 * frame.facts.voluntary_extension.weeks if frame.facts.voluntary_extension else 0
    length = waiting_weeks_days(frame) + voluntary
    end = wia.date_at(length - 1) if wia else None
    due, extends, unclear = _application_due(frame, end)
    applied = frame.fact("application_on")
    late = max(0, (applied - due).days) if applied and due and not frame.granted_weeks else 0
    sanction, void, too_late, late_decisions, shortening = _sanction(frame, length + late)
    return Extension(
        voluntary, late, sanction, void, too_late, late_decisions, shortening, end, due, extends, unclear
    )


def _application_due(frame: Frame, end: date | None) -> tuple[date | None, bool, bool]:
    """Last day to apply; whether a late letter moved it; whether that is unclear (WIA 64.3, 64.6)."""
    wia, rules = frame.wia, frame.book.extensions
    letter = frame.fact("uwv_letter_on")
    if wia is None or end is None:
        return None, False, False
    due = end - timedelta(weeks=rules.application_weeks)
    last_letter = wia.date_at(rules.letter_day)
    if letter is None or last_letter is None or letter <= last_letter:
        return due, False, False
    extended = letter + timedelta(days=rules.letter_grace_days)
    report = frame.done_on("report-42-weeks", 0, wia.start)
    limit = wia.date_at(rules.report_before_day)
    if report is None or limit is None or report >= limit or extended <= due:
        return due, False, report is None and extended > due
    return extended, True, False


def _sanction(frame: Frame, length: int) -> tuple[int, bool, int, int, str | None]:
    """Days of sanction after `length` counted days: (days, void, days decided late, days taken off, shortening)."""
    wia, rules, sanction = frame.wia, frame.book.extensions, frame.facts.sanction
    decided = frame.fact("sanction_decided_on")
    end = wia.date_at(length - 1) if wia else None
    if wia is None or sanction is None or decided is None or end is None or frame.granted_weeks:
        return 0, False, 0, 0, None
    if decided > end:
        return 0, True, 0, 0, None
    full = 7 * sanction.weeks
    too_late = max(0, (decided - (end - timedelta(weeks=rules.sanction_decision_weeks))).days)
    received, answered = frame.fact("shortening_received_on"), frame.fact("shortening_decided_on")
    if frame.facts.shortening is None or received is None or answered is None:
        return full, False, too_late, 0, None
    slow = max(0, (answered - received).days - (rules.shortening_decision_days - 1))
    if not frame.facts.shortening.granted:
        return max(0, full - slow), False, too_late, slow, "refused" if slow else None
    late = too_late + slow
    last = answered + timedelta(days=rules.shortening_tail_days - 1 - late)
    recovered_first = wia.ended_on is not None and last >= wia.ended_on
    days = full if recovered_first else wia.index_at(last + timedelta(days=1)) - length
    return min(full, max(0, days)), False, too_late, late, "granted" if days < full else None
