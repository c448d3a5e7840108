"""What in a text for colleagues could tell who it is about: names, numbers, days, addresses, words about health.

Pure: a text and the names somebody knows go in, places in the text come out. No list is complete. A find is a question
to the writer (`sure` is False) or something that has to go (`sure`); it is shown to the writer only and kept nowhere.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from spoorboek.lists import health_words
from spoorboek.lists.names import PREFIXES


class Kind(StrEnum):
    """What was found, in the order in which a place in the text is given to one of them."""

    MAIL = "mail"
    POSTCODE = "postcode"
    DAY = "day"
    NUMBER = "number"
    ADDRESS = "address"
    KNOWN_NAME = "known-name"
    NAME = "name"
    HEALTH = "health"


@dataclass(frozen=True)
class Trace:
    """`text[start:end]` is `word`. `sure`: it has to go; otherwise the writer may say that it means something else."""

    start: int
    end: int
    word: str
    kind: Kind
    sure: bool


MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    "|january|february|march|may|june|july|august|october"
)
SURE = (
    (Kind.MAIL, r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)\S+"),
    (Kind.POSTCODE, r"(?<!\d)[1-9]\d{3}\s?(?!SA|SD|SS)[A-Z]{2}(?!\w)"),
    (
        Kind.DAY,
        r"(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?!\d)|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)"
        rf"|(?<!\d)\d{{1,2}}\s(?i:{MONTHS})(?:\s\d{{4}})?(?!\w)|(?<!\w)(?i:{MONTHS})\s\d{{1,2}},?\s\d{{4}}(?!\w)"
        r"|(?<!\w)(?i:geboren|geb\.|born)(?:\s(?i:in|op|on))?\s\d{4}(?!\d)",
    ),
    (Kind.NUMBER, r"(?<!\w)(?:\+|00)?\d(?:[\s.()-]{0,2}\d){5,}(?!\d)"),
    (
        Kind.ADDRESS,
        r"(?<!\w)[A-ZÀ-Þ]\w*(?:straat|laan|weg|plein|kade|dijk|gracht|singel|steeg|hof|plantsoen|dreef|pad)"
        r"\s\d{1,4}\s?[a-zA-Z]?(?!\w)",
    ),
)
SURE_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in SURE)
TITLE = re.compile(
    r"(?<!\w)(?:mevr(?:ouw)?\.?|mw\.?|meneer|dhr\.?|de heer|heer|mr\.?|mrs\.?|ms\.?|dr\.?|collega|cliënte?|client"
    r"|medewerker|medewerkster|kandidaat|leidinggevende|heet|genaamd|named|called)\s+([A-ZÀ-Þ][\w'’-]+)",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_][\w'’-]*")
CAPITALS = re.compile(
    r"(?<!\w)[A-ZÀ-Þ][a-zà-ÿ'’-]+(?:(?:\s(?:van|de|der|den|el|al|ter|ten))*\s[A-ZÀ-Þ][a-zà-ÿ'’-]+)*"
)
LATER_CAPITAL = re.compile(r"\s([A-ZÀ-Þ].*)$")
SENTENCE_END = re.compile(r"(?:^|[.!?\n\"“‘(]|(?:^|\n)\s*[-*•])\s*$")
COMMON_WORDS = (
    "uwv wia wga iva zw ww wao wajong poortwachter spoorboek nederland nederlands nederlandse dutch"
    " english engels bedrijfsarts casemanager arbodienst arbo hr ai ik i zoom teams riv igm vr cao or mt"
    " nl ok avg monday tuesday wednesday thursday friday saturday sunday january february march april may"
    " june july august september october november december kerst pasen europa"
)
COMMON = frozenset(COMMON_WORDS.split())
"""With a capital, and nobody's name."""


def folded(word: str) -> str:
    """Small letters without accents."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def parts_of_names(names: Iterable[str]) -> frozenset[str]:
    """The words of names that tell someone apart: no prefixes, no initials."""
    words = (folded(part) for name in names for part in re.split(r"[^\w'’]+", name))
    return frozenset(word for word in words if len(word) > 2 and word not in PREFIXES)


def traces(text: str, known: Collection[str] = frozenset()) -> tuple[Trace, ...]:
    """Every trace in order, none over another. `known`: what `parts_of_names` made of the names the writer knows."""
    found: list[Trace] = []
    for kind, pattern in SURE_PATTERNS:
        add(found, (Trace(*match.span(), match.group(), kind, sure=True) for match in pattern.finditer(text)))
    add(found, by_name(text, known))
    add(found, capitals(text))
    add(found, titled(text))
    add(found, by_health(text))
    return tuple(sorted(found, key=lambda each: each.start))


def add(found: list[Trace], more: Iterable[Trace]) -> None:
    """Where two claim the same place, the first keeps it; of several words the other ones are still found."""
    for one in more:
        if not overlaps(found, one):
            found.append(one)
        elif one.kind is Kind.NAME:
            found += (word for word in words_of(one) if not overlaps(found, word))


def overlaps(found: Iterable[Trace], one: Trace) -> bool:
    return any(each.start < one.end and one.start < each.end for each in found)


def words_of(one: Trace) -> Iterable[Trace]:
    """The words with a capital of a name, each apart."""
    for match in WORD.finditer(one.word):
        if match.group()[0].isupper():
            start = one.start + match.start()
            yield Trace(start, start + len(match.group()), match.group(), one.kind, one.sure)


def by_name(text: str, known: Collection[str]) -> Iterable[Trace]:
    """Names from the writer's own dossiers. In small letters, or first in a sentence, it may be a word as well."""
    for match in WORD.finditer(text):
        pieces = {folded(match.group()), folded(re.sub(r"['’]?s$", "", match.group()))}
        pieces |= {folded(part) for part in match.group().split("-")}
        if pieces & set(known):
            capital = match.group()[0].isupper()
            if capital or len(match.group()) > 5:
                sure = capital and not begins_sentence(text, match.start())
                yield Trace(*match.span(), match.group(), Kind.KNOWN_NAME, sure)


def begins_sentence(text: str, place: int) -> bool:
    return bool(SENTENCE_END.search(text[:place]))


def titled(text: str) -> Iterable[Trace]:
    """`mevrouw Jansen`, at any place in a sentence."""
    for match in TITLE.finditer(text):
        if match.group(1)[0].isupper() and folded(match.group(1)) not in COMMON:
            yield Trace(*match.span(1), match.group(1), Kind.NAME, sure=False)


def capitals(text: str) -> Iterable[Trace]:
    """A word with a capital inside a sentence; some in a row count as one. Abbreviations are left alone.

    The first word of a sentence has its capital for that; what follows in the same row of capitals has not.
    """
    for match in CAPITALS.finditer(text):
        start, word = match.start(), match.group()
        if begins_sentence(text, start):
            rest = LATER_CAPITAL.search(word)
            if rest is None:
                continue
            start, word = start + rest.start(1), rest.group(1)
        if folded(word) not in COMMON:
            yield Trace(start, start + len(word), word, Kind.NAME, sure=False)


def by_health(text: str) -> Iterable[Trace]:
    for each in health_words.find(text):
        yield Trace(each.start, each.end, each.word, Kind.HEALTH, sure=False)


def open_questions(found: Iterable[Trace], kept: Collection[str]) -> tuple[Trace, ...]:
    """What still has to go or to be answered, where the writer said of the words in `kept` that they may stay."""
    stays = {folded(word) for word in kept}
    return tuple(one for one in found if one.sure or folded(one.word) not in stays)
