"""A month of the caseload: which steps and conversations fall on which day."""

import calendar
import uuid
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any, Self

from django.db.models import QuerySet, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from spoorboek.caseload.access import lines_of
from spoorboek.caseload.models import State
from spoorboek.caseload.rows import Step, named_step
from spoorboek.caseload.wishes import Wish
from spoorboek.dossiers.asking import asking
from spoorboek.dossiers.models import Appointment
from spoorboek.dossiers.rules import rule_of
from spoorboek.dossiers.shown import main_day
from spoorboek.people.actor import Actor
from spoorboek.people.policy import TELLS_OF_A_SAFETY_NET, WITHOUT_SAFETY_NET, Role

MANY = 1_000
"""Of more running dossiers than this the calendar shows only the step that comes first, and few of a day by name."""
NAMED = 12
MOST = 1_500
SHOWN = 4
"""So many stand in a day at once; the rest opens."""


@dataclass(frozen=True)
class Month:
    """A month of a year."""

    first: date

    @classmethod
    def read(cls, text: str, today: date) -> Self:
        """From an address; what makes no sense is this month."""
        try:
            return cls(date.fromisoformat(f"{text}-01"))
        except ValueError:
            return cls(today.replace(day=1))

    @property
    def last(self) -> date:
        return self.first.replace(day=calendar.monthrange(self.first.year, self.first.month)[1])

    @property
    def before(self) -> str:
        return f"{self.first - timedelta(days=1):%Y-%m}"

    @property
    def after(self) -> str:
        return f"{self.last + timedelta(days=1):%Y-%m}"

    @property
    def weeks(self) -> list[list[date]]:
        """Whole weeks from Monday on, days of the months round it included."""
        return calendar.Calendar().monthdatescalendar(self.first.year, self.first.month)


@dataclass(frozen=True)
class Entry:
    """A step or a conversation on a day."""

    dossier_id: uuid.UUID
    name: str
    step: Step | None
    at: datetime | None
    what: str

    @property
    def order(self) -> tuple[bool, object, bool, str]:
        return (self.at is None, self.at or 0, not (self.step and self.step.mine), self.name)


@dataclass
class Day:
    """A day of the calendar."""

    day: date
    in_month: bool
    is_today: bool
    entries: list[Entry] = field(default_factory=list)

    @property
    def shown(self) -> list[Entry]:
        return self.entries[:SHOWN]

    @property
    def rest(self) -> list[Entry]:
        return self.entries[SHOWN:]


def entries(actor: Actor, wish: Wish, month: Month, today: date) -> dict[date, list[Entry]]:
    """What falls on each day of the month, conversations first, then the reader's own moves."""
    found = [*steps(actor, wish, month, today), *talks(actor, month)]
    found.sort(key=lambda pair: (pair[0], pair[1].order))
    return {day: [entry for _, entry in some] for day, some in groupby(found, key=lambda pair: pair[0])}


def steps(actor: Actor, wish: Wish, month: Month, today: date) -> list[tuple[date, Entry]]:
    """Steps of running dossiers that ask on a day of the month."""
    mine = lines_of(actor, today, (State.RUNNING,)).filter(wish.condition(today))
    lines = {line.dossier_id: line for line in mine[: MANY + 1]}
    return first_steps(mine, month) if len(lines) > MANY else all_steps(lines, month, today)


def first_steps(mine: QuerySet[Any], month: Month) -> list[tuple[date, Entry]]:
    """The step that comes first in each dossier, of each day the first few names."""
    place = Window(RowNumber(), partition_by="first_on", order_by=["name", "dossier_id"])
    named = (
        mine.filter(first_on__range=(month.first, month.last))
        .annotate(number=place)
        .filter(number__lte=NAMED)
    )
    return [made for line in named if (made := entry(line, named_step(line, "first")))]


def all_steps(lines: dict[uuid.UUID, Any], month: Month, today: date) -> list[tuple[date, Entry]]:
    """Every step that asks in the month."""
    rows = asking(today).filter(
        dossier_id__in=list(lines), done__isnull=True, next_on__range=(month.first, month.last)
    )
    made = []
    for row in rows:
        line, (day, kind) = lines[row.dossier_id], main_day(row)
        role = Role(line.role)
        is_hidden = role in WITHOUT_SAFETY_NET and row.key in TELLS_OF_A_SAFETY_NET
        if day is not None and not is_hidden:
            made.append(entry(line, Step(row.key, day, kind, rule_of(row), role)))
    return [one for one in made if one]


def entry(line: Any, step: Step | None) -> tuple[date, Entry] | None:
    """A step on its day."""
    return (step.day, Entry(line.dossier_id, line.face["name"], step, None, step.title)) if step else None


def talks(actor: Actor, month: Month) -> list[tuple[date, Entry]]:
    """The reader's own planned conversations."""
    begin = timezone.make_aware(datetime.combine(month.first, time()))
    end = timezone.make_aware(datetime.combine(month.last + timedelta(days=1), time()))
    found = Appointment.objects.filter(
        with_account_id=actor.person_id,
        state=Appointment.State.PLANNED,
        starts_at__gte=begin,
        starts_at__lt=end,
        dossier__closed_on__isnull=True,
    ).select_related("dossier__employment__person")
    made = []
    for row in found[:MOST]:
        at = timezone.localtime(row.starts_at)
        name = row.dossier.employment.person.name
        made.append((at.date(), Entry(row.dossier_id, name, None, at, row.get_kind_display())))
    return made


def is_cut(actor: Actor, wish: Wish, today: date) -> bool:
    """Whether there are too many dossiers to name every step."""
    mine = lines_of(actor, today, (State.RUNNING,)).filter(wish.condition(today))
    return mine[MANY:].exists()


def days(actor: Actor, wish: Wish, month: Month, today: date) -> list[list[Day]]:
    """The weeks of the month with what falls on each day."""
    found = entries(actor, wish, month, today)
    return [
        [Day(day, day.month == month.first.month, day == today, found.get(day, [])) for day in week]
        for week in month.weeks
    ]
