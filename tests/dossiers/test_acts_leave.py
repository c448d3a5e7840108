"""Leave, and what the company doctor states about it: it moves dates, and only doctor and client can read why."""

import json
from datetime import date, timedelta

import pytest

from spoorboek.dossiers import journal, overview
from spoorboek.dossiers.acts.facts import correct_fact, remove_fact
from spoorboek.dossiers.acts.leave import SAFETY_NETS, register_leave, state_on_leave, state_safety_net
from spoorboek.dossiers.acts.sickness import report_recovery, report_sick_again
from spoorboek.dossiers.cases import verdict
from spoorboek.dossiers.correctable import BY_KEY
from spoorboek.dossiers.explanation import full_traces
from spoorboek.dossiers.journal import opened_payloads
from spoorboek.dossiers.medical.models import Answer, LeaveStatement
from spoorboek.dossiers.medical.scope import medical_scope
from spoorboek.dossiers.models import (
    Covered,
    Dossier,
    JournalEntry,
    JournalPayload,
    Leave,
    Obligation,
    Opening,
)
from spoorboek.dossiers.reasons import Reason
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.policy import Layer
from tests.builders import Company, actor, client_of, days_ago
from tests.signed_in import signed_in


@pytest.fixture(scope="module")
def company(django_db_setup: None) -> Company:
    return Company()


def on_leave(company: Company) -> tuple[Dossier, Leave]:
    """Sick, then 112 days of leave that ended ten days ago, and sick on."""
    dossier, manager = company.dossier(days_ago(200)), actor(company.case_manager)
    with acting_as(manager):
        register_leave(manager, dossier.pk, days_ago(122), days_ago(11))
        return dossier, dossier.leaves.get()


def wage_end(who: Actor, dossier: Dossier) -> str | None:
    with acting_as(who):
        found: str | None = Dossier.objects.get(pk=dossier.pk).route.clocks["wage"]["last_day"]
    return found


def state(company: Company, dossier: Dossier, leave: Leave, cause: str, birth: str) -> None:
    doctor = actor(company.doctor)
    with acting_as(doctor):
        state_on_leave(doctor, dossier.pk, leave.pk, cause, birth)


def test_unknown_answers_give_no_date_and_a_stated_same_cause_adds_the_leave(company: Company) -> None:
    dossier, leave = on_leave(company)
    manager = actor(company.case_manager)
    assert wage_end(manager, dossier) is None
    state(company, dossier, leave, Answer.YES, Answer.NO)
    assert wage_end(manager, dossier) == (days_ago(200) + timedelta(days=727 + 112)).isoformat()


def test_another_cause_begins_a_new_count_after_the_leave(company: Company) -> None:
    dossier, leave = on_leave(company)
    state(company, dossier, leave, Answer.NO, Answer.NO)
    manager = actor(company.case_manager)
    assert wage_end(manager, dossier) == (days_ago(10) + timedelta(days=727)).isoformat()


def test_only_doctor_and_client_read_the_answers_and_the_journal_hides_them_from_others(
    company: Company,
) -> None:
    dossier, leave = on_leave(company)
    state(company, dossier, leave, Answer.YES, Answer.NO)
    for who, rows in ((actor(company.doctor), 1), (client_of(dossier), 1), (actor(company.case_manager), 0)):
        with acting_as(who), medical_scope():
            assert LeaveStatement.objects.filter(dossier_id=dossier.pk).count() == rows
    with acting_as(actor(company.case_manager)):
        entry = JournalEntry.objects.get(dossier=dossier, act="state_on_leave")
        assert entry.layer == "medical"
        assert not JournalPayload.objects.filter(pk=entry.pk).exists()
        assert journal.breaks(dossier.pk) == []


