"""The link of the full dossier's employer with another system, that was used once."""

from functools import cache

from django.utils import timezone

from spoorboek.api.acts import make_token
from spoorboek.api.models import KeptAnswer, Token, Use
from spoorboek.api.scopes import Scope
from spoorboek.people.actor import Actor, acting_as
from tests.access.world import world
from tests.builders import actor, days_ago


@cache
def link() -> Token:
    """Its token, made by the administrator."""
    here = world()
    admin = actor(here.company.admin)
    with acting_as(admin):
        token, _secret = make_token(admin, here.company.employer, "HR Test", Scope.values, days_ago(-90))
    with acting_as(Actor(account_id=token.account_id)):
        Use.objects.create(
            token=token,
            organisation=token.organisation,
            account=token.account,
            on=days_ago(0),
            method="GET",
            route="api/v1/dossiers",
            outcome=Use.Outcome.DONE,
            last_at=timezone.now(),
        )
        KeptAnswer.objects.create(account=token.account, key="once", asked="0" * 64, sealed=b"sealed")
    return token
