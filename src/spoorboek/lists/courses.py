"""From rows to what happened: one person's periods of sickness, each with its steps in the work done."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from spoorboek.lists.entries import Contract, Entry, Who, Zero
from spoorboek.lists.findings import Code, Finding

ALL = Decimal(1)


@dataclass(frozen=True, slots=True)
class Step:
    """From this day on so much is worked: a part of the contract, or hours a week."""

    since: date
    at_work: Decimal | None
    hours: Decimal | None


@dataclass(frozen=True, slots=True)
class Period:
    """One period of sickness, from the rows that tell it. `fit_from` is the first day fit again."""

    starts: date
    fit_from: date | None
    steps: tuple[Step, ...]
    rows: tuple[int, ...]
    doubts: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Course:
    """Everything a list says about one person, in order of date. `problems`: (row, finding) of rows left out."""

    who: Who
    contract: Contract
    rows: tuple[int, ...]
    periods: tuple[Period, ...] = ()
    repeated: tuple[tuple[int, int], ...] = ()
    problems: tuple[tuple[int, Finding], ...] = ()


def courses_of(entries: Iterable[Entry], zero: Zero = Zero.UNKNOWN) -> list[Course]:
    """One course a person, in the order in which they first appear."""
    people: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        nobody = any(each.code is Code.NO_PERSON for each in entry.findings) or not (
            entry.who.number or entry.who.name.last
        )
        people[f"row {entry.row}" if nobody else entry.who.key].append(entry)
    return [course_of(rows, zero) for rows in people.values()]


def course_of(entries: Sequence[Entry], zero: Zero) -> Course:
    who, contract = fullest(entries)
    problems = [(entry.row, finding) for entry in entries for finding in (*entry.refused, *entry.doubts)]
    if len({family(entry) for entry in entries if entry.who.name.last}) > 1:
        problems += [(entry.row, Finding(Code.TWO_PEOPLE, value=entry.who.number)) for entry in entries]
    bad = {row for row, _finding in problems}
    good = [entry for entry in entries if entry.row not in bad and entry.starts is not None]
    good, repeated = without_repeats(good)
    periods = [build(group, zero) for group in grouped(good)]
    first_bad = min((entry.starts or date.min for entry in entries if entry.row in bad), default=None)
    held = holding(periods, first_bad, min(bad, default=0))
    return Course(who, contract, tuple(entry.row for entry in entries), held, repeated, tuple(problems))


def family(entry: Entry) -> str:
    return entry.who.name.key.partition("|")[0]


def fullest(entries: Sequence[Entry]) -> tuple[Who, Contract]:
    """What the rows together say of person and work: the last row that says something about a thing wins."""
    who, contract = entries[0].who, entries[0].contract
    for entry in entries[1:]:
        said = {name: value for name in ("number", "born") if (value := getattr(entry.who, name))}
        name = entry.who.name if len(entry.who.name.written) > len(who.name.written) else who.name
        who = replace(who, name=name, **said)
        told = {
            name: value
            for name in Contract.__slots__
            if (value := getattr(entry.contract, name)) not in (None, "")
        }
        contract = replace(contract, **told)
    return who, contract


def said_by(entry: Entry) -> tuple[object, ...]:
    return (entry.starts, entry.fit_from, entry.since, entry.at_work, entry.hours, entry.absence)


def without_repeats(entries: Sequence[Entry]) -> tuple[list[Entry], tuple[tuple[int, int], ...]]:
    """Each thing once, in order of date; (row, the row it repeats) of the others."""
    first: dict[tuple[object, ...], int] = {}
    kept, repeated = [], []
    for entry in entries:
        held = first.setdefault(said_by(entry), entry.row)
        if held == entry.row:
            kept.append(entry)
        else:
            repeated.append((entry.row, held))
    kept.sort(
        key=lambda entry: (entry.starts or date.min, entry.since or entry.starts or date.min, entry.row)
    )
    return kept, tuple(repeated)


def grouped(entries: Sequence[Entry]) -> list[list[Entry]]:
    """Rows that tell of one period together."""
    groups: list[list[Entry]] = []
    for entry in entries:
        if groups and belongs(groups[-1], entry):
            groups[-1].append(entry)
        else:
            groups.append([entry])
    return groups


def belongs(group: Sequence[Entry], entry: Entry) -> bool:
    """The same first day or number of absence, or it goes on where the last row ended, or falls within it."""
    last = group[-1]
    assert entry.starts is not None
    if entry.absence and entry.absence == last.absence:
        return True
    return entry.starts == group[0].starts or last.fit_from is None or entry.starts <= last.fit_from


def build(group: Sequence[Entry], zero: Zero) -> Period:
    starts = group[0].starts
    assert starts is not None
    ends, doubts = end_of(group)
    steps, more = steps_of(group)
    doubts += more
    steps, ends, more = fully_at_work(steps, ends, group, zero)
    doubts += more
    doubts += outside(steps, starts, ends, group)
    rows = tuple(entry.row for entry in group)
    return Period(starts, ends, without_standstill(steps), rows, tuple(doubts))


def in_turn(group: Sequence[Entry]) -> bool:
    """Whether each row ends where the next begins: the list cuts a period in pieces."""
    return all(a.fit_from is not None and a.fit_from == (b.since or b.starts) for a, b in pairwise(group))


def end_of(group: Sequence[Entry]) -> tuple[date | None, list[Finding]]:
    """The end of the period, and the doubt when rows contradict each other about it."""
    last = group[-1]
    if len(group) == 1 or in_turn(group):
        return last.fit_from, []
    same_start = len({entry.starts for entry in group}) == 1
    ends = {entry.fit_from for entry in group}
    if same_start and len(ends) == 1:
        return last.fit_from, []
    if same_start and len(ends - {None}) == 1 and len({entry.since for entry in group}) == len(group):
        return next(iter(ends - {None})), []
    same_absence = bool(last.absence) and len({entry.absence for entry in group}) == 1
    if same_absence and all(entry.fit_from in {None, last.fit_from} for entry in group):
        return last.fit_from, []
    code = Code.ONE_START_TWO_ENDS if same_start else Code.OVERLAPS
    return last.fit_from, [Finding(code, rows=tuple(entry.row for entry in group))]


def steps_of(group: Sequence[Entry]) -> tuple[list[Step], list[Finding]]:
    """The steps by day; a doubt when two rows say different things about one day."""
    steps: dict[date, Step] = {}
    doubts = []
    for entry in group:
        when = entry.since or entry.starts
        if when is None or (entry.at_work is None and entry.hours is None):
            continue
        step = Step(when, entry.at_work, entry.hours)
        if steps.get(when, step) != step:
            doubts.append(Finding(Code.WHEN_CHANGED, row=entry.row, rows=tuple(each.row for each in group)))
        steps[when] = step
    return [steps[day] for day in sorted(steps)], doubts


def fully_at_work(
    steps: list[Step], ends: date | None, group: Sequence[Entry], zero: Zero
) -> tuple[list[Step], date | None, list[Finding]]:
    """Nothing of the work is missed any more: recovered, or still reported sick? That is asked."""
    full = [step for step in steps if step.at_work == ALL]
    if not full:
        return steps, ends, []
    last = full[-1]
    if ends and last.since >= ends:
        return [step for step in steps if step.since < ends], ends, []
    if zero is Zero.STILL_SICK:
        return steps, ends, []
    if (
        zero is Zero.RECOVERED
        and last is steps[-1]
        and ends is None
        and last.since > (group[0].starts or last.since)
    ):
        return steps[:-1], last.since, []
    return steps, ends, [Finding(Code.FULLY_AT_WORK, value=f"{last.since:%d-%m-%Y}")]


def outside(steps: Sequence[Step], starts: date, ends: date | None, group: Sequence[Entry]) -> list[Finding]:
    wrong = [step for step in steps if step.since < starts or (ends is not None and step.since >= ends)]
    return [Finding(Code.STEP_OUTSIDE, value=f"{step.since:%d-%m-%Y}", row=group[-1].row) for step in wrong]


def without_standstill(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Leave out what changes nothing: who is fully absent from the start has no step."""
    kept: list[Step] = []
    for step in steps:
        before = (kept[-1].at_work, kept[-1].hours) if kept else (Decimal(0), None)
        if (step.at_work, step.hours) != before:
            kept.append(step)
    return tuple(kept)


def holding(periods: Sequence[Period], first_bad: date | None, row: int) -> tuple[Period, ...]:
    """After a row that cannot be loaded, what came later waits: an earlier sickness cannot be added behind it."""
    held = []
    for period in periods:
        waits = first_bad is not None and period.starts >= first_bad and not period.doubts
        held.append(replace(period, doubts=(Finding(Code.WAITS, other=row),)) if waits else period)
        if period.doubts and first_bad is None:
            first_bad, row = period.starts, period.rows[0]
    return tuple(held)
