"""Sending what is due. Several workers may do this at once, and any of them may stop at any moment.

A row is claimed before its mail is made: whoever moves `next_at` has it, and the others pass over it. A claim is a
lease: when its worker dies the row comes back after ten minutes, for the same planned moment and with the same
Message-ID. A mail that fails is tried again after longer and longer, until the Dutch day is over or the tries are used
up; then the operator reads of it in the log, and the row moves on to its next moment.
"""

import logging
import time
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.utils import translation

from spoorboek.people.access import person_of, roles_of
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Account
from spoorboek.people.policy import Role
from spoorboek.reminders import letters, more
from spoorboek.reminders.access import REMINDER
from spoorboek.reminders.asking import asks
from spoorboek.reminders.defaults import can_be_mailed, kinds_for
from spoorboek.reminders.models import Kind, Reminder, Rhythm
from spoorboek.reminders.post import mail as as_mail
from spoorboek.reminders.rhythm import DAY, dutch_day, next_moment
from spoorboek.reminders.talks import tomorrow
from spoorboek.site import clock

log = logging.getLogger(__name__)

A_CHUNK = 20
"""So few that a mail server which lets each mail wait for its 20 seconds does not use up the lease."""
LEASE = timedelta(minutes=10)
MARGIN = timedelta(minutes=1)
AGAIN_AFTER = tuple(timedelta(minutes=minutes) for minutes in (5, 15, 45, 120))
"""How long to wait after the first, second, … failed try; after the last there is no other."""


class Outcome(StrEnum):
    """What became of one claimed row."""

    SENT = "sent"
    QUIET = "quiet"
    """Nothing to say, or its day was over: on to the next moment."""
    PARKED = "parked"
    """Nobody to mail any more; `enrolment` wakes the row when there is again."""
    AGAIN = "again"
    LAPSED = "lapsed"
    """Its turn came so late that another worker may have it."""
    GIVEN_UP = "given up"


@dataclass(frozen=True)
class Claim:
    """A row that this worker has until `lease`; `planned_at` is the moment that the mail is for.

    `lapses` is the end of the lease, with a margin, on this process's own clock, which nobody sets.
    """

    row: Reminder
    planned_at: datetime
    lease: datetime
    lapses: float

    @property
    def has_lapsed(self) -> bool:
        return time.monotonic() >= self.lapses


def send_due(now: datetime | None = None) -> dict[Outcome, int]:
    """Send everything that is due; how many of each outcome."""
    counted: dict[Outcome, int] = {}
    while claims := claim(now or clock.real_now()):
        for one in claims:
            outcome = handle(one, now or clock.real_now())
            counted[outcome] = counted.get(outcome, 0) + 1
    return counted


def claim(now: datetime, at_most: int = A_CHUNK) -> list[Claim]:
    """Rows that are due and that no other worker has, the longest waiting first."""
    with acting_as(REMINDER):
        rows = (
            Reminder.objects.select_for_update(skip_locked=True)
            .filter(off_since__isnull=True, next_at__lte=now)
            .order_by("next_at")[:at_most]
        )
        lapses = time.monotonic() + (LEASE - MARGIN).total_seconds()
        claims = [Claim(row, row.planned_at or row.next_at or now, now + LEASE, lapses) for row in rows]
        for one in claims:
            one.row.attempts += 1
            one.row.planned_at, one.row.next_at = one.planned_at, one.lease
        Reminder.objects.bulk_update(
            [one.row for one in claims], ["attempts", "planned_at", "next_at"], batch_size=A_CHUNK
        )
    return claims


def handle(one: Claim, now: datetime) -> Outcome:
    """Make and send one mail. Whatever goes wrong with it stays with it."""
    if one.has_lapsed:
        return Outcome.LAPSED
    if dutch_day(one.planned_at) != dutch_day(now):
        return finish(one, Outcome.QUIET, now)
    try:
        outcome, made = written(one)
        if made:
            mail.get_connection().send_messages([made])
    except Exception as error:  # a row that cannot be read or written must not stop the others
        return failed(one, error, now)
    return finish(one, outcome, now)


def written(one: Claim) -> tuple[Outcome, EmailMultiAlternatives | None]:
    """The mail, read and written as the person it is for, in their language."""
    actor = Actor(account_id=one.row.account_id)
    with acting_as(actor):
        account = Account.objects.get(pk=one.row.account_id)
        roles = roles_of(actor)
        if not can_be_mailed(account) or one.row.kind not in kinds_for(roles):
            return Outcome.PARKED, None
        with translation.override(letters.language_of(person_of(actor))):
            letter = letter_for(actor, one.row, roles)
            if letter is None:
                return Outcome.QUIET, None
            return Outcome.SENT, as_mail(letter, str(account.email), one.row, one.planned_at)


def letter_for(actor: Actor, row: Reminder, roles: frozenset[Role]) -> letters.Letter | None:
    """What a mail would say now to someone with these roles; None when there is nothing to say."""
    today = clock.today()
    if row.kind == Kind.APPOINTMENT:
        talks = tomorrow(actor, today)
        if talks:
            return letters.appointments(talks, row)
        return letters.kind_word() if wants_a_kind_word(actor, row, today) else None
    found = asks(actor, today)
    if row.rhythm == Rhythm.OVERDUE:
        return letters.digest(found, roles, row) if found.overdue else None
    waiting = more.waiting(actor, today)
    return letters.digest(found, roles, row, waiting) if found.total + waiting else None


def wants_a_kind_word(actor: Actor, row: Reminder, today: date) -> bool:
    """Whether one is due that this mail has not brought yet: a worker that stood still for a day says it later."""
    due = more.kind_word_due(actor, today)
    return due is not None and (row.last_sent_at is None or dutch_day(row.last_sent_at) < due)


def failed(one: Claim, error: Exception, now: datetime) -> Outcome:
    """Try later, or give up on this moment and tell the operator. Names nobody: an error may quote people."""
    told = {"reminder": str(one.row.pk), "attempts": one.row.attempts, "error": type(error).__name__}
    tries = one.row.attempts
    later = now + AGAIN_AFTER[tries - 1] if tries <= len(AGAIN_AFTER) else None
    if later and dutch_day(later) == dutch_day(one.planned_at):
        log.warning("reminder failed, tried again later", extra=told)
        return keep(one, Outcome.AGAIN, next_at=later)
    log.error("reminder given up", extra=told)
    return finish(one, Outcome.GIVEN_UP, now)


def finish(one: Claim, outcome: Outcome, now: datetime) -> Outcome:
    """On to the next moment, or to none for someone who cannot be mailed."""
    row = one.row
    after = onward(row, now) if outcome is not Outcome.PARKED else None
    with acting_as(REMINDER):
        if outcome is Outcome.SENT:
            Reminder.objects.filter(pk=row.pk).update(last_sent_at=now)
        return keep(one, outcome, next_at=after, planned_at=None, attempts=0)


def onward(row: Reminder, now: datetime) -> datetime:
    """The next moment; a day later for a row that makes no sense, so that it cannot hold up the others."""
    if row.rhythm not in Rhythm.values:
        return now + DAY
    return next_moment(row.rhythm, row.weekday, row.at, now)


def keep(one: Claim, outcome: Outcome, **values: object) -> Outcome:
    """Write down how it goes on, unless the person chose something else meanwhile."""
    with acting_as(REMINDER):
        Reminder.objects.filter(pk=one.row.pk, next_at=one.lease).update(**values)
    return outcome
