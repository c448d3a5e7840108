"""Health words: what is asked about, what is let through, and that a find is only a question."""

import pytest

from spoorboek.dossiers import health_words


@pytest.mark.parametrize(
    "text",
    [
        "Ze heeft een burn-out.",
        "Ze heeft een burn out.",
        "Burnout!",
        "Komt door haar rugklachten",
        "Gaat naar de huisarts en de fysio",
        "Zij is zwanger",
        "Zit op 40% arbeidsgeschikt",
        "MRI-scan gepland",
        "She is recovering from surgery",
        "hernia's",
    ],
)
def test_it_asks_about_words_that_point_to_health(text: str) -> None:
    assert health_words.find(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ziek gemeld op maandag; volgende week bellen we weer.",
        "De bedrijfsarts belt op 3 maart om 10:30.",
        "Ruggespraak gehouden over het rooster, terug op dinsdag.",
        "Wil graag de nieuwsbrief blijven krijgen en komt koffie drinken.",
        "Amsterdam, moestuin, operationeel, adres, scanner in het magazijn.",
        "Next call on Tuesday; she hands over her projects.",
    ],
)
def test_it_lets_ordinary_agreements_through(text: str) -> None:
    assert health_words.find(text) == ()


def test_marked_text_is_escaped_and_only_the_words_are_marked() -> None:
    text = "<b>Ze heeft griep</b> & komt niet"
    marked = health_words.marked(text, health_words.find(text))
    assert marked == "&lt;b&gt;Ze heeft <mark>griep</mark>&lt;/b&gt; &amp; komt niet"


def test_keeping_a_word_does_not_open_the_door_for_another() -> None:
    health_words.check("Klachten van klanten over de griep", "text", ["klachten", "griep"])
    with pytest.raises(health_words.HealthWords) as question:
        health_words.check("Klachten van klanten en haar hernia", "text", ["klachten"])
    assert question.value.words == ("klachten", "hernia")


def test_each_group_says_in_both_languages_what_may_not_be_written() -> None:
    for group in health_words.groups():
        assert set(group.names) == {"nl", "en"}
