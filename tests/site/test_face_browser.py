"""The style page in a real browser: every component, face, theme and width, judged by axe and by measuring.

The pages are rendered first and then given to the browser request by request, so that no server is needed.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route

from tests.browser.chrome import axe_finds, opened_browser

pytestmark = pytest.mark.browser

ORIGIN = "http://localhost"
FACES = ("professional", "client", "public")
THEMES = ("light", "dark", "contrast")
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2"}
TOUCHING = """() => {
  const words = (station) => [...station.querySelectorAll('.station__label span:not(.visually-hidden)')]
    .filter((span) => getComputedStyle(span).position !== 'absolute')
    .map((span) => {
      const range = document.createRange();
      range.selectNodeContents(span);
      return range.getBoundingClientRect();
    });
  const touch = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  return [...document.querySelectorAll('.route-map')].flatMap((map) => {
    const all = [...map.querySelectorAll('.station')];
    const stations = all.map((each) => ({ text: each.innerText, boxes: words(each) }));
    return stations.flatMap((one, index) => stations.slice(index + 1)
      .filter((other) => one.boxes.some((a) => other.boxes.some((b) => touch(a, b))))
      .map((other) => `${one.text} touches ${other.text}`));
  });
}"""


@pytest.fixture(scope="module")
def browser(django_db_setup: None) -> Iterator[Browser]:
    with opened_browser() as opened:
        yield opened


class Site:
    """Answers the browser's requests: pages rendered beforehand, files from the static folders."""

    def __init__(self, browser: Browser, settings: LazySettings) -> None:
        settings.DEMO = True
        self.browser = browser
        self.pages: dict[str, tuple[bytes, dict[str, str]]] = {}
        self.complaints: list[str] = []

    def rendered(self, address: str, **cookies: str) -> None:
        client = Client()
        for name, value in cookies.items():
            client.cookies[name] = value
        answer = client.get(address, headers={"host": "localhost"})
        assert answer.status_code == 200
        self.pages[address] = (answer.content, dict(answer.headers.items()))

    def opened(self, address: str, width: int, **context: Any) -> Page:
        made: BrowserContext = self.browser.new_context(viewport={"width": width, "height": 900}, **context)
        page = made.new_page()
        page.on("console", self.hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.route("**/*", self.answer)
        page.goto(ORIGIN + address)
        return page

    def hear(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.complaints.append(said.text)

    def answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN)
        if path in self.pages:
            body, headers = self.pages[path]
            route.fulfill(body=body, headers=headers)
            return
        found = finders.find(path.removeprefix("/static/"))
        assert isinstance(found, str), f"no third-party call and no missing file: {path}"
        route.fulfill(body=Path(found).read_bytes(), content_type=TYPES.get(Path(found).suffix, "text/plain"))


@pytest.fixture
def site(browser: Browser, settings: LazySettings) -> Iterator[Site]:
    made = Site(browser, settings)
    yield made
    for context in browser.contexts:
        context.close()


def test_axe_names_what_is_wrong(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content('<html lang="nl"><title>x</title><main><h1>x</h1><img src="data:,"></main></html>')
    assert axe_finds(page) == [("image-alt", ["img"])]
    page.close()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("face", FACES)
def test_axe_finds_nothing_on_any_face_in_any_theme(site: Site, face: str, theme: str) -> None:
    """On a phone once: colours are the same at any width."""
    address = f"/stijl/{face}/"
    site.rendered(address, spoorboek_theme=theme)
    for width in (320, 1280) if theme == "light" else (1280,):
        page = site.opened(address, width, bypass_csp=True)
        assert axe_finds(page) == []


@pytest.mark.parametrize("face", FACES)
def test_nothing_runs_off_a_narrow_phone_at_any_size_of_letters(site: Site, face: str) -> None:
    for letters in ("normal", "larger"):
        site.rendered(f"/stijl/{face}/", spoorboek_text=letters)
        page = site.opened(f"/stijl/{face}/", 320)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("letters", ["normal", "large", "larger"])
def test_no_two_labels_of_a_map_touch_at_any_size_of_letters(site: Site, letters: str) -> None:
    site.rendered("/stijl/professional/", spoorboek_text=letters)
    for width in (900, 1024, 1280, 1600):
        assert site.opened("/stijl/professional/", width).evaluate(TOUCHING) == []


@pytest.mark.parametrize("face", FACES)
def test_the_security_policy_refuses_nothing_of_our_own(site: Site, face: str) -> None:
    site.rendered(f"/stijl/{face}/")
    site.opened(f"/stijl/{face}/", 1280)
    assert site.complaints == []


def test_without_scripts_no_button_promises_to_read_aloud(site: Site) -> None:
    site.rendered("/stijl/client/")
    page = site.opened("/stijl/client/", 360, java_script_enabled=False)
    assert not page.locator(".read-aloud").first.is_visible()
    assert page.locator(".station__details").first.is_visible()


def test_a_device_without_a_voice_is_told_how_to_add_one(site: Site) -> None:
    site.rendered("/stijl/client/")
    page = site.opened("/stijl/client/", 360)
    page.evaluate("speechSynthesis.getVoices = () => []")
    page.locator(".read-aloud").first.click()
    assert "Android" in page.locator(".read-aloud-help").inner_text()


def test_a_slash_goes_to_the_search_box_and_escape_closes_a_menu(site: Site) -> None:
    site.rendered("/stijl/professional/")
    page = site.opened("/stijl/professional/", 1280)
    if page.locator(".search input").count():
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.id") == "search"
        page.evaluate("document.activeElement.blur()")
    page.locator("details.menu > summary").first.click()
    page.keyboard.press("Escape")
    assert page.locator("details.menu[open]").count() == 0
