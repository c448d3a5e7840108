"""From the lines of a sheet to typed rows: who, which days, how much at work. Each with what was found on the way."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from spoorboek.lists.amounts import Scale, hours_of, part_of, scale_of
from spoorboek.lists.cells import Cell, written
from spoorboek.lists.columns import ABSENCE_DAYS, DAYS, NAMES, Column, Columns
from spoorboek.lists.days import NOTHING, Day, Order, order_of, read_day
from spoorboek.lists.findings import Code, Finding
from spoorboek.lists.names import Name, from_parts, from_whole
from spoorboek.lists.screening import screened
from spoorboek.lists.sheet import Line, Sheet

DAY = timedelta(days=1)
ONE = Decimal(1)


class Part(StrEnum):
    """What a percentage says."""

    UNKNOWN = ""
    ABSENT = "absent"
    AT_WORK = "at-work"


class End(StrEnum):
    """What an end date says."""

    UNKNOWN = ""
    LAST_DAY = "last-day"
    FIT_FROM = "fit-from"


class Zero(StrEnum):
    """What it says when nothing of the work is missed and no end is given."""

    UNKNOWN = ""
    RECOVERED = "recovered"
    STILL_SICK = "still-sick"


@dataclass(frozen=True)
class Meaning:
    """The answers of who loads the list; nothing here is guessed."""

    part: Part = Part.UNKNOWN
    end: End = End.UNKNOWN
    order: Order = Order.UNKNOWN
    zero: Zero = Zero.UNKNOWN


@dataclass(frozen=True, slots=True)
class Who:
    """Whom a row is about."""

    number: str = ""
    name: Name = field(default_factory=Name)
    born: date | None = None

    @property
    def key(self) -> str:
        """The same for rows about one person: the number, or name and birth date."""
        return f"#{self.number.casefold()}" if self.number else f"{self.name.key}|{self.born or ''}"


@dataclass(frozen=True, slots=True)
class Contract:
    """What a row says about the work."""

    job: str = ""
    team: str = ""
    supervisor: str = ""
    hours: Decimal | None = None
    starts: date | None = None
    ends: date | None = None
    email: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. `at_work`: part of the contract worked (0 to 1); `hours`: hours a week worked, where the list says."""

    row: int
    who: Who
    contract: Contract
    starts: date | None = None
    fit_from: date | None = None
    since: date | None = None
    at_work: Decimal | None = None
    hours: Decimal | None = None
    absence: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def refused(self) -> tuple[Finding, ...]:
        return tuple(each for each in self.findings if not each.is_doubt and not each.is_remark)

    @property
    def doubts(self) -> tuple[Finding, ...]:
        return tuple(each for each in self.findings if each.is_doubt)


