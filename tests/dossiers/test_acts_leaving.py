"""A colleague leaves, or a whole service does: parts in dossiers end, a colleague can take over, nothing is silent."""

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist

from spoorboek.dossiers.access import open_dossier
from spoorboek.dossiers.acts import leaving
from spoorboek.dossiers.acts.opening import involve
from spoorboek.dossiers.medical.models import Access
from spoorboek.dossiers.medical.scope import medical_scope
from spoorboek.dossiers.models import Appointment, Dossier
from spoorboek.dossiers.refusals import NotYours, Refused, Stale
from spoorboek.dossiers.signals import seats_changed
from spoorboek.dossiers.story import Audience, story_of
from spoorboek.people import access, acts
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Membership, Organisation, Person, Service
from spoorboek.people.policy import Role
from spoorboek.people.registrar import REGISTRAR, appoint, found_organisation
from spoorboek.site import clock
from tests.builders import Company, actor, client_of, person
from tests.signed_in import signed_in


@pytest.fixture
def company() -> Company:
    return Company()


def administrator(organisation: Organisation) -> Person:
    someone = person("Beheer")
    appoint(someone.pk, organisation, Role.ADMIN)
    return someone


def service_of(company: Company, provider: Organisation | None = None) -> Service:
    with acting_as(REGISTRAR):
        return Service.objects.get(employer=company.employer, provider=provider or company.arbodienst)


def membership_of(someone: Person, organisation: Organisation, role: Role) -> Membership:
    with acting_as(REGISTRAR):
        return Membership.objects.get(account_id=someone.pk, organisation=organisation, role=role)


def plan(dossier: Dossier, who: Person) -> Appointment:
    with acting_as(REGISTRAR):
        return Appointment.objects.create(
            dossier=dossier,
            with_account_id=who.pk,
            kind="company_doctor",
            way="phone",
            starts_at=clock.now() + timedelta(days=3),
        )


def reaches(someone: Person | Actor, dossier: Dossier) -> bool:
    who = someone if isinstance(someone, Actor) else actor(someone)
    with acting_as(who):
        try:
            return bool(open_dossier(who, dossier.pk))
        except (NotYours, ObjectDoesNotExist):
            return False


def on_medical_list(someone: Person, dossier: Dossier) -> bool:
    with acting_as(actor(someone)), medical_scope():
        return Access.objects.filter(
            dossier_id=dossier.pk, account_id=someone.pk, until__isnull=True
        ).exists()


def latest(dossier: Dossier, reader: Actor, audience: Audience) -> str:
    with acting_as(reader):
        return story_of(open_dossier(reader, dossier.pk).dossier, audience)[0].sentence


def test_a_service_that_ends_takes_its_people_out_of_this_employers_dossiers_only(company: Company) -> None:
    dossier, other = company.dossier(), Company()
    elsewhere = other.dossier()
    involve(elsewhere, company.doctor.pk, Role.COMPANY_DOCTOR, company.arbodienst.pk)
    with acting_as(actor(company.admin)):
        done = leaving.end_service(actor(company.admin), service_of(company).pk)
    assert done.dossiers == 1
    assert [reaches(one, dossier) for one in (company.doctor, company.labour_expert)] == [False, False]
    assert reaches(company.coach, dossier)
    assert reaches(company.case_manager, dossier)
    assert reaches(company.doctor, elsewhere)
    assert not on_medical_list(company.doctor, dossier)
    assert on_medical_list(company.doctor, elsewhere)


def test_an_ended_service_gives_nobody_to_choose_and_may_be_engaged_again(company: Company) -> None:
    admin, manager = actor(company.admin), actor(company.case_manager)
    with acting_as(admin):
        leaving.end_service(admin, service_of(company).pk)
    with acting_as(manager):
        assert access.staff_for(manager, company.employer, Role.COMPANY_DOCTOR) == []
    with acting_as(actor(company.doctor)):
        assert company.employer not in access.employers_for(actor(company.doctor), (Role.COMPANY_DOCTOR,))
    with acting_as(admin):
        acts.engage_service(admin, company.employer, company.arbodienst.pk)
    with acting_as(manager):
        assert len(access.staff_for(manager, company.employer, Role.COMPANY_DOCTOR)) == 1