def test_the_statement_stays_with_leave_that_is_corrected_and_goes_with_leave_that_never_was(
    company: Company,
) -> None:
    dossier, leave = on_leave(company)
    state(company, dossier, leave, Answer.YES, Answer.NO)
    manager, kind = actor(company.case_manager), BY_KEY["leave"]
    with acting_as(manager):
        values = {"starts": days_ago(121), "last_day": days_ago(11)}
        correct_fact(manager, dossier.pk, kind, str(leave.pk), values, "typing_mistake")
    assert wage_end(manager, dossier) == (days_ago(200) + timedelta(days=727 + 111)).isoformat()
    with acting_as(manager):
        remove_fact(manager, dossier.pk, kind, str(leave.pk), "did_not_happen")
    assert wage_end(manager, dossier) == (days_ago(200) + timedelta(days=727)).isoformat()
    with acting_as(actor(company.doctor)), medical_scope():
        assert not LeaveStatement.objects.filter(dossier_id=dossier.pk).exists()


@pytest.mark.parametrize(
    ("starts", "last_day", "field"),
    [
        (days_ago(10), days_ago(20), "last_day"),
        (days_ago(300), days_ago(250), "last_day"),
        (days_ago(130), days_ago(100), "starts"),
        (days_ago(-400), days_ago(-500), "starts"),
        (days_ago(9), days_ago(-300), "last_day"),
    ],
)
def test_leave_that_cannot_be_is_refused_at_its_field(
    company: Company, starts: date, last_day: date, field: str
) -> None:
    dossier, _leave = on_leave(company)
    manager = actor(company.case_manager)
    with acting_as(manager), pytest.raises(Refused) as refusal:
        register_leave(manager, dossier.pk, starts, last_day)
    assert refusal.value.field == field


@pytest.mark.parametrize(
    ("answers", "covered"),
    [(("yes", "unknown", "no"), True), (("no", "no", "no"), False), (("no", "unknown", "no"), None)],
)
def test_the_employers_side_learns_only_whether_there_is_a_safety_net(
    company: Company, answers: tuple[str, ...], covered: bool | None
) -> None:
    dossier, doctor = company.dossier(days_ago(50)), actor(company.doctor)
    with acting_as(doctor):
        state_safety_net(doctor, dossier.pk, dict(zip(SAFETY_NETS, answers, strict=True)))
    with acting_as(actor(company.case_manager)):
        assert Covered.objects.get(pk=dossier.pk).by_safety_net is covered


def read_by(who: Actor, dossier: Dossier) -> str:
    """Everything the process layer keeps about the dates, as one text."""
    with acting_as(who):
        found = Dossier.objects.get(pk=dossier.pk)
        rows = [
            [
                row.key,
                row.ordinal,
                row.statutory,
                row.practice,
                row.next_on,
                row.applies,
                row.rule,
                row.explanation,
            ]
            for row in found.obligations.order_by("key", "ordinal")
        ]
        net = list(Covered.objects.filter(pk=dossier.pk).values_list("by_safety_net", flat=True))
        return json.dumps([net, rows, found.route.clocks, found.route.case], default=str)


@pytest.mark.parametrize("net", SAFETY_NETS)
def test_which_safety_net_it_is_changes_nothing_for_the_employers_side(company: Company, net: str) -> None:
    dossier, doctor, manager = (
        company.dossier(days_ago(50)),
        actor(company.doctor),
        actor(company.case_manager),
    )
    with acting_as(doctor):
        state_safety_net(doctor, dossier.pk, dict.fromkeys(SAFETY_NETS, "yes"))
    all_of_them = read_by(manager, dossier)
    with acting_as(doctor):
        state_safety_net(doctor, dossier.pk, dict.fromkeys(SAFETY_NETS, "no") | {net: "yes"})
    assert read_by(manager, dossier) == all_of_them


def test_the_doctor_reads_the_dismissal_ban_that_the_employers_side_does_not(company: Company) -> None:
    dossier, doctor = company.dossier(days_ago(50)), actor(company.doctor)
    known = dict.fromkeys(SAFETY_NETS, "no") | {"related_to_pregnancy": "yes"}
    with acting_as(doctor):
        state_safety_net(doctor, dossier.pk, known)
        found = Dossier.objects.get(pk=dossier.pk)
        [ban] = [row for row in overview.clocks(found, full_traces(found)) if row.name == "dismissal_ban"]
        assert ban.last_day is None
    with acting_as(actor(company.case_manager)):
        found = Dossier.objects.get(pk=dossier.pk)
        [ban] = [row for row in overview.clocks(found, full_traces(found)) if row.name == "dismissal_ban"]
        assert ban.last_day
        assert ban.is_uncertain


