"""One-click sign-in exists in demo mode only."""

import pytest
from django.test import Client, override_settings

from spoorboek.people.models import Account
from spoorboek.people.registrar import enrol
from spoorboek.people.views.demo import KEYS, address_of_key


@pytest.mark.parametrize("role", KEYS)
def test_outside_demo_mode_there_is_no_such_address(client: Client, role: str) -> None:
    assert client.get("/demo/").status_code == 404
    assert client.post(f"/demo/login/{role}/").status_code == 404


@override_settings(DEMO=True)
@pytest.mark.parametrize("role", KEYS)
def test_in_demo_mode_one_click_makes_you_that_role(client: Client, role: str) -> None:
    address = address_of_key(role)
    account = Account.objects.filter(email=address).first() or enrol("Demo", role, address).account
    response = client.post(f"/demo/login/{role}/")
    assert response.status_code == 302
    assert client.session["_auth_user_id"] == str(account.pk)


@override_settings(DEMO=True)
def test_an_unknown_role_and_a_get_do_nothing(client: Client) -> None:
    assert client.post("/demo/login/directeur/").status_code == 404
    assert client.get("/demo/login/client/").status_code == 405
