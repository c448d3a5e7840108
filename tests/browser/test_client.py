"""The person it is about, on a phone: one next step, in plain words, with scripts off; and what others see of it."""

from playwright.sync_api import expect

from spoorboek.people.policy import Role
from tests.browser.cast import Demo
from tests.browser.conftest import Readers
from tests.browser.pictures import picture
from tests.browser.reader import PHONE


def test_on_a_phone_without_scripts_everything_of_the_client_works(
    reader: Readers, people: Demo, demo_mode: None
) -> None:
    reader(people.who(Role.CASE_MANAGER)).opens(people.path("Fatma")).sees("Fatma Yilmaz")
    supervisor = reader(people.who(Role.SUPERVISOR))
    before = supervisor.opens("/mijn-team/").words() + supervisor.opens(people.path("Fatma")).words()

    fatma = reader(people.person("Fatma"), PHONE, scripts=False)
    fatma.opens("/vandaag/").sees("Dag Fatma", "Gesprek met de bedrijfsarts", "Ruben Meijer")
    fatma.presses("Nu even niet").sees("Rust is goed.", "Laat de kaart weer zien")
    after = supervisor.opens("/mijn-team/").words() + supervisor.opens(people.path("Fatma")).words()
    assert after == before, "the client's folding shows on the employer's side"
    fatma.presses("Laat de kaart weer zien").sees("Nu even niet")

    fatma.follows("Ik kan niet komen").sees("Kun je niet komen?", "Je hoeft niet te zeggen waarom.")
    fatma.presses("Ik kan niet komen").sees("Je zei: ik kan niet komen")
    supervisor.opens(people.path("Fatma")).sees("Kan dan niet. Kies samen een nieuw moment.")
    fatma.presses("Ik kan toch komen").sees("Gesprek met de bedrijfsarts")

    fatma.follows("Mijn route").sees("Dit is je weg vanaf de eerste ziektedag.")
    station = fatma.page.locator("details.station__details").filter(has_text="Melding aan UWV na 42 weken")
    station.locator("summary").first.click()
    expect(station).to_contain_text("Wat mag ik vragen?")
    expect(station).to_contain_text("Waarom deze dag?")

    fatma.follows("Wie ziet wat").sees("Wie mag kijken?", "Dit ziet niemand op je werk")
    fatma.sees("Anouk de Graaf (casemanager) keek naar")


def test_with_scripts_the_same_pages_are_sound_and_read_aloud(
    reader: Readers, people: Demo, demo_mode: None
) -> None:
    reader(people.who(Role.CASE_MANAGER)).opens(people.path("Fatma"))
    fatma = reader(people.person("Fatma"), PHONE)
    for path, name in (
        ("/vandaag/", "vandaag"),
        ("/mijn-route/", "mijn-route"),
        ("/wie-ziet-wat/", "wie-ziet-wat"),
    ):
        fatma.opens(path).sees("Lees voor" if name != "mijn-route" else "Mijn route")
        picture(fatma, name)
    fatma.opens("/contact/").sees("Iemand bellen").opens("/tolk/").sees("Interpreter")


def test_on_a_wide_screen_the_client_reads_the_same(reader: Readers, people: Demo, demo_mode: None) -> None:
    fatma = reader(people.person("Fatma"))
    fatma.opens("/vandaag/").sees("Dag Fatma").opens("/mijn-route/").sees("Spoor 2 · werk ergens anders")
    fatma.opens("/wie-ziet-wat/").sees("Wie keek er?")
