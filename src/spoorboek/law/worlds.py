"""Unknown medical answers: work out every possibility and keep only what all of them agree on.

So an unknown answer never becomes a made-up date, and a date it cannot touch stays certain.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spoorboek.law.accrual import answers_needed, with_answer
from spoorboek.law.clocks import ClockEnd, clock_ends
from spoorboek.law.extensions import extension
from spoorboek.law.facts import Facts
from spoorboek.law.frame import Frame
from spoorboek.law.keys import CLOCK_KEYS, ClockKey
from spoorboek.law.moves import Move
from spoorboek.law.obligations import Dated, obligations
from spoorboek.law.rulebook import Rulebook

UNKNOWN = Move("unknown-answer", None, "note")
UNKNOWN_DOUBT = "answer-unknown"


@dataclass(frozen=True, slots=True)
class Found:
    """All dates of one set of facts. `certain`: no unknown answer changes anything."""

    frame: Frame
    clocks: dict[ClockKey, ClockEnd]
    obligations: dict[tuple[str, int], Dated]
    certain: bool
    start_certain: bool


def find(facts: Facts, book: Rulebook) -> Found:
    """Every clock and obligation, with unknown answers resolved by agreement."""
    return _agreed([_one(world, book) for world in _worlds(facts)])


def _worlds(facts: Facts) -> list[Facts]:
    worlds = [facts]
    for field, index in answers_needed(facts):
        worlds = [with_answer(world, field, index, answer) for world in worlds for answer in ("yes", "no")]
    return worlds


def _one(facts: Facts, book: Rulebook) -> Found:
    frame = Frame(facts, book)
    ext = extension(frame)
    return Found(frame, clock_ends(frame, ext), obligations(frame, ext), certain=True, start_certain=True)


def _agreed(worlds: list[Found]) -> Found:
    first, rest = worlds[0], worlds[1:]
    if not rest:
        return first
    clocks = {key: _agreed_clock([world.clocks[key] for world in worlds]) for key in CLOCK_KEYS}
    keys = dict.fromkeys(at for world in worlds for at in world.obligations)
    found = {at: _agreed_dated([world.obligations.get(at) for world in worlds]) for at in keys}
    starts = {world.frame.wia.start if world.frame.wia else None for world in worlds}
    same = clocks == first.clocks and found == first.obligations
    return Found(first.frame, clocks, found, same, len(starts) == 1)


def _agreed_clock(ends: list[ClockEnd]) -> ClockEnd:
    """Each value on its own: the start, the last day and the counted days may be certain apart from each other."""
    first = ends[0]
    same_last = all(end.last_day == first.last_day for end in ends)
    same_start = all(end.start == first.start for end in ends)
    same_days = all(end.accrual == first.accrual for end in ends)
    if same_last and same_start and same_days:
        return first
    return ClockEnd(
        first.key,
        first.accrual if same_days else None,
        first.start if same_start else None,
        first.last_day if same_last else None,
        first.moves if same_last and first.last_day else (UNKNOWN,),
        (*first.doubts, UNKNOWN_DOUBT),
    )


def _agreed_dated(rows: list[Dated | None]) -> Dated:
    known = [row for row in rows if row is not None]
    first = known[0]
    if len(known) == len(rows) and all((r.due, r.practice) == (first.due, first.practice) for r in known):
        return next((row for row in known if row.applies == "unknown"), first)
    return replace(
        first, applies="unknown", due=None, practice=None, moves=(UNKNOWN,), doubts=(UNKNOWN_DOUBT,)
    )
