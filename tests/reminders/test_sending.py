"""From the worker: who is due is mailed once, at the right address, and what fails is tried again and then told."""

import logging
import threading
from datetime import timedelta
from smtplib import SMTPServerDisconnected
from typing import Any

import pytest
from django.core import mail
from django.db import connections
from django.utils import timezone

from spoorboek.dossiers.models import Appointment
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Account, Membership, Person
from spoorboek.people.policy import Role
from spoorboek.people.registrar import REGISTRAR, end_involvements
from spoorboek.reminders import sending
from spoorboek.reminders.acts import OFF
from spoorboek.reminders.enrolment import enrol
from spoorboek.reminders.models import Kind, Reminder, Rhythm
from spoorboek.reminders.post import message_id
from spoorboek.reminders.sending import Outcome, claim, send_due
from tests.builders import actor, client_of, days_ago
from tests.reminders.cast import (
    appointment,
    as_it_stands,
    chosen,
    company_that_came_in,
    due,
    mails_to,
    who_came_in,
)


@pytest.fixture
def late() -> tuple[Account, Reminder, Any]:
    """A case manager with one overdue dossier, and the reminder that is due now."""
    here = company_that_came_in()
    dossier = here.dossier(days_ago(70))
    row = chosen(actor(here.case_manager))
    due(row, timezone.now())
    return who_came_in(here.case_manager), row, dossier


def test_a_mail_counts_by_urgency_and_says_nothing_else(late: tuple[Account, Reminder, Any]) -> None:
    account, row, dossier = late
    assert send_due() == {Outcome.SENT: 1}
    (made,) = mails_to(account)
    assert made.subject.startswith("Spoorboek: ")
    assert made.subject.endswith((" acties", " actie"))
    assert " te laat" in made.body
    html = str(made.alternatives[0][0])  # type: ignore[attr-defined]
    with acting_as(sending.REMINDER):
        person = Person.objects.get(pk=dossier.employment.person_id)
    for part in (made.subject, made.body, html):
        for secret in (person.first_name, person.last_name, "De Test", str(dossier.pk), str(account.pk)):
            assert secret not in part
        for word in ("ziek", "verzuim", "herstel", "arts", "medisch", "plan van aanpak", "UWV"):
            assert word not in part.lower()
    assert as_it_stands(row).last_sent_at is not None


def test_running_twice_sends_once(late: tuple[Account, Reminder, Any]) -> None:
    account, row, _ = late
    send_due()
    send_due()
    assert len(mails_to(account)) == 1
    after = as_it_stands(row)
    assert after.next_at
    assert after.next_at > timezone.now()
    assert (after.planned_at, after.attempts) == (None, 0)


def test_two_workers_at_once_send_once(late: tuple[Account, Reminder, Any]) -> None:
    account, _, _ = late
    gate, counted = threading.Barrier(2), []

    def work() -> None:
        gate.wait(10)
        counted.append(send_due())
        connections.close_all()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    assert len(mails_to(account)) == 1
    assert sum(one.get(Outcome.SENT, 0) for one in counted) == 1


def test_a_row_that_one_worker_holds_is_passed_over_by_another(late: tuple[Account, Reminder, Any]) -> None:
    _, row, _ = late
    assert [one.row.pk for one in claim(timezone.now())] == [row.pk]
    assert claim(timezone.now()) == []


def test_a_worker_that_dies_leaves_the_row_for_the_next_with_the_same_name_for_the_mail(
    late: tuple[Account, Reminder, Any],
) -> None:
    _, row, _ = late
    now = timezone.now()
    (dead,) = claim(now)
    (taken,) = claim(dead.lease)
    assert taken.planned_at == dead.planned_at
    assert taken.row.attempts == 2
    assert message_id(row, dead.planned_at) == message_id(taken.row, taken.planned_at)


