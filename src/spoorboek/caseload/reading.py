"""A page of the list: fifty lines by key and not by offset. All that is shown stands in the lines."""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from spoorboek.caseload.access import lines_of
from spoorboek.caseload.rows import Row, row
from spoorboek.caseload.urgency import in_group
from spoorboek.caseload.wishes import Order, Wish
from spoorboek.people.actor import Actor
from spoorboek.people.models import Organisation

A_PAGE = 50
SORTED_BY = {Order.DAY: "place", Order.NAME: "name", Order.WEEK: "first_sick_day"}


@dataclass(frozen=True)
class Mark:
    """Where a page ends: what it is sorted by, and within that a dossier."""

    value: str
    dossier_id: uuid.UUID

    @classmethod
    def read(cls, text: str, order: Order) -> "Mark | None":
        """From an address; what makes no sense is no mark."""
        value, _, key = text.rpartition("_")
        try:
            if order is Order.DAY:
                int(value)
            elif order is Order.WEEK:
                date.fromisoformat(value)
            return cls(value, uuid.UUID(key))
        except ValueError:
            return None

    @classmethod
    def of(cls, line: Any, order: Order) -> "Mark":
        return cls(str(getattr(line, SORTED_BY[order])), line.dossier_id)

    def __str__(self) -> str:
        return f"{self.value}_{self.dossier_id}"

    def after(self, order: Order) -> Q:
        """Lines that come after this one."""
        column = SORTED_BY[order]
        same = Q(**{column: self.value}, dossier_id__gt=self.dossier_id)
        return Q(**{f"{column}__gte": self.value}) & (Q(**{f"{column}__gt": self.value}) | same)


@dataclass(frozen=True)
class Page:
    """Rows in order, and where the next page begins."""

    rows: tuple[Row, ...]
    later: Mark | None


def listed(actor: Actor, wish: Wish, today: date) -> QuerySet[Any]:
    """All lines of a wish, in its order."""
    found = lines_of(actor, today, wish.states()).filter(wish.condition(today))
    if wish.group is not None:
        found = found.filter(in_group(wish.group))
    return found.order_by(SORTED_BY[wish.order], "dossier_id")


def names_of_employers(ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    wanted = set(ids)
    return dict(Organisation.objects.filter(pk__in=wanted).values_list("pk", "name")) if wanted else {}


def page(actor: Actor, wish: Wish, today: date, after: Mark | None = None, employers: bool = False) -> Page:
    """One page of the list; with the names of the employers where there are several."""
    found = listed(actor, wish, today)
    if after:
        found = found.filter(after.after(wish.order))
    lines = list(found[: A_PAGE + 1])
    more, lines = len(lines) > A_PAGE, lines[:A_PAGE]
    names = names_of_employers(line.employer_id for line in lines) if employers else {}
    return Page(
        rows=tuple(row(line, today, names) for line in lines),
        later=Mark.of(lines[-1], wish.order) if more else None,
    )


def everything(actor: Actor, wish: Wish, today: date) -> Iterator[Row]:
    """Every row of a wish, for an export."""
    lines = list(listed(actor, wish, today))
    names = names_of_employers(line.employer_id for line in lines)
    for line in lines:
        yield row(line, today, names)
