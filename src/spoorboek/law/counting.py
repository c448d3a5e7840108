"""The few ways in which the law counts a date. Which obligation uses which is data."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from spoorboek.law.accrual import Accrual
from spoorboek.law.calendar import is_working_day, lengthened_to_two_working_days, next_working_day
from spoorboek.law.clocks import base_days
from spoorboek.law.extensions import Extension
from spoorboek.law.frame import Frame
from spoorboek.law.moves import Move, Walk, first_move, walk
from spoorboek.law.rulebook import Counting

NOT_COUNTING = Walk(None, (Move("not-counting", None, "note"),))


def count(
    frame: Frame, ext: Extension, counting: Counting, sources: tuple[str, ...], ordinal: int = 0
) -> Walk:
    """The date this counting gives, with its moves. `ordinal` chooses from a repeating series."""
    accrual = frame.accruals[counting.clock]
    if accrual is None:
        return NOT_COUNTING
    if counting.every:
        return _series(frame, counting, accrual, sources, ordinal)
    found = WAYS[counting.count](frame, ext, counting, accrual, sources)
    return SHIFTS[counting.shift](found, counting.term)


def _begin(frame: Frame, counting: Counting, accrual: Accrual, sources: tuple[str, ...]) -> tuple[Move, int]:
    """Where counting begins and how many days follow: the first known fact of `after`, else the clock's start."""
    for after in counting.after:
        day = frame.fact(after.fact)
        if day is not None:
            return Move("from-fact", day, "start", None, sources), after.days
    return first_move(accrual, sources), counting.days


def _accrued(
    frame: Frame, ext: Extension, counting: Counting, accrual: Accrual, sources: tuple[str, ...]
) -> Walk:
    begin, days = _begin(frame, counting, accrual, sources)
    return walk(accrual, begin, [Move("add-days", None, "days", days, sources)], frame.book.gap.sources)


def _series(
    frame: Frame, counting: Counting, accrual: Accrual, sources: tuple[str, ...], ordinal: int
) -> Walk:
    """Number `ordinal` of a series; after the evaluations that took place, counted from the last of them."""
    begin, days = _begin(frame, counting, accrual, sources)
    held, every = frame.evaluations, counting.every or 0
    if counting.after and held and ordinal >= len(held):
        begin, days, ordinal = (
            Move("last-evaluation", held[-1], "start", None, sources),
            every,
            ordinal - len(held),
        )
    add = Move("add-days", None, "days", days + every * ordinal, sources)
    return walk(accrual, begin, [add], frame.book.gap.sources)


def _before_end(
    frame: Frame, ext: Extension, counting: Counting, accrual: Accrual, sources: tuple[str, ...]
) -> Walk:
    rules = frame.book.extensions
    length = base_days(frame, "wia", accrual)
    additions = [Move("last-day", None, "days", length - 1, ("wia-23-1",), {"days": length})]
    if ext.voluntary:
        additions.append(Move("voluntary", None, "days", ext.voluntary, rules.voluntary_sources))
    if counting.late and ext.late_application:
        additions.append(Move("late-application", None, "days", ext.late_application, ("wia-25-10",)))
    found = walk(accrual, first_move(accrual, sources), additions, frame.book.gap.sources)
    found = found.plus("back", -counting.days, sources)
    if counting.letter and ext.letter_extends and found.on:
        return found.then(Move("late-letter", ext.application_due, "take", None, rules.letter_sources))
    return found


def _on_fact(
    frame: Frame, ext: Extension, counting: Counting, accrual: Accrual, sources: tuple[str, ...]
) -> Walk:
    day = frame.fact(counting.fact or "")
    found = Walk(day, (Move("fact-day", day, "start" if day else "note", None, sources),))
    return found.plus("add-days", counting.days, sources) if counting.days else found


def _no_shift(found: Walk, days: int) -> Walk:
    return found


def _atw(found: Walk, days: int) -> Walk:
    if found.on is None or is_working_day(found.on):
        return found
    return found.then(Move("shift", next_working_day(found.on), "shift", None, ("atw-1", "atw-3")))


def _atw_two_working_days(found: Walk, days: int) -> Walk:
    shifted = _atw(found, days)
    if found.on is None or shifted.on is None:
        return shifted
    longer = lengthened_to_two_working_days(found.on - timedelta(days=days), shifted.on)
    if longer == shifted.on:
        return shifted
    return shifted.then(Move("two-working-days", longer, "take", None, ("atw-2",)))


def two_day_rule_matters(found: Walk, days: int) -> bool:
    """Whether ATW 2 moves the day, or would move it if the first sick day did not count (C8b)."""
    start = found.moves[0].on
    plain = next((m.on for m in reversed(found.moves) if m.words != "two-working-days"), None)
    if found.on is None or start is None or plain is None:
        return False
    raw = next((m.on for m in reversed(found.moves) if m.words not in {"two-working-days", "shift"}), None)
    first = (raw or start) - timedelta(days=days)
    return found.on != plain or lengthened_to_two_working_days(first + timedelta(days=1), plain) != plain


Way = Callable[[Frame, Extension, Counting, Accrual, tuple[str, ...]], Walk]
WAYS: dict[str, Way] = {
    "accrued": _accrued,
    "before_end": _before_end,
    "on_fact": _on_fact,
}
SHIFTS: dict[str, Callable[[Walk, int], Walk]] = {
    "none": _no_shift,
    "atw": _atw,
    "atw_two_working_days": _atw_two_working_days,
}
