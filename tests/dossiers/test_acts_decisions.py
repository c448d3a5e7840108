"""Decisions, moments and contract hours: what they move, and what cannot be."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from spoorboek.dossiers.acts.contract import change_contract_hours
from spoorboek.dossiers.acts.decisions import Content, record_decision
from spoorboek.dossiers.acts.facts import remove_fact
from spoorboek.dossiers.acts.milestones import record_milestone
from spoorboek.dossiers.acts.sickness import record_partial_return
from spoorboek.dossiers.correctable import BY_KEY
from spoorboek.dossiers.facts import facts_of
from spoorboek.dossiers.facts_stored import facts_of_one
from spoorboek.dossiers.models import Decision, Dossier
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import acting_as
from tests.builders import Company, actor, days_ago
from tests.signed_in import signed_in

Kind = Decision.Kind


@pytest.fixture(scope="module")
def company(django_db_setup: None) -> Company:
    return Company()


def test_a_sanction_moves_the_end_of_the_wage_by_its_weeks(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(720)), actor(company.case_manager)
    with acting_as(manager):
        content = Content(decided_on=days_ago(60), weeks=52)
        record_decision(manager, dossier.pk, Kind.SANCTION, content)
        wage = Dossier.objects.get(pk=dossier.pk).route.clocks["wage"]
    assert wage["last_day"] == (days_ago(720) + timedelta(days=727 + 364)).isoformat()


@pytest.mark.parametrize(
    ("kind", "content", "field"),
    [
        (Kind.SANCTION, Content(weeks=52), "decided_on"),
        (Kind.SANCTION, Content(decided_on=days_ago(1), weeks=53), "weeks"),
        (Kind.SANCTION, Content(decided_on=days_ago(-1), weeks=52), "decided_on"),
        (Kind.SANCTION, Content(decided_on=days_ago(999), weeks=52), "decided_on"),
        (Kind.SHORTENING, Content(received_on=days_ago(1)), ""),
        (Kind.EXTENSION, Content(received_on=days_ago(1)), "weeks"),
        (Kind.SHORTENED_WAIT, Content(weeks=30), "received_on"),
        (Kind.SHORTENED_WAIT, Content(received_on=days_ago(1), weeks=12), "weeks"),
    ],
)
def test_a_decision_that_cannot_be_is_refused_at_its_field(
    company: Company, kind: Decision.Kind, content: Content, field: str
) -> None:
    dossier, manager = company.dossier(days_ago(600)), actor(company.case_manager)
    with acting_as(manager), pytest.raises(Refused) as refusal:
        record_decision(manager, dossier.pk, kind, content)
    assert refusal.value.field == field


def test_a_second_decision_of_a_kind_is_a_correction_and_a_sanction_stays_while_its_shortening_stands(
    company: Company,
) -> None:
    dossier, manager = company.dossier(days_ago(800)), actor(company.case_manager)
    with acting_as(manager):
        record_decision(manager, dossier.pk, Kind.SANCTION, Content(decided_on=days_ago(150), weeks=52))
        record_decision(manager, dossier.pk, Kind.SHORTENING, Content(received_on=days_ago(20)))
        sanction = dossier.decisions.get(kind=Kind.SANCTION)
        with pytest.raises(Refused, match="Wijzig het bij de feiten"):
            record_decision(manager, dossier.pk, Kind.SANCTION, Content(decided_on=days_ago(9), weeks=9))
        with pytest.raises(Refused, match="bekortingsverzoek"):
            remove_fact(manager, dossier.pk, BY_KEY["decision"], str(sanction.pk), "did_not_happen")


@pytest.mark.parametrize("day", [days_ago(-1), days_ago(61)])
def test_a_moment_in_the_future_or_before_the_sickness_is_refused(company: Company, day: date) -> None:
    dossier, manager = company.dossier(days_ago(60)), actor(company.case_manager)
    with acting_as(manager), pytest.raises(Refused) as refusal:
        record_milestone(manager, dossier.pk, "early-signal", day)
    assert refusal.value.field == "done_on"


def test_a_moment_is_told_to_the_law(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(300)), actor(company.case_manager)
    with acting_as(manager):
        record_milestone(manager, dossier.pk, "early-signal", days_ago(20))
        record_milestone(manager, dossier.pk, "second-track-start", days_ago(10))
        known = facts_of(facts_of_one(dossier.pk))
        with pytest.raises(Refused, match="staat al"):
            record_milestone(manager, dossier.pk, "early-signal", days_ago(19))
    assert (known.early_signal_on, known.second_track_started_on) == (days_ago(20), days_ago(10))


def test_fewer_contract_hours_change_the_part_that_is_worked_from_that_day(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(100)), actor(company.case_manager)
    with acting_as(manager):
        record_partial_return(manager, dossier.pk, days_ago(10), Decimal(8))
        change_contract_hours(manager, dossier.pk, days_ago(20), Decimal(16))
        spell = facts_of(facts_of_one(dossier.pk)).spells[0]
    assert [step.percentage for step in spell.resumed] == [50]


def test_a_shortening_that_uwv_refused_moves_nothing_and_one_it_granted_does(company: Company) -> None:
    manager = actor(company.case_manager)
    last_days = {}
    for granted in (None, True, False):
        dossier = company.dossier(days_ago(800))
        with acting_as(manager):
            record_decision(manager, dossier.pk, Kind.SANCTION, Content(decided_on=days_ago(150), weeks=52))
            decided = None if granted is None else days_ago(20)
            asked = Content(received_on=days_ago(30), decided_on=decided, granted=granted)
            record_decision(manager, dossier.pk, Kind.SHORTENING, asked)
            last_days[granted] = Dossier.objects.get(pk=dossier.pk).route.clocks["wage"]["last_day"]
    assert last_days[False] == (days_ago(800) + timedelta(days=727 + 364)).isoformat()
    assert last_days[True] < last_days[False]


def test_an_outcome_needs_its_day_and_can_be_corrected_on_its_page(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(800)), actor(company.case_manager)
    with acting_as(manager):
        record_decision(manager, dossier.pk, Kind.SANCTION, Content(decided_on=days_ago(150), weeks=52))
        with pytest.raises(Refused) as refusal:
            record_decision(manager, dossier.pk, Kind.SHORTENING, Content(days_ago(30), granted=False))
        assert refusal.value.field == "decided_on"
        record_decision(
            manager, dossier.pk, Kind.SHORTENING, Content(days_ago(30), days_ago(20), granted=True)
        )
        row = dossier.decisions.get(kind=Kind.SHORTENING)
    page = signed_in(company.case_manager)
    address = f"/dossiers/{dossier.pk}/feiten/decision/{row.pk}/wijzigen/"
    shown = page.get(address).content.decode()
    assert '<option value="True" selected>toegekend</option>' in shown
    given = {
        "received_on": days_ago(30).isoformat(),
        "decided_on": days_ago(20).isoformat(),
        "weeks": "",
        "granted": "False",
        "reason": "typing_mistake",
        "version": "3",
    }
    assert page.post(address, given).status_code == 302
    with acting_as(manager):
        row.refresh_from_db()
        assert row.granted is False
