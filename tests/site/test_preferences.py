"""Language, letters and colours: chosen without an account or a script, kept in cookies, never a way to elsewhere."""

import pytest
from django.test import Client

from spoorboek.site.preferences import COOKIES

TEXT, THEME = COOKIES["text_size"][0], COOKIES["theme"][0]


def kept(client: Client, **chosen: str) -> dict[str, str]:
    """The cookies after choosing."""
    client.post("/voorkeuren/", chosen)
    return {name: morsel.value for name, morsel in client.cookies.items()}


def test_the_page_shows_the_choices_with_the_present_one_marked() -> None:
    client = Client()
    client.cookies[TEXT] = "larger"
    page = client.get("/voorkeuren/").content.decode()
    assert 'value="larger" checked' in page
    assert 'data-text="larger"' in page


def test_a_choice_is_kept_and_leads_back_to_the_page_it_was_made_on() -> None:
    client = Client()
    answer = client.post(
        "/voorkeuren/", {"text_size": "large", "theme": "dark", "next": "/voorkeuren/?next=/"}
    )
    assert answer.headers["Location"] == "/voorkeuren/?next=/"
    assert (client.cookies[TEXT].value, client.cookies[THEME].value) == ("large", "dark")
    assert client.cookies[TEXT]["httponly"]


def test_choosing_one_thing_leaves_the_others_as_they_were() -> None:
    client = Client()
    kept(client, text_size="large")
    assert kept(client, theme="contrast")[TEXT] == "large"


def test_the_other_language_is_spoken_from_the_next_page_on() -> None:
    client = Client()
    kept(client, language="en")
    page = client.get("/voorkeuren/").content.decode()
    assert '<html lang="en"' in page
    assert "Letters and colours" in page


@pytest.mark.parametrize("strange", ["enormous", "<b>", ""])
def test_a_strange_choice_is_not_kept_and_a_strange_cookie_counts_as_the_default(strange: str) -> None:
    client = Client()
    assert TEXT not in kept(client, text_size=strange)
    client.cookies[TEXT] = strange or "x"
    assert 'data-text="normal"' in client.get("/voorkeuren/").content.decode()


@pytest.mark.parametrize(
    "elsewhere", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"]
)
def test_it_never_leads_to_another_site(elsewhere: str) -> None:
    assert Client().post("/voorkeuren/", {"next": elsewhere}).headers["Location"] == "/"


@pytest.mark.parametrize("address", ["/stijl/", "/stijl/client/"])
def test_the_style_page_is_not_there_with_real_people(address: str, settings: object) -> None:
    settings.DEMO = settings.DEBUG = False  # type: ignore[attr-defined]
    assert Client().get(address).status_code == 404
