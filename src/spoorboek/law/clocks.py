"""The ends of the three clocks: wage duty, WIA waiting period, dismissal ban."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from spoorboek.law.accrual import Accrual
from spoorboek.law.calendar import add_years
from spoorboek.law.extensions import Extension, waiting_weeks_days
from spoorboek.law.frame import Frame
from spoorboek.law.keys import CLOCK_KEYS, ClockKey
from spoorboek.law.moves import Move, Walk, first_move, walk
from spoorboek.law.rulebook import Limit


@dataclass(frozen=True, slots=True)
class ClockEnd:
    """One clock worked out: its counting, its last day with moves, and doubts by id."""

    key: ClockKey
    accrual: Accrual | None
    start: date | None
    last_day: date | None
    moves: tuple[Move, ...]
    doubts: tuple[str, ...] = ()


def clock_ends(frame: Frame, ext: Extension) -> dict[ClockKey, ClockEnd]:
    return {clock: clock_end(frame, ext, clock) for clock in CLOCK_KEYS}


def clock_end(frame: Frame, ext: Extension, clock: ClockKey) -> ClockEnd:
    accrual, rule = frame.accruals[clock], frame.book.clocks[clock]
    if accrual is None:
        return ClockEnd(clock, None, None, None, (Move("not-counting", None, "note", None, rule.sources),))
    begin = first_move(accrual, rule.sources)
    if rule.ends_with_employment and _never_employed(frame, accrual):
        return ClockEnd(
            clock, accrual, accrual.start, None, (begin, Move("not-this-employment", None, "note"))
        )
    additions = [_base(frame, clock, accrual), *_added(frame, ext, clock)]
    found = walk(accrual, begin, additions, frame.book.gap.sources)
    found = _void_sanction(found, ext)
    if clock == "wia":
        return _wia_end(frame, ext, accrual, found)
    return _limited(frame, ext, clock, accrual, found)


def _never_employed(frame: Frame, accrual: Accrual) -> bool:
    end = frame.employment_end
    return frame.without_employer or (end is not None and end < accrual.start)


def base_days(frame: Frame, clock: ClockKey, accrual: Accrual) -> int:
    """Counted days of the clock before any extension."""
    rule = frame.book.clocks[clock]
    if rule.count == "years":
        return (add_years(accrual.start, rule.amount) - accrual.start).days
    return waiting_weeks_days(frame) if clock == "wia" else rule.amount


def _base(frame: Frame, clock: ClockKey, accrual: Accrual) -> Move:
    days = base_days(frame, clock, accrual)
    words = "two-years" if frame.book.clocks[clock].count == "years" else "last-day"
    if clock == "wia" and frame.granted_weeks:
        words = "shortened-waiting-period"
    return Move(words, None, "days", days - 1, frame.book.clocks[clock].sources, {"days": days})


def _added(frame: Frame, ext: Extension, clock: ClockKey) -> list[Move]:
    rules, moves_with = frame.book.extensions, frame.book.clocks[clock].moves_with
    # A sanction follows the late-application days (WIA 25.10, 25.11), so the WIA starts after both.
    late = ext.late_application if "late_application" in moves_with or ext.sanction else 0
    rows = [
        ("voluntary", ext.voluntary, rules.voluntary_sources),
        ("late-application", late, rules.late_application_sources),
    ]
    moves = [Move(words, None, "days", days, sources) for words, days, sources in rows if days]
    return moves + _sanction_moves(frame, ext)


def _sanction_moves(frame: Frame, ext: Extension) -> list[Move]:
    rules, sanction = frame.book.extensions, frame.facts.sanction
    if sanction is None or ext.sanction_void or (not ext.sanction and ext.shortening is None):
        return []
    if ext.shortening is None:
        return [Move("sanction", None, "days", ext.sanction, rules.sanction_sources)]
    words = "shortened" if ext.shortening == "granted" else "not-shortened-late"
    sources = (*rules.sanction_sources, *rules.shortening_sources)
    return [Move(words, None, "days", ext.sanction, sources, {"late": ext.late_decisions})]


def _void_sanction(found: Walk, ext: Extension) -> Walk:
    if not ext.sanction_void:
        return found
    note = Move("sanction-void", None, "note", None, ("wia-25-11",), {"from": ext.waiting_end})
    return Walk(found.on, (*found.moves, note))


def _wia_end(frame: Frame, ext: Extension, accrual: Accrual, found: Walk) -> ClockEnd:
    doubts = [*_sanction_doubts(ext)]
    if ext.late_application and not ext.sanction:
        doubts.append("wia-late-application")
    if found.on and frame.aow and frame.aow <= found.on + timedelta(days=1):
        note = Move("no-wia-after-aow", None, "note", None, frame.book.aow.sources)
        return ClockEnd("wia", accrual, accrual.start, None, (*found.moves, note), tuple(doubts))
    return ClockEnd("wia", accrual, accrual.start, found.on, found.moves, tuple(doubts))


def _sanction_doubts(ext: Extension) -> list[str]:
    doubts = ["sanction-after-end"] if ext.sanction_void else []
    return [*doubts, "sanction-late"] if ext.sanction_late else doubts


def _limited(frame: Frame, ext: Extension, clock: ClockKey, accrual: Accrual, found: Walk) -> ClockEnd:
    doubts = _sanction_doubts(ext)
    if frame.book.clocks[clock].count == "years" and (accrual.start.month, accrual.start.day) == (2, 29):
        doubts.append("leap-day")
    for limit in frame.book.limits:
        if clock in limit.applies_to and limit.covers(accrual.start):
            found, used = _with_limit(frame, accrual, limit, found)
            doubts += [limit.doubt] if used and limit.doubt else []
    end = frame.employment_end
    ends_first = end is not None and (accrual.ended_on is None or end < accrual.ended_on)
    if end is not None and ends_first and (found.on is None or end < found.on):
        found = found.then(Move("employment-end", end, "take"))
    return ClockEnd(clock, accrual, accrual.start, found.on, found.moves, tuple(doubts))


def _with_limit(frame: Frame, accrual: Accrual, limit: Limit, found: Walk) -> tuple[Walk, bool]:
    since = _limit_start(frame, accrual, limit)
    if since is None:
        return found, False
    last = accrual.date_at(accrual.index_at(since) + limit.days - 1)
    if last is None or (found.on is not None and found.on <= last):
        return found, False
    move = Move(f"{limit.after}-limit", last, "take", None, limit.sources, {"days": limit.days})
    return found.then(move), True


def _limit_start(frame: Frame, accrual: Accrual, limit: Limit) -> date | None:
    if limit.after == "aow":
        return frame.aow
    household = frame.facts.employment is not None and frame.facts.employment.kind == "household"
    return accrual.start if household else None
