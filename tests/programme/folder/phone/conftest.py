"""A phone on which a client keeps the work folder: one site and one browser for all files here."""

from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext

from spoorboek.dossiers.models import Dossier
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Person
from tests.browser.chrome import opened_browser
from tests.browser.live import running_site
from tests.builders import Company, client_of, days_ago
from tests.signed_in import signed_in

Phones = Callable[[Person], BrowserContext]


@pytest.fixture(scope="package")
def address(django_db_setup: None) -> Iterator[str]:
    with running_site() as here:
        yield here


@pytest.fixture(scope="package")
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
