"""Names as lists write them: `Jansen, A. van der`, `van der Jansen, Anna`, `A.B. de Vries`, or in parts."""

import re
from dataclasses import dataclass

PREFIX_WORDS = (
    "van der den de het ten ter te op la le du des da dos di del von zu zur bij in 't ’t ’s 's t el al ben aan onder"
    " uit voor v.d. v.d vd v/d v. d."
)
PREFIXES = frozenset(PREFIX_WORDS.split())
SHORT = {
    "v.d.": "van der",
    "v.d": "van der",
    "vd": "van der",
    "v/d": "van der",
    "v.": "van",
    "d.": "de",
    "t": "'t",
}
INITIALS = re.compile(r"^(?:[A-ZÀ-Þ][a-z]{0,2}\.\s?-?)+[A-ZÀ-Þ]?\.?$|^[A-Z]{1,4}$")
TITLES = re.compile(r"(?i)^(?:dhr|mw|mevr|mevrouw|de heer|heer|drs|dr|ir|mr|ing|prof|bc|ba|msc|bsc)\.?\s+")
BEHIND = re.compile(r"\s*[(\[].*$")
MARRIED = re.compile(r"\s*(?:-|–|e\.?v\.?|geb\.)\s*")
BOUND = re.compile(r"[^\w]+")


@dataclass(frozen=True)
class Name:
    """A first name or initials, and a surname with its prefix: `Anna` and `van der Jansen`."""

    first: str = ""
    last: str = ""

    @property
    def key(self) -> str:
        """For comparing: surname without prefix and marks, then the first letter."""
        words = [word for word in BOUND.split(self.last.casefold()) if word and word not in PREFIXES]
        return f"{' '.join(words)}|{self.first[:1].casefold()}"

    @property
    def written(self) -> str:
        return f"{self.first} {self.last}".strip()


def prefix_in_full(words: list[str]) -> str:
    return " ".join(SHORT.get(word.casefold(), word.lower()) for word in words)


def split_prefix(words: list[str]) -> tuple[list[str], list[str]]:
    """Leading prefixes, and the rest."""
    count = 0
    while count < len(words) - 1 and words[count].casefold() in PREFIXES:
        count += 1
    return words[:count], words[count:]


def in_case(text: str) -> str:
    """`JANSEN` as `Jansen`; what has small letters stays as it is."""
    if len(text) > 2 and text.isupper() and not INITIALS.match(text):
        return "-".join(part.capitalize() for part in text.split("-"))
    return text


def surname(text: str) -> str:
    """A surname with its prefixes in front, written in full: `v.d. BERG` is `van der Berg`."""
    prefixes, rest = split_prefix(text.split())
    return " ".join(filter(None, [prefix_in_full(prefixes), " ".join(in_case(word) for word in rest)]))


def from_whole(text: str) -> Name:
    """A name in one cell, with or without a comma."""
    text = TITLES.sub("", BEHIND.sub("", text)).strip()
    if "," in text:
        return with_comma(text)
    words = text.split()
    if len(words) < 2:
        return Name("", surname(text))
    if words[0].casefold() in PREFIXES:
        return prefix_in_front(words)
    if INITIALS.match(words[-1]) and not INITIALS.match(words[0]):
        return Name(words[-1], surname(" ".join(words[:-1])))
    return first_then_last(words)


def prefix_in_front(words: list[str]) -> Name:
    """`van der Jansen Anna` cannot be told from a double surname: then it is all surname, unless initials end it."""
    if INITIALS.match(words[-1]) and len(words) > 2:
        return Name(words[-1], surname(" ".join(words[:-1])))
    return Name("", surname(" ".join(words)))


def first_then_last(words: list[str]) -> Name:
    """First names or initials up to the first prefix; without prefix the first word is the first name."""
    at = next(
        (i for i, word in enumerate(words[1:], 1) if word.casefold() in PREFIXES and i < len(words) - 1), None
    )
    if at is None:
        at = next((i for i, word in enumerate(words) if not INITIALS.match(word)), 1) or 1
    return Name(" ".join(in_case(word) for word in words[:at]), surname(" ".join(words[at:])))


def with_comma(text: str) -> Name:
    """`Jansen, A. van der`: what follows the comma is the first name and then prefixes."""
    last, _comma, rest = text.partition(",")
    words = rest.replace(",", " ").split()
    start = next(
        (i for i in range(len(words)) if all(word.casefold() in PREFIXES for word in words[i:])), len(words)
    )
    first = " ".join(in_case(word) for word in words[:start])
    return Name(first, surname(" ".join([*words[start:], last.strip()])))


def from_parts(first: str, initials: str, prefix: str, last: str) -> Name:
    """A name in columns: the first name where there is one, else the initials."""
    plain = TITLES.sub("", BEHIND.sub("", last)).strip()
    if "," in plain:
        turned = with_comma(plain)
        plain = turned.last
        initials = initials or turned.first
    has_prefix = plain.split()[:1] and plain.split()[0].casefold() in PREFIXES
    whole = plain if has_prefix or not prefix else f"{prefix} {plain}"
    return Name(" ".join(in_case(word) for word in (first or initials).split()), surname(whole))
