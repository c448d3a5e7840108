"""Measures how plain a Dutch text is: sentences, words, passive, and a readability score.

    findings("Indien gewenst wordt contact opgenomen.", rules())

What is found can be mended; nothing here says anything about a reader.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import textstat

from spoorboek.methods.reading import load, plain
from tests.language.words import ordinary

HERE = Path(__file__).parent
ENDS = re.compile(r"(?<=[.?!:;])[\"'”’)]*\s+|\n+")
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", re.UNICODE)
BECOMES = re.compile(r"\b(?:word|wordt|worden|werd|werden)\b", re.IGNORECASE)
DONE = re.compile(
    r"(?:[a-z]{2,5})?ge[a-z]{2,}(?:d|t|en)|(?:be|ver|ont|her|er)[a-z]{3,}(?:d|t|en)", re.IGNORECASE
)
NOT_DONE = frozenset(
    {
        "bedrijf", "begin", "bekend", "berichten", "besluit", "gebied", "gedrag", "gegevens", "geld", "genoeg",
        "gesprekken", "gevolgen", "gewoon", "gezicht", "gezin", "gezond", "gezondheid", "verder", "verstand",
        "vertrouwen",
    }
)  # fmt: skip
"""Words that look like a participle and are none, or none that makes a passive."""


@dataclass(frozen=True)
class Finding:
    """One thing that makes a text harder. `about` is the word or the sentence; `advice` what to do."""

    kind: str
    about: str
    advice: str

    def __str__(self) -> str:
        return f"{self.kind}: “{self.about}”: {self.advice}"


@cache
def rules() -> Mapping[str, Any]:
    """The limits, from rules.yaml."""
    return plain(load(HERE / "rules.yaml"))  # type: ignore[no-any-return]


@cache
def better() -> Mapping[str, str]:
    """Difficult words, each with what to write instead, from better.yaml."""
    return plain(load(HERE / "better.yaml"))  # type: ignore[no-any-return]


@cache
def known() -> Mapping[str, str]:
    """Rare words that may stand, each with why, from known.yaml (hyphen at the end: whatever follows)."""
    return {word: why for why, words in plain(load(HERE / "known.yaml")).items() for word in words}


def sentences(text: str) -> list[str]:
    """The sentences of a text; a colon, a semicolon and a line break end one too."""
    return [part.strip() for part in ENDS.split(text) if WORD.search(part)]


def words(text: str) -> list[str]:
    return WORD.findall(text)


def findings(text: str) -> list[Finding]:
    """Everything in one text by itself: long sentences, difficult and rare words."""
    return [*long_sentences(text), *difficult(text), *rare(text)]


def long_sentences(text: str) -> Iterator[Finding]:
    most = rules()["sentence"]["longest"]
    for sentence in sentences(text):
        count = len(words(sentence))
        if count > most:
            yield Finding("long sentence", sentence, f"{count} words, {most} at most; make it two")


def difficult(text: str) -> Iterator[Finding]:
    for word in dict.fromkeys(one.lower() for one in words(text)):
        if word in better():
            yield Finding("difficult word", word, f"write: {better()[word]}")


def rare(text: str) -> Iterator[Finding]:
    """Long words that hardly anyone uses. Names (a capital inside a sentence) do not count."""
    limits = rules()["words"]
    for sentence in sentences(text):
        for place, word in enumerate(words(sentence)):
            if is_known(word) or (place and word[0].isupper()):
                continue
            if len(word) > limits["longest"]:
                yield Finding(
                    "long word", word, f"{len(word)} letters; write it in two words or say it otherwise"
                )
            elif (
                len(word) >= limits["long_from"]
                and ordinary(word, limits["part_from"]) < limits["rare_below"]
            ):
                yield Finding(
                    "rare word", word, "write an ordinary word, or explain it and add it to known.yaml"
                )


def is_known(word: str) -> bool:
    word = word.lower()
    return word in known() or any(word.startswith(one[:-1]) for one in known() if one.endswith("-"))


def is_passive(sentence: str) -> bool:
    """Whether a sentence says that something is done without saying who: a form of *worden* with a participle."""
    becomes = BECOMES.search(sentence)
    if not becomes:
        return False
    before = words(sentence[: becomes.start()])[-1:]
    after = words(sentence[becomes.end() :])
    return any(DONE.fullmatch(word) and word.lower() not in NOT_DONE for word in before + after)


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
            found.append(Finding("passive", f"{whole.passive:.0%} of sentences", "say who does it"))
        if whole.average > limits["sentence"]["average"]:
            found.append(
                Finding("long sentences", f"{whole.average:.1f} words on average", "make them shorter")
            )
    if whole.words >= limits["readability"]["from_words"] and whole.flesch < limits["readability"]["least"]:
        advice = f"{limits['readability']['least']} or more; shorter words and sentences"
        found.append(Finding("hard to read", f"Flesch-Douma {whole.flesch}", advice))
    return found
