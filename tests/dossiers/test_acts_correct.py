"""Correcting an earlier fact: effective in the past, all dates follow, and the old value stays readable."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from spoorboek.dossiers import journal, moved, preview
from spoorboek.dossiers.acts.covered import record_for_uwv
from spoorboek.dossiers.acts.decisions import Content, record_decision
from spoorboek.dossiers.acts.facts import correct_fact, remove_fact
from spoorboek.dossiers.acts.leave import register_leave
from spoorboek.dossiers.acts.milestones import record_milestone
from spoorboek.dossiers.acts.sickness import record_partial_return, report_recovery, report_sick_again
from spoorboek.dossiers.correctable import BY_KEY, KINDS
from spoorboek.dossiers.models import Agreement, Decision, Dossier, JournalEntry, Spell
from spoorboek.dossiers.refusals import Refused, Stale
from spoorboek.people.actor import acting_as
from tests.builders import Company, actor, days_ago
from tests.dossiers.stages import stored_dates

FIRST, SPELL, HOURS = BY_KEY["first-day"], BY_KEY["spell"], BY_KEY["hours"]


@pytest.fixture(scope="module")
def company(django_db_setup: None) -> Company:
    return Company()


def full(company: Company) -> Dossier:
    """A dossier with at least one fact of every kind."""
    dossier, manager = company.dossier(days_ago(200)), actor(company.case_manager)
    with acting_as(manager):
        record_partial_return(manager, dossier.pk, days_ago(150), Decimal(8))
        report_recovery(manager, dossier.pk, days_ago(120))
        report_sick_again(manager, dossier.pk, days_ago(110))
        register_leave(manager, dossier.pk, days_ago(-20), days_ago(-120))
        record_milestone(manager, dossier.pk, "early-signal", days_ago(30))
        record_decision(manager, dossier.pk, Decision.Kind.EXTENSION, Content(days_ago(10), None, 8))
        record_for_uwv(manager, dossier.pk, days_ago(60))
        Agreement.objects.create(
            dossier=dossier, key="plan-of-action", agreed_on=days_ago(160), due=days_ago(140),
            reason=Agreement.Reason.TOGETHER, for_employer=company.supervisor.account,
        )  # fmt: skip
    return dossier


def a_little_different(values: dict[str, Any]) -> dict[str, Any]:
    """The same fact with an hour less, or else its first day one day earlier."""
    if "hours" in values:
        return {**values, "hours": values["hours"] - 1}
    first = next(name for name, value in values.items() if hasattr(value, "isoformat"))
    return {**values, first: values[first] - timedelta(days=1)}


def test_an_earlier_first_day_moves_every_date_and_keeps_the_old_one_in_the_journal(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(50)), actor(company.case_manager)
    with acting_as(manager):
        before = Dossier.objects.get(pk=dossier.pk).route.clocks["wage"]["last_day"]
        correct_fact(
            manager, dossier.pk, FIRST, "1", {"first_sick_day": days_ago(57)}, "found_in_records", version=1
        )
        now = Dossier.objects.select_related("route").get(pk=dossier.pk)
        entry = JournalEntry.objects.filter(dossier=dossier).latest("sequence")
        payload = moved.payload_of(entry)
        assert journal.breaks(dossier.pk) == []
    assert before == (days_ago(50) + timedelta(days=727)).isoformat()
    assert now.route.clocks["wage"]["last_day"] == (days_ago(57) + timedelta(days=727)).isoformat()
    assert now.version == 2
    assert payload["reason"] == "found_in_records"
    assert payload["changes"] == [
        {"fact": "first_sick_day", "old": days_ago(50).isoformat(), "new": days_ago(57).isoformat()}
    ]
    rows = {row.key: row for row in moved.shown(payload)}
    assert {"wage", "wia", "dismissal_ban", "problem-analysis", "report-42-weeks"} <= set(rows)
    assert all(row.why for row in rows.values())
    assert rows["wage"].days == -7


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_every_kind_of_fact_can_be_corrected_and_its_old_value_stays(company: Company, kind: Any) -> None:
    dossier, manager = full(company), actor(company.case_manager)
    with acting_as(manager):
        fact = kind.facts(Dossier.objects.get(pk=dossier.pk))[-1]
        values = a_little_different(fact.values)
        correct_fact(manager, dossier.pk, kind, fact.row, values, "typing_mistake")
        entry = JournalEntry.objects.filter(dossier=dossier).latest("sequence")
        changes = moved.payload_of(entry)["changes"]
        again = kind.find(Dossier.objects.get(pk=dossier.pk), fact.row)
        assert journal.breaks(dossier.pk) == []
    assert again is not None
    assert again.values == values
    assert len(changes) == 1
    assert changes[0]["old"] is not None


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_what_never_was_can_be_taken_back_where_the_road_allows_it(company: Company, kind: Any) -> None:
    dossier, manager = full(company), actor(company.case_manager)
    with acting_as(manager):
        fact = kind.facts(Dossier.objects.get(pk=dossier.pk))[-1]
        if fact.removable:
            remove_fact(manager, dossier.pk, kind, fact.row, "did_not_happen")
            assert kind.find(Dossier.objects.get(pk=dossier.pk), fact.row) is None
        else:
            with pytest.raises(Refused, match="alleen anders"):
                remove_fact(manager, dossier.pk, kind, fact.row, "did_not_happen")


def test_a_reason_comes_from_the_list_and_nothing_changed_is_said(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(50)), actor(company.case_manager)
    with acting_as(manager):
        with pytest.raises(Refused) as refusal:
            correct_fact(
                manager,
                dossier.pk,
                FIRST,
                "1",
                {"first_sick_day": days_ago(51)},
                "hij was al langer grieperig",
            )
        with pytest.raises(Refused, match="niets veranderd"):
            correct_fact(manager, dossier.pk, FIRST, "1", {}, "typing_mistake")
    assert refusal.value.field == "reason"


def test_a_recovery_moved_28_days_before_the_next_spell_counts_from_a_new_first_day(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(90)), actor(company.case_manager)
    with acting_as(manager):
        report_recovery(manager, dossier.pk, days_ago(60))
        report_sick_again(manager, dossier.pk, days_ago(33))
        first = dossier.spells.first()
        assert first is not None
        values = {"starts": first.starts, "ends": days_ago(61)}
        correct_fact(manager, dossier.pk, SPELL, str(first.pk), values, "known_later")
        case = Dossier.objects.get(pk=dossier.pk).route.case
    assert case["new_case"] is True
    assert case["first_sick_day"] == days_ago(33).isoformat()


def test_spells_never_overlap_and_only_the_last_may_run(company: Company) -> None:
    dossier, manager = full(company), actor(company.case_manager)
    with acting_as(manager):
        first, second = Spell.objects.filter(dossier=dossier)
        for row, values, field in (
            (first, {"starts": first.starts, "ends": None}, "ends"),
            (first, {"starts": first.starts, "ends": days_ago(100)}, "starts"),
            (second, {"starts": days_ago(130), "ends": None}, "starts"),
            (second, {"starts": second.starts, "ends": second.starts}, "ends"),
            (first, {"starts": days_ago(201), "ends": first.ends}, "starts"),
            (second, {"starts": days_ago(-1), "ends": None}, "starts"),
        ):
            with pytest.raises(Refused) as refusal:
                correct_fact(manager, dossier.pk, SPELL, str(row.pk), values, "typing_mistake")
            assert refusal.value.field == field


def test_a_later_first_day_may_not_leave_hours_or_steps_before_it(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(50)), actor(company.case_manager)
    with acting_as(manager):
        record_partial_return(manager, dossier.pk, days_ago(45), Decimal(8))
        with pytest.raises(Refused) as refusal:
            correct_fact(manager, dossier.pk, FIRST, "1", {"first_sick_day": days_ago(40)}, "typing_mistake")
    assert refusal.value.field == "first_sick_day"


def test_hours_are_corrected_inside_a_spell_and_within_the_contract_only(company: Company) -> None:
    dossier, manager = full(company), actor(company.case_manager)
    with acting_as(manager):
        row = str(dossier.resumed_hours.get().pk)
        for values, field in (
            ({"since": days_ago(115)}, "since"),
            ({"since": days_ago(-1)}, "since"),
            ({"hours": Decimal(40)}, "hours"),
        ):
            with pytest.raises(Refused) as refusal:
                correct_fact(manager, dossier.pk, HOURS, row, values, "typing_mistake")
            assert refusal.value.field == field


def test_a_correction_read_before_someone_elses_hands_back_both(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(50)), actor(company.case_manager)
    supervisor = actor(company.supervisor)
    with acting_as(supervisor):
        correct_fact(supervisor, dossier.pk, FIRST, "1", {"first_sick_day": days_ago(52)}, "known_later", 1)
    with acting_as(manager), pytest.raises(Stale) as stale:
        correct_fact(manager, dossier.pk, FIRST, "1", {"first_sick_day": days_ago(51)}, "known_later", 1)
    assert stale.value.current == {"first_sick_day": days_ago(52), "basis": "no_work"}


def test_a_preview_tells_what_would_move_and_keeps_nothing(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(50)), actor(company.case_manager)
    with acting_as(manager):
        before, entries = stored_dates(dossier), dossier.journal.count()
        rows = preview.would_move(
            dossier,
            lambda: correct_fact(
                manager, dossier.pk, FIRST, "1", {"first_sick_day": days_ago(52)}, "known_later"
            ),
        )
        assert rows[0].days == -2
        assert stored_dates(dossier) == before
        assert dossier.journal.count() == entries
        assert Dossier.objects.get(pk=dossier.pk).version == 1
        assert journal.breaks(dossier.pk) == []
