"""How urgent a line is on a day: every line is in exactly one group, so that the counts add up by construction.

One SQL expression says both the group and the order within it: `place`, a whole number that is the group times
`A_GROUP` plus a count of days. Group and order are computed from it and from nothing else.
"""

from datetime import date, timedelta
from enum import IntEnum

from django.db.models import Case, Func, IntegerField, Q, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spoorboek.caseload.models import State

A_WEEK = timedelta(days=7)
A_GROUP = 10_000_000
"""More than the days of any date."""


class Group(IntEnum):
    """In the order of the list."""

    LATE = 0
    WEEK = 1
    WAITING = 2
    COMING = 3
    QUIET = 4
    RECOVERED = 5
    CLOSED = 6

    @property
    def word(self) -> str:
        """In an address."""
        return WORDS[self]

    @property
    def label(self) -> str:
        return str(LABELS[self])

    @property
    def hint(self) -> str:
        """What is in it, in one line."""
        return str(HINTS[self])


WORDS = {
    Group.LATE: "te-laat",
    Group.WEEK: "deze-week",
    Group.WAITING: "bij-een-ander",
    Group.COMING: "komt",
    Group.QUIET: "niets",
    Group.RECOVERED: "hersteld",
    Group.CLOSED: "gesloten",
}
BY_WORD = {word: group for group, word in WORDS.items()}
LABELS: dict[Group, str | Promise] = {
    Group.LATE: _("Te laat"),
    Group.WEEK: _("Deze week"),
    Group.WAITING: _("Bij een ander"),
    Group.COMING: _("Komt eraan"),
    Group.QUIET: _("Niets open"),
    Group.RECOVERED: _("Hersteld"),
    Group.CLOSED: _("Gesloten"),
}
HINTS: dict[Group, str | Promise] = {
    Group.LATE: _("jij bent aan zet, de wettelijke of afgesproken dag is voorbij"),
    Group.WEEK: _("jij bent aan zet, nu of in de komende zeven dagen"),
    Group.WAITING: _("een ander is aan zet, nu of in de komende zeven dagen"),
    Group.COMING: _("de eerste stap komt over meer dan een week"),
    Group.QUIET: _("er staat geen stap open"),
    Group.RECOVERED: _("weer aan het eigen werk; het dossier sluit later vanzelf"),
    Group.CLOSED: _("er hoeft niets meer"),
}
OPEN_GROUPS = tuple(group for group in Group if group is not Group.CLOSED)


class Place(Func):
    """Group and day of a line as one number; ended dossiers have the last one first."""

    output_field = IntegerField()
    template = "(%(group)s + %(sign)s (%(expressions)s - DATE '2000-01-01'))"

    def __init__(self, column: str, group: Group, sign: str = "") -> None:
        base = group * A_GROUP + (A_GROUP // 2 if sign else 0)
        super().__init__(column, group=base, sign=sign)


def place(today: date) -> Case:
    """The place of each line on a day."""
    soon = today + A_WEEK - timedelta(days=1)
    return Case(
        When(state=State.CLOSED, then=Place("ended_on", Group.CLOSED, "-")),
        When(state=State.RECOVERED, then=Place("ended_on", Group.RECOVERED, "-")),
        When(due_on__lt=today, then=Place("due_on", Group.LATE)),
        When(own_on__lte=soon, then=Place("own_on", Group.WEEK)),
        When(first_on__lte=soon, then=Place("first_on", Group.WAITING)),
        When(first_on__isnull=False, then=Place("first_on", Group.COMING)),
        default=Place("first_sick_day", Group.QUIET),
    )


def in_group(group: Group) -> Q:
    """Lines of one group, by their place."""
    return Q(place__gte=group * A_GROUP, place__lt=(group + 1) * A_GROUP)


def group_of(place: int) -> Group:
    return Group(place // A_GROUP)


def step_of(group: Group) -> str:
    """Which of a line's steps is shown in a group: its columns begin with this."""
    return {Group.LATE: "due", Group.WEEK: "own"}.get(group, "first")
