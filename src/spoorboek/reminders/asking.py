"""What asks for someone: how much is their own move, and on which days. Numbers and days only.

The one place that knows where the numbers come from: those of a mail from the lines of the caseload, so that both say
the same; those of a calendar from the stored steps, since a calendar also shows what comes after the next step.
Everything is asked as the person, under row security.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import Count, Q, QuerySet

from spoorboek.caseload.access import lines_of
from spoorboek.caseload.keeping import make_missing, refresh_own
from spoorboek.caseload.urgency import Group, in_group
from spoorboek.dossiers.access import PROFESSIONALS, dossiers_of
from spoorboek.dossiers.models import Obligation
from spoorboek.dossiers.now import ITS_OWN_PROOF
from spoorboek.dossiers.shown import LAPSES, is_move_of
from spoorboek.dossiers.stations import stations
from spoorboek.law.rulebook import current_rulebook
from spoorboek.people.access import still
from spoorboek.people.actor import Actor
from spoorboek.people.models import Involvement
from spoorboek.people.policy import TELLS_OF_A_SAFETY_NET, WITHOUT_SAFETY_NET, Role


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
    make_missing(actor, today)
    refresh_own(actor, today)
    counted = lines_of(actor, today).aggregate(
        overdue=Count("pk", filter=in_group(Group.LATE)), week=Count("pk", filter=in_group(Group.WEEK))
    )
    return Asks(**counted)


def roles_in_dossiers(actor: Actor) -> tuple[Role, ...]:
    """In which professional roles the actor takes part somewhere now."""
    found = Involvement.objects.filter(still(), account_id=actor.person_id, role__in=PROFESSIONALS)
    return tuple(Role(role) for role in found.values_list("role", flat=True).distinct())


@cache
def own_moves(role: Role) -> frozenset[str]:
    """Steps that someone in this role has to do. A client's are those that the law names the client first for."""
    rules = current_rulebook().rules
    if role is Role.CLIENT:
        own = {str(rule.key) for rule in rules if rule.who[0] == "client"}
        return frozenset(key for key in own - set(ITS_OWN_PROOF) if key in stations() and not is_unsaid(key))
    hidden = set(TELLS_OF_A_SAFETY_NET) if role in WITHOUT_SAFETY_NET else set()
    named = {str(rule.key) for rule in rules if is_move_of(role, rule.who)}
    return frozenset(named - hidden - set(ITS_OWN_PROOF))


def is_unsaid(key: str) -> bool:
    """A right, or what runs by itself: nothing to remind a client of."""
    station = stations()[key]
    return station.quiet or station.right


def waiting(actor: Actor, role: Role, today: date) -> QuerySet[Obligation]:
    """Stored steps that are the actor's own move in this role, in running dossiers; what only custom asked is let go
    with its day, and so is a right that lapsed."""
    running = dossiers_of(actor, (role,)).filter(closed_on__isnull=True).select_related(None)
    only_custom = Q(agreed__isnull=True, statutory__isnull=True)
    passed = Q(next_on__lt=today) & (only_custom | Q(key__in=LAPSES))
    return Obligation.objects.filter(dossier__in=running, key__in=own_moves(role), applies=True).exclude(
        passed
    )


def due_days(actor: Actor, roles: tuple[Role, ...], first: date, last: date, today: date) -> dict[date, int]:
    """How many steps ask on each day of `first`..`last` (inclusive); days without any are left out."""
    days: Counter[date] = Counter()
    for role in roles:
        found = waiting(actor, role, today).filter(next_on__range=(first, last))
        for day, number in found.values_list("next_on").annotate(Count("pk")).order_by():
            days[day] += number
    return dict(sorted(days.items()))
