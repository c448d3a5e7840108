"""Client and coach beside each other: steps, an event, a voice, the quiet place, a lost link, stop."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from spoorboek.people.models import Person
from spoorboek.site.launch.chromium import needed
from tests.browser.chrome import SWITCHES, axe_finds
from tests.browser.pictures import picture_of
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
CALM_AFTER = 25_000


@pytest.fixture(scope="module")
def chromium(address: str) -> Iterator[Browser]:
    """A browser that draws without a graphics card, and has a microphone that beeps."""
    switches = [one for one in SWITCHES if one != "--disable-gpu"] + DRAWING + A_MICROPHONE + FREE
    with pytest.MonkeyPatch.context() as patched, sync_playwright() as playwright:
        patched.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        opened = playwright.chromium.launch(executable_path=needed(), args=switches)
        yield opened
        opened.close()


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


def shows(page: Page, part: str, text: str) -> None:
    expect(page.locator(f"[data-{part}]").first).to_contain_text(text, timeout=PATIENCE)


def rates(client: Page, value: int) -> None:
    """Say how tense one is, in the way the page asks for it."""
    client.evaluate("(value) => window.__play.do({type: 'rate', value})", value)


def test_a_coach_leads_a_session_and_the_client_stays_in_charge(chromium: Browser, address: str) -> None:
    pair = practising()
    small = {"width": 640, "height": 480}
    with (
        screen(chromium, address, pair.client, small) as theirs,
        screen(chromium, address, pair.coach, TABLET) as ours,
    ):
        client, coach = theirs.new_page(), ours.new_page()
        client.goto(f"{address}/oefenen-met-vr/{pair.session.pk}/")
        coach.goto(f"{address}/oefenen-met-vr/{pair.session.pk}/live/")
        shows(coach, "link-text", "is verbonden")
        shows(coach, "phase", "nog niet begonnen")
        client.get_by_role("button", name="Begin").click()
        shows(coach, "phase", "loopt")
        picture_of(coach, "live-1024")
        assert not axe_finds(coach)
