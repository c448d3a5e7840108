"""What a client does with the work folder on a phone, and where to look afterwards."""

from playwright.sync_api import BrowserContext, Page, expect

from spoorboek.dossiers.models import Dossier
from spoorboek.people.actor import acting_as
from spoorboek.programme.folder.access import Folder, folder_of
from spoorboek.programme.folder.merging import Page as Answers
from tests.builders import client_of

QUESTION = "/werkmap/blad/talk-with-my-boss/vraag/1/"
PLACE = ("talk-with-my-boss", "goal")
KEPT = """async () => ({
  databases: (await indexedDB.databases()).map((each) => each.name),
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"databases": [], "caches": [], "workers": 0}
PATIENCE = 15_000.0
OFFLINE = "Geen verbinding. Wat je schrijft staat op dit apparaat."


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
