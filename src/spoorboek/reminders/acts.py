"""What someone does about their own reminders and calendar."""

import secrets
from datetime import datetime, time

from django.utils.translation import gettext as _

from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.actor import Actor, acting_as, current_actor
from spoorboek.people.models import Account
from spoorboek.reminders.access import hashed, own_reminder
from spoorboek.reminders.defaults import can_be_mailed, kinds_of
from spoorboek.reminders.models import Feed, Kind, Reminder, Rhythm
from spoorboek.reminders.rhythm import next_moment
from spoorboek.site import clock

OFF = "off"
RHYTHMS: dict[str, tuple[Rhythm, ...]] = {
    Kind.DIGEST: (Rhythm.WORKING_DAYS, Rhythm.WEEKLY, Rhythm.OVERDUE),
    Kind.APPOINTMENT: (Rhythm.DAY_BEFORE,),
}
EARLIEST, LATEST = time(6), time(21)


def check_self(actor: Actor) -> None:
    if actor.account_id is None or current_actor() != actor:
        raise NotYours(_("Log opnieuw in en probeer het nog eens."))


def choose_reminder(actor: Actor, kind: str, rhythm: str, at: time, weekday: int = 0) -> Reminder:
    """Choose how one kind of mail goes. `rhythm` is one of `RHYTHMS[kind]`, or `OFF`; `at` is Dutch time."""
    check_self(actor)
    if kind not in kinds_of(actor):
        raise NotYours(_("Deze herinnering hoort niet bij wat jij in Spoorboek doet."))
    if rhythm != OFF and rhythm not in RHYTHMS[kind]:
        raise Refused(_("Kies een ritme uit de lijst."), "rhythm")
    if weekday not in range(5):
        raise Refused(_("Kies een werkdag."), "weekday")
    if not EARLIEST <= at <= LATEST:
        raise Refused(_("Kies een tijd tussen 06.00 en 21.00 uur."), "at")
    row = own_reminder(actor, kind) or Reminder(account_id=actor.person_id, kind=kind)
    row.at, row.weekday = at, weekday
    if rhythm == OFF:
        row.rhythm = row.rhythm or RHYTHMS[kind][0]
        return stop(row)
    row.rhythm = rhythm
    return start(row, clock.real_now())


def stop(row: Reminder) -> Reminder:
    """No mails of this kind; what was chosen is kept."""
    row.off_since = row.off_since or clock.real_now()
    row.next_at = row.planned_at = None
    row.attempts = 0
    row.save()
    return row


def start(row: Reminder, now: datetime) -> Reminder:
    """Mails of this kind from the next moment on; nothing is planned for someone who cannot be mailed."""
    account = Account.objects.get(pk=row.account_id)
    row.off_since = row.planned_at = None
    row.attempts = 0
    row.next_at = next_moment(row.rhythm, row.weekday, row.at, now) if can_be_mailed(account) else None
    row.save()
    return row


def unsubscribe(row: Reminder) -> None:
    """By the link in a mail, without signing in: no more mails of this kind. Twice is once."""
    with acting_as(Actor(account_id=row.account_id)):
        stop(Reminder.objects.select_for_update().get(pk=row.pk))


def resume(row: Reminder) -> None:
    """By the same link: it was a mistake, go on as before."""
    with acting_as(Actor(account_id=row.account_id)):
        start(Reminder.objects.select_for_update().get(pk=row.pk), clock.real_now())


def make_address(actor: Actor) -> str:
    """A private calendar address; its secret is returned once. An earlier address stops working."""
    check_self(actor)
    if not kinds_of(actor):
        raise NotYours(_("Een agenda hoort niet bij wat jij in Spoorboek doet."))
    secret = secrets.token_urlsafe(32)
    Feed.objects.update_or_create(
        account_id=actor.person_id,
        defaults={
            "token_hash": hashed(secret),
            "made_at": clock.real_now(),
            "fetched_at": None,
            "changed_at": None,
            "etag": "",
        },
    )
    return secret


def withdraw_address(actor: Actor) -> None:
    """The address stops working at once."""
    check_self(actor)
    Feed.objects.filter(account_id=actor.person_id).delete()
