"""Nobody takes over an account that somebody uses, or a role that is meant for somebody else."""

import re
import uuid
from decimal import Decimal

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.cache import cache
from django.test import Client, override_settings

from spoorboek.dossiers.acts import way_in
from spoorboek.dossiers.acts.employees import NewEmployee, add_employee
from spoorboek.dossiers.acts.opening import report_sick
from spoorboek.dossiers.acts.people import let_take_part, transfer
from spoorboek.dossiers.refusals import Refused
from spoorboek.people import invitations, registrar
from spoorboek.people.actor import VISITOR, acting_as
from spoorboek.people.models import Account, Person
from spoorboek.people.policy import Role
from tests.builders import Company, actor, client_of, days_ago, person

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
GOOD = "drie groene fietsen"
CODE = re.compile(r"^[A-Z0-9-]{6,9}$", re.MULTILINE)


def browser_of(account: Account) -> Client:
    browser = Client()
    browser.force_login(Account.objects.get(pk=account.pk), backend=BACKEND)
    return browser


def confirmed() -> Person:
    """Someone who came in by the link in a mail."""
    someone = person()
    with acting_as(VISITOR):
        invitations.accept(invitations.invite(someone.pk), GOOD)
    return someone


def signed_in_by_code(account: Account) -> None:
    """Comes in with a code by mail, and never chooses a password."""
    cache.clear()
    browser = Client()
    browser.post("/account/login/code/", {"email": account.email})
    [sent] = [message for message in mail.outbox if message.to == [account.email]]
    [code] = CODE.findall(str(sent.body))
    browser.post("/account/login/code/confirm/", {"code": code})
    assert browser.session["_auth_user_id"] == str(account.pk)


def test_nobody_puts_an_address_of_someone_else_on_their_account() -> None:
    cache.clear()
    someone = confirmed()
    address = f"dokter.{uuid.uuid4().hex[:8]}@example.org"
    browser = browser_of(someone.account)
    browser.post("/account/email/", {"action_add": "1", "email": address})
    browser.post("/account/email/", {"action_primary": "1", "email": address})
    assert Account.objects.get(pk=someone.pk).email == someone.account.email
    assert not EmailAddress.objects.filter(email=address).exists()


@pytest.mark.parametrize("fields", [None, ["email"]])
def test_a_changed_address_is_no_longer_confirmed(fields: list[str] | None) -> None:
    account = Account.objects.get(pk=confirmed().pk)
    account.email = f"anders.{uuid.uuid4().hex[:8]}@example.org"
    account.save(update_fields=fields)
    account.refresh_from_db()
    assert account.email_confirmed_at is None
    assert invitations.holder_of(str(account.email)) is None


def test_an_address_that_stays_the_same_stays_confirmed() -> None:
    account = Account.objects.get(pk=confirmed().pk)
    account.save()
    account.refresh_from_db()
    assert account.email_confirmed_at


def test_a_client_who_came_in_without_a_password_is_never_invited_anew() -> None:
    company = Company()
    dossier = company.dossier()
    signed_in_by_code(Account.objects.get(pk=dossier.employment.person_id))
    manager = actor(company.case_manager)
    with acting_as(manager), pytest.raises(Refused, match="al ingelogd"):
        way_in.invite_client(manager, dossier.pk)


def test_a_letter_that_was_kept_back_opens_nothing_once_the_client_is_in() -> None:
    company = Company()
    employment = company.employee()
    manager = actor(company.case_manager)
    with acting_as(manager):
        dossier = report_sick(manager, employment.pk, days_ago(9), company_doctor=company.doctor.pk)
        kept_back = way_in.invite_client(manager, dossier.pk)
    signed_in_by_code(Account.objects.get(pk=client_of(dossier).account_id))
    with pytest.raises(invitations.CodeRefused):
        invitations.find(kept_back)


def test_an_invitation_does_not_pass_by_a_second_factor() -> None:
    someone = person()
    Authenticator.objects.create(user_id=someone.pk, type=Authenticator.Type.TOTP, data={"secret": "sealed"})
    browser = Client()
    browser.get(f"/uitnodiging/{invitations.invite(someone.pk)}/")
    response = browser.post("/uitnodiging/", {"password": GOOD})
    assert response["Location"] == "/account/login/"
    assert "_auth_user_id" not in browser.session


def test_nobody_gives_roles_with_one_factor() -> None:
    company = Company()
    browser = browser_of(company.admin.account)
    assert browser.get("/organisatie/")["Location"] == "/veilig-inloggen/"
    assert browser.post("/organisatie/leden/1/eind/")["Location"] == "/veilig-inloggen/"
    with override_settings(DEMO=True):
        assert browser.get("/organisatie/").status_code == 200


def test_a_client_who_becomes_a_supervisor_needs_the_second_factor_in_the_same_session() -> None:
    company = Company()
    dossier = company.dossier()
    browser = browser_of(Account.objects.get(pk=client_of(dossier).account_id))
    assert browser.get("/vandaag/").status_code == 200
    registrar.appoint(dossier.employment.person_id, company.employer, Role.SUPERVISOR)
    assert browser.get("/mijn-team/")["Location"] == "/veilig-inloggen/"


def test_another_employer_gets_no_hold_on_an_account_that_nobody_used() -> None:
    here, elsewhere = Company(), Company()
    known = here.employee().person
    manager = actor(elsewhere.case_manager)
    new = NewEmployee(known.first_name, known.last_name, "Kok", Decimal(24), email=str(known.account.email))
    with acting_as(manager), pytest.raises(Refused, match="van iemand anders"):
        add_employee(manager, elsewhere.employer.pk, new)
    account = Account.objects.get(pk=known.pk)
    account.set_password(GOOD)
    account.save()
    with acting_as(manager):
        assert add_employee(manager, elsewhere.employer.pk, new).person_id == known.pk


@pytest.mark.parametrize("who", ["case_manager", "supervisor"])
def test_nobody_of_the_employers_side_becomes_company_doctor_of_the_same_dossier(who: str) -> None:
    company = Company()
    dossier, manager, double = company.dossier(), actor(company.case_manager), getattr(company, who)
    registrar.appoint(double.pk, company.employer, Role.COMPANY_DOCTOR)
    with acting_as(manager), pytest.raises(Refused, match="aan de kant van de werkgever"):
        let_take_part(manager, dossier.pk, double.pk, Role.COMPANY_DOCTOR)


def test_a_company_doctor_does_not_take_over_the_dossier_as_case_manager() -> None:
    company = Company()
    dossier, manager = company.dossier(), actor(company.case_manager)
    registrar.appoint(company.doctor.pk, company.employer, Role.CASE_MANAGER)
    with acting_as(manager), pytest.raises(Refused, match="aan de kant van de werkgever"):
        transfer(manager, dossier.pk, company.doctor.pk)


def test_nobody_is_case_manager_or_doctor_of_their_own_dossier() -> None:
    company = Company()
    for someone in (company.case_manager, company.doctor):
        employment = registrar.employ(someone, company.employer, "Functie", Decimal(32))
        manager = actor(company.case_manager)
        with acting_as(manager), pytest.raises(Refused, match="tweede rol in het eigen dossier"):
            report_sick(manager, employment.pk, days_ago(9), company_doctor=company.doctor.pk)
