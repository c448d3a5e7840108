"""What a reader asks of the list: read from an address, written to one, and turned into conditions.

What makes no sense in an address is left out: a saved or shared link never breaks.
"""

import uuid
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Self
from urllib.parse import urlencode

from django.db.models import Q
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spoorboek.caseload.lines import folded
from spoorboek.caseload.models import State
from spoorboek.caseload.urgency import A_WEEK, BY_WORD, Group

LONGEST_SEARCH = 80


class Which(StrEnum):
    """Which dossiers are listed."""

    OPEN = "lopend"
    CLOSED = "gesloten"
    ALL = "alles"


class Order(StrEnum):
    """By what the list is sorted."""

    DAY = "dag"
    NAME = "naam"
    WEEK = "week"


ORDERS: dict[Order, str | Promise] = {
    Order.DAY: _("wat het eerst vraagt"),
    Order.NAME: _("achternaam"),
    Order.WEEK: _("langst ziek"),
}


@dataclass(frozen=True)
class Phase:
    """A stretch of the road, in weeks of sickness (both ends inclusive)."""

    key: str
    label: str | Promise
    first_week: int
    last_week: int

    def when(self, today: date) -> Q:
        """Dossiers whose first sick day puts them in this stretch today."""
        latest = today - timedelta(weeks=self.first_week - 1)
        earliest = today - timedelta(weeks=self.last_week) + timedelta(days=1)
        return Q(first_sick_day__gte=earliest, first_sick_day__lte=latest)


PHASES = (
    Phase("begin", _("week 1 tot en met 8: op gang komen"), 1, 8),
    Phase("eerste-jaar", _("week 9 tot en met 41: eerste jaar"), 9, 41),
    Phase("terugblik", _("week 42 tot en met 52: terugblik op het eerste jaar"), 42, 52),
    Phase("tweede-jaar", _("week 53 tot en met 87: tweede jaar"), 53, 87),
    Phase("slot", _("week 88 en later: richting WIA"), 88, 1500),
)


@dataclass(frozen=True)
class Wish:
    """One way to look at the caseload. Empty fields ask nothing."""

    which: Which = Which.OPEN
    group: Group | None = None
    q: str = ""
    employer: uuid.UUID | None = None
    supervisor: uuid.UUID | None = None
    phase: Phase | None = None
    step: str = ""
    mine: bool = False
    new: bool = False
    order: Order = Order.DAY

    @classmethod
    def read(cls, given: QueryDict) -> Self:
        """From an address."""
        q = " ".join(given.get("q", "").split())[:LONGEST_SEARCH]
        which, order = given.get("lijst", ""), given.get("sorteer", "")
        return cls(
            which=Which(which) if which in set(Which) else (Which.ALL if q else Which.OPEN),
            group=BY_WORD.get(given.get("groep", "")),
            q=q,
            employer=key(given.get("werkgever", "")),
            supervisor=key(given.get("leiding", "")),
            phase=next((one for one in PHASES if one.key == given.get("fase")), None),
            step=given.get("stap", "")[:60],
            mine=given.get("aanzet") == "ik",
            new=given.get("nieuw") == "ja",
            order=Order(order) if order in set(Order) else Order.DAY,
        )

    @property
    def parameters(self) -> dict[str, str]:
        """As parameters of an address; what asks nothing is left out."""
        usual = Which.ALL if self.q else Which.OPEN
        said = {
            "q": self.q,
            "lijst": "" if self.which is usual else self.which,
            "groep": "" if self.group is None else self.group.word,
            "werkgever": str(self.employer or ""),
            "leiding": str(self.supervisor or ""),
            "fase": self.phase.key if self.phase else "",
            "stap": self.step,
            "aanzet": "ik" if self.mine else "",
            "nieuw": "ja" if self.new else "",
            "sorteer": "" if self.order is Order.DAY else self.order,
        }
        return {name: value for name, value in said.items() if value}

    @property
    def query(self) -> str:
        return urlencode(self.parameters)

    def but(self, **changes: object) -> "Wish":
        """The same wish with other fields."""
        return replace(self, **changes)  # type: ignore[arg-type]

    @property
    def filters(self) -> int:
        """How many conditions of the panel are set."""
        return sum(bool(getattr(self, name)) for name in PANEL)

    def states(self) -> tuple[State, ...]:
        return STATES[self.which]

    def condition(self, today: date) -> Q:
        """What a line must meet, apart from its state and group."""
        asked = Q()
        for word in folded(self.q).split():
            asked &= Q(name__contains=word)
        if self.employer:
            asked &= Q(employer_id=self.employer)
        if self.supervisor:
            asked &= Q(supervisor_id=self.supervisor)
        if self.phase:
            asked &= self.phase.when(today)
        if self.step:
            asked &= Q(first_key=self.step) | Q(own_key=self.step) | Q(due_key=self.step)
        if self.mine:
            asked &= Q(own_on__lt=today + A_WEEK)
        if self.new:
            asked &= came_lately(today)
        return asked


PANEL = ("employer", "supervisor", "phase", "step", "mine", "new")
assert {field.name for field in fields(Wish)} >= set(PANEL)
STATES = {
    Which.OPEN: (State.RUNNING, State.RECOVERED),
    Which.CLOSED: (State.CLOSED,),
    Which.ALL: tuple(State),
}


def came_lately(today: date) -> Q:
    """Reported or handed to the reader in the last seven days, today included."""
    return Q(came_on__gt=today - A_WEEK, state=State.RUNNING)


def key(text: str) -> uuid.UUID | None:
    """An id from an address."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