def test_a_mail_that_fails_is_tried_again_later_and_in_the_end_told_to_the_operator(
    late: tuple[Account, Reminder, Any], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    account, row, _ = late
    down(monkeypatch)
    early = timezone.localtime().replace(hour=6, minute=0)
    due(row, early)
    waits, now = [], early
    for _try in range(4):
        assert send_due(now) == {Outcome.AGAIN: 1}
        later = as_it_stands(row).next_at
        assert later
        waits.append(later - now)
        now = later
    assert waits == list(sending.AGAIN_AFTER)
    with caplog.at_level(logging.ERROR, "spoorboek.reminders.sending"):
        assert send_due(now) == {Outcome.GIVEN_UP: 1}
    told = caplog.records[-1]
    assert (told.levelname, told.message) == ("ERROR", "reminder given up")
    assert str(account.email) not in str(told.__dict__)
    after = as_it_stands(row)
    assert after.next_at
    assert after.next_at > now
    assert (after.planned_at, after.attempts, after.last_sent_at) == (None, 0, None)


def test_a_mail_is_not_sent_once_its_day_is_over(late: tuple[Account, Reminder, Any]) -> None:
    """After a night without a worker nobody is mailed about yesterday."""
    account, row, _ = late
    due(row, timezone.now() - timedelta(days=1))
    assert send_due() == {Outcome.QUIET: 1}
    assert mails_to(account) == []


def test_a_poisoned_row_does_not_stop_the_others(
    late: tuple[Account, Reminder, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    account, row, _ = late
    other = company_that_came_in()
    other.dossier(days_ago(70))
    poisoned = chosen(actor(other.case_manager))
    now = timezone.now()
    due(poisoned, now)
    with acting_as(sending.REMINDER):
        Reminder.objects.filter(pk=row.pk).update(next_at=now)
        Reminder.objects.filter(pk=poisoned.pk).update(rhythm="unheard of")
    counted = send_due(now)
    assert counted[Outcome.SENT] == 1
    assert len(mails_to(account)) == 1
    assert mails_to(who_came_in(other.case_manager)) == []


def down(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mail server that hangs up."""

    def refuse(*_: Any, **__: Any) -> None:
        raise SMTPServerDisconnected("Connection unexpectedly closed")

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)


def test_who_is_off_is_not_mailed(late: tuple[Account, Reminder, Any]) -> None:
    account, _, _ = late
    chosen(Actor(account_id=account.pk), rhythm=OFF)
    assert send_due() == {}
    assert mails_to(account) == []


def test_nothing_to_say_is_no_mail() -> None:
    here = company_that_came_in()
    row = chosen(actor(here.case_manager))
    due(row, timezone.now())
    assert send_due() == {Outcome.QUIET: 1}


def test_only_when_overdue_is_silent_while_nothing_is() -> None:
    here = company_that_came_in()
    here.dossier(days_ago(3))
    row = chosen(actor(here.case_manager), rhythm=Rhythm.OVERDUE)
    due(row, timezone.now())
    assert send_due() == {Outcome.QUIET: 1}


def test_a_colleague_with_the_same_role_is_not_counted_for(late: tuple[Account, Reminder, Any]) -> None:
    stranger = company_that_came_in()
    theirs = chosen(actor(stranger.case_manager))
    due(theirs, timezone.now())
    assert send_due() == {Outcome.QUIET: 1}


@pytest.mark.parametrize("how", ["inactive", "unconfirmed", "no address", "no part"])
def test_whoever_cannot_be_mailed_is_parked_and_woken_when_they_can(how: str) -> None:
    here = company_that_came_in()
    here.dossier(days_ago(70))
    account = who_came_in(here.coach)
    someone = actor(here.coach)
    row = chosen(someone)
    due(row, timezone.now())
    address = account.email
    if how == "inactive":
        Account.objects.filter(pk=account.pk).update(is_active=False)
    elif how == "unconfirmed":
        Account.objects.filter(pk=account.pk).update(email_confirmed_at=None)
    elif how == "no address":
        Account.objects.filter(pk=account.pk).update(email=None)
    else:
        end_part(here)
    assert send_due() == {Outcome.PARKED: 1}
    assert as_it_stands(row).next_at is None
    if how != "no part":
        Account.objects.filter(pk=account.pk).update(
            is_active=True, email=address, email_confirmed_at=timezone.now()
        )
        enrol()
        assert as_it_stands(row).next_at is not None


def end_part(here: Any) -> None:
    """The coach leaves the company, and with that every dossier."""
    end_involvements(here.coach.pk, here.second_track.pk, Role.COACH)
    with acting_as(REGISTRAR):
        Membership.objects.filter(account_id=here.coach.pk).update(until=timezone.now())


def test_a_client_is_told_of_tomorrows_appointment_and_not_with_whom() -> None:
    here = company_that_came_in()
    dossier = here.dossier(days_ago(30))
    client = client_of(dossier)
    account = who_came_in(client)
    appointment(dossier, here.case_manager, days=1)
    appointment(dossier, here.case_manager, days=2)
    row = chosen(client, Kind.APPOINTMENT, Rhythm.DAY_BEFORE)
    due(row, timezone.now())
    assert send_due() == {Outcome.SENT: 1}
    (made,) = mails_to(account)
    assert made.subject == "Spoorboek: je hebt morgen een afspraak"
    assert "Om 10.30 uur." in made.body
    for secret in (here.case_manager.first_name, "casemanager", "telefoon", "gesprek"):
        assert secret not in f"{made.subject} {made.body}"


def test_an_appointment_to_which_the_client_cannot_come_is_not_told() -> None:
    here = company_that_came_in()
    dossier = here.dossier(days_ago(30))
    client = client_of(dossier)
    who_came_in(client)
    row = appointment(dossier, here.case_manager, days=1)
    with acting_as(client):
        Appointment.objects.get(pk=row.pk).replies.create(dossier=dossier, version=row.version)
    reminder = chosen(client, Kind.APPOINTMENT, Rhythm.DAY_BEFORE)
    due(reminder, timezone.now())
    assert send_due() == {Outcome.QUIET: 1}


def test_a_mail_is_in_the_language_of_its_reader(late: tuple[Account, Reminder, Any]) -> None:
    account, _, _ = late
    with acting_as(Actor(account_id=account.pk)):
        account.person.language = "en"
        account.person.save()
    send_due()
    (made,) = mails_to(account)
    assert " overdue" in made.body
    assert "07:30" in made.body


def test_a_mail_can_be_stopped_by_a_mail_program(late: tuple[Account, Reminder, Any]) -> None:
    account, _, _ = late
    send_due()
    (made,) = mails_to(account)
    assert made.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert made.extra_headers["List-Unsubscribe"].startswith("<http")
    assert made.extra_headers["Auto-Submitted"] == "auto-generated"
    assert mail.outbox
