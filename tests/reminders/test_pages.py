"""The page of one's own reminders, and stopping by a link without signing in."""

import re
from typing import Any
from uuid import uuid4

import pytest
from allauth.account.models import EmailAddress
from django.test import Client, RequestFactory
from django.utils import timezone

from spoorboek.dossiers.refusals import NotYours
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Account
from spoorboek.reminders.access import token_of
from spoorboek.reminders.acts import choose_reminder
from spoorboek.reminders.models import Feed, Kind, Reminder, Rhythm
from spoorboek.reminders.rhythm import AMSTERDAM
from spoorboek.reminders.sending import claim, handle, send_due
from spoorboek.reminders.views.choices import reminders
from spoorboek.site import clock
from tests.builders import Company, actor, client_of, days_ago, person
from tests.reminders.cast import (
    as_it_stands,
    chosen,
    company_that_came_in,
    due,
    mails_to,
    who_came_in,
)
from tests.signed_in import signed_in

WEEKLY = {"kind": "digest", "digest-rhythm": "weekly", "digest-weekday": "3", "digest-at": "16:00"}


def page(client: Client) -> str:
    return client.get("/herinneringen/").content.decode()


def own(someone: Any, kind: str = Kind.DIGEST) -> Reminder | None:
    with acting_as(actor(someone)):
        return Reminder.objects.filter(account_id=someone.pk, kind=kind).first()


def test_a_case_manager_begins_with_every_working_day_and_a_supervisor_with_mondays() -> None:
    here = company_that_came_in()
    here.dossier(days_ago(70))
    assert re.search(r'value="working_days"[^>]*checked', page(signed_in(here.case_manager)))
    supervisor = page(signed_in(here.supervisor))
    assert re.search(r'value="weekly"[^>]*checked', supervisor)
    assert re.search(r'value="0" selected>maandag', supervisor)


def test_the_page_shows_the_mail_as_it_would_be_now() -> None:
    here = company_that_came_in()
    dossier = here.dossier(days_ago(70))
    shown = page(signed_in(here.case_manager))
    assert "Zo ziet de mail er nu uit" in shown
    assert "1 te laat" in shown
    assert "Spoorboek: 1 actie" in shown
    with acting_as(client_of(dossier)):
        assert dossier.employment.person.last_name not in shown


def test_without_anything_that_waits_it_shows_an_example_and_says_that_no_mail_comes() -> None:
    here = company_that_came_in()
    shown = page(signed_in(here.coach))
    assert "Een voorbeeld van de mail" in shown
    assert "Er wacht nu niets op je." in shown


def test_on_a_practice_day_the_preview_says_which_day_it_counts_on() -> None:
    here = company_that_came_in()
    here.dossier(days_ago(70))
    someone = actor(here.case_manager)
    request = RequestFactory().get("/herinneringen/")
    request.user = here.case_manager.account
    with acting_as(someone), clock.practising(7):
        shown = reminders(request).content.decode()
    assert "Je oefent: de aantallen zijn die van de oefendag." in shown
    assert "Je oefent" not in page(signed_in(here.case_manager))


def test_a_choice_is_kept_and_planned_on_the_dutch_clock() -> None:
    here = company_that_came_in()
    assert signed_in(here.case_manager).post("/herinneringen/", WEEKLY).status_code == 302
    row = own(here.case_manager)
    assert row
    assert (row.rhythm, row.weekday) == (Rhythm.WEEKLY, 3)
    assert row.next_at
    local = row.next_at.astimezone(AMSTERDAM)
    assert (local.strftime("%H:%M"), local > timezone.now()) == ("16:00", True)


@pytest.mark.parametrize(
    "wrong",
    [
        {"digest-rhythm": "hourly"},
        {"digest-at": "03:00"},
        {"digest-at": "later"},
        {"digest-weekday": "6"},
        {"digest-rhythm": ""},
    ],
)
def test_a_strange_choice_is_sent_back_and_nothing_kept(wrong: dict[str, str]) -> None:
    here = company_that_came_in()
    answer = signed_in(here.case_manager).post("/herinneringen/", WEEKLY | wrong)
    assert answer.status_code == 422
    assert "Dit kunnen we nog niet opslaan" in answer.content.decode()
    assert own(here.case_manager) is None


def test_off_keeps_what_was_chosen_for_later() -> None:
    here = company_that_came_in()
    client = signed_in(here.case_manager)
    client.post("/herinneringen/", WEEKLY)
    client.post("/herinneringen/", WEEKLY | {"digest-rhythm": "off"})
    row = own(here.case_manager)
    assert row
    assert (row.is_on, row.next_at, row.rhythm, row.weekday) == (False, None, Rhythm.WEEKLY, 3)
    assert "Deze mail staat uit." in page(client)


def test_nobody_chooses_for_another_and_nobody_what_is_not_theirs() -> None:
    here = company_that_came_in()
    dossier = here.dossier(days_ago(70))
    client, manager = client_of(dossier), actor(here.case_manager)
    with acting_as(manager), pytest.raises(NotYours):
        choose_reminder(client, Kind.APPOINTMENT, Rhythm.DAY_BEFORE, timezone.now().time())
    with acting_as(client), pytest.raises(NotYours):
        choose_reminder(client, Kind.DIGEST, Rhythm.WEEKLY, timezone.now().time())
    assert signed_in(here.admin).post("/herinneringen/", WEEKLY).status_code == 404
    assert "Voor jou zijn er geen herinneringen" in page(signed_in(here.admin))


