"""The preview: a module in the browser while it is being written, without a database or an account."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client

from spoorboek.methods.modules import CATALOGUE
from spoorboek.site.launch.preview import MIDDLEWARE
from spoorboek.site.launch.preview_pages import Place


@pytest.fixture
def folder(tmp_path: Path, settings: LazySettings) -> Iterator[Path]:
    """A module of somebody's own, previewed."""
    settings.ROOT_URLCONF = "spoorboek.site.launch.preview_pages"
    settings.MIDDLEWARE = list(MIDDLEWARE)
    Place.folder = Path(shutil.copytree(CATALOGUE / "warm-contact", tmp_path / "my-module"))
    Place.standing = None
    yield Place.folder
    Place.standing = None


def shown(browser: Client, **sent: str) -> str:
    if sent:
        assert browser.post("/", sent)["Location"] == "/#nu"
    return str(browser.get("/").content.decode())


def test_a_module_is_walked_through_as_on_the_site(folder: Path) -> None:
    browser = Client()
    assert "Bellen met iemand die ziek is." in shown(browser)
    assert "Waarom bellen ertoe doet" in shown(browser, move="begin")
    assert "Met Fatma." in shown(browser, move="next")
    assert "kijkt gespannen" in shown(browser, say="3")
    assert "Bellen met iemand die ziek is." in shown(browser, move="leave")


def test_what_is_changed_in_the_file_shows_on_the_next_page(folder: Path) -> None:
    browser = Client()
    shown(browser, move="begin")
    path = folder / "nl.md"
    path.write_text(path.read_text().replace("Wie ziek thuis zit", "Wie thuis zit"))
    assert "Wie thuis zit" in shown(browser)


def test_mistakes_stand_on_the_page_with_their_line(folder: Path) -> None:
    path = folder / "nl.md"
    path.write_text(path.read_text().replace("fatma (tired)", "fatma (angry)", 1))
    said = shown(Client())
    assert "is no mood" in said
    assert "nl.md, regel" in said


def test_an_answer_left_open_changes_nothing(folder: Path) -> None:
    browser = Client()
    shown(browser, move="begin")
    shown(browser, move="next")
    assert "Met Fatma." in shown(browser, move="next")
