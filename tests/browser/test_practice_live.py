"""Client and coach beside each other: steps, an event, a voice, the quiet place, a lost link, stop."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from spoorboek.people.models import Person
from spoorboek.practice.sessions.models import Session
from tests.browser.chrome import SWITCHES, axe_finds, opened_browser
from tests.browser.pictures import screen as picture
from tests.practice_live.cast import practising
from tests.signed_in import signed_in

DRAWING = [
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
]
A_MICROPHONE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--mute-audio"]
FREE = ["--autoplay-policy=no-user-gesture-required"]
TABLET = {"width": 1024, "height": 768}
PATIENCE = 20_000
"""Milliseconds: the picture is drawn in software here."""
SHOTS = os.environ.get("SHOTS")


@pytest.fixture(scope="module")
def chromium(address: str) -> Iterator[Browser]:
    """A browser that draws without a graphics card, and has a microphone that beeps."""
    switches = [one for one in SWITCHES if one != "--disable-gpu"] + DRAWING + A_MICROPHONE + FREE
    with opened_browser(switches, sounds=True) as opened:
        yield opened


@contextmanager
def screen(
    chromium: Browser, address: str, someone: Person, size: dict[str, int]
) -> Iterator[BrowserContext]:
    """A device on which this person is signed in; it may not call anyone but the site, nor complain."""
    context = chromium.new_context(viewport=size, locale="nl-NL")  # type: ignore[arg-type]
    cookie = signed_in(someone).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": address}])
    said: list[str] = []
    context.on(
        "request", lambda one: said.append(one.url) if not one.url.startswith((address, "data:")) else None
    )
    context.on("console", lambda one: said.append(one.text) if one.type == "error" else None)
    yield context
    context.close()
    assert [one for one in said if "WebSocket" not in one and "ERR_INTERNET" not in one] == []


def seen(page: Page, name: str) -> None:
    for width, height in ((1024, 768), (1280, 800), (360, 740)) if SHOTS else ():
        page.set_viewport_size({"width": width, "height": height})
        page.screenshot(path=f"{SHOTS}/{name}-{width}.png", full_page=width == 360)
    page.set_viewport_size({"width": TABLET["width"], "height": TABLET["height"]})


def shows(page: Page, part: str, text: str) -> None:
    expect(page.locator(f"[data-{part}]").first).to_contain_text(text, timeout=PATIENCE)


def rates(client: Page, value: int) -> None:
    """Say how tense one is, in the way the page asks for it."""
    question = client.locator(".player-question:visible").first
    if not question.count():
        client.get_by_role("button", name="Een trede hoger").click()
    question.locator("input").nth(value).check(force=True)
    question.get_by_role("button").first.click()


def test_a_coach_leads_a_session_and_the_client_stays_in_charge(chromium: Browser, address: str) -> None:
    pair = practising()
    small = {"width": 640, "height": 480}
    with (
        screen(chromium, address, pair.client, small) as theirs,
        screen(chromium, address, pair.coach, TABLET) as ours,
    ):
        client, coach = theirs.new_page(), ours.new_page()
        coach.goto(f"{address}/oefenen-met-vr/{pair.session.pk}/live/")
        shows(coach, "link-text", "is er nog niet")
        client.goto(f"{address}/oefenen-met-vr/{pair.session.pk}/")
        client.evaluate(
            "() => { window.did = [];"
            " document.addEventListener('practice:moment', (told) => window.did.push(told.detail.type)); }"
        )
        shows(coach, "link-text", "is verbonden")
        client.get_by_role("button", name="Begin", exact=True).click()
        shows(coach, "phase", "op de rustplek")
        client.get_by_role("button", name="Naar het oefenen").dispatch_event("click")
        shows(coach, "phase", "loopt")
        shows(coach, "waits", "vraag eerst hoe gespannen")
        rates(client, 3)
        expect(coach.locator("[data-tension]")).to_have_text("3", timeout=PATIENCE)
        seen(coach, "live")
        goes_a_step_higher(coach, client)
        picture(coach, "oefenen-begeleiden", 1280, 800)
        picture(client, "oefenen", 360, 740)
        happens(coach, client)
        speaks(coach, client)
        loses_the_link(theirs, client, coach)
        rests_and_stops(client, coach)
    kept = pair.moments()
    assert {"phase", "rating", "step", "event", "voice", "node"} <= {kind for _n, kind in kept}
    assert [n for n, _kind in kept] == list(range(1, len(kept) + 1))
    assert pair.state() == Session.State.LOOKING_BACK


def goes_a_step_higher(coach: Page, client: Page) -> None:
    here = coach.locator("[data-step][aria-current]")
    before = here.get_attribute("data-step")
    expect(coach.locator("[data-up]")).to_have_attribute("aria-disabled", "false", timeout=PATIENCE)
    coach.locator("[data-up]").click()
    coach.get_by_role("button", name="zei ja").click()
    expect(here).not_to_have_attribute("data-step", str(before), timeout=PATIENCE)
    shows(coach, "waits", "vraag eerst hoe gespannen")


def has_done(client: Page, sort: str, times: int) -> None:
    """The client's screen did what the coach asked; one that loses the link first does only what calms."""
    client.wait_for_function(
        "([sort, times]) => window.did.filter((one) => one === sort).length >= times",
        arg=[sort, times],
        timeout=PATIENCE,
    )


def happens(coach: Page, client: Page) -> None:
    coach.locator("[data-event]").first.click()
    has_done(client, "event", 1)


def speaks(coach: Page, client: Page) -> None:
    """The fake microphone beeps; what arrives is played, and the mouth of that person moves."""
    coach.get_by_label("Stem").select_option("-4")
    coach.locator("[data-voice-button]").click()
    expect(coach.locator("[data-voice]").first).to_have_attribute("data-state", "on", timeout=PATIENCE)
    shows(coach, "voice-said", "hoort je als")
    client.wait_for_function(
        "() => { const heard = document.querySelector('audio[data-voice]');"
        " return heard && heard.srcObject.getAudioTracks().some((track) => track.readyState === 'live'); }"
    )
    has_done(client, "voice", 1)
    coach.locator("[data-voice-button]").click()
    shows(coach, "voice-said", "uit")
    has_done(client, "voice", 2)


def loses_the_link(theirs: BrowserContext, client: Page, coach: Page) -> None:
    theirs.set_offline(True)
    client.evaluate("window.dispatchEvent(new Event('online'))")
    shows(coach, "alert-text", "is weg")
    rates(client, 4)
    theirs.set_offline(False)
    client.evaluate("window.dispatchEvent(new Event('online'))")
    shows(coach, "alert-text", "is weer verbonden")
    expect(coach.locator("[data-tension]")).to_have_text("4", timeout=PATIENCE)


def rests_and_stops(client: Page, coach: Page) -> None:
    coach.locator("[data-quiet]").click()
    expect(client.get_by_text("Je bent op de rustplek").first).to_be_visible(timeout=PATIENCE)
    shows(coach, "phase", "rustplek")
    assert not axe_finds(coach)
    coach.locator("[data-stop]").click()
    shows(coach, "phase", "afgelopen")
    expect(coach.locator("[data-over]")).to_be_visible()
    expect(client.get_by_text("Dat is goed").first).to_be_visible(timeout=PATIENCE)
