"""The world stands before the first test; raw connections are gone before its database is dropped."""

from collections.abc import Iterator

import pytest

from tests.access.attempts import close_all
from tests.access.world import world


@pytest.fixture(scope="session", autouse=True)
def raw_connections(django_db_setup: None) -> Iterator[None]:
    world()
    yield
    close_all()
