"""Named conditions under which an obligation applies: yes, no or unknown, with the sentence that says why."""

from __future__ import annotations

from collections.abc import Callable

from spoorboek.law.extensions import Extension
from spoorboek.law.facts import Answer
from spoorboek.law.frame import Frame

RIV_FROM_DAY = 42
"""A RIV at the end of employment is due from six weeks of sickness on (RP 6.2)."""

Verdict = tuple[Answer, str | None]
Condition = Callable[[Frame, Extension], Verdict]


def _always(frame: Frame, ext: Extension) -> Verdict:
    return "yes", None


def _kind_unknown(frame: Frame) -> bool:
    return frame.facts.employment is None or frame.facts.employment.kind == "unknown"


def _sick_after_birth(frame: Frame) -> Answer:
    """Sickness that directly follows leave and is related to birth is reported on the fourth day (ZW 38a.2)."""
    wage = frame.accruals["wage"]
    leave = next((row for row in frame.facts.leaves if wage and row.until == wage.start), None)
    return leave.related_to_birth if leave else "no"


def _four_day_report(frame: Frame, ext: Extension) -> Verdict:
    if _sick_after_birth(frame) == "yes":
        return "yes", "safety-net-yes"
    employment = frame.facts.employment
    if employment is not None and (employment.kind == "fictitious" or frame.without_employer):
        return ("yes", None) if employment.kind != "none" else ("no", "not-this-employment")
    return ("unknown", "safety-net-unknown") if _kind_unknown(frame) else ("no", "not-this-employment")


def _six_week_report(frame: Frame, ext: Extension) -> Verdict:
    wage, employment = frame.accruals["wage"], frame.facts.employment
    first = next((s for s in frame.facts.spells if wage and s.from_ == wage.start), None)
    if (first and first.caused_by_pregnancy == "yes") or (employment and employment.no_risk == "yes"):
        return "yes", "safety-net-yes"
    if employment is None or employment.no_risk == "unknown":
        return "unknown", "safety-net-unknown"
    return "no", "safety-net-no"


def _safety_net_clear_later(frame: Frame, ext: Extension) -> Verdict:
    """The employer could not know of the safety net within the ordinary six weeks (ZW 38b)."""
    applies, words = _six_week_report(frame, ext)
    clear, wage = frame.fact("safety_net_clear_on"), frame.accruals["wage"]
    ordinary = wage.date_at(frame.book.general("uwv-report-6-weeks").counting.days) if wage else None
    later = clear is not None and ordinary is not None and clear > ordinary
    return (applies, words) if later or applies == "no" else ("no", None)


def _recovered(frame: Frame, ext: Extension) -> Verdict:
    return ("yes", None) if frame.recovered_on else ("no", "still-sick")


def _recovered_with_safety_net(frame: Frame, ext: Extension) -> Verdict:
    """Who is paid by UWV while employed: the same people as are reported within four days or six weeks."""
    day = frame.recovered_on
    if day is None:
        return "no", "still-sick"
    if frame.situation(day) != "employer":
        return "no", "not-this-employment"
    verdicts = [_four_day_report(frame, ext)[0], _six_week_report(frame, ext)[0]]
    if "yes" in verdicts:
        return "yes", "safety-net-yes"
    return ("unknown", "safety-net-unknown") if "unknown" in verdicts else ("no", "safety-net-no")


def _recovered_after_42_weeks(frame: Frame, ext: Extension) -> Verdict:
    wage, reported_at = frame.accruals["wage"], frame.book.general("report-42-weeks").counting.days
    reached = frame.recovered_on and wage and wage.date_at(reported_at)
    return ("yes", "report-42-weeks-passed") if reached else ("no", "still-sick")


def _never_employed(frame: Frame, ext: Extension) -> Verdict:
    employment = frame.facts.employment
    return ("yes", None) if employment and employment.kind == "none" else ("no", "not-this-employment")


def _zw_assessment(frame: Frame, ext: Extension) -> Verdict:
    return ("unknown", None) if _kind_unknown(frame) and frame.employment_end is None else ("yes", None)


def _employment_ends(frame: Frame, ext: Extension) -> Verdict:
    end, wia = frame.employment_end, frame.wia
    if end is None or wia is None or frame.without_employer or end < wia.start:
        return "no", "no-end"
    return ("no", "no-end") if wia.ended_on is not None and end >= wia.ended_on else ("yes", None)


def _riv_at_end_of_employment(frame: Frame, ext: Extension) -> Verdict:
    end, wia, employment = frame.employment_end, frame.wia, frame.facts.employment
    if (
        _employment_ends(frame, ext)[0] == "no"
        or not (end and wia and employment)
        or employment.own_risk_bearer_zw
    ):
        return "no", "no-end"
    # From thirteen weeks before the end of the waiting period the ordinary date came first.
    before_end = frame.book.general("riv-to-employee").counting.days
    early = (end - wia.start).days < RIV_FROM_DAY
    ordinary_first = ext.waiting_end is not None and (ext.waiting_end - end).days <= before_end
    return ("no", "no-end") if early or ordinary_first else ("yes", None)


def _second_track(frame: Frame, ext: Extension) -> Verdict:
    return ("yes", None) if frame.facts.second_track_exception == "none" else ("no", "second-track-exception")


def _ordinary_waiting_period(frame: Frame, ext: Extension) -> Verdict:
    return ("no", "does-not-apply") if frame.granted_weeks else ("yes", None)


def _shortening_requested(frame: Frame, ext: Extension) -> Verdict:
    return ("yes", None) if frame.fact("shortening_received_on") else ("no", "no-request")


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
