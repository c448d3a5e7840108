"""Rest in a course: what was not done comes so much later, also where it hangs on a step that was done before."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from spoorboek.methods.planned import Link, LinkKind
from spoorboek.programme.courses.models import Course

PAUSE = "pause"
"""In a stored reason: the rest that lies between an anchor and what hangs on it."""
Pause = tuple[date, int]
"""The first day of a rest, and how many days it lasted."""
FIRM = (LinkKind.START, LinkKind.BY_HAND)


def pauses_of(course: Course) -> list[Pause]:
    """The rests of a course that are over, the first one first."""
    return [(date.fromisoformat(day), days) for day, days in course.facts.get("pauses", ())]


def with_pause(course: Course, until: date) -> dict[str, Any]:
    """The course's facts with the rest that ends now."""
    assert course.paused_on
    days = (until - course.paused_on).days
    return {
        **course.facts,
        "paused_days": course.facts.get("paused_days", 0) + days,
        "pauses": [*course.facts.get("pauses", ()), [course.paused_on.isoformat(), days]],
    }


def later(day: date, pauses: Iterable[Pause]) -> date:
    """From where the steps after that day count on: as many days later as was rested since."""
    return day + timedelta(days=sum(days for begun, days in pauses if day < begun))


def told(links: Iterable[Link], pauses: Sequence[Pause]) -> Iterator[list[Any]]:
    """A reason as it is stored: a firm day as it really was, and the rest after it as a link of its own."""
    for link in links:
        rest = rested_before(link.day, pauses) if link.kind in FIRM else 0
        yield [link.kind.value, link.key, (link.day - timedelta(days=rest)).isoformat(), link.days]
        if rest:
            yield [PAUSE, "", link.day.isoformat(), rest]


def rested_before(moved: date, pauses: Sequence[Pause]) -> int:
    """How many days of rest are in a day that `later` gave."""
    for number in range(len(pauses)):
        rest = sum(days for _begun, days in pauses[number:])
        if later(moved - timedelta(days=rest), pauses) == moved:
            return rest
    return 0
