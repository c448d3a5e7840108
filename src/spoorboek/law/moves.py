"""What the engine did, step by step, before it is put into words. Dates alone; the words are data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from spoorboek.law.accrual import Accrual, Begun
from spoorboek.law.results import Op


@dataclass(frozen=True, slots=True)
class Move:
    """One move: sentence `words`, the date reached, and how to repeat it."""

    words: str
    on: date | None
    op: Op
    days: int | None = None
    sources: tuple[str, ...] = ()
    values: Mapping[str, date | int | str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Walk:
    """A date with the moves that made it."""

    on: date | None
    moves: tuple[Move, ...]

    def then(self, move: Move) -> Walk:
        return Walk(move.on, (*self.moves, move))

    def plus(self, words: str, days: int, sources: tuple[str, ...] = (), **values: date | int | str) -> Walk:
        """Calendar days on (or back) from here."""
        if self.on is None:
            return self
        return self.then(Move(words, self.on + timedelta(days=days), "days", days, sources, dict(values)))


BEGINNINGS: dict[Begun, str] = {
    "first_day": "start",
    "after_gap": "start-new-case",
    "by_answer": "start-clock",
}


def first_move(accrual: Accrual, sources: tuple[str, ...]) -> Move:
    return Move(BEGINNINGS[accrual.begun], accrual.start, "start", None, sources)


def walk(accrual: Accrual, begin: Move, additions: list[Move], gap_sources: tuple[str, ...]) -> Walk:
    """Add counted days to the day of `begin`, naming each stretch that does not count when it is crossed."""
    if begin.on is None:
        return Walk(None, (begin,))
    origin, index = begin.on, accrual.index_at(begin.on)
    here, moves = origin, [begin]
    waiting = [p for p in accrual.pauses if p.start + timedelta(days=p.days) > origin]
    for addition in additions:
        days = addition.days or 0
        index += days
        here += timedelta(days=days)
        moves.append(Move(addition.words, here, "days", days, addition.sources, addition.values))
        while waiting and waiting[0].at <= index:
            pause = waiting.pop(0)
            start = max(pause.start, origin)
            end = pause.start + timedelta(days=pause.days)
            here += end - start
            values = {"from": start, "to": end - timedelta(days=1)}
            moves.append(Move(pause.kind, here, "pause", (end - start).days, gap_sources, values))
    reached = accrual.total is None or index < accrual.total
    if not reached:
        return Walk(
            None, (*moves, Move("recovered", None, "note", None, gap_sources, {"from": accrual.ended_on}))
        )
    return Walk(here, tuple(moves))
