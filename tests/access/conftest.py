"""Raw connections must be gone before the test database is dropped."""

from collections.abc import Iterator

import pytest

from tests.access.attempts import close_all


@pytest.fixture(scope="session", autouse=True)
def raw_connections(django_db_setup: None) -> Iterator[None]:
    yield
    close_all()
