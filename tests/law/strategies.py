"""Hypothesis strategies for sets of facts, with the awkward ones as likely as the plain ones."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from spoorboek.law import Facts, facts_from

answers = st.sampled_from(["yes", "no", "unknown"])
known_answers = st.sampled_from(["yes", "no"])
first_days = st.dates(date(2004, 1, 1), date(2034, 12, 31))
kinds = st.sampled_from(
    ["permanent", "fixed_term", "temp_agency", "fictitious", "household", "none", "unknown"]
)
DAY = timedelta(days=1)


def examples(count: int) -> settings:
    """This many examples, the same ones every time."""
    return settings(max_examples=count, deadline=None, derandomize=True)


def _iso(day: date) -> str:
    return day.isoformat()


@st.composite
def spells_from(draw: st.DrawFn, first: date, answer: st.SearchStrategy[str]) -> list[dict[str, Any]]:
    """One to four spells; gaps lie around the border of four weeks."""
    spells: list[dict[str, Any]] = []
    start = first
    for _ in range(draw(st.integers(0, 3))):
        until = start + draw(st.integers(1, 400)) * DAY
        spells.append({"from": _iso(start), "until": _iso(until)})
        start = until + draw(st.sampled_from([0, 1, 7, 26, 27, 28, 29, 60])) * DAY
    spells.append({"from": _iso(start)})
    if draw(st.integers(0, 4)) == 0:
        spells[-1]["until"] = _iso(start + draw(st.integers(1, 900)) * DAY)
    for spell in spells:
        if draw(st.integers(0, 5)) == 0:
            spell["caused_by_pregnancy"] = draw(answer)
    return spells


@st.composite
def leaves_for(
    draw: st.DrawFn, first: date, spells: list[dict[str, Any]], answer: st.SearchStrategy[str]
) -> list[dict[str, Any]]:
    """Up to two leaves, often exactly in a gap or right after a spell."""
    ends = [date.fromisoformat(s["until"]) for s in spells if "until" in s]
    leaves: list[dict[str, Any]] = []
    start = first + draw(st.integers(-30, 200)) * DAY
    for _ in range(draw(st.integers(0, 2))):
        later = [end for end in ends if end >= start]
        adjoining: bool = draw(st.booleans())
        start = draw(st.sampled_from(later)) if later and adjoining else start
        begins = [date.fromisoformat(s["from"]) for s in spells if date.fromisoformat(s["from"]) > start]
        until_next: bool = draw(st.booleans())
        until = begins[0] if begins and until_next else start + draw(st.integers(1, 140)) * DAY
        leave = {"kind": "wazo", "from": _iso(start), "until": _iso(until)}
        leaves.append({**leave, "same_cause": draw(answer), "related_to_birth": draw(answer)})
        start = until + draw(st.sampled_from([0, 0, 1, 90])) * DAY
    return leaves


def _around(first: date, low: int, high: int) -> st.SearchStrategy[str]:
    return st.integers(low, high).map(lambda n: _iso(first + n * DAY))


@st.composite
def employments(draw: st.DrawFn, first: date) -> dict[str, Any]:
    employment: dict[str, Any] = {
        "kind": draw(kinds),
        "no_risk": draw(answers),
        "own_risk_bearer_zw": draw(st.booleans()),
        "temporary_agency_clause": draw(st.booleans()),
    }
    if draw(st.booleans()):
        employment["end"] = draw(_around(first, -30, 900))
    if draw(st.integers(0, 2)) == 0:
        employment["safety_net_clear_on"] = draw(_around(first, -10, 200))
    return employment


@st.composite
def fact_data(draw: st.DrawFn, answer: st.SearchStrategy[str] = answers) -> dict[str, Any]:
    """Any set of facts as JSON values."""
    first = draw(first_days)
    facts: dict[str, Any] = {"first_sick_day": _iso(first)}
    if draw(st.booleans()):
        facts["spells"] = draw(spells_from(first, answer))
    if draw(st.integers(0, 2)) == 0:
        facts["leaves"] = draw(leaves_for(first, facts.get("spells", []), answer))
    if draw(st.booleans()):
        facts["employment"] = draw(employments(first))
    if draw(st.integers(0, 3)) == 0:
        facts["person"] = {"aow_date": draw(_around(first, -200, 900))}
    elif draw(st.integers(0, 3)) == 0:
        facts["person"] = {"birth_date": draw(_around(first, -24_000, -21_000))}
    optional = {
        "analysis_on": (0, 300), "plan_on": (0, 300), "early_signal_on": (0, 500), "uwv_letter_on": (600, 700),
        "application_on": (560, 760), "second_track_started_on": (0, 700),
    }  # fmt: skip
    for name, (low, high) in optional.items():
        if draw(st.integers(0, 2)) == 0:
            facts[name] = draw(_around(first, low, high))
    if draw(st.integers(0, 2)) == 0:
        facts["evaluations"] = sorted(draw(st.lists(_around(first, 0, 800), max_size=20)))
    if draw(st.integers(0, 5)) == 0:
        facts["second_track_exception"] = "marginal_capacity"
    if draw(st.integers(0, 2)) == 0:
        facts["done"] = [
            {"key": "report-42-weeks", "done_on": draw(_around(first, 200, 600))} for _ in range(2)
        ]
    facts |= draw(decisions(first))
    return facts


@st.composite
def decisions(draw: st.DrawFn, first: date) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if draw(st.integers(0, 2)) == 0:
        found["sanction"] = {"decided_on": draw(_around(first, 600, 760)), "weeks": draw(st.integers(1, 52))}
        if draw(st.booleans()):
            received = first + draw(st.integers(700, 1000)) * DAY
            found["shortening"] = {"received_on": _iso(received), "granted": draw(st.booleans())}
            if draw(st.booleans()):
                found["shortening"]["decided_on"] = draw(_around(received, 0, 60))
    if draw(st.integers(0, 4)) == 0:
        found["voluntary_extension"] = {"weeks": draw(st.integers(1, 52))}
    if draw(st.integers(0, 6)) == 0:
        weeks = draw(st.none() | st.integers(13, 78))
        found["shortened_waiting_period"] = {
            "applied_on": draw(_around(first, 0, 500)),
            "granted_weeks": weeks,
        }
    return found


def facts(answer: st.SearchStrategy[str] = answers) -> st.SearchStrategy[Facts]:
    """Any valid facts."""
    return fact_data(answer).map(facts_from)
