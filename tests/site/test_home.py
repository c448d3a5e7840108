"""The front door leads everyone to their own place, in their own language."""

import pytest
from django.test import Client

from spoorboek.people.actor import acting_as
from spoorboek.people.models import Account, Person
from spoorboek.people.registrar import REGISTRAR
from tests.builders import Company, client_of, person

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def arrives(account_id: object) -> str:
    browser = Client()
    browser.force_login(Account.objects.get(pk=account_id), backend=BACKEND)
    return str(browser.get("/").headers.get("Location", ""))


@pytest.mark.parametrize(
    ("who", "place"),
    [
        ("case_manager", "/caseload/"),
        ("doctor", "/caseload/"),
        ("labour_expert", "/caseload/"),
        ("coach", "/caseload/"),
        ("supervisor", "/mijn-team/"),
        ("admin", "/organisatie/"),
    ],
)
def test_each_role_has_its_own_place(who: str, place: str) -> None:
    assert arrives(getattr(Company(), who).pk) == place


def test_a_client_comes_to_today() -> None:
    assert arrives(client_of(Company().dossier()).account_id) == "/vandaag/"


def test_somebody_without_a_role_reads_what_to_do() -> None:
    browser = Client()
    browser.force_login(person().account, backend=BACKEND)
    assert "niets voor je klaargezet" in browser.get("/").content.decode()


def test_a_visitor_sees_what_this_is(client: Client) -> None:
    assert "Terug naar werk, stap voor stap" in client.get("/").content.decode()


def test_the_asked_language_holds_until_another_is_chosen() -> None:
    someone = person()
    with acting_as(REGISTRAR):
        Person.objects.filter(pk=someone.pk).update(language="en")
    browser = Client()
    browser.force_login(someone.account, backend=BACKEND)
    assert browser.get("/").cookies["django_language"].value == "en"
    browser.cookies["django_language"] = "nl"
    assert "django_language" not in browser.get("/").cookies
