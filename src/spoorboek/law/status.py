"""Where an obligation stands on a given day."""

from __future__ import annotations

from datetime import date, timedelta

from spoorboek.law.obligations import Dated
from spoorboek.law.results import Status

# A usual date without a successor is let go after this: it is never overdue.
USUAL_FOR = timedelta(days=28)


def status(
    dated: Dated, deadline: date | None, done: date | None, on: date | None, next_practice: date | None
) -> Status:
    """One word for one day. Practice dates are never overdue; a right that has lapsed is expired, not overdue.

    deadline: the binding day (agreed or statutory). next_practice: of the next one in a repeating series.
    """
    if done is not None and (on is None or done <= on):
        return "done"
    if dated.applies == "no":
        return "not_applicable"
    if dated.applies == "unknown":
        return "unknown"
    if on is None:
        return "coming"
    if deadline is None:
        return _usual(dated, on, next_practice)
    if on > deadline:
        return "expired" if dated.rule.optional else "overdue"
    return "due" if on >= deadline - timedelta(days=dated.rule.lead_days) else "coming"


def _usual(dated: Dated, on: date, next_practice: date | None) -> Status:
    if dated.practice is None:
        return "unknown"
    lead = timedelta(days=dated.rule.lead_days)
    passed = next_practice - lead if next_practice else dated.practice + max(lead, USUAL_FOR)
    if on >= passed:
        return "expired"
    return "due" if on >= dated.practice - lead else "coming"
