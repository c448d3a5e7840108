"""The work folder on a phone of one's own: written without a link, kept over a closed tab, wiped at signing out."""

import io
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from spoorboek.dossiers.models import Dossier
from spoorboek.methods.worksheets import worksheets
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Person
from spoorboek.programme.folder.access import Folder, attachment, folder_of
from spoorboek.programme.folder.merging import Page as Answers
from spoorboek.programme.folder.models import Attachment
from tests.browser.chrome import axe_finds, opened_browser
from tests.browser.live import running_site
from tests.builders import Company, client_of, days_ago
from tests.signed_in import signed_in

pytestmark = pytest.mark.browser
Phones = Callable[[Person], BrowserContext]
QUESTION = "/werkmap/blad/talk-with-my-boss/vraag/1/"
PLACE = ("talk-with-my-boss", "goal")
KEPT = """async () => ({
  databases: (await indexedDB.databases()).map((each) => each.name),
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"databases": [], "caches": [], "workers": 0}
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
SLOWLY = """() => {
  const listed = indexedDB.databases.bind(indexedDB);
  indexedDB.databases = () => new Promise((resolve) => setTimeout(() => resolve(listed()), 1500));
}"""
"""A phone on which opening the folder takes its time."""
PATIENCE = 15_000.0
OFFLINE = "Geen verbinding. Wat je schrijft staat op dit apparaat."


@pytest.fixture(scope="module")
def address(django_db_setup: None) -> Iterator[str]:
    with running_site() as here:
        yield here


@pytest.fixture(scope="module")
def browser(address: str) -> Iterator[Browser]:
    with opened_browser() as opened:
        yield opened


@pytest.fixture
def dossier(browser: Browser) -> Dossier:
    return Company().dossier(days_ago(40))


@pytest.fixture
def client(dossier: Dossier) -> Person:
    with acting_as(client_of(dossier)):
        return dossier.employment.person


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Phones]:
    """A phone of someone's, signed in; each has its own storage."""
    made: list[BrowserContext] = []

    def new(someone: Person) -> BrowserContext:
        context = browser.new_context(
            viewport={"width": 360, "height": 780},
            locale="nl-NL",
            base_url=address,
            permissions=["microphone"],
        )
        cookie = signed_in(someone).cookies[settings.SESSION_COOKIE_NAME]
        context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])
        made.append(context)
        return context

    yield new
    for context in made:
        context.close()


def opens(context: BrowserContext, path: str) -> Page:
    page = context.pages[0] if context.pages else context.new_page()
    page.goto(path)
    return page


def keeps_the_folder(context: BrowserContext) -> Page:
    """*Ja, dit is mijn eigen apparaat*."""
    page = opens(context, "/werkmap/toestel/")
    page.get_by_role("button", name="Ja, dit is mijn eigen apparaat").click()
    expect(page.get_by_text("Je werkmap staat op dit apparaat.")).to_be_visible()
    return page


def writes(page: Page, words: str) -> None:
    page.get_by_label("Of in je eigen woorden").fill(words)


def writes_offline(context: BrowserContext, words: str) -> Page:
    """An answer without a link, kept on the device and left there."""
    context.set_offline(True)
    page = opens(context, QUESTION)
    says(page, OFFLINE)
    writes(page, words)
    page.get_by_role("button", name="Bewaar en stop voor nu").click()
    page.wait_for_url("**/werkmap/")
    return page


def says(page: Page, words: str) -> None:
    expect(page.locator("#folder-status")).to_contain_text(words, timeout=PATIENCE)


def folder(dossier: Dossier) -> Folder:
    client = client_of(dossier)
    with acting_as(client):
        return folder_of(client, dossier.pk)


def answers(dossier: Dossier) -> Answers:
    return folder(dossier).page(*PLACE)


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
    page.wait_for_load_state("networkidle")
    assert PLACE[0] in folder(dossier).finished, (
        "*Klaar* without a link came along, though a question stayed empty"
    )


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


