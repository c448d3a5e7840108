"""What is stored of each step, for many sets of facts at once: the array twin of `law.dates`.

Only for facts that the arrays say everything of: no unanswered medical question, no spell whose cause the doctor named
(everyone else reads another ban then), and a first day from which every obligation has a rule. `fits` tells; the others
go the single way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from spoorboek.law.accrual import answers_needed
from spoorboek.law.bulk.clocks import clock_last_days
from spoorboek.law.bulk.columns import ANSWERS, KINDS, FactArrays
from spoorboek.law.bulk.days import NAT, Dates, Mask
from spoorboek.law.bulk.frame import (
    ExtensionArrays,
    FrameArrays,
    extension_rows,
    pregnant_first_spell,
    sick_after_birth,
)
from spoorboek.law.bulk.obligations import rule_dates
from spoorboek.law.dates import StepDates
from spoorboek.law.facts import Facts
from spoorboek.law.keys import CLOCK_KEYS, KEYS, ClockKey
from spoorboek.law.rulebook import Rule, Rulebook

Days = list[date | None]


@dataclass(frozen=True, slots=True)
class RowDates:
    """The dates of one set of facts: every step that applies or may apply, and the last day of each clock."""

    steps: tuple[StepDates, ...]
    last_days: dict[ClockKey, date | None]


def fits(facts: Facts, book: Rulebook) -> bool:
    """Whether the arrays say everything of these facts."""
    named = any(spell.caused_by_pregnancy is not None for spell in facts.spells)
    return not named and facts.first_sick_day >= covered_from(book) and not answers_needed(facts)


def covered_from(book: Rulebook) -> date:
    """The first day from which every obligation has a version for whoever falls ill."""
    return _covered_from(book.version, tuple((rule.key, rule.applies_if) for rule in book.rules))


@lru_cache(maxsize=4)
def _covered_from(version: str, rules: Any) -> date:
    return max(_open_from([applies for name, applies in rules if name == key]) for key in KEYS)


def _open_from(versions: Sequence[Any]) -> date:
    """From which day on there is always one of these versions."""
    begins = [each.first_day_from or date.min for each in versions if each.first_day_until is None]
    first = min(begins, default=date.max)
    bounded = [each for each in versions if each.first_day_until is not None]
    for each in sorted(bounded, key=lambda one: one.first_day_until, reverse=True):
        if each.first_day_until + timedelta(days=1) >= first:
            first = min(first, each.first_day_from or date.min)
    return first


def steps_of(facts: Sequence[Facts], book: Rulebook) -> list[RowDates | None]:
    """The dates of many sets of facts that all `fits`; None where something was done that does not apply here.

    That is stored too, under the version of the rule that refused it, which only the single way knows.
    """
    frame = FrameArrays(FactArrays.from_facts(facts, book), book)
    ext = extension_rows(frame)
    made: list[list[StepDates]] = [[] for _ in facts]
    starts = {clock: _start_days(frame, clock) for clock in CLOCK_KEYS}
    for versions in (book.rules_of(key) for key in KEYS):
        for ordinal, column in _columns(frame, ext, versions, len(facts)).items():
            for row, number, unknown, due, practice in column.there():
                rule = versions[number]
                start = starts[rule.counting.clock][row]
                made[row].append(
                    _step(facts[row], rule, ordinal, unknown, due, practice, start, starts["wia"][row])
                )
    clocks = {clock: _as_days(clock_last_days(frame, ext, clock), len(facts)) for clock in CLOCK_KEYS}
    by_fact: dict[str, str] = {rule.key: rule.done_by for rule in book.rules if rule.done_by}
    return [
        RowDates(tuple(steps), {clock: days[row] for clock, days in clocks.items()})
        if _done_keys(facts[row], by_fact) <= {step.key for step in steps}
        else None
        for row, steps in enumerate(made)
    ]


def _done_keys(facts: Facts, by_fact: Mapping[str, str]) -> set[str]:
    """What was done, in this case or an earlier one. `by_fact`: the fact that says so, by key."""
    said = {key for key, name in by_fact.items() if name != "evaluations" and _fact(facts, name)}
    held = {key for key, name in by_fact.items() if name == "evaluations" and facts.evaluations}
    return said | held | {done.key for done in facts.done if done.ordinal == 0}


class _Column:
    """One step, for all rows: which version gave its dates, and whether it is sure that it applies."""

    def __init__(self, rows: int) -> None:
        self.number = np.full(rows, -1, np.int16)
        self.unknown = np.zeros(rows, np.bool_)
        self.due = np.full(rows, NAT, np.int64)
        self.practice = np.full(rows, NAT, np.int64)

    def put(self, number: int, due: Dates | None, practice: Dates | None, unknown: Mask | None) -> None:
        main = due or practice
        if main is None:
            return
        here = self.number < 0 if main.ok is None else (self.number < 0) & main.ok
        self.number[here] = number
        for dates, column in ((due, self.due), (practice, self.practice)):
            if dates is not None:
                some = here if dates.ok is None else here & dates.ok
                column[some] = dates.days[some]
        if unknown is not None:
            self.unknown[here] = unknown[here]

    def there(self) -> Any:
        """(row, version, unknown, due, practice) of every row that has the step."""
        rows = np.flatnonzero(self.number >= 0)
        due, practice = (column[rows].view("datetime64[D]").tolist() for column in (self.due, self.practice))
        return zip(
            rows.tolist(),
            self.number[rows].tolist(),
            self.unknown[rows].tolist(),
            due,
            practice,
            strict=True,
        )


def _columns(
    frame: FrameArrays, ext: ExtensionArrays, versions: Sequence[Rule], rows: int
) -> dict[int, _Column]:
    """The columns of one key by ordinal; the first version that applies counts."""
    found: dict[int, _Column] = {}
    for number, rule in enumerate(versions):
        unknown = _unknown(frame, rule, rows)
        for ordinal, (due, practice) in rule_dates(frame, ext, rule):
            column = found.setdefault(ordinal, _Column(rows))
            column.put(number, due, practice, unknown)
    return found


def _step(
    facts: Facts,
    rule: Rule,
    ordinal: int,
    unknown: bool,
    due: date | None,
    practice: date | None,
    start: date | None,
    case: date | None,
) -> StepDates:
    """One step of one row. start, case: first days of the rule's clock and of the running case."""
    done = _done_on(facts, rule, ordinal, start, case)
    agreed = _agreed_on(facts, rule.key, ordinal, case) if facts.joint_deviations else None
    deadline = agreed if agreed and rule.deviation_allowed else due
    applies = True if done or not unknown else None
    next_on = None if done else deadline or practice
    return StepDates(rule.key, ordinal, rule.id, applies, due, practice, agreed, done, next_on)


