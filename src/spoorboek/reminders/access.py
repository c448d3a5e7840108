"""Whose reminder or calendar this is. By a token nobody is signed in: then the reminder's system actor looks it up."""

import hashlib
import uuid

from django.core import signing

from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.reminders.models import Feed, Reminder

REMINDER = Actor(system=System.REMINDER)
SIGNER = signing.Signer(salt="spoorboek.reminders.off", sep=".")


def own_reminder(actor: Actor, kind: str) -> Reminder | None:
    """The actor's own choice; None while they have none."""
    return Reminder.objects.filter(account_id=actor.person_id, kind=kind).first()


def own_feed(actor: Actor) -> Feed | None:
    """The actor's own calendar address."""
    return Feed.objects.filter(account_id=actor.person_id).first()


def token_of(reminder_id: uuid.UUID) -> str:
    """What stands in the unsubscribe link of a mail. It names the reminder and nobody, and it never wears out."""
    return SIGNER.sign(reminder_id.hex)


def by_token(token: str) -> Reminder | None:
    """The reminder that a link is about; None for a token that we did not sign."""
    try:
        wanted = uuid.UUID(SIGNER.unsign(token))
    except (signing.BadSignature, ValueError):
        return None
    with acting_as(REMINDER):
        return Reminder.objects.filter(pk=wanted).first()


def hashed(secret: str) -> str:
    """What is kept of a calendar's secret. It is long and random, so that a plain hash is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def feed_by(secret: str) -> Feed | None:
    """The calendar behind a private address, of an account that may still sign in."""
    with acting_as(REMINDER):
        return (
            Feed.objects.select_related("account")
            .filter(token_hash=hashed(secret), account__is_active=True)
            .first()
        )
