"""Steps: done on a day, corrected, another date agreed together."""

from datetime import timedelta

import pytest

from spoorboek.dossiers import journal
from spoorboek.dossiers.acts.steps import agree_date, correct_done, mark_done
from spoorboek.dossiers.models import Agreement, Dossier, Obligation
from spoorboek.dossiers.refusals import Refused, Stale
from spoorboek.people.actor import acting_as
from tests.builders import Company, actor, days_ago, today
from tests.dossiers.cast import Cast, cast


@pytest.fixture(scope="module")
def company(django_db_setup: None) -> Company:
    return Company()


def step(here: Cast, key: str, ordinal: int = 0) -> Obligation:
    with acting_as(here.manager):
        return Obligation.objects.get(dossier=here.dossier, key=key, ordinal=ordinal)


def test_the_analysis_date_moves_the_plan_to_two_weeks_later(company: Company) -> None:
    here = cast(company, 40)
    doctor = actor(company.doctor)
    with acting_as(doctor):
        mark_done(doctor, here.dossier.pk, "problem-analysis", days_ago(5))
    assert step(here, "problem-analysis").done == days_ago(5)
    assert step(here, "plan-of-action").statutory == days_ago(5) + timedelta(days=14)


def test_a_step_is_done_on_a_day_between_the_first_sick_day_and_today(company: Company) -> None:
    here = cast(company, 40)
    with acting_as(here.manager):
        for day in (today() + timedelta(days=1), days_ago(41)):
            with pytest.raises(Refused) as refusal:
                mark_done(here.manager, here.dossier.pk, "plan-of-action", day)
            assert refusal.value.field == "done_on"


def test_marking_a_done_step_again_points_to_the_correction(company: Company) -> None:
    here = cast(company)
    with acting_as(here.manager):
        mark_done(here.manager, here.dossier.pk, "plan-of-action", days_ago(2))
        with pytest.raises(Refused, match="verbeteren"):
            mark_done(here.manager, here.dossier.pk, "plan-of-action", days_ago(1))


def test_a_corrected_date_keeps_the_old_one_in_the_journal_with_the_reason(company: Company) -> None:
    here = cast(company, 40)
    with acting_as(here.manager):
        mark_done(here.manager, here.dossier.pk, "problem-analysis", days_ago(5))
        correct_done(here.manager, here.dossier.pk, "problem-analysis", days_ago(6), "typing")
        said = list(journal.opened_payloads(here.dossier.pk).values())[-1]
        assert said["why"] == "typing"
        assert said["changes"] == [
            {"fact": "done_on", "old": days_ago(5).isoformat(), "new": days_ago(6).isoformat()}
        ]
        correct_done(here.manager, here.dossier.pk, "problem-analysis", None, "not_happened")
        assert journal.breaks(here.dossier.pk) == []
    assert step(here, "problem-analysis").done is None


def test_evaluations_are_counted_in_order_of_their_day(company: Company) -> None:
    here = cast(company, 120)
    with acting_as(here.manager):
        mark_done(here.manager, here.dossier.pk, "progress-evaluation", days_ago(10))
        mark_done(here.manager, here.dossier.pk, "progress-evaluation", days_ago(50), 1)
        with pytest.raises(Refused, match="andere dag"):
            mark_done(here.manager, here.dossier.pk, "progress-evaluation", days_ago(50), 2)
    assert step(here, "progress-evaluation", 0).done == days_ago(50)
    assert step(here, "progress-evaluation", 1).done == days_ago(10)
    with acting_as(here.manager):
        correct_done(here.manager, here.dossier.pk, "progress-evaluation", None, "not_happened", 0)
    assert step(here, "progress-evaluation", 0).done == days_ago(10)


def test_a_decision_of_uwv_is_more_than_a_date(company: Company) -> None:
    here = cast(company)
    with acting_as(here.manager), pytest.raises(Refused, match="besluit"):
        mark_done(here.manager, here.dossier.pk, "sanction-decision", today())


def agreed(here: Cast, key: str = "plan-of-action", **other: object) -> None:
    said = {
        "due": today() + timedelta(days=60),
        "reason": Agreement.Reason.WAITING,
        "for_employer": here.company.supervisor.pk,
        "employee_agrees": True,
    }
    agree_date(here.manager, here.dossier.pk, key, **(said | other))  # type: ignore[arg-type]


def test_an_agreed_date_names_both_parties_and_a_reason_and_shows_beside_the_statutory_one(
    company: Company,
) -> None:
    here = cast(company)
    with acting_as(here.manager):
        agreed(here)
        row = Agreement.objects.get(dossier=here.dossier)
        said = list(journal.opened_payloads(here.dossier.pk).values())[-1]
    assert row.for_employer_id == company.supervisor.pk
    assert (said["reason"], said["employer"]) == ("waiting_for_third_party", company.supervisor.name)
    found = step(here, "plan-of-action")
    assert found.agreed == today() + timedelta(days=60)
    assert found.statutory is not None
    assert found.statutory != found.agreed


@pytest.mark.parametrize("key", ["report-42-weeks", "wia-application", "riv-to-employee"])
def test_nobody_deviates_from_a_hard_deadline_together(company: Company, key: str) -> None:
    here = cast(company)
    with acting_as(here.manager), pytest.raises(Refused, match="niet samen afwijken"):
        agreed(here, key)


def test_an_agreement_needs_the_employee_a_party_of_the_employer_and_a_day_to_come(company: Company) -> None:
    here = cast(company)
    wrong = {
        "employee_agrees": False,
        "for_employer": company.doctor.pk,
        "due": days_ago(1),
        "reason": "zomaar",
    }
    with acting_as(here.manager):
        for field, value in wrong.items():
            with pytest.raises(Refused) as refusal:
                agreed(here, **{field: value})
            assert refusal.value.field == field


def test_a_form_read_before_somebody_elses_change_is_compared_field_by_field(company: Company) -> None:
    here = cast(company)
    read_at = here.fresh().version
    supervisor = actor(company.supervisor)
    with acting_as(supervisor):
        mark_done(supervisor, here.dossier.pk, "plan-of-action", days_ago(3), version=read_at)
    with acting_as(here.manager), pytest.raises(Stale) as refusal:
        mark_done(here.manager, here.dossier.pk, "plan-of-action", days_ago(2), version=read_at)
    assert refusal.value.current == {"done_on": days_ago(3)}


def test_an_unknown_step_says_where_to_look(company: Company) -> None:
    here = cast(company)
    with acting_as(here.manager):
        for key in ("bestaat-niet", "bekorting-decision"):
            with pytest.raises(Refused, match="niet \\(meer\\) op de route"):
                mark_done(here.manager, here.dossier.pk, key, today())
        assert Dossier.objects.get(pk=here.dossier.pk).version == here.dossier.version
