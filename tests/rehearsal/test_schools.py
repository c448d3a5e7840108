"""Practice environments of a real organisation: who makes one, who enters, and what never comes along."""

import pytest
from django.core import mail

from spoorboek.dossiers.acts import way_in
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.actor import acting_as
from spoorboek.people.policy import Role
from spoorboek.rehearsal import schools
from spoorboek.site import clock
from tests.builders import Company, actor
from tests.signed_in import signed_in


@pytest.fixture(scope="module")
def here() -> Company:
    """A real company with one practice environment."""
    company = Company()
    admin = actor(company.admin)
    with acting_as(admin):
        schools.make_practice_organisation(admin, company.employer)
    return company


def test_an_administrator_makes_one_and_nobody_else_does(here: Company) -> None:
    stranger = Company()
    for someone in (here.case_manager, here.supervisor, stranger.admin):
        with acting_as(actor(someone)), pytest.raises(NotYours):
            schools.make_practice_organisation(actor(someone), here.employer)


def test_it_has_someone_in_each_role_and_dossiers_to_look_at(here: Company) -> None:
    with acting_as(actor(here.coach)):
        assert schools.worlds(actor(here.coach)) == []  # the coach works elsewhere
    with acting_as(actor(here.case_manager)):
        [(world, people)] = schools.worlds(actor(here.case_manager))
    assert [one.role for one in people] == list(schools.ROLES)
    manager = people[0]
    assert world.home_id == here.employer.pk
    browser = signed_in(here.case_manager)
    assert browser.post(f"/oefenen/als/{manager.account_id}/").status_code == 302
    assert browser.session["_auth_user_id"] == str(manager.account_id)
    page = browser.get("/caseload/").content.decode()
    assert "Karin Mulder" in page
    assert "Oefenomgeving" in page


def test_inside_nothing_real_is_at_hand_and_outside_nothing_practised(here: Company) -> None:
    real = here.dossier()
    with acting_as(actor(here.admin)):
        [(_world, people)] = schools.worlds(actor(here.admin))
    practising = schools.Actor(account_id=people[0].account_id)
    with acting_as(practising):
        assert clock.is_practice()
        assert not Dossier.objects.filter(pk=real.pk).exists()
        practised = set(Dossier.objects.values_list("pk", flat=True))
        assert practised
    with acting_as(actor(here.case_manager)):
        assert not Dossier.objects.filter(pk__in=practised).exists()


def test_only_staff_of_that_organisation_step_in(here: Company) -> None:
    with acting_as(actor(here.admin)):
        [(_world, people)] = schools.worlds(actor(here.admin))
    for someone in (Company().case_manager, here.doctor, here.employee().person):
        browser = signed_in(someone)
        assert browser.post(f"/oefenen/als/{people[0].account_id}/").status_code == 404
        assert browser.session["_auth_user_id"] == str(someone.pk)


def test_nobody_steps_into_a_real_account(here: Company) -> None:
    assert signed_in(here.admin).post(f"/oefenen/als/{here.case_manager.pk}/").status_code == 404


def test_who_practises_makes_no_environment_of_their_own_and_enters_no_other(here: Company) -> None:
    with acting_as(actor(here.admin)):
        [(_world, people)] = schools.worlds(actor(here.admin))
    practising = schools.Actor(account_id=people[0].account_id)
    with acting_as(practising):
        assert schools.worlds(practising) == []


def test_there_is_an_end_to_how_many(here: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schools, "MOST", 1)
    admin = actor(here.admin)
    with acting_as(admin), pytest.raises(Refused):
        schools.make_practice_organisation(admin, here.employer)


def test_the_page_is_for_staff_of_a_real_organisation(here: Company) -> None:
    page = signed_in(here.admin).get("/oefenen/").content.decode()
    assert "oefenorganisatie maken" in page
    assert "oefenorganisatie maken" not in signed_in(here.case_manager).get("/oefenen/").content.decode()
    assert signed_in(here.employee().person).get("/oefenen/").status_code == 404
    assert Role.CLIENT not in schools.ROLES


def test_no_mail_leaves_a_practice_environment(here: Company) -> None:
    with acting_as(actor(here.admin)):
        [(_world, people)] = schools.worlds(actor(here.admin))
    manager = schools.Actor(account_id=people[0].account_id)
    with acting_as(manager):
        dossier = Dossier.objects.all()[0]
        with pytest.raises(Refused):
            way_in.invite_client(manager, dossier.pk, "iemand@example.org", "https://example.org/CODE")
        assert way_in.invite_client(manager, dossier.pk)
    assert mail.outbox == []
