"""Facts to stored dates: one dossier or many, as a cache of reasons beside them, and frozen when a dossier closes."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from spoorboek.dossiers import explanations, signals
from spoorboek.dossiers.acts import ending, sickness, steps
from spoorboek.dossiers.frozen import steps_on
from spoorboek.dossiers.models import Dossier, Explanations, JournalEntry, Obligation
from spoorboek.dossiers.projection import TIMETABLE, computed_changes, project, together
from spoorboek.dossiers.refusals import Refused
from spoorboek.dossiers.shown import steps_of
from spoorboek.law import current_rulebook
from spoorboek.people.actor import acting_as
from tests.builders import Company, actor, days_ago, today
from tests.dossiers.stages import after_leave, halfway, recovered, sanctioned, stored_dates


@pytest.fixture(scope="module")
def company(django_db_setup: None) -> Company:
    return Company()


@pytest.fixture
def told() -> Iterator[list[list[object]]]:
    """The ids that rooms above were told of, call by call."""
    heard: list[list[object]] = []

    def hear(dossiers: list[object], **_: object) -> None:
        heard.append(dossiers)

    signals.projected.connect(hear)
    yield heard
    signals.projected.disconnect(hear)


def fresh(dossier: Dossier) -> Dossier:
    with acting_as(TIMETABLE):
        return Dossier.objects.select_related("route").get(pk=dossier.pk)


def stored(dossier: Dossier) -> list[object]:
    with acting_as(TIMETABLE):
        return stored_dates(dossier)


def test_many_dossiers_at_once_get_the_dates_that_each_act_gave_them(company: Company) -> None:
    known = [halfway(company), after_leave(company), sanctioned(company)]
    before = [stored(one) for one in known]
    with acting_as(TIMETABLE):
        Obligation.objects.filter(dossier__in=known).update(statutory=None, next_on=None)
        Obligation.objects.filter(dossier__in=known, key="plan-of-action").delete()
    project([one.pk for one in known])
    assert [stored(one) for one in known] == before


def agreed(company: Company) -> Dossier:
    """Employer and employee agreed on another day for the plan."""
    dossier, manager = company.dossier(days_ago(20)), actor(company.case_manager)
    with acting_as(manager):
        steps.agree_date(
            manager,
            dossier.pk,
            "plan-of-action",
            today() + timedelta(days=60),
            "agreed_together",
            company.case_manager.pk,
            employee_agrees=True,
        )
    return dossier


def fit_again(company: Company) -> Dossier:
    """Recovered, and ill once more within four weeks."""
    dossier, manager = company.dossier(days_ago(120)), actor(company.case_manager)
    with acting_as(manager):
        sickness.report_recovery(manager, dossier.pk, days_ago(60))
        sickness.report_sick_again(manager, dossier.pk, days_ago(50))
    return dossier


def test_the_laws_arrays_find_nothing_to_change_in_what_acts_stored(company: Company) -> None:
    stages = (halfway, after_leave, sanctioned, agreed, fit_again, recovered)
    known = [stage(company).pk for stage in stages]
    with acting_as(TIMETABLE):
        changes, contradictory = computed_changes(known, current_rulebook())
    assert contradictory == []
    assert len(changes) == len(known)
    for change in changes:
        assert change.after.steps == change.before.steps
        assert change.after.clocks == change.before.clocks


def test_projecting_takes_as_many_queries_for_one_as_for_many(company: Company) -> None:
    many = [company.dossier(days_ago(40 + n), everyone=False).pk for n in range(4)]
    with CaptureQueriesContext(connection) as one:
        project(many[:1])
    with CaptureQueriesContext(connection) as all_of_them:
        project(many)
    assert len(all_of_them) == len(one)


def test_what_did_not_change_is_not_written(company: Company) -> None:
    dossier = company.dossier(days_ago(30), everyone=False)
    with CaptureQueriesContext(connection) as queries:
        project([dossier.pk])
    assert not [q for q in queries if "INTO dossiers_obligation" in q["sql"] or "DELETE" in q["sql"]]


def test_acts_taken_together_end_where_acts_one_by_one_do(company: Company, told: list[list[object]]) -> None:
    manager = actor(company.case_manager)
    ids, alone = [], company.dossier(days_ago(100), everyone=False)
    with acting_as(manager):
        steps.mark_done(manager, alone.pk, "problem-analysis", days_ago(60))
        sickness.report_recovery(manager, alone.pk, days_ago(10))
    employments = [company.employee() for _ in range(2)]
    told.clear()
    with acting_as(manager), together():
        for employment in employments:
            dossier = sickness.report_sick(manager, employment.pk, days_ago(100))
            steps.mark_done(manager, dossier.pk, "problem-analysis", days_ago(60))
            sickness.report_recovery(manager, dossier.pk, days_ago(10))
            ids.append(dossier.pk)
        assert told == []
    assert [sorted(map(str, heard)) for heard in told] == [sorted(map(str, ids))]
    for key in ids:
        assert stored(Dossier(pk=key)) == stored(alone)
        with acting_as(manager):
            assert JournalEntry.objects.filter(dossier_id=key).count() == 3


def test_a_dossier_that_closes_among_acts_taken_together_is_frozen(company: Company) -> None:
    manager = actor(company.case_manager)
    employment = company.employee()
    with acting_as(manager), together():
        dossier = sickness.report_sick(manager, employment.pk, days_ago(9))
        sickness.withdraw_report(manager, dossier.pk)
    assert fresh(dossier).route.steps


def test_acts_that_fail_together_leave_nothing(company: Company) -> None:
    manager = actor(company.case_manager)
    dossier = company.dossier(days_ago(30), everyone=False)
    before = stored(dossier)

    def analyse_twice() -> None:
        with acting_as(manager), together():
            steps.mark_done(manager, dossier.pk, "problem-analysis", days_ago(3))
            steps.mark_done(manager, dossier.pk, "problem-analysis", days_ago(2))

    with pytest.raises(Refused):
        analyse_twice()
    assert stored(dossier) == before


def test_a_closed_dossier_keeps_its_steps_as_they_stood(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(20)), actor(company.case_manager)
    with acting_as(manager):
        steps.mark_done(manager, dossier.pk, "problem-analysis", days_ago(2))
        before = [(step.anchor, step.day, step.kind) for step in steps_of(fresh(dossier), today())]
        sickness.withdraw_report(manager, dossier.pk)
        closed = fresh(dossier)
        assert [(step.anchor, step.day, step.kind) for step in steps_of(closed, today())] == before
        assert not Obligation.objects.filter(dossier=dossier, next_on__isnull=False).exists()
        assert Obligation.objects.filter(dossier=dossier).count() < len(steps_on(closed))


def test_a_reopened_dossier_has_its_rows_again_and_nothing_frozen(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(30)), actor(company.case_manager)
    before = stored(dossier)
    with acting_as(manager):
        ending.report_death(manager, dossier.pk, days_ago(1))
        assert stored(dossier) != before
        ending.reopen_dossier(manager, dossier.pk)
    assert stored(dossier) == before


def test_reasons_are_made_when_first_read_and_kept(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(30)), actor(company.case_manager)
    with acting_as(TIMETABLE):
        assert not Explanations.objects.filter(pk=dossier.pk).exists()
    with acting_as(manager):
        first = [step.because for step in steps_of(fresh(dossier), today())]
    with acting_as(manager), CaptureQueriesContext(connection) as queries:
        again = [step.because for step in steps_of(fresh(dossier), today())]
    assert first == again
    assert all(first)
    assert not [query for query in queries if "INSERT" in query["sql"]]


def test_reasons_are_made_anew_after_an_act(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(50)), actor(company.case_manager)

    def plan() -> list[str]:
        with acting_as(manager):
            found = steps_of(fresh(dossier), today())
            return next(step.because for step in found if step.key == "plan-of-action")

    before = plan()
    with acting_as(manager):
        steps.mark_done(manager, dossier.pk, "problem-analysis", days_ago(30))
    assert plan() != before


def test_a_date_of_earlier_rules_keeps_its_day_and_loses_its_reason(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(30)), actor(company.case_manager)
    with acting_as(TIMETABLE):
        rows = Obligation.objects.filter(dossier=dossier, key="plan-of-action")
        rows.update(statutory=rows[0].statutory + timedelta(days=7))  # type: ignore[operator]
    with acting_as(manager):
        row = fresh(dossier).obligations.get(key="plan-of-action")
        assert row.explanation["uncertain"] == [explanations.BY_EARLIER_RULES]
        assert "because_public" not in row.explanation
    project([dossier.pk])
