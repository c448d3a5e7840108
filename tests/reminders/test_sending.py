"""From the worker: who is due is mailed once, at the right address, and what fails is tried again and then told."""

import logging
import threading
from dataclasses import replace
from datetime import timedelta
from smtplib import SMTPServerDisconnected
from typing import Any

import pytest
from django.db import connections
from django.utils import timezone
from procrastinate.contrib.django import app

from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Account, Membership
from spoorboek.people.policy import Role
from spoorboek.people.registrar import REGISTRAR, end_involvements
from spoorboek.reminders import jobs, sending
from spoorboek.reminders.acts import OFF
from spoorboek.reminders.enrolment import enrol
from spoorboek.reminders.models import Kind, Reminder, Rhythm
from spoorboek.reminders.post import message_id
from spoorboek.reminders.sending import Outcome, claim, handle, send_due
from tests.builders import actor, client_of, days_ago
from tests.reminders.cast import (
    as_it_stands,
    chosen,
    company_that_came_in,
    due,
    mails_to,
    who_came_in,
)


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


def test_a_worker_that_took_too_long_leaves_the_rest_to_others(late: tuple[Account, Reminder, Any]) -> None:
    """A mail server that hangs must not make two workers send the same mail."""
    account, _, _ = late
    now = timezone.now()
    (slow,) = claim(now)
    (other,) = claim(slow.lease)
    assert handle(replace(slow, lapses=0.0), now) is Outcome.LAPSED
    assert mails_to(account) == []
    assert handle(other, now) is Outcome.SENT
    assert len(mails_to(account)) == 1


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


def test_the_worker_knows_both_jobs_and_may_run_them_twice(late: tuple[Account, Reminder, Any]) -> None:
    account, _, _ = late
    periodic = {task.task.name for task in app.periodic_registry.periodic_tasks.values()}
    assert {jobs.send_reminders.name, jobs.enrol_for_reminders.name} <= periodic
    for _run in range(2):
        jobs.enrol_for_reminders(0)
        jobs.send_reminders(0)
    assert len(mails_to(account)) == 1


def test_whoever_never_chose_gets_the_rhythm_of_their_role() -> None:
    here = company_that_came_in()
    dossier = here.dossier(days_ago(70))
    client = who_came_in(client_of(dossier))
    enrol()
    with acting_as(sending.REMINDER):
        rows = Reminder.objects.filter(account_id__in=[here.case_manager.pk, here.supervisor.pk, client.pk])
        found = {(row.account_id, row.kind): (row.rhythm, row.at.strftime("%H:%M")) for row in rows}
    assert found == {
        (here.case_manager.pk, Kind.DIGEST): (Rhythm.WORKING_DAYS, "07:30"),
        (here.supervisor.pk, Kind.DIGEST): (Rhythm.WEEKLY, "07:30"),
        (client.pk, Kind.APPOINTMENT): (Rhythm.DAY_BEFORE, "10:00"),
    }


def test_whoever_never_came_in_is_not_planned_for() -> None:
    """An invited colleague's address may belong to somebody else until they came in with the link."""
    here = company_that_came_in()
    here.dossier(days_ago(70))
    enrol()
    with acting_as(sending.REMINDER):
        assert not Reminder.objects.filter(account_id=here.doctor.pk).exists()
