"""Words that may point to health, found before a free text of the employer's side is saved.

The list is data (`health_words.toml`), with its source and its limits. A find is a question, never a judgement: it is
shown to the writer only and kept nowhere.
"""

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from spoorboek.dossiers.refusals import Refused
from spoorboek.dossiers.shown import in_language

LIST = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True)
class Group:
    """One kind of thing that may not be written, with the pattern of its words."""

    key: str
    names: dict[str, str]
    pattern: re.Pattern[str]

    @property
    def name(self) -> str:
        return in_language(self.names)


@dataclass(frozen=True)
class Found:
    """A word in a text: `text[start:end]`, and the key of the group it belongs to."""

    start: int
    end: int
    word: str
    group: str


class HealthWords(Refused):
    """The text may hold something about health. The writer decides, with the words marked."""

    def __init__(self, text: str, found: tuple[Found, ...], field: str) -> None:
        words = ", ".join(dict.fromkeys(f"“{each.word}”" for each in found))
        super().__init__(
            _(
                "Gaat dit over gezondheid? Kijk naar: %(words)s. "
                "Haal het weg, of zeg dat het hier iets anders betekent."
            )
            % {"words": words},
            field,
        )
        self.text = text
        self.found = found

    @property
    def words(self) -> tuple[str, ...]:
        """The words asked about, each once."""
        return tuple(dict.fromkeys(each.word.casefold() for each in self.found))


def as_pattern(word: str) -> str:
    """`burn-out*` as a regular expression: a hyphen may be a space or nothing, a star is any rest of the word."""
    stem = re.escape(word.removesuffix("*")).replace(r"\-", r"[-\s]?")
    return stem + (r"\w*" if word.endswith("*") else "")


@cache
def groups() -> tuple[Group, ...]:
    """The groups of the list; Dutch and English words together, since both are typed."""
    made = []
    for row in tomllib.loads(LIST.read_text(encoding="utf-8"))["group"]:
        words = sorted({*row["nl"], *row["en"]}, key=len, reverse=True)
        joined = "|".join(as_pattern(word) for word in words)
        made.append(Group(row["key"], row["name"], re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)))
    return tuple(made)


def find(text: str) -> tuple[Found, ...]:
    """Every marked word in order; where two groups claim the same place, the first group keeps it."""
    found: list[Found] = []
    for group in groups():
        for match in group.pattern.finditer(text):
            if not any(each.start < match.end() and match.start() < each.end for each in found):
                found.append(Found(match.start(), match.end(), match.group(), group.key))
    return tuple(sorted(found, key=lambda each: each.start))


def check(text: str, field: str, kept: Collection[str] = ()) -> None:
    """Ask about health words, but not again about those of which the writer said that they may stay (`kept`)."""
    found = find(text)
    known = {word.casefold() for word in kept}
    if any(each.word.casefold() not in known for each in found):
        raise HealthWords(text, found, field)


def marked(text: str, found: tuple[Found, ...]) -> SafeString:
    """The text as HTML, escaped, each found word in a `<mark>`."""
    edges = [0, *(edge for each in found for edge in (each.start, each.end)), len(text)]
    parts = [(text[start:end], number % 2) for number, (start, end) in enumerate(pairwise(edges))]
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", part) if is_word else part,) for part, is_word in parts)
    )


def may_not_be_written() -> list[str]:
    """What may not be written, for beside the field."""
    return [group.name for group in groups()]
