"""What could tell who a text is about is found before anyone else reads it."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spoorboek.circle.traces import Kind, open_questions, parts_of_names, traces

LETTERS = st.sampled_from(string.ascii_lowercase + "éëïü")
WORDS = st.lists(LETTERS, min_size=4, max_size=9).map("".join)
NAMES = WORDS.map(str.capitalize)
AROUND = st.sampled_from([" ", ", ", ". ", "\n", " (", ") ", ' "', "; ", " - "])
KNOWN = parts_of_names(["Fatma Yilmaz", "Jan van der Berg", "Wil de Groot"])


def kinds(text: str) -> list[tuple[Kind, str, bool]]:
    return [(one.kind, one.word, one.sure) for one in traces(text, KNOWN)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vandaag sprak ik Fatma weer.", (Kind.KNOWN_NAME, "Fatma", True)),
        ("Ik sprak fátma weer, en Yilmaz ook.", (Kind.KNOWN_NAME, "Yilmaz", True)),
        ("Ik sprak Fatma Bouali weer.", (Kind.NAME, "Bouali", False)),
        ("Zijn bsn is 123456782.", (Kind.NUMBER, "123456782", True)),
        ("Bel 06-12 34 56 78 maar.", (Kind.NUMBER, "06-12 34 56 78", True)),
        ("Bel +31 30 555 01 10 maar.", (Kind.NUMBER, "+31 30 555 01 10", True)),
        ("Mail jan.jansen@example.org eens.", (Kind.MAIL, "jan.jansen@example.org", True)),
        ("Kijk op www.delinde.example.", (Kind.MAIL, "www.delinde.example.", True)),
        ("Geboren op 12-03-1980 hier.", (Kind.DAY, "12-03-1980", True)),
        ("Sinds 3 maart 2026 thuis.", (Kind.DAY, "3 maart 2026", True)),
        ("Woont in 3512 AB nu.", (Kind.POSTCODE, "3512 AB", True)),
        ("Woont aan de Dorpsstraat 12a nu.", (Kind.ADDRESS, "Dorpsstraat 12a", True)),
        ("Ik sprak met mevrouw Jansen.", (Kind.NAME, "Jansen", False)),
        ("Mevrouw Jansen belde.", (Kind.NAME, "Jansen", False)),
        ("Hij werkt bij De Linde.", (Kind.NAME, "De Linde", False)),
        ("Het is een burn-out, denk ik.", (Kind.HEALTH, "burn-out", False)),
    ],
)
def test_a_trace_is_found(text: str, found: tuple[Kind, str, bool]) -> None:
    assert found in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ik begeleid iemand die al lang thuis is. Elke keer als we een dag afspreken, gaat het mis.",
        "In week 42 belde UWV, na 104 weken loopt het loon door. Hij werkt 24 van 32 uur, voor 70%.",
        "De groep is groot en wil door. Wat zou jij doen? Hoe lang wacht je?",
        "Om 15.30 uur, aan het eind van de middag, na 2 gesprekken van 45 minuten.",
        "Poortwachter vraagt een plan. De bedrijfsarts en de arbeidsdeskundige zeggen iets anders.",
    ],
)
def test_ordinary_work_talk_is_left_alone(text: str) -> None:
    assert kinds(text) == []


@settings(max_examples=60)
@given(st.lists(WORDS, min_size=1, max_size=6), NAMES, AROUND, AROUND)
def test_a_known_name_is_found_wherever_it_stands(
    before: list[str], name: str, left: str, right: str
) -> None:
    text = " ".join(before) + left + name + right + "en verder"
    found = [one for one in traces(text, parts_of_names([name])) if one.word == name]
    assert found, text
    assert found[0].kind is Kind.KNOWN_NAME


@settings(max_examples=60)
@given(st.integers(100_000, 999_999_999_999), AROUND, AROUND)
def test_a_long_number_is_found_wherever_it_stands(number: int, left: str, right: str) -> None:
    found = traces(f"het is{left}{number}{right}geloof ik", frozenset())
    assert any(one.kind is Kind.NUMBER and one.sure for one in found)


@settings(max_examples=80)
@given(st.text(max_size=200))
def test_places_are_in_the_text_in_order_and_never_over_each_other(text: str) -> None:
    end = 0
    for one in traces(text, KNOWN):
        assert end <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.word
        end = one.end


def test_a_word_may_stay_where_the_writer_says_so_but_a_sure_trace_never() -> None:
    found = traces("Ik vroeg Utrecht om hulp, bel 0612345678.", KNOWN)
    assert [one.word for one in open_questions(found, ["utrecht", "0612345678"])] == ["0612345678"]
