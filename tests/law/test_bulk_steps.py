"""What is stored of each step comes out the same for many rows at once as for one."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from spoorboek.law import Facts, Rulebook, current_rulebook, dates, facts_from
from spoorboek.law.bulk.steps import covered_from, fits, steps_of
from spoorboek.law.dates import StepDates
from tests.law.strategies import examples, fact_data, known_answers


@st.composite
def stored_facts(draw: st.DrawFn) -> Facts:
    """Facts as a dossier has them: done steps and agreed dates too, of this case and of an earlier one."""
    data = draw(fact_data(known_answers))
    first = date.fromisoformat(data["first_sick_day"])

    def day() -> str:
        return (first + timedelta(days=draw(st.integers(-30, 800)))).isoformat()

    keys = st.sampled_from(["report-42-weeks", "wia-application", "plan-of-action", "uwv-report-6-weeks"])
    data["done"] = [{"key": draw(keys), "done_on": day()} for _ in range(draw(st.integers(0, 3)))]
    data["joint_deviations"] = [
        {"key": draw(keys), "agreed_on": day(), "due": day(), "reason": "x"}
        for _ in range(draw(st.integers(0, 2)))
    ]
    for spell in data.get("spells", ()):
        spell.pop("caused_by_pregnancy", None)
    return facts_from(data)


def one_by_one(facts: Facts, book: Rulebook) -> tuple[dict[tuple[str, int], StepDates], object]:
    found = dates(facts, book)
    return {(row.key, row.ordinal): row for row in found.steps if row.applies is not False}, found.last_days


@examples(150)
@given(st.lists(stored_facts(), min_size=1, max_size=8))
def test_many_rows_at_once_store_what_one_row_does(rows: list[Facts]) -> None:
    book = current_rulebook()
    rows = [row for row in rows if fits(row, book)]
    if not rows:
        return
    for facts, found in zip(rows, steps_of(rows, book), strict=True):
        if found is None:
            continue
        steps, clocks = one_by_one(facts, book)
        assert {(row.key, row.ordinal): row for row in found.steps} == steps
        assert found.last_days == clocks


def test_facts_from_before_a_rule_began_go_the_single_way() -> None:
    book = current_rulebook()
    begins = date(2020, 1, 1)
    rules = [
        rule.model_copy(update={"applies_if": rule.applies_if.model_copy(update={"first_day_from": begins})})
        if rule.key == "report-42-weeks"
        else rule
        for rule in book.rules
    ]
    changed = book.model_copy(update={"rules": tuple(rules), "version": "from-2020"})
    assert covered_from(changed) == begins
    assert fits(facts_from({"first_sick_day": begins}), changed)
    assert not fits(facts_from({"first_sick_day": begins - timedelta(days=1)}), changed)
    assert fits(facts_from({"first_sick_day": begins - timedelta(days=1)}), book)


def test_an_unanswered_medical_question_goes_the_single_way() -> None:
    facts = facts_from(
        {
            "first_sick_day": "2026-01-12",
            "spells": [{"from": "2026-01-12", "until": "2026-03-02"}, {"from": "2026-06-22"}],
            "leaves": [{"kind": "wazo", "from": "2026-03-02", "until": "2026-06-22"}],
        }
    )
    assert not fits(facts, current_rulebook())