def _done_on(facts: Facts, rule: Rule, ordinal: int, start: date | None, case: date | None) -> date | None:
    for done in facts.done:
        if (done.key, done.ordinal) == (rule.key, ordinal) and (start is None or done.done_on >= start):
            return done.done_on
    if rule.done_by is None or case is None:
        return None
    if rule.done_by == "evaluations":
        held = [day for day in facts.evaluations if day >= case]
        return held[ordinal] if ordinal < len(held) else None
    day = _fact(facts, rule.done_by)
    return day if day and day >= case else None


def _fact(facts: Facts, name: str) -> date | None:
    """A dated fact by the name that rules use."""
    owner, field = OWNERS.get(name, (None, name))
    held = getattr(facts, owner) if owner else facts
    found: date | None = getattr(held, field) if held else None
    return found


OWNERS: dict[str, tuple[str | None, str]] = {
    "safety_net_clear_on": ("employment", "safety_net_clear_on"),
    "shortened_applied_on": ("shortened_waiting_period", "applied_on"),
    "sanction_decided_on": ("sanction", "decided_on"),
    "shortening_received_on": ("shortening", "received_on"),
    "shortening_decided_on": ("shortening", "decided_on"),
}


def _agreed_on(facts: Facts, key: str, ordinal: int, case: date | None) -> date | None:
    rows = [row for row in facts.joint_deviations if (row.key, row.ordinal) == (key, ordinal)]
    return next((row.due for row in reversed(rows) if case is None or row.agreed_on >= case), None)


def _start_days(frame: FrameArrays, clock: ClockKey) -> Days:
    accrual = frame.accruals[clock]
    return _as_days(Dates(accrual.start, accrual.exists), len(frame.first))


def _as_days(dates: Dates, rows: int) -> Days:
    column = np.empty(rows, np.int64)
    dates.write(column)
    found: Days = column.view("datetime64[D]").tolist()
    return found


def _unknown(frame: FrameArrays, rule: Rule, rows: int) -> NDArray[np.bool_] | None:
    """Rows in which nobody knows yet whether the rule applies; None: nowhere."""
    condition = rule.applies_if.condition
    if condition == "zw_assessment":
        ended = frame.employment_end
        here = (
            np.zeros(rows, np.bool_) if ended is None else (ended.ok if ended.ok is not None else ~_no(rows))
        )
        return _kind_unknown(frame, rows) & ~here
    if condition == "four_day_report":
        return _four(frame, rows)[1]
    if condition in {"six_week_report", "safety_net_clear_later"}:
        return _six(frame, rows)[1]
    if condition == "recovered_with_safety_net":
        (four, four_unknown), (six, six_unknown) = _four(frame, rows), _six(frame, rows)
        return (four_unknown | six_unknown) & ~(four | six)
    return None


def _no(rows: int) -> Mask:
    return np.zeros(rows, np.bool_)


def _kind_unknown(frame: FrameArrays, rows: int) -> Mask:
    unknown = frame.kind_unknown
    return ~_no(rows) if unknown is None else unknown


def _four(frame: FrameArrays, rows: int) -> tuple[Mask, Mask]:
    """(surely, perhaps) reported within four days: see `law.conditions`."""
    birth = sick_after_birth(frame)
    sure = _no(rows) if birth is None else birth
    if frame.kind is not None:
        sure = sure | (frame.kind == KINDS.index("fictitious"))
        if frame.without_employer is not None:
            sure = sure | (frame.without_employer & (frame.kind != KINDS.index("none")))
    return sure, _kind_unknown(frame, rows) & ~sure


def _six(frame: FrameArrays, rows: int) -> tuple[Mask, Mask]:
    """(surely, perhaps) reported within six weeks."""
    codes, pregnant = frame.facts.no_risk, pregnant_first_spell(frame)
    sure = _no(rows) if pregnant is None else pregnant
    if codes is None:
        return sure, ~sure
    sure = sure | (codes == ANSWERS["yes"])
    perhaps = codes == ANSWERS["unknown"]
    if frame.kind is not None:
        perhaps = perhaps | (frame.kind == -1)
    return sure, perhaps & ~sure
