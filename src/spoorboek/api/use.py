"""The journal of use: counted per token, day, operation and outcome; no address with an id in it, no content."""

from typing import Any

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from spoorboek.api.models import Token, Use
from spoorboek.people.actor import Actor, acting_as
from spoorboek.site.logs import route_of

LONGEST_ROUTE = 120


def outcome(status: int) -> str:
    if status >= 500:
        return Use.Outcome.FAILED
    return Use.Outcome.REFUSED if status >= 400 else Use.Outcome.DONE


def count(token: Token, request: HttpRequest, response: HttpResponse) -> None:
    """Count one answered request, in a transaction of its own: a refusal and a fault count too."""
    now = timezone.now()
    which: dict[str, Any] = {
        "token_id": token.pk,
        "on": timezone.localdate(now),
        "method": (request.method or "")[:8],
        "route": route_of(request)[:LONGEST_ROUTE],
        "outcome": outcome(response.status_code),
    }
    with acting_as(Actor(account_id=token.account_id)):
        again = Use.objects.filter(**which).update(times=F("times") + 1, last_at=now)
        if not again:
            row = Use(
                **which, organisation_id=token.organisation_id, account_id=token.account_id, last_at=now
            )
            Use.objects.bulk_create(
                [row],
                update_conflicts=True,
                unique_fields=["token", "on", "method", "route", "outcome"],
                update_fields=["last_at"],
            )
