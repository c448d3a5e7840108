"""Practising on a screen: by keyboard alone, on a phone, without a picture, and how loud it can become."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from spoorboek.people.policy import Role
from spoorboek.site.launch.frontend import FOLDER, node_folder
from tests.browser.cast import Demo
from tests.browser.chrome import axe_finds
from tests.browser.conftest import Readers
from tests.browser.pictures import picture
from tests.browser.reader import PATIENCE, PHONE, Reader

SCENE = "/scenes/manager-talk/"
WITHOUT_PICTURE = "sessionStorage.setItem('spoorboek-practice', JSON.stringify({picture: false}))"
RECORDING = FOLDER / "vr" / "proof" / "recording.ts"


def is_sound(one: Reader) -> None:
    """Each moment is judged: they share an address."""
    one.finds_it_sound()
    assert axe_finds(one.page) == []


def stays_home(one: Reader) -> list[str]:
    """Requests to anywhere but our own site, as they come."""
    strangers: list[str] = []
    one.page.on(
        "request",
        lambda request: strangers.append(request.url) if not request.url.startswith(one.address) else None,
    )
    return strangers


def rates(one: Reader, value: int) -> None:
    """Chooses a number with the keyboard and sends it."""
    scale = one.page.locator(".player-question:visible").first
    scale.locator("input").nth(0).focus()
    one.types(*["ArrowRight"] * value, "Enter")


def test_somebody_practises_with_the_keyboard_alone(reader: Readers, people: Demo, demo_mode: None) -> None:
    """Without the picture, which asks much of a machine that draws by itself; the phone below has it."""
    desk = reader(people.who(Role.COACH))
    desk.context.add_init_script(WITHOUT_PICTURE)
    strangers = stays_home(desk)
    desk.opens(SCENE).sees("Voor je begint", "Stoppen kan altijd", "Het geluid begint zacht.")
    assert desk.page.locator(".player-stage").is_hidden(), "nothing starts by itself"
    rates(desk, 3)
    desk.sees("Dank je. Je cijfer is 3.")
    is_sound(desk)

    desk.tabs_to("Waar begin je?").tabs_to("Begin").types("Enter")
    desk.sees("Karin", "kijkt vriendelijk", "Wat zeg jij?")
    first = desk.page.locator(".player-speech__text").inner_text()
    is_sound(desk)
    picture(desk, "oefenen-gesprek")
    desk.types("1")
    expect(desk.page.locator(".player-speech__text")).not_to_have_text(first)
    desk.tabs_to("Een trede hoger").types("Enter")
    desk.sees("Trede 2 van")

    desk.types("r")
    desk.sees("Je bent op de rustplek", "Er gebeurt hier niets.")
    is_sound(desk)
    picture(desk, "oefenen-rustplek")
    desk.tabs_to("Terug naar het oefenen").types("Enter")
    desk.sees("Wat zeg jij?").tabs_to("Een trede hoger").types("Enter")
    desk.sees("Even een cijfer", "Eerst een cijfer, dan een trede hoger.")
    is_sound(desk)
    rates(desk, 9)
    desk.sees("Dat is veel spanning. Je bent nu op de rustplek.")

    desk.types("Escape")
    desk.sees("Gestopt. Dat is goed.", "Een kleine stap in het echt")
    is_sound(desk)
    desk.tabs_to("Kijk vanaf de andere stoel").types("Enter")
    desk.sees("Vanaf de stoel van Karin", "Wat Karin voelde", "Jij zei")
    is_sound(desk)
    desk.tabs_to("Sluit het terugkijken").types("Enter")
    desk.sees("Gestopt. Dat is goed.").tabs_to("Oefen nog een keer").types("Enter")
    desk.sees("Voor je begint")
    assert strangers == []


def test_it_fits_a_phone_and_keeps_how_somebody_wants_it(
    reader: Readers, people: Demo, demo_mode: None
) -> None:
    phone = reader(people.who(Role.COACH), PHONE)
    phone.opens(SCENE).presses("Begin").sees("Wat zeg jij?", "Rustplek")
    phone.page.get_by_role("img", name="Het beeld").wait_for(timeout=PATIENCE)
    is_sound(phone)
    phone.presses("Instellingen").sees("Geluiden in woorden")
    is_sound(phone)
    for choice in ("Heel groot", "Meer contrast"):
        phone.page.get_by_label(choice).check()
    phone.page.get_by_label("Laat het beeld zien").uncheck()
    phone.types("Escape").sees("Het staat stil")
    is_sound(phone)
    phone.presses("Ga verder").sees("Wat zeg jij?")
    assert phone.page.locator(".player-picture__canvas").is_hidden()
    for always in ("Stop", "Rustplek", "Zachter"):
        assert phone.button(always).bounding_box()["height"] >= 44  # type: ignore[index]
    picture(phone, "oefenen-telefoon-groot")
    phone.presses("Stop").sees("Gestopt. Dat is goed.")
    phone.opens(SCENE)
    assert phone.page.locator(".player").get_attribute("data-text") == "largest"


@pytest.fixture(scope="module")
def studio(browser: Browser) -> Iterator[Page]:
    """A page with the sounds of the engine and a scene, in which can be measured how loud it is."""
    node, script = node_folder() / "bin" / "node", Path(__file__).with_name("bundle.mjs")
    made = subprocess.run(
        [str(node), str(script), str(RECORDING), "studio"], check=True, capture_output=True, text=True
    )
    page = browser.new_page()
    page.evaluate(made.stdout.replace("var studio", "window.studio", 1))
    yield page
    page.close()


def loud(page: Page, **how: object) -> dict[str, float]:
    return dict(page.evaluate("(how) => studio.recorded(how)", how))


def test_the_noise_dial_makes_it_louder_and_nothing_passes_the_ceiling(studio: Page) -> None:
    soft, middle, most = (loud(studio, noise=noise, volume=0.7)["loudness"] for noise in (0, 4, 10))
    assert soft < middle < most
    everything = loud(studio, noise=10, volume=1, gain=8)
    assert everything["peak"] <= everything["ceiling"] + 1e-4
    assert everything["panners"] <= 8


def test_it_begins_silent_and_a_pause_is_silence(studio: Page) -> None:
    assert loud(studio, noise=10, volume=1)["first"] < 0.002
    assert loud(studio, noise=10, volume=1, phase="paused")["peak"] < 1e-4
    assert loud(studio, noise=10, volume=0)["peak"] < 1e-4


def test_softer_is_softer_and_mono_is_the_same_in_both_ears(studio: Page) -> None:
    assert loud(studio, noise=8, volume=0.3)["loudness"] < 0.6 * loud(studio, noise=8, volume=0.7)["loudness"]
    assert loud(studio, noise=8, volume=0.7)["apart"] > 0
    assert loud(studio, noise=8, volume=0.7, mono=True)["apart"] < 1e-6
