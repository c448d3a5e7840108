"""Which tokens an administrator sees, and what they were used for."""

import uuid
from datetime import datetime

from django.db.models import Max, QuerySet, Sum

from spoorboek.api.models import Token, Use
from spoorboek.people.access import memberships
from spoorboek.people.actor import Actor
from spoorboek.people.models import Organisation
from spoorboek.people.policy import Role


def administers(actor: Actor, organisation_id: uuid.UUID) -> bool:
    """Whether the actor is an administrator of this organisation now."""
    return memberships(actor).filter(role=Role.ADMIN, organisation_id=organisation_id).exists()


def tokens_of(actor: Actor, organisation: Organisation) -> QuerySet[Token]:
    """All tokens of an organisation, newest first, each with `last_used`; none for who does not administer it."""
    if not administers(actor, organisation.pk):
        return Token.objects.none()
    return (
        Token.objects.filter(organisation=organisation)
        .select_related("made_by__person", "ended_by__person", "organisation")
        .annotate(last_used=Max("uses__last_at"))
        .order_by("-made_at")
    )


def token_for(actor: Actor, organisation: Organisation, token_id: uuid.UUID) -> Token | None:
    """One token of the organisation, or None."""
    return tokens_of(actor, organisation).filter(pk=token_id).first()


def uses_of(token: Token) -> QuerySet[Use]:
    """What a token did, a line a day and kind of use, newest first."""
    return token.uses.order_by("-on", "-last_at")


def used_between(token: Token, since: datetime) -> int:
    """How many requests since a moment."""
    return token.uses.filter(last_at__gte=since).aggregate(all=Sum("times"))["all"] or 0
