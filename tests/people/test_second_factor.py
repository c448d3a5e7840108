"""A professional sets up a second factor before the first dossier opens; a client may, but need not."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client, override_settings

from spoorboek.people.models import Account
from tests.builders import Company, client_of

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def signed_in(account_id: object) -> Client:
    browser = Client()
    browser.force_login(Account.objects.get(pk=account_id), backend=BACKEND)
    return browser


@pytest.mark.parametrize("who", ["case_manager", "supervisor", "doctor", "labour_expert", "coach"])
def test_no_dossier_opens_for_a_professional_with_one_factor(who: str) -> None:
    company = Company()
    dossier = company.dossier()
    response = signed_in(getattr(company, who).pk).get(f"/dossiers/{dossier.pk}/")
    assert response["Location"] == "/veilig-inloggen/"


def test_a_second_factor_opens_the_door() -> None:
    company = Company()
    dossier = company.dossier()
    Authenticator.objects.create(
        user_id=company.case_manager.pk, type=Authenticator.Type.TOTP, data={"secret": "sealed"}
    )
    assert signed_in(company.case_manager.pk).get(f"/dossiers/{dossier.pk}/").status_code == 200


def test_a_client_comes_in_with_one_factor() -> None:
    dossier = Company().dossier()
    assert signed_in(client_of(dossier).account_id).get("/vandaag/").status_code == 200


@override_settings(DEMO=True)
def test_the_demo_asks_no_second_factor() -> None:
    company = Company()
    dossier = company.dossier()
    assert signed_in(company.case_manager.pk).get(f"/dossiers/{dossier.pk}/").status_code == 200
