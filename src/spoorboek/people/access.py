"""Who someone is here: organisations, roles, people. Every function takes the actor; row security repeats the answer."""

import uuid
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone

from spoorboek.people.actor import Actor
from spoorboek.people.models import Employment, Involvement, Membership, Organisation, Person
from spoorboek.people.policy import Role

MAY_REPORT_SICK = (Role.CASE_MANAGER, Role.SUPERVISOR)


@dataclass(frozen=True)
class Seat:
    """One role of the actor in one dossier."""

    dossier_id: uuid.UUID
    role: Role


def still(prefix: str = "") -> Q:
    """Rows whose `until` has not come yet."""
    return Q(**{f"{prefix}until__isnull": True}) | Q(**{f"{prefix}until__gt": timezone.now()})


def memberships(actor: Actor) -> QuerySet[Membership]:
    """The actor's roles in organisations, now."""
    return Membership.objects.filter(still(), account_id=actor.account_id).select_related("organisation")


def roles_of(actor: Actor) -> frozenset[Role]:
    """All roles the actor has anywhere, in organisations and in dossiers."""
    in_organisations = {Role(row.role) for row in memberships(actor)}
    in_dossiers = (
        Involvement.objects.filter(still(), account_id=actor.account_id)
        .values_list("role", flat=True)
        .distinct()
    )
    return frozenset(in_organisations | {Role(role) for role in in_dossiers})


def role_in(actor: Actor, dossier_id: uuid.UUID) -> Role | None:
    """The actor's role in a dossier, or None for a stranger. Somebody with two roles gets the first of `Role`."""
    found = set(
        Involvement.objects.filter(still(), account_id=actor.account_id, dossier_id=dossier_id).values_list(
            "role", flat=True
        )
    )
    return next((role for role in Role if role in found), None)


def involved(actor: Actor, dossier_id: uuid.UUID) -> QuerySet[Involvement]:
    """Who takes part in a dossier now, names included."""
    return (
        Involvement.objects.filter(still(), dossier_id=dossier_id)
        .select_related("account__person", "organisation")
        .order_by("since", "pk")
    )


def employers_for(actor: Actor, roles: tuple[Role, ...] = MAY_REPORT_SICK) -> QuerySet[Organisation]:
    """Employers for which the actor may report someone sick: the own one, or one the own arbodienst works for."""
    mine = memberships(actor).filter(role__in=roles).values("organisation_id")
    return (
        Organisation.objects.filter(
            Q(pk__in=mine) | Q(services_bought__provider__in=mine, services_bought__until__isnull=True),
            kind__in=[Organisation.Kind.EMPLOYER, Organisation.Kind.SHELTERED_WORK],
        )
        .distinct()
        .order_by("name")
    )


def employments_for(actor: Actor, employer: Organisation) -> QuerySet[Employment]:
    """Employments at an employer that the actor may report sick; a supervisor sees the own team."""
    found = (
        Employment.objects.filter(organisation=employer)
        .select_related("person")
        .order_by("person__last_name")
    )
    case_manager = employers_for(actor, (Role.CASE_MANAGER,)).filter(pk=employer.pk).exists()
    return found if case_manager else found.filter(supervisor_id=actor.account_id)


def person_of(actor: Actor) -> Person | None:
    """The actor's own name and preferences."""
    return Person.objects.filter(pk=actor.account_id).first()
