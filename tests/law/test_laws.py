"""Laws that hold for every set of facts."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from spoorboek.law import Facts, current_rulebook, facts_from, replay, timetable
from spoorboek.law.counterfactuals import changes
from spoorboek.law.worlds import find
from tests.law.strategies import examples, facts, first_days

CALENDAR_RULES = {"uwv-report-4-days", "uwv-report-6-weeks", "uwv-report-own-risk-bearer"}
DAY = timedelta(days=1)


@examples(33)
@given(first_days, st.integers(1, 400))
def test_shifting_the_first_day_shifts_every_date_by_as_many_days_where_no_calendar_rule_applies(
    first: date, days: int
) -> None:
    book = current_rulebook()
    before = find(Facts(first_sick_day=first), book)
    after = find(Facts(first_sick_day=first + days * DAY), book)
    for key in ("wage", "wia"):
        last = before.clocks[key].last_day
        assert last is not None
        assert after.clocks[key].last_day == last + days * DAY
    for at, dated in before.obligations.items():
        if at[0] not in CALENDAR_RULES and dated.due:
            assert after.obligations[at].due == dated.due + days * DAY


@examples(50)
@given(first_days, st.integers(1, 700), st.integers(1, 27))
def test_a_gap_under_28_days_never_makes_a_wage_date_earlier(first: date, sick: int, gap: int) -> None:
    book = current_rulebook()
    fit = first + sick * DAY
    spells = [{"from": first, "until": fit}, {"from": fit + gap * DAY}]
    before = find(Facts(first_sick_day=first), book)
    after = find(facts_from({"first_sick_day": first, "spells": spells}), book)
    for key, end in before.clocks.items():
        later = after.clocks[key].last_day
        assert end.last_day is not None
        assert later is not None
        assert later - end.last_day == gap * DAY
    for at, dated in before.obligations.items():
        moved = after.obligations[at].due
        assert dated.due is None or (moved is not None and moved >= dated.due)


@examples(66)
@given(facts())
def test_the_steps_of_a_reason_lead_to_its_date(given_facts: Facts) -> None:
    result = timetable(given_facts, given_facts.first_sick_day)
    for clock in result.clocks:
        if clock.last_day:
            assert replay(clock.because) == replay(clock.because_public) == clock.last_day
    for row in result.obligations:
        if row.due or row.practice:
            assert replay(row.because) == replay(row.because_public) == (row.due or row.practice), row.key


@examples(25)
@given(facts())
def test_what_would_move_a_date_comes_true_when_it_is_changed(given_facts: Facts) -> None:
    result = timetable(given_facts)
    wia = find(given_facts, current_rulebook()).frame.wia
    assume(wia is not None)
    assert wia is not None
    made = changes(given_facts, wia.start, wia.date_at(727))
    again = {change.id: find(change.facts, current_rulebook()).obligations for change in made}
    for row in result.obligations:
        for entry in row.would_move_if:
            assert entry.due != row.due
            rerun = again[entry.id].get((row.key, row.ordinal))
            assert (rerun.due if rerun else None) == entry.due


@examples(33)
@given(facts())
def test_a_change_gives_facts_that_could_have_been_given(given_facts: Facts) -> None:
    wia = find(given_facts, current_rulebook()).frame.wia
    assume(wia is not None)
    assert wia is not None
    for change in changes(given_facts, wia.start, wia.date_at(727)):
        facts_from(change.facts.model_dump(mode="json", by_alias=True))


@examples(50)
@given(facts(), st.integers(0, 900))
def test_a_practice_date_is_never_overdue(given_facts: Facts, days: int) -> None:
    result = timetable(given_facts, given_facts.first_sick_day + days * DAY)
    for row in result.obligations:
        assert row.due is not None or row.status != "overdue"
        assert row.status != "unknown" or row.uncertain
        assert row.status != "not_applicable" or row.due is None


@examples(33)
@given(facts())
def test_the_same_facts_always_give_the_same_timetable(given_facts: Facts) -> None:
    again = facts_from(given_facts.model_dump(mode="json", by_alias=True))
    assert timetable(again, date(2026, 1, 1)) == timetable(given_facts, date(2026, 1, 1))


@examples(33)
@given(facts())
def test_each_key_and_number_appears_once(given_facts: Facts) -> None:
    found = [(row.key, row.ordinal) for row in timetable(given_facts).obligations]
    assert len(found) == len(set(found))
