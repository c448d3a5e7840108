"""Measures how plain a Dutch text is: sentences, words, passive, and a readability score.

    findings("Indien gewenst wordt contact opgenomen.", rules())

What is found can be mended; nothing here says anything about a reader.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import textstat

from spoorboek.methods.plain_language import (
    Finding,
    difficult,
    is_passive,
    is_too_long,
    long_sentences,
    long_word_advice,
    rules,
    sentences,
    words,
)
from spoorboek.methods.reading import load, plain
from spoorboek.methods.reading import words as both
from tests.language.words import ordinary

HERE = Path(__file__).parent
SAY_WHO = both("zeg wie het doet", "say who does it")
SHORTER = both("maak ze korter", "make them shorter")
RARE = both(
    "schrijf een gewoon woord, of leg het uit en zet het in known.yaml",
    "write an ordinary word, or explain it and add it to known.yaml",
)


@cache
def known() -> Mapping[str, str]:
    """Rare words that may stand, each with why, from known.yaml (hyphen at the end: whatever follows)."""
    return {word: why for why, words in plain(load(HERE / "known.yaml")).items() for word in words}


def findings(text: str) -> list[Finding]:
    """Everything in one text by itself: long sentences, difficult and rare words."""
    return [*long_sentences(text), *difficult(text), *rare(text)]


def rare(text: str) -> Iterator[Finding]:
    """Long words that hardly anyone uses. Names (a capital inside a sentence) do not count."""
    limits = rules()["words"]
    for sentence in sentences(text):
        for place, word in enumerate(words(sentence)):
            if is_known(word) or (place and word[0].isupper()):
                continue
            if is_too_long(word):
                yield Finding("long word", word, long_word_advice(len(word)))
            elif (
                len(word) >= limits["long_from"]
                and ordinary(word, limits["part_from"]) < limits["rare_below"]
            ):
                yield Finding("rare word", word, RARE)


def is_known(word: str) -> bool:
    word = word.lower()
    return word in known() or any(word.startswith(one[:-1]) for one in known() if one.endswith("-"))


@dataclass(frozen=True)
class Measured:
    """A whole source: its number of words, average sentence, Flesch-Douma score (high is easy), passives."""

    words: int
    sentences: int
    average: float
    flesch: float
    passive: float


def measured(texts: Iterable[str]) -> Measured:
    """Texts that belong together, taken as one."""
    found = [sentence for text in texts for sentence in sentences(text)]
    count = sum(len(words(one)) for one in found)
    if not count:
        return Measured(0, 0, 0.0, 100.0, 0.0)
    textstat.set_lang("nl")
    flesch = textstat.flesch_reading_ease(" ".join(ended(one) for one in found))
    passive = sum(map(is_passive, found)) / len(found)
    return Measured(count, len(found), count / len(found), round(flesch, 1), passive)


def ended(sentence: str) -> str:
    """Headings and buttons have no full stop; textstat counts sentences by them."""
    sentence = sentence.rstrip(":; ")
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."


def findings_of(texts: Iterable[str]) -> list[Finding]:
    """What is hard in a source as a whole."""
    whole, limits = measured(texts), rules()
    found = []
    if whole.sentences >= limits["passive"]["from_sentences"]:
        if whole.passive > limits["passive"]["share"]:
            found.append(Finding("passive", f"{whole.passive:.0%} of sentences", SAY_WHO))
        if whole.average > limits["sentence"]["average"]:
            found.append(Finding("long sentences", f"{whole.average:.1f} words on average", SHORTER))
    if whole.words >= limits["readability"]["from_words"] and whole.flesch < limits["readability"]["least"]:
        least = limits["readability"]["least"]
        advice = both(
            f"{least} of meer; kortere woorden en zinnen", f"{least} or more; shorter words and sentences"
        )
        found.append(Finding("hard to read", f"Flesch-Douma {whole.flesch}", advice))
    return found
