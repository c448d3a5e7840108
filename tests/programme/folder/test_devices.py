"""A device of one's own: whose key it gets, and when the browser wipes it by itself."""

import base64
import uuid

import pytest
from django.http import HttpResponse
from django.test import Client

from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Person
from spoorboek.programme.folder.models import Device
from spoorboek.programme.folder.offline import devices
from spoorboek.programme.folder.offline.middleware import COOKIE
from tests.builders import Company, actor, client_of, days_ago
from tests.signed_in import signed_in

WIPES = '"storage"'


@pytest.fixture(scope="module")
def company(django_db_setup: None) -> Company:
    return Company()


def someone_ill(company: Company) -> Person:
    dossier = company.dossier(days_ago(40))
    with acting_as(client_of(dossier)):
        return dossier.employment.person


@pytest.fixture
def client(company: Company) -> Person:
    return someone_ill(company)


def claimed(browser: Client) -> str:
    """This browser's device is its owner's own now; its id."""
    answer = browser.post("/werkmap/toestel/sleutel/")
    assert answer.status_code == 200, answer.content
    device: str = answer.json()["device"]
    return device


def wipes(answer: HttpResponse) -> bool:
    return answer.headers.get("Clear-Site-Data") == WIPES


def test_an_own_device_gets_a_key_of_its_own_and_the_same_one_again(client: Person) -> None:
    browser = signed_in(client)
    given = browser.post("/werkmap/toestel/sleutel/").json()
    assert len(base64.b64decode(given["key"])) == 32
    again = browser.post(f"/werkmap/toestel/{given['device']}/sleutel/").json()
    other = signed_in(client).post("/werkmap/toestel/sleutel/").json()
    assert again["key"] == given["key"]
    assert other["key"] != given["key"]
    assert other["account"] == given["account"]


def test_the_key_does_not_lie_open_in_the_database(client: Person) -> None:
    given = signed_in(client).post("/werkmap/toestel/sleutel/").json()
    with acting_as(actor(client)):
        kept = bytes(Device.objects.get(pk=given["device"]).key)
    assert base64.b64decode(given["key"]) not in kept
    assert given["key"].encode() not in kept


def test_a_colleague_and_a_stranger_find_no_device_of_someone_else(company: Company, client: Person) -> None:
    device = claimed(signed_in(client))
    stranger = someone_ill(company)
    for someone in (company.case_manager, company.coach, company.doctor, stranger):
        with acting_as(actor(someone)) as other:
            assert not Device.objects.filter(pk=device).exists()
            with pytest.raises(NotYours):
                devices.key_for(other, uuid.UUID(device))
            devices.withdraw_device(other, uuid.UUID(device))
    with acting_as(actor(client)) as owner:
        assert devices.own_device(owner, uuid.UUID(device)).is_live


def test_who_has_no_folder_has_no_device_for_it(company: Company) -> None:
    with acting_as(actor(company.coach)) as coach, pytest.raises(NotYours):
        devices.claim_device(coach, "telefoon")


def test_there_is_an_end_to_the_number_of_devices(client: Person) -> None:
    with acting_as(actor(client)) as owner:
        for _number in range(devices.MOST):
            devices.claim_device(owner, "telefoon")
        with pytest.raises(Refused, match="10 toestellen"):
            devices.claim_device(owner, "telefoon")


def test_signing_out_wipes_the_device(client: Person) -> None:
    browser = signed_in(client)
    claimed(browser)
    answer = browser.post("/account/logout/")
    assert wipes(answer)
    assert not answer.cookies[COOKIE].value


def test_signing_out_before_the_script_could_send_what_waits_asks_once_more(client: Person) -> None:
    browser = signed_in(client)
    claimed(browser)
    answer = browser.post("/account/logout/", {"waits": "1"})
    assert not wipes(answer)
    assert answer["Location"] == "/account/logout/"
    asks = browser.get("/account/logout/").content.decode()
    assert 'id="folder-told"' in asks, "this page sends it"
    assert 'id="folder-told"' not in browser.get("/account/logout/?toch").content.decode()
    assert wipes(browser.post("/account/logout/"))


def test_a_session_that_ran_out_wipes_nothing(client: Person) -> None:
    browser = signed_in(client)
    claimed(browser)
    browser.session.flush()
    assert not wipes(browser.get("/werkmap/"))
    assert browser.post("/werkmap/sync/antwoorden/").status_code == 401


def test_another_sign_in_on_the_device_wipes_it(company: Company, client: Person) -> None:
    browser = signed_in(client)
    device = claimed(browser)
    other = signed_in(someone_ill(company))
    other.cookies[COOKIE] = device
    assert wipes(other.get("/werkmap/sync/"))


def test_a_withdrawn_device_is_wiped_as_soon_as_it_speaks_to_us(client: Person) -> None:
    lost, here = signed_in(client), signed_in(client)
    device = claimed(lost)
    claimed(here)
    here.post(f"/werkmap/toestel/{device}/weg/")
    answer = lost.post("/werkmap/sync/antwoorden/", {"answers": []}, content_type="application/json")
    assert answer.status_code == 410
    assert wipes(answer)
    with acting_as(actor(client)):
        assert bytes(Device.objects.get(pk=device).key) == b""


def test_taking_the_folder_off_this_device_wipes_it_and_no_other(client: Person) -> None:
    one, other = signed_in(client), signed_in(client)
    device = claimed(one)
    claimed(other)
    assert wipes(one.post(f"/werkmap/toestel/{device}/weg/"))
    assert not wipes(other.get("/werkmap/sync/"))


def test_elsewhere_than_on_a_device_of_ones_own_only_signing_out_leaves_nothing_in_the_browser(
    client: Person,
) -> None:
    browser = signed_in(client)
    assert not wipes(browser.get("/werkmap/sync/"))
    assert not wipes(browser.get("/account/logout/"))
    assert wipes(browser.post("/account/logout/"))


def test_a_strange_cookie_is_no_device(client: Person) -> None:
    browser = signed_in(client)
    browser.cookies[COOKIE] = "'; drop table"
    assert browser.get("/werkmap/sync/").status_code == 200


@pytest.mark.parametrize(
    ("says", "name"),
    [
        ("Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/130", "Android-toestel"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)", "iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64)", "computer met Windows"),
        ("", "toestel"),
    ],
)
def test_a_device_is_called_by_its_kind_only(says: str, name: str) -> None:
    assert devices.name_of(says) == name


def test_the_mark_of_an_account_says_nothing_of_it() -> None:
    someone = Actor(account_id=uuid.uuid4())
    assert str(someone.account_id) not in devices.account_mark(someone)
    assert devices.account_mark(someone) == devices.account_mark(someone)
