"""How a dossier ends, and that the person keeps it."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection

from spoorboek.dossiers import journal
from spoorboek.dossiers.acts.ending import (
    close_ended,
    close_recovered,
    end_employment,
    reopen_dossier,
    report_death,
)
from spoorboek.dossiers.acts.opening import REGISTRAR, report_sick
from spoorboek.dossiers.acts.sickness import report_recovery, withdraw_report
from spoorboek.dossiers.acts.steps import mark_done
from spoorboek.dossiers.medical.models import Access
from spoorboek.dossiers.medical.scope import medical_scope
from spoorboek.dossiers.models import Appointment, Dossier, Obligation
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.access import role_in
from spoorboek.people.actor import acting_as
from spoorboek.people.policy import Role
from tests.builders import Company, actor, client_of, days_ago, today


@pytest.fixture(scope="module")
def company(django_db_setup: None) -> Company:
    return Company()


def stored(dossier: Dossier) -> Dossier:
    with acting_as(REGISTRAR):
        return Dossier.objects.select_related("employment").get(pk=dossier.pk)


@pytest.mark.parametrize(("fit_days", "closes"), [(27, False), (28, True)])
def test_a_recovered_dossier_closes_by_itself_after_28_days(
    company: Company, fit_days: int, closes: bool
) -> None:
    dossier, manager = company.dossier(days_ago(90)), actor(company.case_manager)
    with acting_as(manager):
        report_recovery(manager, dossier.pk, days_ago(fit_days))
    close_recovered(today())
    now = stored(dossier)
    assert now.is_open is not closes
    assert now.closing == ("recovered" if closes else "")
    with acting_as(manager):
        assert journal.breaks(dossier.pk) == []
        assert (
            Obligation.objects.filter(dossier=dossier, next_on__isnull=False).exists() is False or not closes
        )


def test_closing_recovered_dossiers_twice_does_no_harm(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(90)), actor(company.case_manager)
    with acting_as(manager):
        report_recovery(manager, dossier.pk, days_ago(40))
    close_recovered(today())
    with acting_as(manager):
        before = dossier.journal.count()
    assert close_recovered(today()) == 0
    with acting_as(manager):
        assert dossier.journal.count() == before


def test_after_the_employment_the_person_keeps_the_dossier_and_the_professionals_part_ends(
    company: Company,
) -> None:
    dossier, manager = company.dossier(days_ago(90)), actor(company.case_manager)
    with acting_as(manager):
        end_employment(manager, dossier.pk, days_ago(2))
    close_ended(today())
    assert stored(dossier).is_open, "UWV has not been told yet"
    with acting_as(manager):
        mark_done(manager, dossier.pk, "report-end-of-employment", days_ago(2))
    close_ended(today())
    assert stored(dossier).closing == Dossier.Closing.EMPLOYMENT_ENDED
    client, doctor = client_of(dossier), actor(company.doctor)
    for who, role in ((client, Role.CLIENT), (manager, None), (doctor, None)):
        with acting_as(who):
            assert role_in(who, dossier.pk) == role
            assert Dossier.objects.filter(pk=dossier.pk).exists() is (role is not None)
    with acting_as(doctor), medical_scope():
        assert all(row.until for row in Access.objects.filter(dossier_id=dossier.pk))
    with acting_as(client):
        assert journal.breaks(dossier.pk) == []


def test_a_death_stops_everything_at_once(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(90)), actor(company.case_manager)
    with acting_as(manager):
        ahead = Appointment.objects.create(
            dossier=dossier, with_account=company.doctor.account, kind="company_doctor", way="phone",
            starts_at="2090-01-01T10:00Z",
        )  # fmt: skip
        report_death(manager, dossier.pk, days_ago(1))
        ahead.refresh_from_db()
        assert ahead.state == Appointment.State.CANCELLED
        assert not Obligation.objects.filter(dossier=dossier, next_on__isnull=False).exists()
    now = stored(dossier)
    assert (now.closing, now.closed_on, now.employment.ends) == ("died", today(), days_ago(1))


def test_a_dossier_closed_by_mistake_opens_again_with_its_dates(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(90)), actor(company.case_manager)
    with acting_as(manager):
        report_death(manager, dossier.pk, days_ago(1))
        reopen_dossier(manager, dossier.pk)
        assert Obligation.objects.filter(dossier=dossier, next_on__isnull=False).exists()
        with pytest.raises(Refused, match="al open"):
            reopen_dossier(manager, dossier.pk)
        assert journal.breaks(dossier.pk) == []
    now = stored(dossier)
    assert now.is_open
    assert now.employment.ends is None


def test_a_withdrawn_dossier_stays_closed_while_another_one_runs(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(9)), actor(company.case_manager)
    with acting_as(manager):
        withdraw_report(manager, dossier.pk)
        report_sick(manager, dossier.employment_id, days_ago(3))
        with pytest.raises(Refused, match="loopt al een ander dossier"):
            reopen_dossier(manager, dossier.pk)


def test_the_last_day_of_the_employment_lies_after_the_first_sick_day(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(90)), actor(company.case_manager)
    for day in (days_ago(91), today() + timedelta(days=800)):
        with acting_as(manager), pytest.raises(Refused) as refusal:
            end_employment(manager, dossier.pk, day)
        assert refusal.value.field == "last_day"


def test_a_dossier_whose_employment_is_over_never_closes_with_the_professionals_still_in_it(
    company: Company,
) -> None:
    """The worker fails just before their part ends: nothing happened, and the next night does all of it."""
    dossier, manager = company.dossier(days_ago(90)), actor(company.case_manager)
    with acting_as(manager):
        end_employment(manager, dossier.pk, days_ago(2))
        mark_done(manager, dossier.pk, "report-end-of-employment", days_ago(2))

    def failing(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith('UPDATE "people_involvement"'):
            raise DatabaseError("the server went away")
        return execute(sql, params, many, context)

    with pytest.raises(DatabaseError), connection.execute_wrapper(failing):
        close_ended(today())
    with acting_as(manager):
        assert role_in(manager, dossier.pk) is Role.CASE_MANAGER
    assert stored(dossier).is_open
    close_ended(today())
    assert not stored(dossier).is_open
    with acting_as(manager):
        assert role_in(manager, dossier.pk) is None
