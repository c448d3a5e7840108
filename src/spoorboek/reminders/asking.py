"""What asks for someone: how many steps are their own move, and on which days. Numbers and days only.

The one place that knows where the numbers come from. Everything is asked as the person, under row security.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from django.db.models import Count, Q, QuerySet

from spoorboek.dossiers.access import PROFESSIONALS, dossiers_of
from spoorboek.dossiers.caseload import asking
from spoorboek.dossiers.models import Obligation
from spoorboek.dossiers.shown import ROLE_OF_WHO, TELLS_OF_A_SAFETY_NET, WITHOUT_SAFETY_NET
from spoorboek.dossiers.stations import stations
from spoorboek.law.rulebook import current_rulebook
from spoorboek.people.access import still
from spoorboek.people.actor import Actor
from spoorboek.people.models import Involvement
from spoorboek.people.policy import Role

THIS_WEEK = timedelta(days=6)
"""`This week` is today and the six days after it."""


@dataclass(frozen=True)
class Asks:
    """How many steps wait for someone: past a legal or agreed day, and in the seven days from today."""

    overdue: int
    week: int

    @property
    def total(self) -> int:
        return self.overdue + self.week


def roles_in_dossiers(actor: Actor) -> tuple[Role, ...]:
    """In which professional roles the actor takes part somewhere now."""
    found = Involvement.objects.filter(still(), account_id=actor.person_id, role__in=PROFESSIONALS)
    return tuple(Role(role) for role in found.values_list("role", flat=True).distinct())


@cache
def own_moves(role: Role) -> frozenset[str]:
    """Steps that someone in this role has to do; a client's are those that the law names the client first for."""
    rules = current_rulebook().rules
    if role is Role.CLIENT:
        own = {str(rule.key) for rule in rules if rule.who[0] == "client"}
        return frozenset(key for key in own if key in stations() and not is_unsaid(key))
    hidden = frozenset(TELLS_OF_A_SAFETY_NET) if role in WITHOUT_SAFETY_NET else frozenset()
    named = {str(rule.key) for rule in rules if any(role in ROLE_OF_WHO.get(w, (w,)) for w in rule.who)}
    return frozenset(named - hidden)


def is_unsaid(key: str) -> bool:
    """A right, or what runs by itself: nothing to remind a client of."""
    station = stations()[key]
    return station.quiet or station.right


def waiting(actor: Actor, role: Role, today: date) -> QuerySet[Obligation]:
    """Stored steps that are the actor's own move in this role, in running dossiers."""
    running = dossiers_of(actor, (role,)).filter(closed_on__isnull=True).select_related(None)
    return asking(today).filter(dossier__in=running, key__in=own_moves(role))


def asks(actor: Actor, today: date) -> Asks:
    """The numbers of a professional's mail; of a step that comes back every six weeks only one counts."""
    overdue, week = set(), set()
    for role in roles_in_dossiers(actor):
        found = waiting(actor, role, today).filter(next_on__lte=today + THIS_WEEK)
        late = found.filter(Q(agreed__lt=today) | Q(agreed__isnull=True, statutory__lt=today))
        overdue |= set(late.values_list("dossier_id", "key"))
        week |= set(found.values_list("dossier_id", "key"))
    return Asks(len(overdue), len(week - overdue))


def due_days(actor: Actor, roles: tuple[Role, ...], first: date, last: date, today: date) -> dict[date, int]:
    """How many steps ask on each day of `first`..`last` (inclusive), days without any left out."""
    days: Counter[date] = Counter()
    for role in roles:
        found = waiting(actor, role, today).filter(next_on__range=(first, last))
        for day, number in found.values_list("next_on").annotate(Count("pk")).order_by():
            days[day] += number
    return dict(sorted(days.items()))
