"""A way in by mail or letter: once, in time, without telling anything to whoever guesses."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import ProgrammingError, transaction
from django.test import Client

from spoorboek.dossiers.medical.models import Access, LeaveStatement
from spoorboek.dossiers.medical.scope import medical_scope
from spoorboek.people import acts, addresses, invitations, registrar
from spoorboek.people.actor import VISITOR, acting_as
from spoorboek.people.models import Account, Invitation, Membership
from spoorboek.people.policy import Role
from spoorboek.site import clock
from tests.builders import Company, actor, person

GOOD = "drie groene fietsen"


def test_a_code_lets_its_person_in_once(client: Client) -> None:
    someone = person()
    code = invitations.invite(someone.pk)
    client.get(f"/uitnodiging/{code}/")
    response = client.post("/uitnodiging/", {"password": GOOD})
    assert response.status_code == 302
    assert client.session["_auth_user_id"] == str(someone.pk)
    assert Client().post("/uitnodiging/", {"password": GOOD}).status_code == 410


def test_the_code_leaves_the_address_at_once(client: Client) -> None:
    code = invitations.invite(person().pk)
    response = client.get(f"/uitnodiging/{code}/")
    assert response["Location"] == "/uitnodiging/"


def test_how_the_code_is_typed_does_not_matter(client: Client) -> None:
    code = invitations.invite(person().pk)
    response = client.post("/brief/", {"code": code.lower().replace("-", " ")})
    assert response["Location"] == "/uitnodiging/"


def test_a_wrong_and_an_expired_code_get_the_same_sentence(client: Client) -> None:
    code = invitations.invite(person().pk)
    Invitation.objects.filter(code_hash=invitations.hashed(code)).update(
        expires_at=clock.now() - timedelta(days=1)
    )
    for tried in (code, "AAAA-BBBB-CCCC-DDDD"):
        response = client.post("/brief/", {"code": tried})
        assert response.status_code == 422
        assert "Deze code werkt niet" in response.content.decode()


def test_a_new_code_ends_the_earlier_one() -> None:
    someone = person()
    first, second = invitations.invite(someone.pk), invitations.invite(someone.pk)
    with pytest.raises(invitations.CodeRefused):
        invitations.find(first)
    assert invitations.find(second).account_id == someone.pk


def test_someone_without_mail_gives_an_address_that_nobody_else_has() -> None:
    taken = person()
    newcomer = Account.objects.create_user(None)
    code = invitations.invite(newcomer.pk)
    with acting_as(VISITOR), pytest.raises(ValidationError):
        invitations.accept(code, GOOD, str(taken.account.email))
    with acting_as(VISITOR):
        invitations.accept(code, GOOD, f"nieuw.{newcomer.pk.hex[:8]}@example.org")
    newcomer.refresh_from_db()
    assert newcomer.email == f"nieuw.{newcomer.pk.hex[:8]}@example.org"


def test_only_a_hash_of_the_code_is_kept() -> None:
    code = invitations.invite(person().pk)
    assert not Invitation.objects.filter(code_hash__icontains=invitations.bare(code)).exists()


def test_an_administrator_invites_a_colleague_and_the_mail_names_nothing() -> None:
    company = Company()
    admin = actor(company.admin)
    address = f"nieuwe.collega.{company.admin.pk.hex[:8]}@example.org"
    with acting_as(admin):
        acts.invite_member(
            admin,
            company.employer,
            "Nieuwe",
            "Collega",
            address,
            Role.SUPERVISOR,
            "https://example.org/u/CODE/",
        )
    sent = [message for message in mail.outbox if message.to == [address]]
    assert len(sent) == 1
    assert company.employer.name not in sent[0].subject + str(sent[0].body)


@pytest.mark.parametrize("who", ["case_manager", "supervisor", "doctor", "coach"])
def test_nobody_but_an_administrator_invites(who: str) -> None:
    company = Company()
    someone = actor(getattr(company, who))
    with acting_as(someone), pytest.raises(acts.Refused):
        acts.invite_member(
            someone, company.employer, "A", "B", "a@example.org", Role.COACH, "https://x/CODE/"
        )


def test_ending_a_role_ends_the_part_in_dossiers_at_once() -> None:
    company = Company()
    dossier = company.dossier()
    admin, manager = actor(company.admin), actor(company.case_manager)
    with acting_as(admin):
        row = Membership.objects.get(account_id=company.case_manager.pk, organisation=company.employer)
        acts.end_membership(admin, row.pk)
    from spoorboek.people.access import role_in

    with acting_as(manager):
        assert role_in(manager, dossier.pk) is None


def test_the_last_administrator_stays() -> None:
    company = Company()
    admin = actor(company.admin)
    with acting_as(admin):
        row = Membership.objects.get(account_id=company.admin.pk, role=Role.ADMIN)
        with pytest.raises(acts.Refused, match="beheerder blijven"):
            acts.end_membership(admin, row.pk)


def test_an_address_typed_after_a_letter_gives_no_right_to_a_colleagues_role() -> None:
    company = Company()
    intruder = Account.objects.create_user(None)
    address = f"toekomstige.collega.{intruder.pk.hex[:8]}@example.org"
    with acting_as(VISITOR):
        invitations.accept(invitations.invite(intruder.pk), GOOD, address)
    admin = actor(company.admin)
    with acting_as(admin):
        made = acts.invite_member(
            admin,
            company.employer,
            "Nieuwe",
            "Collega",
            address,
            Role.CASE_MANAGER,
            "https://example.org/u/CODE/",
        )
    intruder.refresh_from_db()
    assert made.account_id != intruder.pk
    assert intruder.email is None


def test_a_link_from_a_mail_confirms_its_address() -> None:
    someone = person()
    with acting_as(VISITOR):
        invitations.accept(invitations.invite(someone.pk), GOOD)
    assert invitations.holder_of(str(someone.account.email)) == someone.account


def test_a_company_doctor_who_leaves_is_off_the_medical_list_too() -> None:
    company = Company()
    dossier = company.dossier()
    doctor = actor(company.doctor)
    registrar.end_involvements(company.doctor.pk, company.arbodienst.pk, Role.COMPANY_DOCTOR)
    with acting_as(doctor), medical_scope():
        assert not Access.objects.filter(
            dossier_id=dossier.pk, account_id=doctor.account_id, until=None
        ).exists()
        assert not LeaveStatement.objects.filter(dossier_id=dossier.pk).exists()


def letter_address(browser: Client) -> Account:
    """Somebody who came in with a letter and typed an address."""
    newcomer = Account.objects.create_user(None)
    browser.get(f"/uitnodiging/{invitations.invite(newcomer.pk)}/")
    browser.post("/uitnodiging/", {"email": f"thuis.{newcomer.pk.hex[:8]}@example.org", "password": GOOD})
    newcomer.refresh_from_db()
    return newcomer


@pytest.mark.parametrize("address", ["/account/login/code/", "/account/password/reset/"])
def test_no_way_in_goes_to_an_address_that_was_only_typed(client: Client, address: str) -> None:
    newcomer = letter_address(client)
    client.logout()
    mail.outbox.clear()
    client.post(address, {"email": newcomer.email})
    assert not any("/password/reset/key/" in str(sent.body) for sent in mail.outbox)
    assert not any(
        "login-code" in str(sent.extra_headers) or "code:" in str(sent.body).lower() for sent in mail.outbox
    )


def test_the_reader_of_the_address_confirms_it_with_a_button(client: Client) -> None:
    newcomer = letter_address(client)
    [sent] = [message for message in mail.outbox if message.to == [newcomer.email]]
    way = "/adres/" + str(sent.body).split("/adres/")[1].split()[0]
    client.get(way)
    newcomer.refresh_from_db()
    assert newcomer.email_confirmed_at is None
    assert client.post(way).status_code == 200
    newcomer.refresh_from_db()
    assert newcomer.email_confirmed_at is not None


def test_a_changed_address_is_not_confirmed_by_an_old_link(client: Client) -> None:
    newcomer = letter_address(client)
    token = addresses.token_for(newcomer)
    Account.objects.filter(pk=newcomer.pk).update(email=f"anders.{newcomer.pk.hex[:8]}@example.org")
    assert client.post(f"/adres/{token}/").status_code == 410


def test_an_employers_administrator_makes_nobody_a_company_doctor() -> None:
    company = Company()
    admin = actor(company.admin)
    with acting_as(admin), pytest.raises(acts.Refused, match="arbodienst"):
        acts.invite_member(
            admin, company.employer, "A", "B", "dokter@example.org", Role.COMPANY_DOCTOR, "https://x/CODE/"
        )
    with acting_as(admin), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Membership.objects.create(
            account_id=company.supervisor.pk, organisation=company.employer, role=Role.COMPANY_DOCTOR
        )
