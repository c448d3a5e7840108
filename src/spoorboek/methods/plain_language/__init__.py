"""How plain a Dutch text is, as far as that needs no list of word frequencies: sentences, hard words, passives.

    findings("Indien gewenst wordt contact opgenomen.")

What is found can be mended; nothing here says anything about a reader. The build measures our own texts more strictly,
with word frequencies and a readability score (tests/language).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from spoorboek.methods.reading import Words, plain, read_as
from spoorboek.methods.reading import words as both

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
    advice: Words

    def __str__(self) -> str:
        return f"{self.kind}: “{self.about}”: {self.advice.en}"


@cache
def rules() -> Mapping[str, Any]:
    """The limits, from rules.yaml."""
    return read_as(HERE / "rules.yaml", as_it_is)


@cache
def better() -> Mapping[str, str]:
    """Difficult words, each with what to write instead, from better.yaml."""
    return read_as(HERE / "better.yaml", as_it_is)


def as_it_is(content: Any, _file: str) -> dict[str, Any]:
    return plain(content)  # type: ignore[no-any-return]


def sentences(text: str) -> list[str]:
    """The sentences of a text; a colon, a semicolon and a line break end one too."""
    return [part.strip() for part in ENDS.split(text) if WORD.search(part)]


def words(text: str) -> list[str]:
    return WORD.findall(text)


def findings(text: str) -> list[Finding]:
    """Everything in one text by itself: long sentences, difficult and very long words, passives."""
    return [*long_sentences(text), *difficult(text), *long_words(text), *passives(text)]


def long_sentences(text: str) -> Iterator[Finding]:
    most = rules()["sentence"]["longest"]
    for sentence in sentences(text):
        count = len(words(sentence))
        if count > most:
            nl = f"{count} woorden, hooguit {most}; maak er twee zinnen van"
            yield Finding("long sentence", sentence, both(nl, f"{count} words, {most} at most; make it two"))


def difficult(text: str) -> Iterator[Finding]:
    for word in dict.fromkeys(one.lower() for one in words(text)):
        if word in better():
            instead = better()[word]
            yield Finding("difficult word", word, both(f"schrijf: {instead}", f"write: {instead}"))


def long_words(text: str) -> Iterator[Finding]:
    """Names (a capital inside a sentence) do not count."""
    for sentence in sentences(text):
        for place, word in enumerate(words(sentence)):
            if is_too_long(word) and not (place and word[0].isupper()):
                yield Finding("long word", word, long_word_advice(len(word)))


def is_too_long(word: str) -> bool:
    return len(word) > int(rules()["words"]["longest"])


def long_word_advice(letters: int) -> Words:
    return both(
        f"{letters} letters; schrijf het in twee woorden of zeg het anders",
        f"{letters} letters; write it in two words or say it otherwise",
    )


def passives(text: str) -> Iterator[Finding]:
    for sentence in sentences(text):
        if is_passive(sentence):
            advice = both("zeg wie het doet", "say who does it")
            yield Finding("passive sentence", sentence, advice)


def is_passive(sentence: str) -> bool:
    """Whether a sentence says that something is done without saying who: a form of *worden* with a participle."""
    becomes = BECOMES.search(sentence)
    if not becomes:
        return False
    before = words(sentence[: becomes.start()])[-1:]
    after = words(sentence[becomes.end() :])
    return any(DONE.fullmatch(word) and word.lower() not in NOT_DONE for word in before + after)
