"""The status of an obligation on a day, and the four dates that people confuse."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from spoorboek.law import Obligation, facts_from, timetable

FIRST: dict[str, Any] = {"first_sick_day": "2026-01-12", "employment": {"kind": "permanent", "no_risk": "no"}}


def row(key: str, on: str | None = None, ordinal: int = 0, **more: Any) -> Obligation:
    return timetable(facts_from({**FIRST, **more}), date.fromisoformat(on) if on else None).obligation(
        key, ordinal
    )


@pytest.mark.parametrize(
    ("on", "status"),
    [("2026-01-20", "coming"), ("2026-02-09", "due"), ("2026-02-23", "due"), ("2026-02-24", "overdue")],
)
def test_a_statutory_date_is_due_two_weeks_ahead_and_overdue_the_day_after(on: str, status: str) -> None:
    assert row("problem-analysis", on).status == status


def test_without_a_day_nothing_is_due_or_overdue() -> None:
    assert row("problem-analysis").status == "coming"


def test_what_was_done_is_done_also_when_it_was_late() -> None:
    found = row("problem-analysis", "2026-06-01", analysis_on="2026-03-15")
    assert (found.status, found.done) == ("done", date(2026, 3, 15))


def test_a_fact_of_an_earlier_case_does_not_count_as_done_in_the_new_one() -> None:
    spells = [{"from": "2026-01-12", "until": "2026-04-01"}, {"from": "2026-06-01"}]
    found = row("problem-analysis", "2026-06-15", spells=spells, analysis_on="2026-02-20")
    assert (found.done, found.due) == (None, date(2026, 7, 13))


def test_an_agreed_date_binds_where_deviation_is_allowed() -> None:
    agreed = {"key": "plan-of-action", "agreed_on": "2026-03-01", "due": "2026-03-20", "reason": "Vakantie"}
    found = row("plan-of-action", "2026-03-15", joint_deviations=[agreed])
    assert (found.due, found.agreed, found.deadline) == (
        date(2026, 3, 9),
        date(2026, 3, 20),
        date(2026, 3, 20),
    )
    assert found.status == "due"


def test_an_agreed_date_does_not_move_a_hard_deadline_and_says_so() -> None:
    agreed = {"key": "report-42-weeks", "agreed_on": "2026-03-01", "due": "2027-01-01", "reason": "Vakantie"}
    found = row("report-42-weeks", "2026-12-01", joint_deviations=[agreed])
    assert found.status == "overdue"
    assert "no-deviation" in [doubt.id for doubt in found.uncertain]


def test_a_right_that_has_lapsed_is_past_and_not_overdue() -> None:
    assert row("shortened-waiting-period-application", "2027-06-01").status == "expired"


def test_six_weekly_talks_follow_the_plan_and_then_the_last_talk() -> None:
    talks = {"plan_on": "2026-03-02", "evaluations": ["2026-04-20"]}
    assert row("progress-evaluation", "2026-05-01", 0, **talks).status == "done"
    assert row("progress-evaluation", "2026-05-01", 1, **talks).practice == date(2026, 6, 1)


def test_an_obligation_whose_condition_is_unknown_keeps_its_date_and_says_so() -> None:
    found = row("uwv-report-6-weeks", "2026-02-01", employment={"kind": "permanent"})
    assert (found.due, found.status) == (date(2026, 2, 23), "unknown")
    assert [doubt.id for doubt in found.uncertain] == ["applies-unknown"]


def test_an_unknown_cause_names_both_possible_dates() -> None:
    spells = [{"from": "2026-01-12", "until": "2026-03-02"}, {"from": "2026-06-22"}]
    leave = {"from": "2026-03-02", "until": "2026-06-22", "related_to_birth": "no"}
    found = row("wia-application", spells=spells, leaves=[leave])
    moves = {entry.id: entry.due for entry in found.would_move_if if entry.medical}
    assert found.due is None
    assert moves == {"same_cause-0-yes": date(2028, 2, 13), "same_cause-0-no": date(2028, 4, 2)}


def test_an_unknown_cause_leaves_dates_certain_that_it_cannot_touch() -> None:
    leave = {"from": "2026-03-02", "until": "2026-06-22"}
    found = timetable(
        facts_from({**FIRST, "leaves": [leave], "spells": [{"from": "2026-01-12", "until": "2026-03-02"}]})
    )
    assert found.obligation("problem-analysis").due == date(2026, 2, 23)


def test_elapsed_days_count_the_first_day_and_leave_out_a_gap() -> None:
    spells = [{"from": "2026-01-12", "until": "2026-03-02"}, {"from": "2026-03-09"}]
    facts = facts_from({**FIRST, "spells": spells})
    assert timetable(facts, date(2026, 1, 12)).clocks.wage.elapsed_days == 1
    assert timetable(facts, date(2026, 3, 5)).clocks.wage.elapsed_days == 49
    assert timetable(facts, date(2026, 3, 9)).clocks.wage.elapsed_days == 50


def test_two_employers_have_clocks_of_their_own() -> None:
    first = timetable(facts_from({"first_sick_day": "2017-03-21"}))
    second = timetable(facts_from({"first_sick_day": "2017-04-08"}))
    assert first.clocks.wia.last_day != second.clocks.wia.last_day
    assert first.clocks.wia.start == date(2017, 3, 21)


def test_a_first_day_that_was_not_checked_makes_every_date_uncertain() -> None:
    result = timetable(facts_from({**FIRST, "first_day_basis": "not_checked"}))
    assert all("first-day-not-checked" in [d.id for d in row.uncertain] for row in result.obligations)
    assert all("first-day-not-checked" in [d.id for d in clock.uncertain] for clock in result.clocks)


def test_a_birth_date_far_from_pension_age_raises_no_doubt() -> None:
    young = timetable(facts_from({**FIRST, "person": {"birth_date": "1985-06-30"}}))
    assert not any("aow" in doubt.id for row in young.obligations for doubt in row.uncertain)


def test_pension_age_worked_out_from_the_birth_date_is_marked() -> None:
    found = row("plan-of-action", person={"birth_date": "1960-01-31"})
    assert "aow-from-birth" in [doubt.id for doubt in found.uncertain]
    older = timetable(facts_from({**FIRST, "person": {"birth_date": "1960-01-31"}}))
    assert older.clocks.wage.last_day == date(2027, 3, 13)


def test_a_pension_age_not_yet_set_by_law_is_told() -> None:
    late = row("plan-of-action", first_sick_day="2030-01-07", person={"birth_date": "1965-01-31"})
    assert "aow-unknown" in [doubt.id for doubt in late.uncertain]


def test_a_short_interruption_is_told_without_a_cause() -> None:
    spells = [{"from": "2026-01-12", "until": "2026-03-02"}, {"from": "2026-03-16"}]
    leave = {"from": "2026-03-02", "until": "2026-03-16"}
    found = timetable(facts_from({**FIRST, "spells": spells, "leaves": [leave]})).clocks.wia
    assert found.last_day == date(2028, 1, 23)
    assert all("horen bij elkaar" not in step.text.nl for step in found.because)


def test_a_new_case_after_a_gap_is_not_laid_at_the_doctors_door() -> None:
    spells = [{"from": "2026-01-12", "until": "2026-03-02"}, {"from": "2026-06-01"}]
    found = timetable(facts_from({**FIRST, "spells": spells}))
    assert found.case.new_case
    assert "bedrijfsarts" not in found.case.why_public.nl + found.clocks.wage.because_public[0].text.nl


def test_a_clock_that_an_answer_set_says_only_that_the_doctor_set_it() -> None:
    leave = {"from": "2026-03-02", "until": "2026-06-22", "same_cause": "yes", "related_to_birth": "yes"}
    clocks = timetable(facts_from({**FIRST, "leaves": [leave]})).clocks
    assert clocks.dismissal_ban.start == date(2026, 6, 22)
    for clock in (clocks.wage, clocks.dismissal_ban):
        assert clock.because_public[0].text.nl.startswith("Volgens de bedrijfsarts")


@pytest.mark.parametrize(
    ("first", "born"),
    [("2023-02-06", "1963-05-01"), ("2024-09-02", "1970-05-01"), ("2026-01-12", "1963-05-01")],
)
def test_the_measure_for_people_over_sixty_is_not_told_outside_its_windows_or_to_the_young(
    first: str, born: str
) -> None:
    found = row(
        "wia-application", first_sick_day=first, person={"birth_date": born, "aow_date": "2032-05-01"}
    )
    assert "sixty-plus" not in [doubt.id for doubt in found.uncertain]
    assert not any("60 jaar" in step.text.nl for step in found.because)


def test_the_measure_for_people_over_sixty_moves_no_date_and_names_its_source() -> None:
    person = {"birth_date": "1963-05-01", "aow_date": "2032-05-01"}
    found = row("wia-application", first_sick_day="2024-09-02", person=person)
    without = row("wia-application", first_sick_day="2024-09-02")
    named = {source.id for step in found.because for source in step.sources if not source.confirmed}
    assert found.due == without.due
    assert named == {"sixty-plus-2025"}


def test_a_reason_for_the_second_track_tells_the_last_day_and_the_signal() -> None:
    found = row("second-track-start", early_signal_on="2026-09-01")
    told = " ".join(step.text.nl for step in found.because_public)
    assert "uiterlijk 21 februari 2027" in told
    assert "rond 1 september 2026" in told


def test_a_second_track_that_did_not_begin_after_a_signal_is_not_late_before_its_last_day() -> None:
    assert row("second-track-start", "2027-01-09", early_signal_on="2026-09-01").status == "coming"
    assert row("second-track-start", "2027-02-21", early_signal_on="2026-09-01").status == "due"
    assert row("second-track-start", "2027-02-22", early_signal_on="2026-09-01").status == "overdue"


def test_a_number_of_days_is_said_once_and_weeks_stand_beside_it_only_where_they_help() -> None:
    facts = facts_from({"first_sick_day": "2026-01-12", "employment": {"kind": "temp_agency"}})
    said = [step.text.nl for row in timetable(facts).obligations for step in row.because]
    assert any("294 dagen erbij (42 weken)" in text for text in said)
    assert not [text for text in said if re.search(r"(\d+) dagen[^(]*\(\1 dag", text)]
