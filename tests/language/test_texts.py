"""Every Dutch text for clients is plain, and can be read aloud."""

from spoorboek.methods.plain_language import better
from tests.language.checking import checked, exceptions, needless
from tests.language.gathering import (
    BASE,
    client_modules,
    client_templates,
    extends,
    included,
    places,
    short,
    spoken,
    templates,
    texts,
)
from tests.language.measure import known, measured


def test_every_text_for_clients_is_plain() -> None:
    assert not [str(one) for one in checked()]


def test_every_exception_is_needed_and_says_why() -> None:
    assert needless(texts()) == []
    assert all(one["reason"] for one in exceptions())


def test_texts_are_found_where_clients_read() -> None:
    every = texts()
    sources = {text.source for text in every}
    assert len(every) > 1200
    assert {
        "dossiers/client/today.html",
        "403.html",
        "dossiers/today_card.py",
        "dossiers/stations/wia-application.toml",
    } <= sources
    for part in (
        "worksheets/week-plan.yaml",
        "back-to-work-your-way/method.yaml",
        "papers/consent-client.yaml",
        "action-cards.yaml",
    ):
        assert [source for source in sources if source.endswith(part)], part
    assert measured([text.words for text in every]).flesch > 80


def test_what_a_page_includes_counts_too() -> None:
    assert "dossiers/client/card.html" in client_templates()
    assert "base_professional.html" not in client_templates()
    assert [path for path in client_modules() if short(path) == "dossiers/views/client.py"]


def test_markup_and_what_is_filled_in_are_no_words() -> None:
    assert spoken("Dag <b>%(name)s</b>, over {count}  dagen") == "Dag Fatma , over Fatma dagen"


def test_no_word_is_both_better_written_otherwise_and_known() -> None:
    assert not set(better()) & set(known())


def read_aloud(name: str, seen: frozenset[str] = frozenset()) -> bool:
    """Whether a template, or what it includes, has a button that reads a text aloud."""
    if name in seen or name == BASE:
        return False
    own = "{% read_aloud" in templates()[name].read_text("utf-8")
    return own or any(read_aloud(one, seen | {name}) for one in included(name))


def test_every_page_for_clients_can_be_read_aloud() -> None:
    silent = {name for name in client_templates() if extends(name, BASE) and not read_aloud(name)}
    assert silent == set(places()["without_read_aloud"])


def pictured(name: str, seen: frozenset[str] = frozenset()) -> bool:
    if name in seen or name == BASE:
        return False
    text = templates()[name].read_text("utf-8")
    return any(one in text for one in places()["pictures"]) or any(
        pictured(one, seen | {name}) for one in included(name)
    )


def test_the_key_pages_for_clients_carry_a_pictogram_of_our_own() -> None:
    assert not [name for name in places()["key_pages"] if not pictured(name)]
