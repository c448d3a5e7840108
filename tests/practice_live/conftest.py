"""The site as a web process has it, and another one beside it."""

from collections.abc import Iterator

import pytest

from tests.browser.live import running_site


@pytest.fixture(scope="module")
def here(django_db_setup: None) -> Iterator[str]:
    with running_site() as address:
        yield address.removeprefix("http://")


@pytest.fixture(scope="module")
def there(django_db_setup: None) -> Iterator[str]:
    """Another web process, as far as the link knows: an event loop and a listening connection of its own."""
    with running_site() as address:
        yield address.removeprefix("http://")