def test_what_a_service_ends_is_counted_first_and_nothing_is_cancelled(company: Company) -> None:
    dossier = company.dossier()
    appointment = plan(dossier, company.doctor)
    service = service_of(company)
    with acting_as(actor(company.admin)):
        found = leaving.what_ends(leaving.seats_of_service(service))
        leaving.end_service(actor(company.admin), service.pk, seen=found.running)
    assert (found.running, found.closed, found.alone) == (1, 0, 1)
    assert found.people == tuple(sorted((company.doctor.name, company.labour_expert.name)))
    assert [talk.name for talk in found.talks] == [company.doctor.name]
    with acting_as(REGISTRAR):
        appointment.refresh_from_db()
    assert appointment.state == Appointment.State.PLANNED


def test_the_story_tells_both_sides_who_left_and_what_still_stands(company: Company) -> None:
    dossier = company.dossier(everyone=False)
    plan(dossier, company.doctor)
    with acting_as(actor(company.admin)):
        leaving.end_service(actor(company.admin), service_of(company).pk)
    told = latest(dossier, actor(company.case_manager), Audience.PROFESSIONAL)
    page = signed_in(company.case_manager).get(f"/dossiers/{dossier.pk}/").content.decode()
    assert "doet niet meer mee. Zeg de afspraak af" in page
    assert f"{company.doctor.name} doet niet meer mee als bedrijfsarts" in told
    assert f"{company.arbodienst.name} werkt niet meer voor deze werkgever" in told
    assert "Verzet die of zeg die af." in told
    assert "je werkgever" in latest(dossier, client_of(dossier), Audience.CLIENT)


def test_the_provider_may_stop_too_and_a_stranger_or_case_manager_may_not(company: Company) -> None:
    service = service_of(company)
    for someone in (company.case_manager, company.doctor, Company().admin):
        with acting_as(actor(someone)), pytest.raises(acts.Refused):
            leaving.end_service(actor(someone), service.pk)
    provider = actor(administrator(company.arbodienst))
    with acting_as(provider):
        assert leaving.end_service(provider, service.pk) == leaving.Ended(0)
        with pytest.raises(acts.Refused, match="al beëindigd"):
            leaving.end_service(provider, service.pk)


def test_another_number_of_dossiers_by_now_is_shown_first(company: Company) -> None:
    company.dossier()
    with acting_as(actor(company.admin)), pytest.raises(Stale):
        leaving.end_service(actor(company.admin), service_of(company).pk, seen=0)


def test_only_an_employer_engages_and_only_a_provider(company: Company) -> None:
    new = found_organisation("Arbodienst Nieuw", "occupational_health")
    admin = actor(company.admin)
    with acting_as(admin):
        with pytest.raises(acts.Refused, match="uit de lijst"):
            acts.engage_service(admin, company.employer, Company().employer.pk)
        with pytest.raises(acts.Refused, match="al voor jullie"):
            acts.engage_service(admin, company.employer, company.arbodienst.pk)
        assert acts.engage_service(admin, company.employer, new.pk).provider_id == new.pk
    provider = administrator(new)
    with acting_as(actor(provider)), pytest.raises(acts.Refused, match="werkgever"):
        acts.engage_service(actor(provider), new, company.arbodienst.pk)
    with acting_as(actor(company.case_manager)), pytest.raises(acts.Refused, match="beheerder"):
        acts.engage_service(actor(company.case_manager), company.employer, new.pk)


def test_a_colleague_of_the_same_role_takes_over_with_the_planned_talks(company: Company) -> None:
    dossier = company.dossier()
    appointment = plan(dossier, company.case_manager)
    row = membership_of(company.case_manager, company.employer, Role.CASE_MANAGER)
    admin = actor(company.admin)
    with acting_as(admin):
        found = leaving.what_ends(leaving.seats_of_role(row))
        done = leaving.leave_role(admin, row.pk, company.colleague.pk, seen=1)
    assert (found.running, found.alone) == (1, 1)
    assert (done.taken_over, done.left) == (1, 0)
    assert not reaches(company.case_manager, dossier)
    assert reaches(company.colleague, dossier)
    with acting_as(REGISTRAR):
        appointment.refresh_from_db()
    assert appointment.with_account_id == company.colleague.pk
    told = latest(dossier, actor(company.colleague), Audience.PROFESSIONAL)
    assert told.endswith(f"als casemanager. {company.colleague.name} neemt het over.")


