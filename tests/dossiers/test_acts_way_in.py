"""The client's way in: whoever invites cannot read the medical layer through it."""

import uuid

import pytest
from django.core import mail

from spoorboek.dossiers import journal
from spoorboek.dossiers.acts import way_in
from spoorboek.dossiers.acts.opening import report_sick
from spoorboek.dossiers.medical.models import Access
from spoorboek.dossiers.medical.scope import medical_scope
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people import invitations
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Account
from tests.builders import Company, actor, client_of, days_ago


def unrecognised(company: Company) -> Dossier:
    """A dossier of someone whom the company doctor has not met."""
    employment = company.employee(recognised=False)
    manager = actor(company.case_manager)
    with acting_as(manager):
        return report_sick(manager, employment.pk, days_ago(40), company_doctor=company.doctor.pk)


def reads_medical(who: Actor, dossier: Dossier) -> bool:
    with acting_as(who), medical_scope():
        return Access.objects.filter(dossier_id=dossier.pk).exists()


def test_a_client_reads_nothing_medical_before_the_doctor_met_them() -> None:
    dossier = unrecognised(Company())
    assert not reads_medical(client_of(dossier), dossier)


def test_the_code_on_the_own_page_opens_the_own_medical_layer() -> None:
    company = Company()
    dossier = unrecognised(company)
    doctor, client = actor(company.doctor), client_of(dossier)
    assert client.account_id is not None
    with acting_as(doctor):
        way_in.recognise_client(doctor, dossier.pk, way_in.recognition_code(client.account_id))
        assert journal.breaks(dossier.pk) == []
    assert reads_medical(client, dossier)


def test_a_wrong_code_opens_nothing() -> None:
    company = Company()
    dossier = unrecognised(company)
    doctor = actor(company.doctor)
    with acting_as(doctor), pytest.raises(Refused, match="code klopt niet"):
        way_in.recognise_client(doctor, dossier.pk, "000000x")
    assert not reads_medical(client_of(dossier), dossier)


@pytest.mark.parametrize("who", ["case_manager", "supervisor", "labour_expert", "coach", "colleague"])
def test_nobody_but_the_company_doctor_recognises(who: str) -> None:
    company = Company()
    dossier = company.dossier()
    someone = actor(getattr(company, who))
    code = way_in.recognition_code(dossier.employment.person_id)
    with acting_as(someone), pytest.raises(NotYours):
        way_in.recognise_client(someone, dossier.pk, code)


def test_an_invitation_by_mail_shows_the_code_to_nobody() -> None:
    company = Company()
    dossier = company.dossier()
    manager = actor(company.case_manager)
    address = f"thuis.{uuid.uuid4().hex[:8]}@example.org"
    with acting_as(manager):
        shown = way_in.invite_client(manager, dossier.pk, address, "https://example.org/u/CODE/")
    assert shown == ""
    [sent] = [message for message in mail.outbox if message.to == [address]]
    assert dossier.employment.organisation.name not in f"{sent.subject} {sent.body}"


def test_a_letter_carries_a_code_that_works_once() -> None:
    company = Company()
    dossier = company.dossier()
    manager = actor(company.case_manager)
    with acting_as(manager):
        code = way_in.invite_client(manager, dossier.pk)
    assert invitations.find(code).account_id == dossier.employment.person_id


def test_an_account_that_was_used_is_never_invited_anew() -> None:
    company = Company()
    dossier = company.dossier()
    account = Account.objects.get(pk=dossier.employment.person_id)
    account.set_password("drie groene fietsen")
    account.save()
    manager = actor(company.case_manager)
    with acting_as(manager), pytest.raises(Refused, match="heeft al ingelogd"):
        way_in.invite_client(manager, dossier.pk)


def test_an_address_of_someone_else_is_refused() -> None:
    company = Company()
    dossier = company.dossier()
    manager = actor(company.case_manager)
    with acting_as(manager), pytest.raises(Refused, match="van iemand anders"):
        way_in.invite_client(manager, dossier.pk, str(company.coach.account.email))


@pytest.mark.parametrize("who", ["supervisor", "coach", "colleague"])
def test_only_case_manager_and_doctor_invite(who: str) -> None:
    company = Company()
    dossier = company.dossier()
    someone = actor(getattr(company, who))
    with acting_as(someone), pytest.raises(NotYours):
        way_in.invite_client(someone, dossier.pk)
