"""Who may arrange that someone stands in or takes over, for whom, and who could do it."""

import uuid

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from spoorboek.dossiers.access import PROFESSIONALS
from spoorboek.dossiers.acts.leaving import colleagues, seats_of_role
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people import access
from spoorboek.people.actor import Actor
from spoorboek.people.models import Involvement, Membership, Organisation
from spoorboek.people.policy import Role


def arrangeable(actor: Actor, membership_id: int) -> Membership:
    """A role whose dossiers the actor may arrange: the own one, or one in an organisation they administer."""
    row = (
        Membership.objects.filter(access.still(), pk=membership_id, role__in=PROFESSIONALS)
        .select_related("account__person", "organisation")
        .first()
    )
    administers = access.memberships(actor).filter(role=Role.ADMIN)
    if row is None or not (
        row.account_id == actor.account_id or administers.filter(organisation_id=row.organisation_id).exists()
    ):
        raise NotYours(_("Deze rol is niet gevonden. Ga terug en kies er een uit de lijst."))
    return row


def own_roles(actor: Actor) -> list[Membership]:
    """The actor's own professional roles."""
    return list(access.memberships(actor).filter(role__in=PROFESSIONALS).order_by("since"))


def chosen(membership: Membership, to: uuid.UUID | None, field: str) -> Membership:
    """The chosen colleague, when they have the same role in the same organisation."""
    for row in colleagues(membership):
        if row.account_id == to:
            return row
    raise Refused(_("Kies een collega met dezelfde rol uit de lijst."), field)


def running_seats(membership: Membership, employer: uuid.UUID | None = None) -> QuerySet[Involvement]:
    """Parts in running dossiers that someone has through this role; asked as the registrar.

    A part that ends by itself is only lent: whoever stands in gives it on to nobody.
    """
    opened = Dossier.objects.filter(pk=OuterRef("dossier_id"), closed_on__isnull=True)
    if employer:
        opened = opened.filter(employment__organisation_id=employer)
    own = seats_of_role(membership).filter(until__isnull=True)
    return own.filter(Exists(opened)).order_by("dossier_id")


def employers_of(membership: Membership) -> list[Organisation]:
    """For which employers this person has running dossiers in this role; asked as the registrar."""
    dossiers = Dossier.objects.filter(pk__in=running_seats(membership).values("dossier_id"))
    return list(
        Organisation.objects.filter(pk__in=dossiers.values("employment__organisation_id")).order_by("name")
    )
