"""The measure finds what makes a text hard, and leaves plain texts alone."""

import pytest

from spoorboek.methods.plain_language import Finding, is_passive, sentences
from tests.language.measure import findings, findings_of, measured
from tests.language.words import ordinary

OFFICIAL = (
    "Indien de werknemer die in verband met ongeschiktheid ten gevolge van ziekte verhinderd is de bedongen arbeid te "
    "verrichten, onvoldoende medewerking verleent aan de totstandkoming van het re-integratieverslag, wordt door de "
    "werkgever, alvorens een loonsanctie wordt opgelegd, schriftelijk mededeling gedaan van de geconstateerde "
    "tekortkomingen. Betrokkene dient zijn zienswijze omtrent het voornemen binnen de daartoe gestelde termijn kenbaar "
    "te maken, bij gebreke waarvan wordt aangenomen dat van de geboden gelegenheid geen gebruik wordt gemaakt."
)
PLAIN = (
    "Je bent ziek. Je werkgever belt je deze week. Jullie praten over wat je nodig hebt. Over je ziekte hoef je niets "
    "te zeggen. Wil je liever een mail? Dat mag. Je mag ook iemand meenemen die je vertrouwt. Daarna maak je samen een "
    "plan. Jij zegt wat je wilt proberen. Lukt het niet, dan kijk je samen opnieuw. Je mag altijd om hulp vragen."
)


def kinds(found: list[Finding]) -> set[str]:
    return {one.kind for one in found}


def test_an_official_letter_is_found_to_be_hard_in_every_way() -> None:
    assert kinds(findings(OFFICIAL)) >= {"long sentence", "difficult word", "rare word"}
    assert measured([OFFICIAL]).flesch < 50
    assert "hard to read" in kinds(findings_of([OFFICIAL]))


def test_a_plain_text_is_left_alone() -> None:
    assert findings(PLAIN) == []
    assert findings_of([PLAIN]) == []
    assert measured([PLAIN]).flesch > 80


def test_a_difficult_word_comes_with_a_better_one() -> None:
    assert [str(one) for one in findings("Bel indien nodig.")] == ["difficult word: “indien”: write: als"]


@pytest.mark.parametrize(
    ("text", "count"),
    [("Ja. Nee? Kom!", 3), ("Wat je doet: bellen", 2), ("3.5 uur per dag", 1), ("Een\nTwee", 2), ("", 0)],
)
def test_sentences_are_counted(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    "text",
    [
        "Er wordt een plan gemaakt.",
        "Je wordt door hem gebeld.",
        "dat het verlengd wordt",
        "Het werd besproken.",
    ],
)
def test_a_passive_is_seen(text: str) -> None:
    assert is_passive(text)


@pytest.mark.parametrize(
    "text",
    ["Je wordt beter.", "Het gesprek wordt leuk.", "Hij maakt een plan.", "UWV beslist of dat korter wordt."],
)
def test_becoming_something_is_no_passive(text: str) -> None:
    assert not is_passive(text)


def test_many_passives_in_one_source_are_found() -> None:
    assert "passive" in kinds(findings_of(["Er wordt een plan gemaakt. Dat is goed."] * 6))


@pytest.mark.parametrize(
    "word",
    ["weekplan", "werkmap", "bedrijfsarts", "opbouwplan", "kopje", "stapjes", "arbeidsdag", "fietstocht"],
)
def test_a_compound_of_ordinary_words_is_ordinary(word: str) -> None:
    assert ordinary(word, 3.3) >= 3.2


@pytest.mark.parametrize("word", ["methodologisch", "epistemologie", "herstructureren"])
def test_a_rare_word_stays_rare(word: str) -> None:
    assert ordinary(word, 3.3) < 3.2


def test_a_name_in_a_sentence_is_no_rare_word() -> None:
    assert findings("Bel met Wojciechowski als je wilt.") == []


def test_an_empty_text_is_plain() -> None:
    assert findings("") == []
    assert findings_of([]) == []