def test_a_doctor_who_takes_over_is_on_the_medical_list_and_the_one_who_left_is_not(company: Company) -> None:
    dossier, admin = company.dossier(), administrator(company.arbodienst)
    second = person("Tweede")
    appoint(second.pk, company.arbodienst, Role.COMPANY_DOCTOR)
    row = membership_of(company.doctor, company.arbodienst, Role.COMPANY_DOCTOR)
    with acting_as(actor(admin)):
        leaving.leave_role(actor(admin), row.pk, second.pk)
    assert on_medical_list(second, dossier)
    assert not on_medical_list(company.doctor, dossier)


def test_nobody_takes_over_a_dossier_in_which_they_may_not_be(company: Company) -> None:
    dossier = company.dossier()
    appoint(dossier.employment.person_id, company.employer, Role.CASE_MANAGER)
    row = membership_of(company.case_manager, company.employer, Role.CASE_MANAGER)
    admin = actor(company.admin)
    with acting_as(admin):
        done = leaving.leave_role(admin, row.pk, dossier.employment.person_id)
    assert (done.taken_over, done.left) == (0, 1)


def test_only_a_colleague_of_the_same_role_and_house_can_take_over(company: Company) -> None:
    company.dossier()
    row = membership_of(company.case_manager, company.employer, Role.CASE_MANAGER)
    admin = actor(company.admin)
    for someone in (company.coach, Company().case_manager):
        with acting_as(admin), pytest.raises(Refused, match="uit de lijst"):
            leaving.leave_role(admin, row.pk, someone.pk)


def test_the_rooms_above_hear_which_dossiers_changed(company: Company) -> None:
    dossier, heard = company.dossier(), []

    def listen(dossiers: list[object], **_: object) -> None:
        heard.extend(dossiers)

    seats_changed.connect(listen, weak=False, dispatch_uid="test")
    try:
        with acting_as(actor(company.admin)):
            leaving.end_service(actor(company.admin), service_of(company).pk)
    finally:
        seats_changed.disconnect(dispatch_uid="test")
    assert dossier.pk in heard


def test_the_page_asks_who_takes_over_and_names_no_employee(company: Company) -> None:
    employee = company.dossier().employment.person_id
    with acting_as(REGISTRAR):
        name = Person.objects.get(pk=employee).last_name
    browser = signed_in(company.admin)
    row = membership_of(company.case_manager, company.employer, Role.CASE_MANAGER)
    address = f"/organisatie/leden/{row.pk}/eind/"
    page = browser.get(address).content.decode()
    assert "1 lopend dossier heeft dan geen casemanager meer" in page
    assert name not in page
    assert browser.post(address, {"seen": "1"}).status_code == 422
    assert browser.post(address, {"seen": "7", "successor": "nobody"}).status_code == 422
    done = browser.post(address, {"seen": "1", "successor": str(company.colleague.pk)}, follow=True)
    assert "1 dossier is overgenomen" in done.content.decode()


def test_the_organisation_page_ends_and_engages_a_service(company: Company) -> None:
    company.dossier()
    browser, service = signed_in(company.admin), service_of(company)
    address = f"/organisatie/samenwerking/{service.pk}/eind/"
    assert address in browser.get("/organisatie/").content.decode()
    assert company.doctor.name in browser.get(address).content.decode()
    assert browser.post(address, {"seen": "1"}).status_code == 302
    assert address not in browser.get("/organisatie/").content.decode()
    again = browser.post("/organisatie/samenwerking/", {"provider": str(company.arbodienst.pk)}, follow=True)
    assert f"{company.arbodienst.name} werkt nu voor jullie" in again.content.decode()
    assert signed_in(company.case_manager).get(address).status_code == 404
    assert signed_in(Company().admin).get(address).status_code == 404
