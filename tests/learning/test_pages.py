"""The pages of learning work as forms: where one is, feedback, and what an administrator may see."""

from io import BytesIO

import pytest
from django.test import Client
from pypdf import PdfReader

from spoorboek.dossiers.models import Dossier
from spoorboek.methods.modules import modules
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Person
from spoorboek.people.registrar import REGISTRAR
from tests.builders import Company, actor, client_of
from tests.learning.cast import FOR_CLIENTS, WARM, finished
from tests.signed_in import signed_in

PAGE = f"/leren/{WARM}/"


@pytest.fixture
def here() -> Company:
    return Company()


def client_here(dossier: Dossier) -> Person:
    """Whom the dossier is about."""
    with acting_as(REGISTRAR):
        return Person.objects.select_related("account").get(pk=dossier.employment.person_id)


def says(browser: Client, **sent: str) -> str:
    """Press a button, follow where it leads, and read."""
    response = browser.post(PAGE, sent, follow=True)
    return str(response.content.decode())


def test_one_is_led_to_the_answer_after_every_button(here: Company) -> None:
    browser = signed_in(here.supervisor)
    assert browser.post(PAGE, {"move": "begin"}).headers["Location"] == f"{PAGE}#nu"
    assert "Waarom bellen ertoe doet" in browser.get(PAGE).content.decode()


def test_a_conversation_shows_what_was_said_what_it_does_and_how_it_lands(here: Company) -> None:
    browser = signed_in(here.supervisor)
    says(browser, move="begin")
    assert "Hoi Fatma, met mij." in says(browser, move="next")
    shown = says(browser, say="3")
    assert "Dan hoort zij vooral dat ze lastig is." in shown
    assert "kijkt gespannen" in shown
    assert 'class="face face--scarf"' in shown
    assert "Hoi Fatma, met mij." in says(browser, move="take_back")


def test_going_on_before_the_end_of_a_conversation_is_refused_kindly(here: Company) -> None:
    browser = signed_in(here.supervisor)
    says(browser, move="begin")
    says(browser, move="next")
    response = browser.post(PAGE, {"move": "next"})
    assert response.status_code == 422
    assert "Kies eerst een antwoord" in response.content.decode()


def test_groups_left_open_keep_what_was_chosen(here: Company) -> None:
    browser = signed_in(here.supervisor)
    for sent in (
        {"move": "begin"},
        {"move": "next"},
        {"say": "0"},
        {"say": "0"},
        {"say": "0"},
        {"move": "next"},
    ):
        browser.post(PAGE, sent)
    response = browser.post(PAGE, {"move": "answer", "group-1": "0"})
    assert response.status_code == 422
    assert 'name="group-1" value="0" required checked' in response.content.decode()


def test_the_reader_is_served_in_english_from_the_same_place(here: Company) -> None:
    browser = signed_in(here.supervisor)
    says(browser, move="begin")
    says(browser, move="next")
    browser.post("/voorkeuren/", {"language": "en", "next": PAGE})
    shown = browser.get(PAGE).content.decode()
    assert "The first call" in shown
    assert "What do you say?" in shown


def test_a_client_finds_their_own_modules_first_and_the_clients_frame(here: Company) -> None:
    dossier = here.dossier()
    browser = signed_in(client_here(dossier))
    shown = browser.get("/leren/").content.decode()
    assert shown.index("Voor jou") < shown.index("Wat je leidinggevende kan leren")
    assert "face-client" in shown
    assert "Ook je werkgever ziet niet wat je hier doet." in shown


def test_a_certificate_is_for_who_finished_and_for_nobody_else(here: Company) -> None:
    finished(actor(here.supervisor))
    address = f"{PAGE}bewijs/"
    assert here.supervisor.name in signed_in(here.supervisor).get(address).content.decode()
    assert signed_in(here.colleague).get(address).status_code == 404
    file = signed_in(here.supervisor).get(f"{PAGE}bewijs.pdf")
    words = "".join(page.extract_text() for page in PdfReader(BytesIO(file.content)).pages)
    assert here.supervisor.name in words
    assert "Warm contact" in words


def test_an_administrator_finds_days_and_never_a_client(here: Company) -> None:
    dossier = here.dossier()
    finished(client_of(dossier), FOR_CLIENTS)
    finished(actor(here.supervisor))
    shown = signed_in(here.admin).get("/leren/organisatie/").content.decode()
    assert here.supervisor.name in shown
    assert client_here(dossier).name not in shown
    assert modules()[FOR_CLIENTS].nl.head.title not in shown
    assert signed_in(here.case_manager).get("/leren/organisatie/").status_code == 403


def test_the_shelf_asks_the_database_as_often_for_one_module_as_for_all(here: Company) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    browser = signed_in(here.supervisor)
    with CaptureQueriesContext(connection) as first:
        browser.get("/leren/")
    finished(actor(here.supervisor))
    with CaptureQueriesContext(connection) as second:
        browser.get("/leren/")
    assert len(second) == len(first)
