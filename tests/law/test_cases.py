"""Cases written as data: facts, expected dates and where they come from."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from spoorboek.law import Timetable, facts_from, timetable

CASES = sorted((Path(__file__).parent / "cases").glob("*.json"))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _found(result: Timetable, case: dict[str, Any]) -> dict[str, Any]:
    """What the timetable says on exactly the points the case names."""
    expect = case["expect"]
    found: dict[str, Any] = {}
    if "case" in expect:
        found["case"] = {"first_sick_day": _iso(result.case.first_sick_day), "new_case": result.case.new_case}
    if "clocks" in expect:
        found["clocks"] = {
            key: {name: _iso(getattr(getattr(result.clocks, key), name)) for name in ends}
            for key, ends in expect["clocks"].items()
        }
    if "obligations" in expect:
        found["obligations"] = {key: _dates(result, key, want) for key, want in expect["obligations"].items()}
    if "status" in expect:
        found["status"] = {key: result.obligation(key).status for key in expect["status"]}
    if "doubts" in expect:
        found["doubts"] = {
            key: [d.id for d in result.obligation(key).uncertain if d.id in want]
            for key, want in expect["doubts"].items()
        }
    return found


def _dates(result: Timetable, key: str, want: object) -> object:
    row = result.obligation(key)
    if isinstance(want, dict):
        return {"due": _iso(row.due), "practice": _iso(row.practice)}
    return _iso(row.due)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_gives_the_dates_it_was_published_with(path: Path) -> None:
    case = json.loads(path.read_text("utf-8"))
    result = timetable(facts_from(case["facts"]), date.fromisoformat(case["on"]) if "on" in case else None)
    assert _found(result, case) == case["expect"], case["rule"]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_says_its_rule_and_its_source(path: Path) -> None:
    case = json.loads(path.read_text("utf-8"))
    assert case["rule"]
    assert case["source"]
