"""Words that may point to health: a list in data (`health_words.toml`), with its source and its limits.

A find is a question or a reason to refuse a cell, never a judgement about someone.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LIST = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True)
class Group:
    """One kind of thing that may not be written, with its name by language and the pattern of its words."""

    key: str
    names: dict[str, str]
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class Found:
    """A word in a text: `text[start:end]`, and the key of the group it belongs to."""

    start: int
    end: int
    word: str
    group: str


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