def test_two_phones_without_a_link_write_at_the_same_question_and_both_are_kept(
    phone: Phones, dossier: Dossier, client: Person
) -> None:
    phones = [phone(client), phone(client)]
    for number, context in enumerate(phones, 1):
        keeps_the_folder(context)
        context.set_offline(True)
        page = opens(context, QUESTION)
        says(page, OFFLINE)
        writes(page, f"Telefoon {number}")
        page.get_by_role("button", name="Bewaar en stop voor nu").click()
        page.wait_for_url("**/werkmap/")
    for context in phones:
        context.set_offline(False)
        page = opens(context, "/werkmap/toestel/")
        expect(page.get_by_text("Je werkmap staat op dit apparaat.")).to_be_visible()
        page = opens(context, QUESTION)
        page.wait_for_load_state("networkidle")
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
    context.set_offline(True)
    page = opens(context, QUESTION)
    writes(page, "Dit wil ik bewaren")
    page.get_by_role("button", name="Bewaar en stop voor nu").click()
    page.wait_for_url("**/werkmap/")
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


def photo_with_a_place() -> bytes:
    """A large photo that says where it was taken."""
    made = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "Camera van Fatma"
    exif.get_ifd(0x8825)[1] = "N"
    Image.effect_noise((2400, 1800), 60).convert("RGB").save(made, "JPEG", quality=95, exif=exif)
    return made.getvalue()


def test_a_photo_without_a_link_is_made_smaller_loses_its_place_and_arrives_later(
    phone: Phones, dossier: Dossier, client: Person
) -> None:
    context = phone(client)
    keeps_the_folder(context)
    context.set_offline(True)
    page = opens(context, QUESTION)
    page.get_by_text("Liever een foto of je stem?").click()
    large = photo_with_a_place()
    assert b"Camera van Fatma" in large
    page.locator("#photo").set_input_files({"name": "x.jpg", "mimeType": "image/jpeg", "buffer": b"no photo"})
    expect(page.get_by_text("Deze foto kunnen we niet openen.")).to_be_visible()
    page.locator("#photo").set_input_files({"name": "blad.jpg", "mimeType": "image/jpeg", "buffer": large})
    expect(page.get_by_role("img", name="Je foto")).to_be_visible()
    context.set_offline(False)
    says(page, "Bewaard.")
    (key,) = answers(dossier).value["attachments"]
    owner = client_of(dossier)
    with acting_as(owner):
        row = Attachment.objects.get(pk=key)
        _row, content = attachment(owner, row.pk)
    assert row.kind == Attachment.Kind.PHOTO
    assert len(content) < 1_300_000 < len(large)
    kept = Image.open(io.BytesIO(content))
    assert max(kept.size) <= 1600
    assert not kept.getexif()
    assert b"Fatma" not in content


A_VOICE = """() => {
  navigator.mediaDevices.getUserMedia = async () => {
    const room = new AudioContext();
    const tone = room.createOscillator();
    const here = room.createMediaStreamDestination();
    tone.connect(here);
    tone.start();
    return here.stream;
  };
}"""


def test_an_answer_is_spoken_with_the_keyboard_alone_and_heard_again(
    phone: Phones, dossier: Dossier, client: Person
) -> None:
    context = phone(client)
    page = opens(context, QUESTION)
    page.evaluate(A_VOICE)
    page.get_by_text("Liever een foto of je stem?").click()
    page.get_by_role("button", name="Spreek in").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Stop", exact=True)).to_be_focused()
    expect(page.get_by_text("We luisteren.")).to_be_visible()
    expect(page.locator("[data-voice-time]")).to_have_text("0:01")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Je opname")).to_be_visible()
    says(page, "Bewaard.")
    assert axe_finds(page) == []
    (key,) = answers(dossier).value["attachments"]
    owner = client_of(dossier)
    with acting_as(owner):
        row = Attachment.objects.get(pk=key)
    assert (row.kind, row.media_type) == (Attachment.Kind.VOICE, "audio/webm")


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
