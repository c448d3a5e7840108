"""What a mail says to whom: numbers and times, in the reader's language, and never a name."""

import re
from email import policy
from email.parser import BytesParser
from typing import Any
from urllib.parse import urlsplit

from django.utils import timezone

from spoorboek.caseload.counting import counts
from spoorboek.caseload.urgency import Group
from spoorboek.caseload.wishes import Wish
from spoorboek.dossiers.acts.opening import involve
from spoorboek.dossiers.models import Appointment
from spoorboek.dossiers.signals import seats_changed
from spoorboek.people.access import roles_of
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Account, Involvement, Person
from spoorboek.people.policy import Role
from spoorboek.people.registrar import REGISTRAR
from spoorboek.reminders import sending
from spoorboek.reminders.asking import asks
from spoorboek.reminders.letters import unsubscribe_address
from spoorboek.reminders.models import Kind, Reminder, Rhythm
from spoorboek.reminders.sending import Outcome, letter_for, send_due
from spoorboek.site import clock
from tests.builders import actor, client_of, days_ago, today
from tests.reminders.cast import (
    appointment,
    as_it_stands,
    chosen,
    company_that_came_in,
    due,
    mails_to,
    who_came_in,
)


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
    """As it goes over the line: RFC 8058 wants both headers, each with exactly one value."""
    account, row, _ = late
    send_due()
    (made,) = mails_to(account)
    sent = BytesParser(policy=policy.default).parsebytes(made.message().as_bytes())
    assert sent["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert sent["List-Unsubscribe"].strip() == f"<{unsubscribe_address(row)}>"
    assert sent["Auto-Submitted"] == "auto-generated"
    assert [part.get_content_type() for part in sent.iter_parts()] == ["text/plain", "text/html"]  # type: ignore[attr-defined]
    assert "http" not in str(sent["Subject"])


def test_a_mail_fetches_nothing_and_tells_nobody_that_it_was_opened(
    late: tuple[Account, Reminder, Any],
) -> None:
    account, _, _ = late
    send_due()
    html = str(mails_to(account)[0].alternatives[0][0])  # type: ignore[attr-defined]
    assert not re.search(r"<(img|script|link|iframe)|url\(", html)
    assert {urlsplit(href).netloc for href in re.findall(r'href="([^"]+)"', html)} == {"localhost"}


def test_a_mail_says_what_the_caseload_says() -> None:
    here = company_that_came_in()
    for days in (3, 20, 38, 44, 70, 200, 290):
        here.dossier(days_ago(days))
    for someone in (here.case_manager, here.supervisor, here.doctor, here.coach, here.labour_expert):
        with acting_as(actor(someone)):
            found = asks(actor(someone), today())
            counted = counts(actor(someone), Wish(), today()).groups
        assert (found.overdue, found.week) == (counted[Group.LATE], counted[Group.WEEK])
    with acting_as(actor(here.case_manager)):
        assert asks(actor(here.case_manager), today()).overdue > 0


def test_a_colleague_who_stands_in_is_mailed_about_it_as_long_as_that_lasts() -> None:
    here = company_that_came_in()
    dossier = here.dossier(days_ago(70))
    deputy = actor(here.colleague)
    involve(dossier, here.colleague.pk, Role.CASE_MANAGER, here.employer.pk)
    row = chosen(deputy)
    due(row, timezone.now())
    assert send_due() == {Outcome.SENT: 1}
    with acting_as(REGISTRAR):
        seats = Involvement.objects.filter(dossier_id=dossier.pk, account_id=here.colleague.pk)
        seats.update(until=timezone.now())
        seats_changed.send(sender=Involvement, dossiers=[dossier.pk])
    due(row, timezone.now())
    assert send_due() == {Outcome.QUIET: 1}


def test_in_a_practice_world_a_mail_goes_by_the_practice_day() -> None:
    here = company_that_came_in()
    here.dossier(days_ago(1))
    manager = actor(here.case_manager)
    row = chosen(manager)
    with acting_as(manager):
        roles = roles_of(manager)
        assert "te laat" not in str(letter_for(manager, row, roles))
        with clock.practising(120):
            found = letter_for(manager, row, roles)
    assert found
    assert "1 te laat" in found.points
