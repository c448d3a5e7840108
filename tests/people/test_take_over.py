"""Nobody takes over an account that somebody uses, or a role that is meant for somebody else."""

import re
import uuid

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.cache import cache
from django.test import Client, override_settings

from spoorboek.dossiers.acts import way_in
from spoorboek.dossiers.acts.opening import report_sick
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
