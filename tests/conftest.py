"""What all tests share: the database (tests/databases.py), a running site and a browser (tests/sites.py)."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import HealthCheck, settings
from pytest_django import DjangoDbBlocker

from spoorboek.site.launch import messages

TESTS = Path(__file__).parent
LIBRARIES = {
    "law",
    "lists",
    "methods",
    "instruments",
    "matching",
    "evaluation",
    "papers",
    "launch",
    "language",
}
"""Folders whose tests need no database: they stay fast and prove that the libraries stand alone."""


LONGEST = "test_launch_demo.py"
"""Begun first, so that nobody waits for it in the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest file goes first; the rest stays in order."""
    items.sort(key=lambda item: item.path.name != LONGEST)


def pytest_collection_finish() -> None:
    """All that was imported and collected stays until the end: nobody need look again whether it can go."""
    gc.freeze()


def pytest_configure() -> None:
    """Compiled languages are not in version control; and a busy machine is no fault of a test."""
    settings.register_profile("busy", suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("busy")
    messages.compile_all()


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """One database for this process, committed to for real; see tests/databases.py."""
    from tests.databases import own_database

    with django_db_blocker.unblock(), own_database():
        yield


@pytest.fixture(autouse=True)
def in_dutch() -> None:
    """A request leaves its language active in its thread: no test begins in that of the one before."""
    translation.deactivate()


@pytest.fixture(autouse=True)
def committed_database(request: pytest.FixtureRequest) -> None:
    """Every test outside the libraries finds the database open."""
    if request.node.path.relative_to(TESTS).parts[0] not in LIBRARIES:
        request.getfixturevalue("django_db_setup")
