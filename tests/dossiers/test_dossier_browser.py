"""The dossier, the list and the team in a real browser: axe, keyboard, narrow screens, the explanation in place."""

from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Page, Route

from spoorboek.dossiers.models import Dossier
from spoorboek.people.models import Person
from tests.browser.chrome import axe_finds, opened_browser
from tests.builders import Company, days_ago
from tests.dossiers import stages
from tests.signed_in import signed_in
from tests.site.test_face_browser import ORIGIN, TOUCHING

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser(django_db_setup: None) -> Iterator[Browser]:
    with opened_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def company(browser: Browser) -> Company:
    return Company()


@pytest.fixture(scope="module")
def halfway(company: Company) -> Dossier:
    return stages.halfway(company)


@pytest.fixture(scope="module")
def apart() -> Iterator[Executor]:
    """One thread in which Django answers: Playwright's own callbacks would each get a connection of their own."""
    with ThreadPoolExecutor(1) as made:
        yield made
        made.submit(connections.close_all).result()


class Reader:
    """Someone at a browser; every request of the page is answered by Django as this person."""

    def __init__(self, browser: Browser, apart: Executor, someone: Person) -> None:
        self.browser, self.apart = browser, apart
        self.django: Client = apart.submit(signed_in, someone).result()
        self.complaints: list[str] = []

    def at(self, address: str, width: int = 1280, **context: Any) -> Page:
        made = self.browser.new_context(viewport={"width": width, "height": 900}, locale="nl-NL", **context)
        page = made.new_page()
        page.on("console", lambda said: said.type == "error" and self.complaints.append(said.text))
        page.route("**/*", self.answer)
        page.goto(ORIGIN + address)
        return page

    def answer(self, route: Route) -> None:
        asked = route.request
        headers = {name: value for name, value in asked.headers.items() if name.startswith("hx-")}
        address = asked.url.removeprefix(ORIGIN).split("#")[0]
        route.fulfill(**self.apart.submit(self.answered, address, headers).result())

    def answered(self, address: str, headers: dict[str, str]) -> dict[str, Any]:
        found = self.django.get(address, headers={"accept-language": "nl", "host": "localhost", **headers})
        body = b"".join(found) if found.streaming else found.content
        return {"status": found.status_code, "body": body, "headers": dict(found.headers.items())}


@pytest.fixture
def manager(browser: Browser, apart: Executor, company: Company) -> Iterator[Reader]:
    yield Reader(browser, apart, company.case_manager)
    for context in browser.contexts:
        context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_on_the_list_and_at_any_stage(
    manager: Reader, company: Company, halfway: Dossier, width: int
) -> None:
    made = [halfway, company.dossier(days_ago(2)), stages.recovered(company), stages.withdrawn(company)]
    addresses = [reverse("dossier", args=[one.pk]) for one in made]
    others = [
        reverse("dossier_story", args=[halfway.pk]),
        reverse("caseload"),
        reverse("search") + "?q=niemand",
    ]
    for address in [*addresses, *others] if width == 1280 else [addresses[0], *others[:2]]:
        page = manager.at(address, width, bypass_csp=True)
        assert axe_finds(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_for_the_supervisor_and_the_doctor(
    browser: Browser, apart: Executor, company: Company, halfway: Dossier, width: int
) -> None:
    for someone, address in (
        (company.supervisor, reverse("team")),
        (company.doctor, reverse("dossier", args=[halfway.pk])),
    ):
        page = Reader(browser, apart, someone).at(address, width, bypass_csp=True)
        assert axe_finds(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_no_two_labels_of_the_map_touch_at_any_stage(
    manager: Reader, company: Company, halfway: Dossier
) -> None:
    for one in (
        halfway,
        stages.after_leave(company),
        stages.sanctioned(company),
        company.dossier(days_ago(2)),
    ):
        page = manager.at(reverse("dossier", args=[one.pk]), 900)
        assert page.evaluate(TOUCHING) == []
        page.set_viewport_size({"width": 1280, "height": 900})
        assert page.evaluate(TOUCHING) == []


def test_a_click_on_a_date_brings_its_explanation_beside_it(manager: Reader, halfway: Dossier) -> None:
    page = manager.at(reverse("dossier", args=[halfway.pk]))
    page.get_by_role("row", name="Loondoorbetaling").get_by_role("link").click()
    page.get_by_text("728 dagen").wait_for()
    assert page.locator("#waarom").count() == 1
    assert page.url.endswith(reverse("dossier", args=[halfway.pk]))
    assert manager.complaints == []


def test_in_the_table_of_all_dates_the_explanation_opens_under_its_row(
    manager: Reader, halfway: Dossier
) -> None:
    page = manager.at(reverse("dossier", args=[halfway.pk]))
    page.locator(".dates").get_by_role("link", name="42-wekenmelding").click()
    page.locator("#why-report-42-weeks-0").get_by_text("294 dagen erbij").wait_for()
    assert manager.complaints == []


def test_without_scripts_a_date_leads_to_its_explanation(manager: Reader, halfway: Dossier) -> None:
    page = manager.at(reverse("dossier", args=[halfway.pk]), java_script_enabled=False)
    page.get_by_role("row", name="Loondoorbetaling").get_by_role("link").click()
    assert page.url.endswith("?waarom=clock-wage#waarom")
    assert "728 dagen" in page.locator("#waarom").inner_text()


def test_the_keyboard_reaches_search_and_a_date(manager: Reader, halfway: Dossier) -> None:
    page = manager.at(reverse("dossier", args=[halfway.pk]))
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.get_by_role("row", name="Loondoorbetaling").get_by_role("link").focus()
    page.keyboard.press("Enter")
    page.get_by_text("728 dagen").wait_for()


def test_on_a_phone_what_has_to_be_done_comes_before_the_map(manager: Reader, halfway: Dossier) -> None:
    page = manager.at(reverse("dossier", args=[halfway.pk]), 360)
    now, route = page.locator("#now-title").bounding_box(), page.locator(".route-map").bounding_box()
    assert now is not None
    assert route is not None
    assert now["y"] < route["y"]


def test_every_target_is_large_enough_for_a_finger(manager: Reader, halfway: Dossier) -> None:
    page = manager.at(reverse("dossier", args=[halfway.pk]), 360)
    heights = page.evaluate(
        "[...document.querySelectorAll('.utrecht-button')].map((one) => one.offsetHeight)"
    )
    assert min(heights) >= 40
