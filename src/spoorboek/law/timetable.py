"""Facts in, dated obligations with reasons out: the door of the law library."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from spoorboek.law.calendar import add_years
from spoorboek.law.clocks import ClockEnd
from spoorboek.law.counterfactuals import changes
from spoorboek.law.dates import agreed_on, done_on
from spoorboek.law.facts import Facts
from spoorboek.law.keys import ClockKey
from spoorboek.law.moves import Move
from spoorboek.law.obligations import Dated
from spoorboek.law.results import Case, Clock, Clocks, Doubt, Interval, Obligation, Timetable, WouldMove
from spoorboek.law.rulebook import Rulebook, current_rulebook
from spoorboek.law.status import status
from spoorboek.law.trace import one_text, told
from spoorboek.law.worlds import UNKNOWN, UNKNOWN_DOUBT, Found, find

LOWEST_PENSION_AGE = 67
LONGEST_COURSE_YEARS = 4
Alternatives = list[tuple[str, WouldMove, Found]]


def timetable(facts: Facts, on: date | None = None, rulebook: Rulebook | None = None) -> Timetable:
    """All clocks and obligations that follow from `facts`, with the status on day `on`.

    Without `on` nothing is due or overdue yet: status is done, coming, unknown or not_applicable, and elapsed days
    are empty. `rulebook` replaces the rules that ship with this version.
    """
    book = rulebook or current_rulebook()
    found = find(facts, book)
    others = _alternatives(facts, found, book)
    clocks = {key: _clock(book, end, others, on, facts) for key, end in found.clocks.items()}
    rows = [_obligation(found, dated, others, on, facts) for dated in found.obligations.values()]
    ordered = sorted(rows, key=lambda row: (row.shown_on or date.max, row.key, row.ordinal))
    return Timetable(
        _case(found, facts, book),
        Clocks(clocks["wage"], clocks["wia"], clocks["dismissal_ban"]),
        tuple(ordered),
        on,
        book.version,
    )


def case_of(facts: Facts, rulebook: Rulebook | None = None) -> Case:
    """The case alone, as `timetable(facts).case` has it: without what would move it, so a tenth of the work."""
    book = rulebook or current_rulebook()
    return _case(find(facts, book), facts, book)


def _alternatives(facts: Facts, found: Found, book: Rulebook) -> Alternatives:
    wia = found.frame.wia
    if wia is None:
        return []
    waiting_end = wia.date_at(book.clocks["wia"].amount - 1)
    return [
        (change.id, WouldMove(change.id, change.text, None, change.medical), find(change.facts, book))
        for change in changes(facts, wia.start, waiting_end)
    ]


def _moved(current: date | None, others: Iterable[tuple[WouldMove, date | None]]) -> tuple[WouldMove, ...]:
    return tuple(
        WouldMove(entry.id, entry.change, day, entry.medical) for entry, day in others if day != current
    )


def _doubts(book: Rulebook, ids: Iterable[str], facts: Facts) -> tuple[Doubt, ...]:
    extra = ["first-day-not-checked"] if facts.first_day_basis == "not_checked" else []
    return tuple(book.doubt(doubt) for doubt in dict.fromkeys([*ids, *extra]))


def _pension_doubts(found: Found) -> list[str]:
    """Only for those who may reach state pension age within the course."""
    person, wia = found.frame.facts.person, found.frame.wia
    if person.aow_date or person.birth_date is None or wia is None:
        return []
    earliest = found.frame.aow or add_years(person.birth_date, LOWEST_PENSION_AGE)
    if earliest > add_years(wia.start, LONGEST_COURSE_YEARS):
        return []
    return ["aow-from-birth"] if found.frame.aow else ["aow-unknown"]


def _elapsed(end: ClockEnd, on: date | None) -> int | None:
    if end.accrual is None or on is None:
        return None
    return end.accrual.index_at(on + timedelta(days=1))


def _clock(book: Rulebook, end: ClockEnd, others: Alternatives, on: date | None, facts: Facts) -> Clock:
    moves = end.moves
    if any(spell.resumed_percentage or spell.resumed for spell in facts.spells):
        moves = (*moves, Move("partial", None, "note", None, ("handboek-wia",)))
    pauses = end.accrual.pauses if end.accrual else ()
    moved = [(entry, found.clocks[end.key].last_day) for _, entry, found in others]
    return Clock(
        key=end.key,
        start=end.start,
        elapsed_days=_elapsed(end, on),
        last_day=end.last_day,
        first_day_after=end.last_day + timedelta(days=1) if end.last_day else None,
        suspended=tuple(Interval(p.start, p.start + timedelta(days=p.days)) for p in pauses),
        because=told(book, f"clock-{end.key}", moves),
        because_public=told(book, f"clock-{end.key}", moves, public=True),
        would_move_if=_moved(end.last_day, moved),
        uncertain=_doubts(book, end.doubts, facts),
    )


def _obligation(
    found: Found, dated: Dated, others: Alternatives, on: date | None, facts: Facts
) -> Obligation:
    book, rule = found.frame.book, dated.rule
    done = done_on(found, dated)
    agreed = agreed_on(facts, dated, found.frame.wia.start if found.frame.wia else None)
    deadline = agreed if agreed and rule.deviation_allowed else dated.due
    following = found.obligations.get((rule.key, dated.ordinal + 1))
    doubts = [*dated.doubts, *(_pension_doubts(found) if rule.ends_at_aow else [])]
    if agreed and not rule.deviation_allowed:
        doubts.append("no-deviation")
    moved = [(entry, _due_of(other, dated)) for _, entry, other in others] if rule.due else []
    return Obligation(
        key=rule.key,
        ordinal=dated.ordinal,
        title=rule.title.text,
        due=dated.due,
        practice=dated.practice,
        agreed=agreed,
        done=done,
        who=rule.who,
        sources=book.sources_of(rule.sources),
        consequence=rule.consequence.text,
        document=rule.document.text,
        status=status(dated, deadline, done, on, following.practice if following else None),
        because=told(book, rule.id, dated.moves),
        because_public=told(book, rule.id, dated.moves, public=True),
        would_move_if=_moved(dated.due, moved),
        uncertain=_doubts(book, doubts, facts),
        deviation_allowed=rule.deviation_allowed,
        rule=rule.id,
        repeating=rule.counting.every is not None,
    )


def _due_of(other: Found, dated: Dated) -> date | None:
    row = other.obligations.get(dated.at)
    return row.due if row else None


def _case(found: Found, facts: Facts, book: Rulebook) -> Case:
    wia = found.frame.wia
    if wia is None or not found.start_certain:
        move = UNKNOWN if not found.start_certain else Move("not-counting", None, "note")
        doubts = _doubts(book, [UNKNOWN_DOUBT] if not found.start_certain else [], facts)
        full, public = one_text(book, move), one_text(book, move, public=True)
        return Case(facts.first_sick_day, False, full, public, (), doubts)
    move = _case_move(found, facts)
    full, public = one_text(book, move), one_text(book, move, public=True)
    return Case(wia.start, bool(wia.earlier), full, public, wia.earlier, _doubts(book, (), facts))


def _case_move(found: Found, facts: Facts) -> Move:
    wia = found.frame.wia
    if wia is not None and wia.earlier:
        return Move("new-case-leave" if wia.begun == "by_answer" else "new-case-gap", wia.start, "note")
    keys: tuple[ClockKey, ...] = ("wage", "wia", "dismissal_ban")
    starts = [accrual.start if accrual else None for accrual in (found.frame.accruals[k] for k in keys)]
    if None not in starts and len(set(starts)) > 1:
        values = dict(zip(("wage", "wia", "ban"), starts, strict=True))
        return Move("clocks-differ", None, "note", None, (), {**values})
    return Move("one-case", None, "note")
