"""Facts that cannot be right are refused with a sentence a person can act on."""

from __future__ import annotations

from typing import Any

import pytest

from spoorboek.law import FactsError, facts_from

FIRST = {"first_sick_day": "2026-01-12"}


def problems(data: object) -> dict[str, str]:
    with pytest.raises(FactsError) as caught:
        facts_from(data)
    assert all(p.message.nl and p.message.en for p in caught.value.problems)
    return {p.field: p.example for p in caught.value.problems}


def test_only_the_first_sick_day_is_needed() -> None:
    assert facts_from(FIRST).first_sick_day.isoformat() == "2026-01-12"


def test_the_first_sick_day_follows_from_the_spells_when_left_out() -> None:
    assert facts_from({"spells": [{"from": "2026-01-12"}]}).first_sick_day.isoformat() == "2026-01-12"


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({}, "first_sick_day"),
        ([], "facts"),
        ({"first_sick_day": "12-01-2026"}, "first_sick_day"),
        ({"first_sick_day": "2026-02-30"}, "first_sick_day"),
        ({"first_sick_day": "1999-01-01"}, "first_sick_day"),
        ({**FIRST, "first_day": "2026-01-12"}, "first_day"),
        ({**FIRST, "spells": [{"from": "2026-01-13"}]}, "spells[0].from"),
        ({**FIRST, "spells": [{"from": "2026-01-12", "until": "2026-01-12"}]}, "spells[0].until"),
        ({**FIRST, "spells": [{"from": "2026-01-12"}, {"from": "2026-02-12"}]}, "spells[1].from"),
        (
            {**FIRST, "spells": [{"from": "2026-01-12", "until": "2026-03-01"}, {"from": "2026-02-12"}]},
            "spells[1].from",
        ),
        ({**FIRST, "spells": [{"from": "2026-01-12", "resumed_percentage": 101}]}, "spells[0].resumed_percentage"),
        (
            {**FIRST, "spells": [{"from": "2026-01-12", "resumed": [{"from": "2026-01-01", "percentage": 5}]}]},
            "spells[0].resumed",
        ),
        ({**FIRST, "leaves": [{"from": "2026-02-01", "until": "2026-01-01"}]}, "leaves[0].until"),
        (
            {**FIRST, "leaves": [{"from": "2026-02-01", "until": "2026-03-01", "same_cause": "maybe"}]},
            "leaves[0].same_cause",
        ),
        ({**FIRST, "sanction": {"decided_on": "2027-11-15", "weeks": 53}}, "sanction.weeks"),
        ({**FIRST, "shortening": {"received_on": "2028-01-01"}}, "shortening"),
        ({**FIRST, "employment": {"start": "2026-01-01", "end": "2025-01-01"}}, "employment.end"),
        ({**FIRST, "evaluations": ["2026-05-01", "2026-04-01"]}, "evaluations"),
        ({**FIRST, "done": [{"key": "report-42-days", "done_on": "2026-05-01"}]}, "done[0].key"),
        ({**FIRST, "spells": "2026-01-12"}, "spells"),
        ({**FIRST, "shortened_waiting_period": {"applied_on": "2026-05-01", "granted_weeks": 12}},
         "shortened_waiting_period.granted_weeks"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_by_its_field(data: object, field: str) -> None:
    assert field in problems(data)


def test_a_mistake_comes_with_an_example_that_is_valid_there() -> None:
    assert problems({"first_sick_day": "soon"}) == {"first_sick_day": '"2026-01-12"'}
    assert problems({**FIRST, "spells": [{"from": "x"}]})["spells[0].from"] == '"2026-01-12"'


def test_every_mistake_is_told_at_once() -> None:
    data: dict[str, Any] = {"first_sick_day": "x", "spells": [{"from": "y"}], "extra": 1}
    assert set(problems(data)) == {"first_sick_day", "spells[0].from", "extra"}


def test_a_mistake_is_told_in_the_language_asked_for() -> None:
    with pytest.raises(FactsError) as caught:
        facts_from({"first_sick_day": "x"})
    assert "is geen datum" in "".join(caught.value.lines("nl"))
    assert "is not a date" in "".join(caught.value.lines("en"))


def test_facts_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        facts_from(FIRST).first_sick_day = None  # type: ignore[assignment, misc]
