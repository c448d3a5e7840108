"""What asks for someone: how much is their own move, and on which days. Numbers and days only.

The one place that knows where the numbers come from: for a professional the lines of the caseload, so that a mail, a
calendar and the list say the same; for a client the stored steps of their own dossier. Asked as the person, under row
security.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import Count, Q

from spoorboek.caseload.access import lines_of
from spoorboek.caseload.keeping import make_missing, refresh_own
from spoorboek.caseload.models import State
from spoorboek.caseload.urgency import Group, in_group
from spoorboek.dossiers.access import dossiers_of
from spoorboek.dossiers.models import Obligation
from spoorboek.dossiers.now import ITS_OWN_PROOF
from spoorboek.dossiers.shown import LAPSES
from spoorboek.dossiers.stations import stations
from spoorboek.law.rulebook import current_rulebook
from spoorboek.people.actor import Actor
from spoorboek.people.policy import Role


@dataclass(frozen=True)
class Asks:
    """How many dossiers wait for someone: past a legal or agreed day, and otherwise in the seven days from today."""

    overdue: int
    week: int

    @property
    def total(self) -> int:
        return self.overdue + self.week


def asks(actor: Actor, today: date) -> Asks:
    """The numbers of a professional's mail: those of the groups *te laat* and *deze week* of the caseload."""
    mend_lines(actor, today)
    counted = lines_of(actor, today).aggregate(
        overdue=Count("pk", filter=in_group(Group.LATE)), week=Count("pk", filter=in_group(Group.WEEK))
    )
    return Asks(**counted)


def mend_lines(actor: Actor, today: date) -> None:
    """As the caseload does before it shows them."""
    make_missing(actor, today)
    refresh_own(actor, today)


def due_days(actor: Actor, first: date, last: date, today: date) -> dict[date, int]:
    """In how many dossiers a professional is to move on each day of `first`..`last` (inclusive), days without left out.

    Of each dossier the next own step, and the next one with a day of law or agreement where that is another; of days
    that passed only the latter, since nobody is late for custom.
    """
    mend_lines(actor, today)
    days: Counter[date] = Counter()
    running = lines_of(actor, today, (State.RUNNING,)).order_by()
    for own_on, due_on, number in running.values_list("own_on", "due_on").annotate(Count("pk")):
        for day in {own_on, due_on}:
            if day and first <= day <= last and (day >= today or day == due_on):
                days[day] += number
    return dict(sorted(days.items()))


def client_days(actor: Actor, first: date, last: date, today: date) -> dict[date, int]:
    """On which days a step is the client's own move, in their own running dossier."""
    running = dossiers_of(actor, (Role.CLIENT,)).filter(closed_on__isnull=True).select_related(None)
    only_custom = Q(agreed__isnull=True, statutory__isnull=True)
    passed = Q(next_on__lt=today) & (only_custom | Q(key__in=LAPSES))
    found = Obligation.objects.filter(
        dossier__in=running, key__in=own_steps(), applies=True, next_on__range=(first, last)
    ).exclude(passed)
    return dict(sorted(Counter(row.next_on for row in found.only("next_on") if row.next_on).items()))


@cache
def own_steps() -> frozenset[str]:
    """Steps for which the law names the client first, and that are worth a reminder."""
    return frozenset(own_keys())


def own_keys() -> Iterator[str]:
    for key in {str(rule.key) for rule in current_rulebook().rules if rule.who[0] == "client"}:
        station = stations().get(key)
        if station and key not in ITS_OWN_PROOF and not (station.quiet or station.right):
            yield key
