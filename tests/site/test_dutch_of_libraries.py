"""The libraries' texts for signing in, in our own Dutch (`site/locale/nl`)."""

import re
from pathlib import Path

import allauth
import django.conf
import django.contrib.auth
import pytest
from allauth.core.internal.ratelimit import handler429
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import translation

from spoorboek.site.launch.messages import PACKAGE

PLACE = Path("locale", "nl", "LC_MESSAGES", "django.po")
LIBRARIES = (allauth, django.conf, django.contrib.auth)
FORMAL = re.compile(r"\b(u|uw|uzelf)\b", re.IGNORECASE)


def catalogue(folder: Path) -> Catalog:
    with (folder / PLACE).open("rb") as file:
        return read_po(file, locale="nl")


@pytest.fixture(scope="module")
def ours() -> Catalog:
    return catalogue(PACKAGE / "site")


def test_every_text_still_stands_in_its_library(ours: Catalog) -> None:
    theirs = {
        message.id for library in LIBRARIES for message in catalogue(Path(str(library.__file__)).parent)
    }
    assert {message.id for message in ours} - theirs == set()


def test_every_text_says_je(ours: Catalog) -> None:
    assert not [message.string for message in ours if FORMAL.search(str(message.string))]


@pytest.mark.parametrize("name", ["account_reset_password", "account_request_login_code"])
def test_a_page_of_a_library_speaks_our_dutch(name: str) -> None:
    with translation.override("nl"):
        page = Client().get(reverse(name)).content.decode()
    assert "Je krijgt een mail" in page
    assert not FORMAL.search(re.sub(r"<[^>]*>", " ", page.partition("<main")[2]))


def test_who_tries_too_often_reads_our_own_page() -> None:
    with translation.override("nl"):
        answer = handler429(RequestFactory().get("/account/login/"))
    assert answer.status_code == 429
    assert "Even wachten" in answer.content.decode()
