"""Which question comes next on the way of a list, and the rows with which it is asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from itertools import islice

from spoorboek.lists.cells import written
from spoorboek.lists.columns import DAYS, Column
from spoorboek.lists.courses import courses_of
from spoorboek.lists.days import Order, read_day
from spoorboek.lists.entries import End, Entry, Meaning, Part, Zero, entries_of
from spoorboek.lists.findings import Code
from spoorboek.lists.sheet import Sheet
from spoorboek.loading.choices import Choices
from spoorboek.loading.models import Import
from spoorboek.site import clock

EXAMPLES = 3


@dataclass(frozen=True)
class Worked:
    """One row of the file worked out both ways: `what` stands there; each way in a number or day to put in words."""

    row: int
    name: str
    what: str
    one: object
    other: object


def next_step(load: Import) -> str:
    """`columns`, a question, `people` or `preview`."""
    choices = Choices.of(load)
    if "columns" not in choices.seen:
        return "columns"
    return next(
        (key for key in choices.needs if key not in choices.seen),
        "people" if "people" not in choices.seen else "preview",
    )


def asked(choices: Choices, sheet: Sheet) -> Iterator[str]:
    """The questions this list needs, in order."""
    kinds = set(choices.kinds.values())
    if days_in_doubt(choices, sheet):
        yield "order"
    if Column.PERCENTAGE in kinds:
        yield "part"
    if Column.ENDS in kinds:
        yield "end"
    if Column.PERCENTAGE in kinds and choices.part and at_work_in_full(choices, sheet):
        yield "zero"


def days_in_doubt(choices: Choices, sheet: Sheet) -> bool:
    plain = Meaning()
    return any(
        finding.code is Code.WHICH_ORDER
        for entry in entries_of(sheet, day_columns(choices), plain, clock.today(), employees=False)
        for finding in entry.findings
    )


def day_columns(choices: Choices) -> dict[int, Column]:
    return {index: kind for index, kind in choices.kinds.items() if kind in DAYS}


def at_work_in_full(choices: Choices, sheet: Sheet) -> bool:
    meaning = Meaning(Part(choices.part), End(choices.end or End.FIT_FROM), Order(choices.order))
    courses = courses_of(entries_of(sheet, choices.kinds, meaning, clock.today()))
    return any(
        d.code is Code.FULLY_AT_WORK for course in courses for period in course.periods for d in period.doubts
    )


def worked_parts(choices: Choices, sheet: Sheet) -> list[Worked]:
    """Rows with a part that is neither nothing nor all, worked out as absent and as at work."""
    index = next(i for i, kind in choices.kinds.items() if kind is Column.PERCENTAGE)
    absent = entries_of(sheet, choices.kinds, Meaning(part=Part.ABSENT), clock.today())
    telling = [
        entry
        for entry in absent
        if entry.at_work is not None and 0 < entry.at_work < 1 and entry.at_work != Decimal("0.5")
    ]
    halves = [entry for entry in absent if entry.at_work is not None and 0 < entry.at_work < 1]
    anything = [entry for entry in absent if entry.at_work is not None]
    rows = {line.number: line for line in sheet.lines}
    return [
        Worked(
            entry.row,
            entry.who.name.written or entry.who.number,
            written(rows[entry.row].cells[index]),
            hours(entry, entry.at_work),
            hours(entry, Decimal(1) - (entry.at_work or 0)),
        )
        for entry in distinct([*telling, *halves, *anything])
    ]


def distinct(entries: list[Entry]) -> list[Entry]:
    """Three rows, of different people and parts where there are."""
    seen: dict[object, Entry] = {}
    for entry in entries:
        seen.setdefault(entry.at_work, entry)
    people = {entry.who.key: entry for entry in reversed(entries)}
    chosen = list({entry.row: entry for entry in [*seen.values(), *people.values()]}.values())
    return list(islice(chosen, EXAMPLES))


def hours(entry: Entry, part: Decimal | None) -> tuple[Decimal, Decimal | None, Decimal | None]:
    """The percentage at work, and hours of the contract where it is known."""
    share = part or Decimal(0)
    contract = entry.contract.hours
    return share * 100, (share * contract).quantize(Decimal("0.1")) if contract else None, contract


def worked_ends(choices: Choices, sheet: Sheet) -> list[Worked]:
    """Rows with an end date, worked out as the last sick day and as the first day at work."""
    index = next(i for i, kind in choices.kinds.items() if kind is Column.ENDS)
    found = entries_of(sheet, choices.kinds, Meaning(end=End.FIT_FROM, part=Part.ABSENT), clock.today())
    rows = {line.number: line for line in sheet.lines}
    ended = [entry for entry in found if entry.fit_from and not entry.findings][:EXAMPLES]
    return [
        Worked(
            entry.row,
            entry.who.name.written or entry.who.number,
            written(rows[entry.row].cells[index]),
            entry.fit_from + timedelta(days=1),
            entry.fit_from,
        )
        for entry in ended
        if entry.fit_from
    ]


def worked_orders(choices: Choices, sheet: Sheet) -> list[Worked]:
    """Days that can be two days."""
    found = []
    for line in sheet.lines:
        for index, kind in day_columns(choices).items():
            cell = line.cells[index]
            ways = [
                read_day(cell, order, clock.today(), birth=kind is Column.BIRTH_DATE).day
                for order in (Order.DAY_FIRST, Order.MONTH_FIRST)
            ]
            if ways[0] and ways[1] and ways[0] != ways[1]:
                found.append(Worked(line.number, sheet.headers[index], written(cell), ways[0], ways[1]))
        if len(found) >= EXAMPLES:
            break
    return found[:EXAMPLES]


def worked_zeros(choices: Choices, sheet: Sheet) -> list[Worked]:
    """Periods in which at last nothing of the work is missed."""
    meaning = Meaning(Part(choices.part), End(choices.end), Order(choices.order), Zero.UNKNOWN)
    found = []
    for course in courses_of(entries_of(sheet, choices.kinds, meaning, clock.today())):
        for period in course.periods:
            if any(each.code is Code.FULLY_AT_WORK for each in period.doubts):
                since = period.steps[-1].since
                found.append(
                    Worked(
                        period.rows[-1],
                        course.who.name.written or course.who.number,
                        f"{since:%d-%m-%Y}",
                        since,
                        since,
                    )
                )
                break
        if len(found) >= EXAMPLES:
            break
    return found
