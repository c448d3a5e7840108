"""What the tests of reminders share: people who can be mailed, with something that asks for them."""

from datetime import datetime, time, timedelta

from django.core import mail
from django.utils import timezone

from spoorboek.dossiers.acts.appointments import plan_appointment
from spoorboek.dossiers.models import Appointment, Dossier
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Account, Person
from spoorboek.reminders.access import REMINDER
from spoorboek.reminders.acts import choose_reminder
from spoorboek.reminders.models import Kind, Reminder, Rhythm
from spoorboek.reminders.rhythm import AMSTERDAM
from tests.builders import Company, actor


def who_came_in(someone: Person | Actor) -> Account:
    """This person's account once they have come in by a link in a mail: only then they are mailed."""
    account = Account.objects.get(pk=someone.account_id) if isinstance(someone, Actor) else someone.account
    account.set_password("correct horse battery staple")
    account.email_confirmed_at = timezone.now()
    account.save()
    return account


def company_that_came_in() -> Company:
    here = Company()
    for someone in (here.case_manager, here.colleague, here.supervisor, here.coach):
        who_came_in(someone)
    return here


def chosen(someone: Actor, kind: Kind = Kind.DIGEST, rhythm: str = Rhythm.WORKING_DAYS) -> Reminder:
    """This person's reminder, chosen by themselves."""
    with acting_as(someone):
        return choose_reminder(someone, kind, rhythm, time(7, 30))


def due(row: Reminder, now: datetime) -> None:
    """Make a reminder due at an instant, whatever day it is, and put every other row off."""
    with acting_as(REMINDER):
        Reminder.objects.filter(next_at__isnull=False).exclude(pk=row.pk).update(
            next_at=now + timedelta(days=400), planned_at=None
        )
        Reminder.objects.filter(pk=row.pk).update(next_at=now, planned_at=None, attempts=0)


def as_it_stands(row: Reminder) -> Reminder:
    with acting_as(REMINDER):
        return Reminder.objects.get(pk=row.pk)


def mails_to(account: Account) -> list[mail.EmailMessage]:
    return [one for one in mail.outbox if account.email in one.to]


def appointment(dossier: Dossier, by: Person, days: int, at: time = time(10, 30)) -> Appointment:
    """With the case manager, so many days from today on the Dutch clock."""
    manager = actor(by)
    day = timezone.localdate() + timedelta(days=days)
    with acting_as(manager):
        return plan_appointment(
            manager, dossier.pk, by.pk, "case_manager", "phone", datetime.combine(day, at, AMSTERDAM)
        )