def test_a_page_with_medical_answers_is_in_who_looked_as_such(company: Company) -> None:
    for page in ("", "feiten/"):
        dossier = company.dossier(days_ago(50))
        signed_in(company.doctor).get(f"/dossiers/{dossier.pk}/{page}")
        signed_in(company.case_manager).get(f"/dossiers/{dossier.pk}/{page}")
        with acting_as(client_of(dossier)):
            medical = Opening.objects.filter(dossier=dossier, layer=Layer.MEDICAL)
            assert [row.account_id for row in medical] == [company.doctor.pk]


def test_sick_again_while_not_recovered_is_refused_with_the_next_step(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(50)), actor(company.case_manager)
    with acting_as(manager), pytest.raises(Refused, match="Meld eerst het herstel"):
        report_sick_again(manager, dossier.pk, days_ago(3))


def test_why_a_new_case_begins_reads_the_same_whatever_the_doctor_answered(company: Company) -> None:
    manager, doctor = actor(company.case_manager), actor(company.doctor)
    said = []
    for pregnancy in ("yes", "no"):
        dossier = company.dossier(days_ago(120))
        answers = dict.fromkeys(SAFETY_NETS, "no") | {"no_risk": "yes", "related_to_pregnancy": pregnancy}
        with acting_as(doctor):
            state_safety_net(doctor, dossier.pk, answers)
        with acting_as(manager):
            report_recovery(manager, dossier.pk, days_ago(60))
            said.append(verdict(dossier, days_ago(2)))
    assert [one.new_case for one in said] == [True, True]
    assert said[0].why == said[1].why


@pytest.mark.parametrize("who", ["coach", "labour_expert"])
def test_a_re_integration_company_reads_nothing_that_differs_with_a_safety_net(
    company: Company, who: str
) -> None:
    dossier, doctor = company.dossier(days_ago(50)), actor(company.doctor)
    manager, reader = actor(company.case_manager), actor(getattr(company, who))
    read = []
    for answer in ("yes", "no"):
        with acting_as(doctor):
            state_safety_net(doctor, dossier.pk, dict.fromkeys(SAFETY_NETS, "no") | {"no_risk": answer})
        with acting_as(manager):
            correct_fact(
                manager,
                dossier.pk,
                kind=BY_KEY["first-day"],
                row="1",
                reason=Reason.TYPING,
                values={"first_sick_day": days_ago(50 if answer == "no" else 52), "basis": "no_work"},
            )
            correct_fact(
                manager,
                dossier.pk,
                kind=BY_KEY["first-day"],
                row="1",
                reason=Reason.TYPING,
                values={"first_sick_day": days_ago(51), "basis": "no_work"},
            )
        with acting_as(reader):
            assert not Covered.objects.filter(pk=dossier.pk).exists()
            assert "uwv-report-6-weeks" not in json.dumps(list(opened_payloads(dossier.pk).values()))
        read.append(read_by(reader, dossier))
    assert read[0] == read[1]


def test_the_employers_side_still_reads_the_step_that_a_re_integration_company_does_not(
    company: Company,
) -> None:
    dossier, doctor = company.dossier(days_ago(50)), actor(company.doctor)
    with acting_as(doctor):
        state_safety_net(doctor, dossier.pk, dict.fromkeys(SAFETY_NETS, "yes"))
    keys = {}
    for who in ("case_manager", "supervisor", "coach", "labour_expert"):
        with acting_as(actor(getattr(company, who))):
            keys[who] = Obligation.objects.filter(dossier=dossier, key="uwv-report-6-weeks").exists()
    assert keys == {"case_manager": True, "supervisor": True, "coach": False, "labour_expert": False}