class Reader:
    """Reads the lines of one sheet, knowing which column is what and what they mean."""

    def __init__(self, sheet: Sheet, columns: Columns, meaning: Meaning, today: date) -> None:
        self.sheet, self.meaning, self.today = sheet, meaning, today
        self.at = {kind: index for index, kind in columns.items()}
        self.orders = {kind: order_of(sheet.column(index)) for kind, index in self.at.items() if kind in DAYS}
        percentage = self.at.get(Column.PERCENTAGE)
        self.scale = Scale.UNKNOWN if percentage is None else scale_of(sheet.column(percentage))
        self.days: dict[tuple[Column, Cell], Day] = {}

    def entries(self, *, employees: bool = False) -> list[Entry]:
        return [self.entry(line, employees=employees) for line in self.sheet.lines]

    def entry(self, line: Line, *, employees: bool) -> Entry:
        found: list[Finding] = []
        clean = self.screen(line, found)
        who = self.who(clean, found)
        contract = self.contract(clean, found)
        if employees:
            return Entry(line.number, who, contract, findings=tuple(found))
        starts = self.day(Column.STARTS, clean, found)
        since = self.day(Column.SINCE, clean, found)
        if starts is None and not found and Column.STARTS not in self.at:
            starts = since
        if starts is None and not any(each.column == self.header(Column.STARTS) for each in found):
            found.append(Finding(Code.NO_START, self.header(Column.STARTS)))
        fit_from = self.end(clean, found)
        self.check_days(starts, fit_from, since, found)
        part = self.part(clean, found)
        hours = self.hours(Column.HOURS_WORKED, clean, found)
        return Entry(
            line.number,
            who,
            contract,
            starts,
            fit_from,
            since,
            part,
            hours,
            self.text(Column.ABSENCE, clean),
            tuple(found),
        )

    def header(self, kind: Column) -> str:
        index = self.at.get(kind)
        return "" if index is None else self.sheet.headers[index]

    def screen(self, line: Line, found: list[Finding]) -> dict[Column, Cell]:
        """The cells by kind, without those that may not be read."""
        clean: dict[Column, Cell] = {}
        for kind, index in self.at.items():
            cell = line.cells[index]
            if kind in DAYS or kind is Column.PERCENTAGE:
                clean[kind] = cell
                continue
            code = screened(cell, kind)
            if code:
                found.append(Finding(code, self.sheet.headers[index], row=line.number))
            elif isinstance(cell, str) and cell[0] in "=@+":
                found.append(Finding(Code.FORMULA, self.sheet.headers[index], row=line.number))
            else:
                clean[kind] = cell
        return clean

    def text(self, kind: Column, clean: dict[Column, Cell], longest: int = 120) -> str:
        return written(clean.get(kind))[:longest].strip()

    def who(self, clean: dict[Column, Cell], found: list[Finding]) -> Who:
        parts = [
            self.text(kind, clean, 80)
            for kind in (Column.FIRST_NAME, Column.INITIALS, Column.PREFIX, Column.LAST_NAME)
        ]
        whole = self.text(Column.NAME, clean, 140)
        name = from_parts(*parts) if parts[3] else from_whole(whole) if whole else Name()
        if not name.first and parts[0]:
            name = Name(parts[0], name.last)
        number = self.text(Column.NUMBER, clean, 40)
        born = self.day(Column.BIRTH_DATE, clean, found, birth=True)
        unread = any(each.code in {Code.MEDICAL_CELL, Code.BSN_CELL, Code.FORMULA} for each in found)
        if not number and not name.last and not unread:
            found.append(Finding(Code.NO_PERSON))
        return Who(number, Name(name.first[:60], name.last[:80]), born)

    def contract(self, clean: dict[Column, Cell], found: list[Finding]) -> Contract:
        email = self.text(Column.EMAIL, clean, 254).lower()
        return Contract(
            self.text(Column.JOB, clean),
            self.text(Column.TEAM, clean),
            self.text(Column.SUPERVISOR, clean),
            self.hours(Column.CONTRACT_HOURS, clean, found),
            self.day(Column.EMPLOYMENT_STARTS, clean, found),
            self.day(Column.EMPLOYMENT_ENDS, clean, found),
            email if "@" in email else "",
        )

    def day(
        self, kind: Column, clean: dict[Column, Cell], found: list[Finding], *, birth: bool = False
    ) -> date | None:
        cell = clean.get(kind)
        if cell is None:
            return None
        key = (kind, cell)
        if key not in self.days:
            self.days[key] = self.read(kind, cell, birth=birth)
        read = self.days[key]
        if read.problem:
            found.append(self.problem(kind, cell, read.problem))
        return read.day

    def read(self, kind: Column, cell: Cell, *, birth: bool) -> Day:
        order, both = self.orders[kind]
        if both and self.meaning.order is Order.UNKNOWN:
            day_first = read_day(cell, Order.DAY_FIRST, self.today, birth=birth)
            month_first = read_day(cell, Order.MONTH_FIRST, self.today, birth=birth)
            return day_first if day_first == month_first else Day(problem=Code.WHICH_ORDER)
        return read_day(cell, self.meaning.order or order, self.today, birth=birth) if cell else NOTHING

    def problem(self, kind: Column, cell: Cell, code: Code) -> Finding:
        """What is wrong with a cell; its text only where that tells nothing about health."""
        hidden = screened(cell, kind)
        return Finding(hidden or code, self.header(kind), "" if hidden else written(cell)[:40])

    def end(self, clean: dict[Column, Cell], found: list[Finding]) -> date | None:
        """The first day fit again, from whichever column tells it."""
        fit = self.day(Column.FIT_FROM, clean, found)
        last = self.day(Column.LAST_DAY, clean, found)
        ends = self.day(Column.ENDS, clean, found)
        if fit or last:
            return fit or (last + DAY if last else None)
        if ends and self.meaning.end is End.LAST_DAY:
            return ends + DAY
        return ends

    def check_days(
        self, starts: date | None, fit_from: date | None, since: date | None, found: list[Finding]
    ) -> None:
        for day, kind in ((starts, Column.STARTS), (since, Column.SINCE), (fit_from, self.end_column())):
            if day and day > self.today:
                found.append(Finding(Code.FUTURE, self.header(kind), f"{day:%d-%m-%Y}"))
        if starts and fit_from and fit_from <= starts:
            found.append(
                Finding(Code.ENDS_BEFORE_START, self.header(self.end_column()), f"{fit_from:%d-%m-%Y}")
            )

    def end_column(self) -> Column:
        return next(
            (kind for kind in (Column.FIT_FROM, Column.LAST_DAY, Column.ENDS) if kind in self.at), Column.ENDS
        )

    def part(self, clean: dict[Column, Cell], found: list[Finding]) -> Decimal | None:
        """The part at work, once it is known what the percentage means."""
        cell = clean.get(Column.PERCENTAGE)
        if cell is None or (isinstance(cell, str) and cell.strip("-") == ""):
            return None
        value, doubtful = part_of(cell, self.scale)
        if value is None:
            found.append(self.problem(Column.PERCENTAGE, cell, Code.NOT_A_PART))
            return None
        if doubtful:
            found.append(self.problem(Column.PERCENTAGE, cell, Code.WHICH_SCALE))
            return None
        return value if self.meaning.part is Part.AT_WORK else ONE - value

    def hours(self, kind: Column, clean: dict[Column, Cell], found: list[Finding]) -> Decimal | None:
        cell = clean.get(kind)
        if cell is None or cell == "-":
            return None
        value = hours_of(cell)
        if value is None:
            found.append(self.problem(kind, cell, Code.NOT_HOURS))
        return value


def entries_of(
    sheet: Sheet, columns: Columns, meaning: Meaning, today: date, *, employees: bool = False
) -> list[Entry]:
    """All rows of a list, typed."""
    return Reader(sheet, columns, meaning, today).entries(employees=employees)


def what_is_missing(columns: Iterable[Column], *, employees: bool = False) -> list[Column]:
    """Columns without which nothing can be loaded; for a person a number or a name will do."""
    have = set(columns)
    missing = []
    if not have & (NAMES - {Column.PREFIX, Column.INITIALS, Column.FIRST_NAME}) and Column.NUMBER not in have:
        missing.append(Column.NAME)
    if not employees and not have & (ABSENCE_DAYS & {Column.STARTS, Column.SINCE}):
        missing.append(Column.STARTS)
    return missing
