"""All texts for clients against the measure, less the exceptions that are written down."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from spoorboek.methods.plain_language import Finding
from spoorboek.methods.reading import load, plain
from tests.language.gathering import Text, texts
from tests.language.measure import findings, findings_of

EXCEPTIONS = Path(__file__).parent / "exceptions.yaml"


@dataclass(frozen=True)
class Found:
    """A finding with the place of its text; for a whole source the text is empty."""

    place: str
    words: str
    finding: Finding

    def __str__(self) -> str:
        return f"{self.place}: {self.finding}" + (f"\n    {self.words}" if self.words else "")


@cache
def exceptions() -> tuple[dict[str, Any], ...]:
    return tuple(plain(load(EXCEPTIONS)) or ())


def checked(every: Iterable[Text] | None = None) -> list[Found]:
    """Everything that is too hard and not excepted."""
    return [one for one in all_found(texts() if every is None else every) if not excepted(one)]


def all_found(every: Iterable[Text]) -> Iterator[Found]:
    sources: dict[str, list[str]] = defaultdict(list)
    for text in every:
        sources[text.source].append(text.words)
        for finding in findings(text.words):
            yield Found(text.place, text.words, finding)
    for source, together in sources.items():
        for finding in findings_of(together):
            yield Found(source, "", finding)


def excepted(one: Found) -> bool:
    return any(matches(exception, one) for exception in exceptions())


def matches(exception: dict[str, Any], one: Found) -> bool:
    where = exception.get("words") == one.words if "words" in exception else exception["source"] == one.place
    return where and exception["kind"] == one.finding.kind


def needless(every: Iterable[Text]) -> list[dict[str, Any]]:
    """Exceptions that nothing needs any more."""
    found = list(all_found(every))
    return [one for one in exceptions() if not any(matches(one, each) for each in found)]
