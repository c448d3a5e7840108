"""One running site, one browser and one cast for all journeys of a process."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from playwright.sync_api import Browser

from spoorboek.people.models import Person
from tests.browser import cast
from tests.browser.chrome import opened_browser
from tests.browser.live import running_site
from tests.browser.reader import DESK, Reader

Readers = Callable[..., Reader]
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All journeys are browser tests."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def address(django_db_setup: None) -> Iterator[str]:
    with running_site() as here:
        yield here


@pytest.fixture(scope="package")
def browser(address: str) -> Iterator[Browser]:
    with opened_browser() as opened:
        yield opened


@pytest.fixture(scope="session")
def people(django_db_setup: None) -> cast.Demo:
    """The demo's people. Journeys share them: each changes only what no other journey asserts."""
    return cast.loaded()


@pytest.fixture
def demo_mode(settings: LazySettings) -> None:
    settings.DEMO = True


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Readers]:
    """Makes readers: `reader(person, width)`; without a person a visitor."""
    made: list[Reader] = []

    def new(someone: Person | None = None, width: int = DESK, **more: Any) -> Reader:
        one = Reader(browser, address, width, **more)
        made.append(one)
        return one.is_signed_in_as(someone) if someone else one

    yield new
    for one in made:
        one.leaves()
