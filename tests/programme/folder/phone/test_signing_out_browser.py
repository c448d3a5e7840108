"""Signing out on a phone of one's own: what waits is sent, and nothing stays behind."""

import pytest

from spoorboek.dossiers.models import Dossier
from spoorboek.people.models import Person
from tests.programme.folder.phone.conftest import Phones
from tests.programme.folder.phone.hands import KEPT, NOTHING, answers, keeps_the_folder, opens, writes_offline

pytestmark = pytest.mark.browser
SLOWLY = """() => {
  const listed = indexedDB.databases.bind(indexedDB);
  indexedDB.databases = () => new Promise((resolve) => setTimeout(() => resolve(listed()), 1500));
}"""
"""A phone on which opening the folder takes its time."""


def test_signing_out_sends_what_waits_and_leaves_nothing_on_the_device(
    phone: Phones, dossier: Dossier, client: Person
) -> None:
    context = phone(client)
    keeps_the_folder(context)
    page = writes_offline(context, "Nog niet verstuurd")
    context.set_offline(False)
    context.add_init_script(f"({SLOWLY})()")
    page = opens(context, "/vandaag/")
    page.locator(".menu summary").click()
    page.get_by_role("button", name="Uitloggen").click()
    page.wait_for_url(lambda url: "/vandaag/" not in url)
    assert page.evaluate(KEPT) == NOTHING
    assert answers(dossier).value["own"] == "Nog niet verstuurd"


def test_signing_out_from_a_page_that_knows_no_folder_sends_what_waits_all_the_same(
    phone: Phones, dossier: Dossier, client: Person
) -> None:
    context = phone(client)
    keeps_the_folder(context)
    page = writes_offline(context, "Vlak voor het uitloggen")
    context.set_offline(False)
    page = opens(context, "/rekenen/")
    page.locator(".menu summary").click()
    page.get_by_role("button", name="Uitloggen").click()
    page.wait_for_url("**/account/logout/")
    page.get_by_role("main").get_by_role("button", name="Uitloggen").click()
    page.wait_for_url(lambda url: "/logout/" not in url)
    assert page.evaluate(KEPT) == NOTHING
    assert answers(dossier).value["own"] == "Vlak voor het uitloggen"
