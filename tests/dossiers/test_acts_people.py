"""Who takes part: transfer moves access at once, the medical layer follows, helpers read and never more."""

import pytest
from django.db import connection

from spoorboek.dossiers.access import dossiers_of, open_dossier
from spoorboek.dossiers.acts.appointments import plan_appointment, planned_in
from spoorboek.dossiers.acts.people import end_taking_part, let_take_part, staff, transfer
from spoorboek.dossiers.acts.seats import seats_in
from spoorboek.dossiers.medical.models import Access
from spoorboek.dossiers.medical.scope import medical_scope
from spoorboek.dossiers.refusals import NotYours, Refused, Stale
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.policy import Role
from spoorboek.people.registrar import REGISTRAR, appoint
from tests.builders import Company, actor, person
from tests.dossiers.cast import Cast, cast
from tests.dossiers.test_acts_appointments import at, plan


@pytest.fixture(scope="module")
def company(django_db_setup: None) -> Company:
    return Company()


def rows_seen(who: Actor, here: Cast) -> int:
    """Obligations that the database itself shows."""
    with acting_as(who), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM dossiers_obligation WHERE dossier_id = %s", [here.dossier.pk])
        return int(cursor.fetchone()[0])


def test_transfer_moves_access_at_once_in_pages_and_in_the_database(company: Company) -> None:
    here = cast(company)
    colleague = actor(company.colleague)
    assert (rows_seen(here.manager, here) > 0, rows_seen(colleague, here)) == (True, 0)
    with acting_as(here.manager):
        transfer(here.manager, here.dossier.pk, company.colleague.pk)
        with pytest.raises(NotYours):
            open_dossier(here.manager, here.dossier.pk)
    assert (rows_seen(here.manager, here), rows_seen(colleague, here) > 0) == (0, True)
    with acting_as(colleague):
        assert here.dossier.pk in dossiers_of(colleague, (Role.CASE_MANAGER,)).values_list("pk", flat=True)


def test_planned_talks_go_along_with_the_dossier(company: Company) -> None:
    here = cast(company)
    with acting_as(here.manager):
        plan_appointment(
            here.manager, here.dossier.pk, company.case_manager.pk, "case_manager", "phone", at(4)
        )
        transfer(here.manager, here.dossier.pk, company.colleague.pk)
    with acting_as(here.client):
        assert [row.with_account_id for row in planned_in(here.dossier)] == [company.colleague.pk]


def test_a_dossier_goes_to_a_case_manager_of_this_employer_or_its_arbodienst_only(company: Company) -> None:
    here = cast(company)
    elsewhere = Company()
    at_arbodienst = person("Arbo")
    appoint(at_arbodienst.pk, company.arbodienst, Role.CASE_MANAGER)
    with acting_as(here.manager):
        for stranger in (elsewhere.case_manager, company.supervisor, company.doctor):
            with pytest.raises(Refused) as refusal:
                transfer(here.manager, here.dossier.pk, stranger.pk)
            assert refusal.value.field == "to"
        with pytest.raises(Refused, match="heeft het dossier al"):
            transfer(here.manager, here.dossier.pk, company.case_manager.pk)
        transfer(here.manager, here.dossier.pk, at_arbodienst.pk)


def test_two_people_transfer_at_the_same_time_and_the_second_is_asked_again(company: Company) -> None:
    here = cast(company)
    seen = frozenset({company.case_manager.pk})
    supervisor = actor(company.supervisor)
    with acting_as(here.manager):
        transfer(here.manager, here.dossier.pk, company.colleague.pk, seen)
    with acting_as(supervisor), pytest.raises(Stale, match="overgedragen"):
        transfer(supervisor, here.dossier.pk, company.colleague.pk, seen)


def medical_until(here: Cast, account_id: object) -> object:
    with acting_as(REGISTRAR), medical_scope():
        return Access.objects.get(dossier_id=here.dossier.pk, account_id=account_id).until


def test_the_medical_layers_list_follows_the_company_doctor_out_and_in(company: Company) -> None:
    here = cast(company)
    assert medical_until(here, company.doctor.pk) is None
    with acting_as(here.manager):
        end_taking_part(here.manager, here.dossier.pk, here.seat(Role.COMPANY_DOCTOR))
    assert medical_until(here, company.doctor.pk) is not None
    with acting_as(here.manager):
        let_take_part(here.manager, here.dossier.pk, company.doctor.pk, Role.COMPANY_DOCTOR)
    assert medical_until(here, company.doctor.pk) is None


def test_whose_part_ended_sees_nothing_any_more(company: Company) -> None:
    here = cast(company)
    coach = actor(company.coach)
    with acting_as(coach):
        end_taking_part(coach, here.dossier.pk, here.seat(Role.COACH))
    assert rows_seen(coach, here) == 0


def test_the_employee_a_helper_and_the_case_manager_cannot_be_put_out(company: Company) -> None:
    here = cast(company)
    with acting_as(here.manager):
        for role, sentence in (
            (Role.CLIENT, "altijd toegang"),
            (Role.HELPER, "helper"),
            (Role.CASE_MANAGER, "Draag"),
        ):
            with pytest.raises(Refused, match=sentence):
                end_taking_part(here.manager, here.dossier.pk, here.seat(role))


def test_someone_with_a_talk_planned_first_needs_that_talk_settled(company: Company) -> None:
    here = cast(company)
    plan(here)
    with acting_as(here.manager), pytest.raises(Refused, match="nog een afspraak"):
        end_taking_part(here.manager, here.dossier.pk, here.seat(Role.COMPANY_DOCTOR))


def test_only_who_works_for_this_employer_can_join(company: Company) -> None:
    here = cast(company)
    elsewhere = Company()
    with acting_as(here.manager):
        assert elsewhere.doctor.pk not in {row.account_id for row in staff(here.dossier, Role.COMPANY_DOCTOR)}
        with pytest.raises(Refused, match="werkt niet"):
            let_take_part(here.manager, here.dossier.pk, elsewhere.doctor.pk, Role.COMPANY_DOCTOR)
        with pytest.raises(Refused, match="doet al mee"):
            let_take_part(here.manager, here.dossier.pk, company.doctor.pk, Role.COMPANY_DOCTOR)
        for role in (Role.ADMIN, Role.RESEARCHER, Role.CLIENT, Role.HELPER, Role.CASE_MANAGER):
            with pytest.raises(Refused, match="andere rol"):
                let_take_part(here.manager, here.dossier.pk, company.colleague.pk, role)


def test_who_comes_back_takes_part_from_today(company: Company) -> None:
    here = cast(company)
    with acting_as(here.manager):
        first = seats_in(here.dossier.pk, Role.COACH).get()
        end_taking_part(here.manager, here.dossier.pk, first.pk)
        let_take_part(here.manager, here.dossier.pk, company.coach.pk, Role.COACH)
        again = seats_in(here.dossier.pk, Role.COACH).get()
    assert (again.until, again.since > first.since) == (None, True)
    assert rows_seen(actor(company.coach), here) > 0
