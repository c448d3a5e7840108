"""Every act that enters or corrects a fact, tried by every role and by everyone outside the dossier."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from spoorboek.dossiers import journal
from spoorboek.dossiers.acts import contract, decisions, ending, facts, leave, milestones, sickness
from spoorboek.dossiers.correctable import BY_KEY
from spoorboek.dossiers.medical.models import Answer
from spoorboek.dossiers.models import Decision, Dossier, Leave
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.policy import Role
from tests.builders import Company, days_ago
from tests.dossiers.cast import Cast

Try = Callable[[Dossier, Actor], object]
EMPLOYER = (Role.CASE_MANAGER, Role.SUPERVISOR)
OFFICE = (Role.CASE_MANAGER,)
DOCTOR = (Role.COMPANY_DOCTOR,)
UNKNOWN = dict.fromkeys(leave.SAFETY_NETS, Answer.UNKNOWN)

ACTS: dict[str, tuple[tuple[Role, ...], Try]] = {
    "partial return": (
        EMPLOYER, lambda d, who: sickness.record_partial_return(who, d.pk, days_ago(3), Decimal(8)),
    ),
    "recovery": (EMPLOYER, lambda d, who: sickness.report_recovery(who, d.pk, days_ago(1))),
    "short absence": (EMPLOYER, lambda d, who: sickness.close_short_absence(who, d.pk, days_ago(1))),
    "withdraw": (EMPLOYER, lambda d, who: sickness.withdraw_report(who, d.pk)),
    "leave": (OFFICE, lambda d, who: leave.register_leave(who, d.pk, days_ago(5), days_ago(-80))),
    "statement on leave": (
        DOCTOR, lambda d, who: leave.state_on_leave(who, d.pk, a_leave(d), Answer.YES, Answer.NO),
    ),
    "safety net": (DOCTOR, lambda d, who: leave.state_safety_net(who, d.pk, UNKNOWN)),
    "sanction": (
        OFFICE,
        lambda d, who: decisions.record_decision(
            who, d.pk, Decision.Kind.SANCTION, decisions.Content(decided_on=days_ago(1), weeks=52)
        ),
    ),
    "early signal": (
        (Role.CASE_MANAGER, Role.COMPANY_DOCTOR, Role.LABOUR_EXPERT),
        lambda d, who: milestones.record_milestone(who, d.pk, "early-signal", days_ago(1)),
    ),
    "second track": (
        (Role.CASE_MANAGER, Role.COACH, Role.LABOUR_EXPERT),
        lambda d, who: milestones.record_milestone(who, d.pk, "second-track-start", days_ago(1)),
    ),
    "contract hours": (
        OFFICE, lambda d, who: contract.change_contract_hours(who, d.pk, days_ago(1), Decimal(24)),
    ),
    "end of employment": (OFFICE, lambda d, who: ending.end_employment(who, d.pk, days_ago(-30))),
    "death": (EMPLOYER, lambda d, who: ending.report_death(who, d.pk, days_ago(1))),
    "correct the first day": (
        EMPLOYER,
        lambda d, who: facts.correct_fact(
            who, d.pk, BY_KEY["first-day"], "1", {"first_sick_day": days_ago(31)}, "typing_mistake"
        ),
    ),
    "correct the employment": (
        OFFICE,
        lambda d, who: facts.correct_fact(
            who, d.pk, BY_KEY["work"], "1", {"starts": days_ago(900)}, "known_later"
        ),
    ),
}  # fmt: skip


def a_leave(dossier: Dossier) -> int:
    found = Leave.objects.filter(dossier=dossier).first()
    return found.pk if found else 0


@pytest.fixture(scope="module")
def company(django_db_setup: None) -> Company:
    return Company()


def fresh_cast(company: Company, name: str) -> Cast:
    here = Cast(company, company.dossier(days_ago(30)))
    if name == "statement on leave":
        with acting_as(here.manager):
            leave.register_leave(here.manager, here.dossier.pk, days_ago(5), days_ago(-80))
    return here


@pytest.mark.parametrize("name", ACTS)
def test_only_these_roles_may_do_it_and_the_chain_holds(company: Company, name: str) -> None:
    roles, act = ACTS[name]
    here = fresh_cast(company, name)
    refused = [who for role, who in here.inside.items() if role not in roles] + list(here.outsiders.values())
    for who in refused:
        with acting_as(who), pytest.raises(NotYours):
            act(here.dossier, who)
    for role in roles:
        own = here if role is roles[0] else fresh_cast(company, name)
        with acting_as(own.inside[role]):
            act(own.dossier, own.inside[role])
            assert journal.breaks(own.dossier.pk) == []


@pytest.mark.parametrize("name", sorted(set(ACTS) - {"withdraw"}))
def test_a_closed_dossier_takes_nothing_more(company: Company, name: str) -> None:
    roles, act = ACTS[name]
    here = fresh_cast(company, name)
    with acting_as(here.manager):
        sickness.withdraw_report(here.manager, here.dossier.pk)
    with acting_as(here.inside[roles[0]]), pytest.raises(Refused, match="gesloten"):
        act(here.dossier, here.inside[roles[0]])
