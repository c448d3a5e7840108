"""The client's pages in a real browser: a narrow phone, large letters, dark, scripts off, judged by axe."""

from collections.abc import Iterator

import pytest
from django.conf import LazySettings
from django.urls import reverse
from playwright.sync_api import Browser

from spoorboek.dossiers.models import Dossier
from spoorboek.people.models import Person
from tests.browser.chrome import axe_finds, opened_browser
from tests.builders import Company
from tests.dossiers import stages
from tests.dossiers.client_pages import NAMES, employee
from tests.signed_in import signed_in
from tests.site.test_face_browser import Site

pytestmark = pytest.mark.browser
STATION = ("my_station", "problem-analysis-0")
TALK = ("my_talk", "company_doctor")
EVERY_OPEN = "?alles"


class SignedInSite(Site):
    """Renders pages as somebody who is signed in."""

    def __init__(self, browser: Browser, settings: LazySettings, who: Person) -> None:
        super().__init__(browser, settings)
        self.who = who

    def rendered(self, address: str, **cookies: str) -> None:
        client = signed_in(self.who)
        for name, value in cookies.items():
            client.cookies[name] = value
        answer = client.get(address, headers={"host": "localhost", "accept-encoding": "identity"})
        assert answer.status_code == 200
        self.pages[address] = (answer.content, dict(answer.headers.items()))


@pytest.fixture(scope="module")
def browser(django_db_setup: None) -> Iterator[Browser]:
    with opened_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def halfway(browser: Browser) -> Dossier:
    return stages.halfway(Company())


@pytest.fixture
def site(browser: Browser, settings: LazySettings, halfway: Dossier) -> Iterator[Site]:
    yield SignedInSite(browser, settings, employee(halfway))
    for context in browser.contexts:
        context.close()


def addresses() -> list[tuple[str, ...]]:
    return [*((name,) for name in NAMES), STATION, TALK]


@pytest.mark.parametrize("place", addresses(), ids="-".join)
def test_axe_finds_nothing(site: Site, place: tuple[str, ...]) -> None:
    address = reverse(place[0], args=place[1:]) + (EVERY_OPEN if place == ("my_route",) else "")
    for theme in ("light", "dark"):
        site.rendered(address, spoorboek_theme=theme)
        page = site.opened(address, 320, bypass_csp=True)
        assert axe_finds(page) == []
    assert site.complaints == []


@pytest.mark.parametrize("place", addresses(), ids="-".join)
def test_nothing_runs_off_a_narrow_phone_with_the_largest_letters(site: Site, place: tuple[str, ...]) -> None:
    address = reverse(place[0], args=place[1:])
    site.rendered(address, spoorboek_text="larger")
    assert site.opened(address, 320).evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("place", addresses(), ids="-".join)
def test_what_can_be_pressed_is_large_enough_for_a_thumb(site: Site, place: tuple[str, ...]) -> None:
    address = reverse(place[0], args=place[1:])
    site.rendered(address)
    small = site.opened(address, 360).evaluate(
        """() => [...document.querySelectorAll('main button, main summary, main .utrecht-button, main .text-button')]
          .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 47.5)
          .map((one) => `${one.innerText}: ${one.getBoundingClientRect().height}`)"""
    )
    assert small == []


def test_without_scripts_a_station_opens_its_explanation(site: Site) -> None:
    address = reverse("my_route")
    site.rendered(address)
    page = site.opened(address, 360, java_script_enabled=False)
    station = page.locator("#problem-analysis-0")
    told = station.get_by_text("Wat mag ik meenemen?")
    assert not told.is_visible()
    station.locator("summary").first.click()
    assert told.is_visible()
    assert not page.locator(".read-aloud").first.is_visible()
