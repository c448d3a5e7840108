"""Hours worked over time: steps from facts, never a percentage."""

from datetime import date
from decimal import Decimal

from spoorboek.dossiers.acts import sickness
from spoorboek.dossiers.hours_chart import Step, hours_chart, steps_of_hours
from spoorboek.dossiers.models import Dossier
from spoorboek.people.actor import acting_as
from tests.builders import Company, actor, days_ago, today


def worked(company: Company, dossier: Dossier, until: date | None = None) -> tuple[Step, ...]:
    with acting_as(actor(company.case_manager)):
        return steps_of_hours(dossier, until or today())


def test_sick_without_work_is_one_step_of_no_hours() -> None:
    company = Company()
    [step] = worked(company, company.dossier(days_ago(30)))
    assert (step.starts, step.until, step.hours, step.contract) == (days_ago(30), None, 0, 32)


def test_each_change_of_hours_begins_a_step_that_ends_the_day_before_the_next() -> None:
    company = Company()
    dossier, manager = company.dossier(days_ago(60)), actor(company.case_manager)
    with acting_as(manager):
        sickness.record_partial_return(manager, dossier.pk, days_ago(40), Decimal(4))
        sickness.record_partial_return(manager, dossier.pk, days_ago(20), Decimal("7.5"))
    steps = worked(company, dossier)
    assert [step.hours for step in steps] == [0, 4, Decimal("7.5")]
    assert steps[1].last_day == days_ago(21)


def test_recovery_brings_back_the_contract_and_being_sick_again_takes_it_away() -> None:
    company = Company()
    dossier, manager = company.dossier(days_ago(60)), actor(company.case_manager)
    with acting_as(manager):
        sickness.record_partial_return(manager, dossier.pk, days_ago(50), Decimal(8))
        sickness.report_recovery(manager, dossier.pk, days_ago(30))
        sickness.report_sick_again(manager, dossier.pk, days_ago(20))
    assert [step.hours for step in worked(company, dossier)] == [0, 8, 32, 0]


def test_the_chart_reaches_up_to_the_contract() -> None:
    company = Company()
    dossier, manager = company.dossier(days_ago(60)), actor(company.case_manager)
    with acting_as(manager):
        sickness.record_partial_return(manager, dossier.pk, days_ago(50), Decimal(8))
    chart = hours_chart(worked(company, dossier), today())
    assert chart.maximum == 32
    assert [point.value for point in chart.points] == [0, 8]
