"""The work folder without a link: written on a phone of one's own, kept over a closed tab, brought along later."""

import pytest
from playwright.sync_api import expect

from spoorboek.dossiers.models import Dossier
from spoorboek.methods.worksheets import worksheets
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Person
from tests.browser.chrome import axe_finds
from tests.builders import client_of, days_ago
from tests.programme.folder.phone.conftest import Phones
from tests.programme.folder.phone.hands import (
    KEPT,
    NOTHING,
    OFFLINE,
    PLACE,
    QUESTION,
    answers,
    folder,
    keeps_the_folder,
    opens,
    says,
    writes,
    writes_offline,
)  # fmt: skip

pytestmark = pytest.mark.browser
NOTHING_WAITS = """() => new Promise((resolve) => {
  const asked = indexedDB.open("spoorboek-folder");
  asked.onsuccess = () => {
    const count = asked.result.transaction("waiting").objectStore("waiting").count();
    count.onsuccess = () => {
      asked.result.close();
      resolve(count.result === 0);
    };
  };
})"""
"""All that was written on this device has arrived at the server."""
SEALED = """() => new Promise((resolve) => {
  const asked = indexedDB.open("spoorboek-folder");
  asked.onsuccess = () => {
    const all = asked.result.transaction("waiting").objectStore("waiting").getAll();
    all.onsuccess = () => {
      asked.result.close();
      resolve(all.result.map((row) => new TextDecoder().decode(row.data)).join());
    };
  };
})"""


def last_question() -> str:
    return QUESTION.replace("/1/", f"/{len(worksheets()[PLACE[0]].pages)}/")


def test_online_what_is_typed_is_kept_without_pressing_anything(
    phone: Phones, dossier: Dossier, client: Person
) -> None:
    context = phone(client)
    page = opens(context, QUESTION)
    page.get_by_label("Op welke dagen ik kom").check()
    writes(page, "Eerst alleen de ochtend")
    says(page, "Bewaard.")
    page.get_by_role("button", name="Volgende").click()
    page.wait_for_url("**/vraag/2/")
    value = answers(dossier).value
    assert value["own"] == "Eerst alleen de ochtend"
    assert len(value["choices"]) == 1
    assert page.evaluate(KEPT) == NOTHING


def test_without_a_link_and_without_an_own_device_the_page_stays_open_and_says_so(
    phone: Phones, dossier: Dossier, client: Person
) -> None:
    context = phone(client)
    page = opens(context, QUESTION)
    context.set_offline(True)
    writes(page, "Rustig aan")
    page.get_by_role("button", name="Volgende").click()
    says(page, "Geen verbinding. Laat deze bladzijde open.")
    assert page.url.endswith(QUESTION)
    assert page.evaluate(KEPT) == NOTHING
    context.set_offline(False)
    says(page, "Bewaard.")
    assert answers(dossier).value["own"] == "Rustig aan"


def test_on_an_own_device_writing_goes_on_without_a_link_over_a_closed_tab(
    phone: Phones, dossier: Dossier, client: Person
) -> None:
    context = phone(client)
    keeps_the_folder(context)
    context.set_offline(True)
    page = opens(context, QUESTION)
    says(page, OFFLINE)
    writes(page, "Lunchen met het team")
    page.get_by_role("button", name="Volgende").click()
    page.wait_for_url("**/vraag/2/")
    assert "Lunchen" not in page.evaluate(SEALED)
    page = opens(context, last_question())
    page.get_by_role("button", name="Klaar").click()
    page.wait_for_url("**/talk-with-my-boss/**klaar")
    page.close()

    page = opens(context, "/werkmap/")
    expect(page.get_by_text("Hier was je mee bezig")).to_be_visible()
    expect(page.get_by_text("Lunchen met het team")).to_be_visible()
    assert axe_finds(page) == []
    page = opens(context, QUESTION)
    expect(page.get_by_label("Of in je eigen woorden")).to_have_value("Lunchen met het team")
    assert axe_finds(page) == []

    context.set_offline(False)
    says(page, "Bewaard.")
    assert answers(dossier).value["own"] == "Lunchen met het team"
    assert PLACE[0] in folder(dossier).finished, (
        "*Klaar* without a link came along, though a question stayed empty"
    )


