"""The dates of one set of facts without their reasons: what is stored and searched, some five times as cheap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spoorboek.law.facts import Facts
from spoorboek.law.keys import CLOCK_KEYS, ClockKey
from spoorboek.law.obligations import Dated
from spoorboek.law.results import Doubt, Step
from spoorboek.law.rulebook import Rulebook, current_rulebook
from spoorboek.law.trace import told
from spoorboek.law.worlds import Found, find

APPLIES: dict[str, bool | None] = {"yes": True, "no": False, "unknown": None}


@dataclass(frozen=True, slots=True)
class StepDates:
    """One obligation. `applies` is None while a fact that decides it is not known; what was done always applies.

    `next_on`: the day on which it asks for something next; None when it is done or has no day.
    """

    key: str
    ordinal: int
    rule: str
    applies: bool | None
    due: date | None
    practice: date | None
    agreed: date | None
    done: date | None
    next_on: date | None


@dataclass(frozen=True)
class Dates:
    """Every obligation, and the last day of each clock; `found` is what the reasons are told from."""

    found: Found
    steps: tuple[StepDates, ...]
    rules_version: str

    @property
    def last_days(self) -> dict[ClockKey, date | None]:
        return {key: end.last_day for key, end in self.found.clocks.items()}

    def reasons_of_step(self, key: str, ordinal: int) -> tuple[tuple[Step, ...], tuple[Doubt, ...]]:
        """What everyone may read of why this date is so, and what is not certain about it."""
        dated = self.found.obligations.get((key, ordinal))
        if dated is None:
            return (), ()
        book = self.found.frame.book
        doubts = tuple(book.doubt(doubt) for doubt in dict.fromkeys(dated.doubts))
        return told(book, dated.rule.id, dated.moves, public=True), doubts

    def reasons_of_clock(self, name: str) -> tuple[tuple[Step, ...], tuple[Doubt, ...]]:
        """As `reasons_of_step`, of one clock."""
        key = next(key for key in CLOCK_KEYS if key == name)
        end, book = self.found.clocks[key], self.found.frame.book
        doubts = tuple(book.doubt(doubt) for doubt in dict.fromkeys(end.doubts))
        return told(book, f"clock-{key}", end.moves, public=True), doubts


def dates(facts: Facts, rulebook: Rulebook | None = None) -> Dates:
    """The same dates as `timetable`, in the order of the rulebook."""
    book = rulebook or current_rulebook()
    found = find(facts, book)
    start = found.frame.wia.start if found.frame.wia else None
    steps = tuple(_step(found, dated, facts, start) for dated in found.obligations.values())
    return Dates(found, steps, book.version)


def _step(found: Found, dated: Dated, facts: Facts, start: date | None) -> StepDates:
    done, agreed = done_on(found, dated), agreed_on(facts, dated, start)
    deadline = agreed if agreed and dated.rule.deviation_allowed else dated.due
    return StepDates(
        dated.rule.key,
        dated.ordinal,
        dated.rule.id,
        True if done else APPLIES[dated.applies],
        dated.due,
        dated.practice,
        agreed,
        done,
        None if done else deadline or dated.practice,
    )


def done_on(found: Found, dated: Dated) -> date | None:
    """The day on which this was done in the running case."""
    frame, rule = found.frame, dated.rule
    accrual = frame.accruals[rule.counting.clock]
    recorded = frame.done_on(rule.key, dated.ordinal, accrual.start if accrual else None)
    if recorded or rule.done_by is None:
        return recorded
    if rule.done_by == "evaluations":
        return frame.evaluations[dated.ordinal] if dated.ordinal < len(frame.evaluations) else None
    return frame.fact(rule.done_by)


def agreed_on(facts: Facts, dated: Dated, start: date | None) -> date | None:
    """The date of the last agreement of the running case on another date for this."""
    rows = [row for row in facts.joint_deviations if (row.key, row.ordinal) == dated.at]
    return next((row.due for row in reversed(rows) if start is None or row.agreed_on >= start), None)