def test_someone_without_an_address_reads_why_there_is_no_mail_and_how_to_add_one() -> None:
    here = Company()
    here.dossier(days_ago(70))
    Account.objects.filter(pk=here.case_manager.pk).update(email=None)
    words = page(signed_in(here.case_manager))
    assert "Er staat geen e-mailadres bij je account." in words
    assert 'href="/account/email/"' in words, "and where to add one"
    EmailAddress.objects.create(
        user=Account.objects.get(pk=here.case_manager.pk), email=uuid4().hex + "@example.org"
    )
    assert "nog niet bevestigd" in page(signed_in(here.case_manager)), "and that the mail has to be opened"


def test_a_calendars_address_is_shown_once() -> None:
    here = company_that_came_in()
    client = signed_in(here.case_manager)
    made = client.post("/herinneringen/agenda/").content.decode()
    found = re.search(r'value="(http[^"]+/agenda/[^"]+/spoorboek\.ics)"', made)
    assert found
    assert found[1].replace("http:", "webcal:") in made
    path = found[1].split("/", 3)[3]
    assert path not in page(client)
    assert "Nog geen agenda heeft het opgehaald." in page(client)
    assert Client().get(f"/{path}").status_code == 200
    assert "Het laatst opgehaald op" in page(client)
    client.post("/herinneringen/agenda/intrekken/")
    assert Client().get(f"/{path}").status_code == 404


def test_a_client_chooses_about_appointments_on_a_page_of_their_own_face() -> None:
    here = Company()
    dossier = here.dossier(days_ago(30))
    who_came_in(client_of(dossier))
    with acting_as(client_of(dossier)):
        someone = dossier.employment.person
    shown = page(signed_in(someone))
    assert "face-client" in shown
    assert "Hoe vaak wil je een mail?" not in shown
    chosen_now = {"kind": "appointment", "appointment-rhythm": "off", "appointment-at": "10:00"}
    assert signed_in(someone).post("/herinneringen/", chosen_now).status_code == 302
    row = own(someone, Kind.APPOINTMENT)
    assert row
    assert not row.is_on


@pytest.fixture
def running() -> Reminder:
    here = company_that_came_in()
    here.dossier(days_ago(70))
    return chosen(actor(here.case_manager))


def unsubscribe_path(row: Reminder) -> str:
    return f"/herinneringen/afmelden/{token_of(row.pk)}/"


def test_a_program_that_opens_the_link_stops_nothing(running: Reminder) -> None:
    """Mail scanners open every link before the reader does."""
    answer = Client().get(unsubscribe_path(running))
    assert answer.status_code == 200
    assert "Ja, stop met deze mail" in answer.content.decode()
    assert as_it_stands(running).is_on


def test_one_click_of_a_mail_program_stops_the_mails_without_a_cookie(running: Reminder) -> None:
    program = Client(enforce_csrf_checks=True)
    answer = program.post(unsubscribe_path(running), {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert "Je krijgt deze mail niet meer" in answer.content.decode()
    row = as_it_stands(running)
    assert (row.is_on, row.next_at) == (False, None)
    due_anyway = timezone.now()
    due(row, due_anyway)
    assert send_due(due_anyway) == {}


def test_it_can_be_taken_back_by_the_same_link(running: Reminder) -> None:
    path = unsubscribe_path(running)
    Client().post(path)
    Client().post(path)
    assert "Je krijgt deze mail weer" in Client().post(path, {"again": "1"}).content.decode()
    row = as_it_stands(running)
    assert row.is_on
    assert row.next_at
    assert row.next_at > timezone.now()


def test_the_link_of_a_sent_mail_is_the_one_that_works(running: Reminder) -> None:
    now = timezone.now()
    due(running, now)
    send_due(now)
    (made,) = mails_to(Account.objects.get(pk=running.account_id))
    link = made.extra_headers["List-Unsubscribe"].strip("<>")
    assert link in made.body
    Client().post("/" + link.split("/", 3)[3])
    assert not as_it_stands(running).is_on


@pytest.mark.parametrize(
    "bend", [lambda t: t[:-1] + ("A" if t[-1] != "A" else "B"), lambda t: "x", lambda t: t[1:]]
)
def test_a_link_that_we_did_not_sign_stops_nothing(running: Reminder, bend: Any) -> None:
    path = f"/herinneringen/afmelden/{bend(token_of(running.pk))}/"
    for answer in (Client().get(path), Client().post(path)):
        assert answer.status_code == 404
        assert "Deze link werkt niet" in answer.content.decode()
    assert as_it_stands(running).is_on


def test_a_professional_without_a_second_factor_makes_no_calendar() -> None:
    here = company_that_came_in()
    client = Client()
    client.force_login(here.case_manager.account)
    assert client.post("/herinneringen/agenda/")["Location"] == "/veilig-inloggen/"
    with acting_as(actor(here.case_manager)):
        assert not Feed.objects.exists()


def test_a_new_choice_while_a_mail_is_on_its_way_is_not_undone(running: Reminder) -> None:
    now = timezone.now()
    due(running, now)
    (one,) = claim(now)
    someone = Actor(account_id=running.account_id)
    with acting_as(someone):
        choose_reminder(someone, Kind.DIGEST, "off", running.at)
    handle(one, now)
    assert not as_it_stands(running).is_on
    assert as_it_stands(running).next_at is None


def test_a_person_who_is_nothing_here_reads_that() -> None:
    nobody = person("Niemand")
    assert "Voor jou zijn er geen herinneringen" in page(signed_in(nobody))
