"""Answers that came from several devices, in any order and any number of times, as one folder. Pure.

An answer names the answers it was written over. What no other answer was written over stands. Where two stand beside
each other (written on two phones without a connection), both are shown and the person chooses; the choice is again
an answer, written over both.
"""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

SAME_SITTING = timedelta(minutes=30)
"""An answer followed by the next one within this time was only on its way: it is no earlier answer of its own."""

Place = tuple[str, str]
"""Worksheet key and question key."""


@dataclass(frozen=True)
class Kept:
    """One answer as it was written."""

    id: uuid.UUID
    worksheet: str
    question: str
    value: Mapping[str, Any]
    replaces: tuple[uuid.UUID, ...]
    written_at: datetime
    version: int = 1

    @property
    def place(self) -> Place:
        return self.worksheet, self.question

    @property
    def order(self) -> tuple[datetime, str]:
        """Oldest first, the same on every device."""
        return self.written_at, str(self.id)


@dataclass(frozen=True)
class Page:
    """All answers to one question. `standing`: what no other was written over; more than one asks for a choice."""

    standing: tuple[Kept, ...] = ()
    earlier: tuple[Kept, ...] = field(default=(), compare=True)

    @property
    def answer(self) -> Kept | None:
        """What stands; of several the last written."""
        return self.standing[-1] if self.standing else None

    @property
    def value(self) -> Mapping[str, Any]:
        return self.answer.value if self.answer else {}

    @property
    def is_answered(self) -> bool:
        return bool(self.value)

    @property
    def asks_which(self) -> bool:
        """Whether two versions differ, so that the person has to say which one stands."""
        first, *others = self.standing or (None,)
        return any(first is not None and other.value != first.value for other in others if other)

    @property
    def heads(self) -> tuple[uuid.UUID, ...]:
        """What the next answer is written over."""
        return tuple(one.id for one in self.standing)


def merged(answers: Iterable[Kept]) -> dict[Place, Page]:
    """The folder: a page for each question with an answer. The order and repetition of `answers` do not matter."""
    by_place: dict[Place, dict[uuid.UUID, Kept]] = {}
    for one in answers:
        by_place.setdefault(one.place, {})[one.id] = one
    return {place: page_of(list(found.values())) for place, found in by_place.items()}


def page_of(answers: list[Kept]) -> Page:
    """The answers to one question, each given once."""
    ordered = sorted(answers, key=lambda one: one.order)
    over = {replaced for one in ordered for replaced in one.replaces if replaced != one.id}
    standing = tuple(one for one in ordered if one.id not in over)
    if not standing:  # answers that name each other in a ring: nothing may be lost, so all stand
        standing = tuple(ordered)
    return Page(standing, tuple(reversed([one for one in ordered if one not in standing])))


def worth_showing(page: Page) -> Iterator[Kept]:
    """Earlier answers, newest first, without those that were only on their way to the next, and without empty ones."""
    by_id = {one.id: one for one in (*page.standing, *page.earlier)}
    followed: dict[uuid.UUID, list[Kept]] = {}
    for one in by_id.values():
        for replaced in one.replaces:
            followed.setdefault(replaced, []).append(one)
    for one in page.earlier:
        by = followed.get(one.id, [])
        passing = len(by) == 1 and len(by[0].replaces) == 1
        if one.value and not (passing and by[0].written_at - one.written_at < SAME_SITTING):
            yield one
