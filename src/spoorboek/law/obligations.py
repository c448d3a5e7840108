"""The obligations of one frame: which rule version applies, and which dates it gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from spoorboek.law.calendar import add_years, is_working_day
from spoorboek.law.conditions import CONDITIONS
from spoorboek.law.counting import count, two_day_rule_matters
from spoorboek.law.extensions import Extension
from spoorboek.law.facts import Answer
from spoorboek.law.frame import Frame
from spoorboek.law.keys import KEYS
from spoorboek.law.moves import Move, Walk
from spoorboek.law.rulebook import Counting, Measure, Rule


@dataclass(frozen=True, slots=True)
class Dated:
    """One obligation with its dates. `applies` no: the last move says why."""

    rule: Rule
    ordinal: int
    applies: Answer
    due: date | None
    practice: date | None
    moves: tuple[Move, ...]
    doubts: tuple[str, ...] = ()

    @property
    def at(self) -> tuple[str, int]:
        return self.rule.key, self.ordinal


def obligations(frame: Frame, ext: Extension) -> dict[tuple[str, int], Dated]:
    """Every obligation of the rulebook, once per ordinal."""
    return {dated.at: dated for key in KEYS for dated in _of_key(frame, ext, key)}


def _of_key(frame: Frame, ext: Extension, key: str) -> list[Dated]:
    refused: list[Dated] = []
    for rule in frame.book.rules_of(key):
        if not _covers(frame, rule):
            continue
        found = list(_repeated(frame, ext, rule)) if rule.counting.every else [_single(frame, ext, rule)]
        if any(dated.applies != "no" for dated in found):
            return [dated for dated in found if dated.applies != "no"]
        refused = refused or found[:1]
    return refused or [_without_rule(frame, key)]


def _without_rule(frame: Frame, key: str) -> Dated:
    """No version holds for this first day: expired law never falls back silently to another version."""
    return Dated(frame.book.rules_of(key)[0], 0, "unknown", None, None, (), ("no-rule",))


def _covers(frame: Frame, rule: Rule) -> bool:
    accrual = frame.accruals[rule.counting.clock]
    return accrual is None or rule.applies_if.covers(accrual.start)


def _no(rule: Rule, ordinal: int, moves: tuple[Move, ...], words: str | None) -> Dated:
    reason = (Move(words, None, "note"),) if words else ()
    return Dated(rule, ordinal, "no", None, None, (*moves, *reason))


def _single(frame: Frame, ext: Extension, rule: Rule) -> Dated:
    applies, words = CONDITIONS[rule.applies_if.condition](frame, ext)
    if applies == "no":
        return _no(rule, 0, (), words)
    due = count(frame, ext, rule.due, rule.sources) if rule.due else None
    practice = count(frame, ext, rule.practice, rule.sources) if rule.practice else None
    note = (Move(words, None, "note"),) if words else ()
    return _judged(frame, ext, rule, 0, applies, due, practice, note)


def _judged(
    frame: Frame,
    ext: Extension,
    rule: Rule,
    ordinal: int,
    applies: Answer,
    due: Walk | None,
    practice: Walk | None,
    note: tuple[Move, ...] = (),
) -> Dated:
    """Refuse what is never reached, belongs to another situation or comes after state pension age."""
    main = due or practice
    if main is None or main.on is None:
        return _no(rule, ordinal, main.moves if main else (), None)
    if applies == "yes" and frame.situation(main.on) not in rule.applies_if.situations:
        return _no(rule, ordinal, (), "not-this-employment")
    if rule.ends_at_aow and frame.aow and frame.aow <= main.on:
        return _no(rule, ordinal, (), "after-aow")
    due_on, usual = due.on if due else None, _usual(due, practice)
    meant = tuple(_measures(frame, ext, rule))
    used = [counting for counting, on in ((rule.due, due_on), (rule.practice, usual)) if counting and on]
    doubts = (
        *_doubts(frame, ext, rule, main, applies),
        *(counting.doubt for counting in used if counting.doubt),
        *(measure.doubt for measure in meant),
    )
    note = (*note, *(_told_with(counting, due_on, usual) for counting in used if counting.note))
    note = (*note, *(Move(measure.note, None, "note", None, measure.sources) for measure in meant))
    if "atw-4" in rule.sources and not is_working_day(main.on):
        note = (*note, Move("no-shift", None, "note", None, ("atw-4",)))
    moves = (*main.moves, *note)
    return Dated(rule, ordinal, applies, due_on, usual, moves, doubts)


def _measures(frame: Frame, ext: Extension, rule: Rule) -> Iterator[Measure]:
    """Temporary measures for this obligation that may concern a person of this age at the end of the waiting period."""
    born, end = frame.facts.person.birth_date, ext.waiting_end
    if born is None or end is None:
        return
    for measure in frame.book.measures:
        in_window = measure.waiting_end_from <= end <= measure.waiting_end_until
        if measure.key == rule.key and in_window and add_years(born, measure.age) <= end:
            yield measure


def _usual(due: Walk | None, practice: Walk | None) -> date | None:
    """The usual day; none on or after the last lawful day, where it would help nobody."""
    if practice is None or practice.on is None:
        return None
    return practice.on if due is None or due.on is None or practice.on < due.on else None


def _told_with(counting: Counting, due: date | None, usual: date | None) -> Move:
    return Move(counting.note or "", None, "note", None, (), {"due": due, "usual": usual})


def _doubts(frame: Frame, ext: Extension, rule: Rule, main: Walk, applies: Answer) -> Iterator[str]:
    words = {move.words for move in main.moves}
    if applies == "unknown":
        yield "applies-unknown"
    yield from (doubt for doubt in rule.doubts if _holds(frame, doubt, main.on))
    if rule.due and rule.due.after and "from-fact" not in words:
        yield "plan-eight-weeks"
    if rule.key in {"problem-analysis", "plan-of-action"} and words & {"gap", "leave"}:
        yield "terms-after-gap"
    first_day_in_term = rule.due and rule.due.count == "accrued" and rule.due.shift == "atw_two_working_days"
    if rule.due and first_day_in_term and two_day_rule_matters(main, rule.due.days):
        yield "atw-two-days"
    if rule.key == "wia-application" and ext.letter_unclear:
        yield "letter-and-report"


def _holds(frame: Frame, doubt: str, on: date | None) -> bool:
    when = frame.book.doubts[doubt].when
    return when == "always" or (when == "day_off" and on is not None and not is_working_day(on))


def _repeated(frame: Frame, ext: Extension, rule: Rule) -> Iterator[Dated]:
    """The series of one repeating obligation, as far as the clock's days reach."""
    counting, ordinal = rule.counting, 0
    accrual = frame.accruals[counting.clock]
    while True:
        walked = count(frame, ext, counting, rule.sources, ordinal)
        ended = walked.on is None or accrual is None
        if accrual is None or walked.on is None or accrual.index_at(walked.on) >= (counting.until_days or 0):
            if ordinal == 0:
                yield _no(rule, 0, walked.moves if ended else (), None)
            return
        due, practice = (walked, None) if rule.due else (None, walked)
        yield _judged(frame, ext, rule, ordinal, "yes", due, practice)
        ordinal += 1
