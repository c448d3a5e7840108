"""Which groups and meetings an actor reaches: those where they take part. Row security says the same."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from spoorboek.circle.models import Group, Meeting, Member
from spoorboek.dossiers.refusals import NotYours
from spoorboek.people import access
from spoorboek.people.actor import Actor, current_actor
from spoorboek.people.models import Membership, Person
from spoorboek.people.policy import Role

PROFESSIONALS = frozenset({Role.CASE_MANAGER, Role.COMPANY_DOCTOR, Role.LABOUR_EXPERT, Role.COACH})
"""Who holds intervision here: who guides clients for a living, in a role that an organisation gave."""


@dataclass(frozen=True)
class Colleague:
    """Somebody in a group: the name as far as the actor may know it."""

    account_id: uuid.UUID
    name: str
    organisation: str
    joined: bool


def seats(actor: Actor) -> list[Membership]:
    """The actor's roles in which they may hold intervision."""
    return list(access.memberships(actor).filter(role__in=PROFESSIONALS).order_by("since"))


def check_professional(actor: Actor) -> Membership:
    """The first of them; refuses everyone else."""
    if current_actor() != actor:
        raise NotYours(_("Log opnieuw in en probeer het nog eens."))
    mine = seats(actor)
    if not mine:
        raise NotYours(_("Intervisie is er voor professionals die medewerkers begeleiden."))
    return mine[0]


def in_it(actor: Actor) -> QuerySet[Member]:
    return Member.objects.filter(account_id=actor.person_id, left_at__isnull=True)


def groups_of(actor: Actor) -> QuerySet[Group]:
    """Groups the actor takes part in."""
    return Group.objects.filter(pk__in=joined(actor))


def joined(actor: Actor) -> QuerySet[Member, Any]:
    """Their ids, to ask with."""
    return in_it(actor).filter(joined_at__isnull=False).values("group")


def invitations_of(actor: Actor) -> list[Member]:
    """Groups the actor was invited to and did not answer about."""
    found = in_it(actor).filter(joined_at__isnull=True)
    return list(found.select_related("group", "invited_by__person"))


def group_of(actor: Actor, group_id: uuid.UUID) -> Group:
    """One group the actor takes part in."""
    found = groups_of(actor).filter(pk=group_id).first()
    if current_actor() != actor or found is None:
        raise NotYours(_("Deze groep is niet gevonden."))
    return found


def meetings_of(actor: Actor) -> QuerySet[Meeting]:
    return Meeting.objects.filter(group__in=joined(actor)).select_related("group")


def meeting_of(actor: Actor, meeting_id: uuid.UUID, *, lock: bool = False) -> Meeting:
    """One meeting of such a group; with `lock` its row is held until the transaction ends."""
    rows = meetings_of(actor)
    found = (rows.select_for_update(of=("self",)) if lock else rows).filter(pk=meeting_id).first()
    if current_actor() != actor or found is None:
        raise NotYours(_("Deze bijeenkomst is niet gevonden."))
    return found


def members(group: Group) -> list[Colleague]:
    """Who takes part, and colleagues who were invited. Whom someone asked by an address stands here after their yes."""
    rows = group.members.filter(left_at__isnull=True).select_related("account", "organisation")
    found = list(rows)
    names = dict(names_of([row.account_id for row in found if row.joined_at]))
    return [
        Colleague(
            row.account_id,
            names.get(row.account_id, "") or row.account.email or _("collega"),
            row.organisation.name if row.organisation and row.joined_at else "",
            row.joined_at is not None,
        )
        for row in found
    ]


def names_of(accounts: list[uuid.UUID]) -> list[tuple[uuid.UUID, str]]:
    """Names by account, as far as the actor may know them."""
    found = Person.objects.filter(pk__in=accounts).only("first_name", "last_name")
    return [(person.pk, person.name) for person in found]


def to_invite(actor: Actor, group: Group) -> list[Membership]:
    """Colleagues by name: professionals of organisations whose staff the actor knows, who are not in the group yet."""
    there = group.members.filter(left_at__isnull=True).values("account")
    found = (
        Membership.objects.filter(access.still(), Q(role__in=PROFESSIONALS), account__is_active=True)
        .exclude(account__in=there)
        .exclude(account__is_machine=True)
        .select_related("account__person", "organisation")
        .order_by("account__person__last_name", "account__person__first_name", "pk")
    )
    once = {row.account_id: row for row in reversed(found)}
    return list(reversed(once.values()))
