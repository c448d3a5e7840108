"""Who someone is here: organisations, roles, people. Every function takes the actor; row security says the same."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils import timezone

from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.people.models import (
    Employment,
    Involvement,
    Membership,
    Organisation,
    Person,
    Service,
)
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


def services_of(organisation: Organisation) -> QuerySet[Service]:
    """Services that run now, bought or given by an organisation, both names included."""
    sides = Q(employer=organisation) | Q(provider=organisation)
    return (
        Service.objects.filter(sides, still())
        .select_related("employer", "provider")
        .order_by("provider__name", "employer__name")
    )


def serving(employer: Organisation) -> QuerySet[Service]:
    """Services that work for an employer now; one that ended, or ends in the past, does not count."""
    return Service.objects.filter(still(), employer=employer)


def memberships(actor: Actor) -> QuerySet[Membership]:
    """The actor's roles in organisations, now."""
    return Membership.objects.filter(still(), account_id=actor.person_id).select_related("organisation")


def roles_of(actor: Actor) -> frozenset[Role]:
    """All roles the actor has anywhere, in organisations and in dossiers."""
    in_organisations = {Role(row.role) for row in memberships(actor)}
    return frozenset(in_organisations | roles_in_dossiers(actor))


def roles_in_dossiers(actor: Actor) -> set[Role]:
    """One look in the index a role: who takes part in 20,000 dossiers is not read 20,000 times."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT known.role FROM unnest(%s::text[]) AS known (role) WHERE EXISTS (SELECT 1 FROM people_involvement i"
            " WHERE i.account_id = %s AND i.role = known.role AND (i.until IS NULL OR i.until > %s))",
            [list(Role), actor.person_id, timezone.now()],
        )
        return {Role(role) for (role,) in cursor.fetchall()}


def role_in(actor: Actor, dossier_id: uuid.UUID) -> Role | None:
    """The actor's role in a dossier, or None for a stranger. Somebody with two roles gets the first of `Role`."""
    return first_role(
        Involvement.objects.filter(still(), account_id=actor.person_id, dossier_id=dossier_id).values_list(
            "role", flat=True
        )
    )


def first_role(found: Iterable[str]) -> Role | None:
    """Which of someone's roles in one dossier counts; None where there is none."""
    held = set(found)
    return next((role for role in Role if role in held), None)


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
            Q(pk__in=mine) | Q(pk__in=Service.objects.filter(still(), provider__in=mine).values("employer")),
            kind__in=[Organisation.Kind.EMPLOYER, Organisation.Kind.SHELTERED_WORK],
        )
        .distinct()
        .order_by("name")
    )


def manages_cases(actor: Actor, employer: Organisation) -> bool:
    """Whether the actor is case manager for this employer, in it or at a service that it engaged."""
    return employers_for(actor, (Role.CASE_MANAGER,)).filter(pk=employer.pk).exists()


def employments_for(actor: Actor, employer: Organisation) -> QuerySet[Employment]:
    """Employments at an employer that the actor may report sick; a supervisor sees the own team."""
    found = (
        Employment.objects.filter(organisation=employer, withdrawn_at__isnull=True)
        .select_related("person")
        .order_by("person__last_name")
    )
    return found if manages_cases(actor, employer) else found.filter(supervisor_id=actor.account_id)


def person_of(actor: Actor) -> Person | None:
    """The actor's own name and preferences."""
    return Person.objects.filter(pk=actor.account_id).first()


def seat_at(actor: Actor, employer: Organisation) -> tuple[Role, uuid.UUID]:
    """In which role, and from which organisation, the actor works for this employer; case manager goes first."""
    for role in MAY_REPORT_SICK:
        mine = memberships(actor).filter(role=role)
        here = Q(organisation=employer) | Q(organisation__in=serving(employer).values("provider"))
        found = mine.filter(here).first()
        if found:
            return role, found.organisation_id
    raise LookupError("The actor has no role at this employer.")


def staff_for(actor: Actor, employer: Organisation, role: Role) -> list[Membership]:
    """Who works in a role for an employer, in it or at a provider it engaged, for whoever may report sick there.

    Asked as the registrar: the staff of an arbodienst is out of the employer's own sight.
    """
    if not employers_for(actor).filter(pk=employer.pk).exists():
        return []
    with acting_as(Actor(system=System.REGISTRAR)):
        engaged = Q(organisation__in=serving(employer).values("provider"))
        found = Membership.objects.filter(
            still(), Q(organisation=employer) | engaged, role=role, account__is_active=True
        )
        return list(
            found.select_related("account__person", "organisation")
            .order_by("account__person__last_name", "pk")
            .distinct()
        )