def test_two_phones_without_a_link_write_at_the_same_question_and_both_are_kept(
    phone: Phones, dossier: Dossier, client: Person
) -> None:
    phones = [phone(client), phone(client)]
    for number, context in enumerate(phones, 1):
        keeps_the_folder(context)
        writes_offline(context, f"Telefoon {number}")
    for context in phones:
        context.set_offline(False)
        page = opens(context, "/werkmap/toestel/")
        expect(page.get_by_text("Je werkmap staat op dit apparaat.")).to_be_visible()
        page = opens(context, QUESTION)
        page.wait_for_function(NOTHING_WAITS)
    page.reload()
    expect(page.get_by_text("Je schreef dit op twee plekken")).to_be_visible()
    assert {kept.value["own"] for kept in answers(dossier).standing} == {"Telefoon 1", "Telefoon 2"}
    page.get_by_role("button", name="Versie 1 blijft staan").click()
    expect(page.get_by_text("Je schreef dit op twee plekken")).to_have_count(0)
    now = answers(dossier)
    assert now.value["own"] == "Telefoon 1"
    assert {kept.value["own"] for kept in now.earlier} == {"Telefoon 1", "Telefoon 2"}


def test_what_a_closed_dossier_does_not_take_stays_readable_on_the_device(
    phone: Phones, dossier: Dossier, client: Person
) -> None:
    context = phone(client)
    keeps_the_folder(context)
    writes_offline(context, "Dit wil ik bewaren")
    closes(dossier)
    context.set_offline(False)
    page = opens(context, QUESTION)
    says(page, "Je tekst is niet weg.")
    page.get_by_role("link", name="Kijk wat er wacht").click()
    expect(page.get_by_text("Dit wil ik bewaren")).to_be_visible()
    expect(page.get_by_text("Dit dossier is gesloten.")).to_be_visible()


def closes(dossier: Dossier) -> None:
    client = client_of(dossier)
    with acting_as(client):
        Dossier.objects.filter(pk=dossier.pk).update(closed_on=days_ago(0))


LONG_AGO = """() => new Promise((resolve) => {
  const asked = indexedDB.open("spoorboek-folder");
  asked.onsuccess = () => {
    const store = asked.result.transaction("owner", "readwrite").objectStore("owner");
    store.get("owner").onsuccess = (found) => {
      const owner = { ...found.target.result, seenAt: Date.now() - 15 * 86400000 };
      store.put(owner, "owner").onsuccess = () => {
        asked.result.close();
        resolve();
      };
    };
  };
})"""


def test_after_a_long_time_without_a_link_the_folder_locks_and_nothing_is_lost(
    phone: Phones, dossier: Dossier, client: Person
) -> None:
    context = phone(client)
    keeps_the_folder(context)
    page = writes_offline(context, "Nog van voor het slot")
    page.evaluate(LONG_AGO)
    page = opens(context, QUESTION)
    expect(page.get_by_text("Je werkmap is daarom op slot.")).to_be_visible()
    context.set_offline(False)
    page = opens(context, QUESTION)
    expect(page.get_by_label("Of in je eigen woorden")).to_have_value("Nog van voor het slot")
    says(page, "Bewaard.")
    assert answers(dossier).value["own"] == "Nog van voor het slot"


TAKEN_ALONG = """async () => {
  const inside = (request) => new Promise((done) => (request.onsuccess = () => done(request.result)));
  for (;;) {
    await new Promise((soon) => setTimeout(soon, 50));
    if (!(await indexedDB.databases()).length) continue;
    const opened = await inside(indexedDB.open("spoorboek-folder"));
    const sheets = await inside(opened.transaction("sheets").objectStore("sheets").count());
    opened.close();
    if (sheets) return;
  }
}"""


def test_where_the_browser_threw_the_copy_away_it_is_taken_along_again(phone: Phones, client: Person) -> None:
    context = phone(client)
    page = keeps_the_folder(context)
    page.evaluate(
        "() => new Promise((done) => { indexedDB.deleteDatabase('spoorboek-folder').onsuccess = done; })"
    )
    page = opens(context, QUESTION)
    page.evaluate(TAKEN_ALONG)
    context.set_offline(True)
    page = opens(context, QUESTION)
    says(page, OFFLINE)
    expect(page.get_by_label("Of in je eigen woorden")).to_be_visible()
