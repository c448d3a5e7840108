"""The private calendar: valid, in Dutch time, stable, without a name, read as its owner, and gone when withdrawn."""

import uuid
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from icalendar import Calendar

from spoorboek.dossiers.models import Appointment, Dossier
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Account, Membership, Person
from spoorboek.people.policy import Role
from spoorboek.people.registrar import REGISTRAR, end_involvements
from spoorboek.reminders.access import REMINDER
from spoorboek.reminders.acts import make_address, withdraw_address
from spoorboek.reminders.calendar_file import Days, calendar_file, etag
from spoorboek.reminders.models import Feed
from spoorboek.reminders.talks import Talk
from spoorboek.reminders.views.public import FRESH_FOR
from tests.builders import Company, actor, client_of, days_ago
from tests.reminders.cast import appointment
from tests.signed_in import signed_in

CHANGED = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
KEY = uuid.UUID("5b5b0f1e-0000-4000-8000-000000000001")


def talk(starts_at: datetime, version: int = 1, off: bool = False) -> Talk:
    return Talk(KEY, starts_at, 30, version, off)


def days(*talks: Talk, due: dict[date, int] | None = None, is_client: bool = False) -> Days:
    return Days(due or {}, talks, "https://here.example/caseload/", "https://here.example/", is_client)


def events(file: bytes) -> list[Any]:
    return Calendar.from_ical(file).walk("VEVENT")  # type: ignore[no-any-return]


def address(someone: Actor) -> str:
    with acting_as(someone):
        return f"/agenda/{make_address(someone)}/spoorboek.ics"


def fetched(path: str, **headers: str) -> Any:
    return Client().get(path, headers=headers)


def test_a_day_is_one_event_however_much_is_due() -> None:
    (event,) = events(calendar_file([days(due={date(2026, 11, 23): 2})], "owner", CHANGED))
    assert event["summary"] == "Spoorboek: 2 acties"
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 11, 23), date(2026, 11, 24))
    assert event["transp"] == "TRANSPARENT"
    assert event.decoded("dtstamp") == CHANGED


@pytest.mark.parametrize(
    ("starts_at", "offset"),
    [
        (datetime(2026, 3, 28, 9, tzinfo=UTC), 1),
        (datetime(2026, 3, 29, 9, tzinfo=UTC), 2),  # summer time began that night
        (datetime(2026, 10, 24, 9, tzinfo=UTC), 2),
        (datetime(2026, 10, 25, 9, tzinfo=UTC), 1),  # and ended that night
    ],
)
def test_an_appointment_keeps_its_instant_on_both_sides_of_a_moved_clock(
    starts_at: datetime, offset: int
) -> None:
    file = calendar_file([days(talk(starts_at))], "owner", CHANGED)
    assert b"BEGIN:VTIMEZONE" in file
    (event,) = events(file)
    start = event.decoded("dtstart")
    assert start.astimezone(UTC) == starts_at
    assert start.utcoffset() == timedelta(hours=offset)
    assert event["dtstart"].params["TZID"] == "Europe/Amsterdam"


def test_a_file_says_when_to_ask_again_and_lines_are_as_the_standard_has_them() -> None:
    file = calendar_file([days(talk(CHANGED), due={date(2026, 11, 23): 1})], "owner", CHANGED)
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT3H" in file
    assert b"X-PUBLISHED-TTL:PT3H" in file
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))
    assert b"\n" not in file.replace(b"\r\n", b"")


def test_the_same_days_give_the_same_bytes_and_a_moved_appointment_keeps_its_name() -> None:
    before = [days(talk(CHANGED), due={date(2026, 11, 23): 1})]
    assert calendar_file(before, "owner", CHANGED) == calendar_file(before, "owner", CHANGED)
    after = [days(talk(CHANGED + timedelta(days=1), version=2), due={date(2026, 11, 23): 1})]
    was, now = (events(calendar_file(sides, "owner", CHANGED))[1] for sides in (before, after))
    assert was["uid"] == now["uid"]
    assert (was["sequence"], now["sequence"]) == (0, 1)
    assert etag(before, "nl") != etag(after, "nl")


def test_two_people_never_share_an_event_and_its_name_tells_nothing() -> None:
    side = [days(talk(CHANGED), due={date(2026, 11, 23): 1})]
    mine, theirs = (
        {event["uid"] for event in events(calendar_file(side, owner, CHANGED))} for owner in ("a", "b")
    )
    assert mine.isdisjoint(theirs)
    assert str(KEY) not in "".join(mine)
    assert len(mine) == 2


def test_a_client_reads_other_words_than_a_professional() -> None:
    (event,) = events(calendar_file([days(due={date(2026, 11, 23): 1}, is_client=True)], "owner", CHANGED))
    assert event["summary"] == "Spoorboek: een stap voor jou"


@pytest.fixture(scope="module")
def here() -> tuple[Company, Dossier]:
    """A company with one dossier and an appointment in two days."""
    company = Company()
    dossier = company.dossier(days_ago(38))
    appointment(dossier, company.case_manager, days=2, at=time(10, 30))
    return company, dossier


def test_the_case_manager_sees_the_days_and_the_appointment(here: tuple[Company, Dossier]) -> None:
    company, _ = here
    answer = fetched(address(actor(company.case_manager)))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    found = events(answer.content)
    talks = [one for one in found if one["summary"] == "Spoorboek: afspraak"]
    assert [one.decoded("dtstart").strftime("%H:%M") for one in talks] == ["10:30"]
    assert [one for one in found if one["summary"] in ("Spoorboek: 1 actie", "Spoorboek: 2 acties")]
    assert "private" in answer["Cache-Control"]
    due = next(one for one in found if one.get("transp") == "TRANSPARENT")
    day = due.decoded("dtstart").isoformat()
    assert due["url"] == f"http://localhost/caseload/maand/?maand={day[:7]}#dag-{day}"
    month = signed_in(company.case_manager).get(due["url"].removeprefix("http://localhost")).content.decode()
    assert f'id="dag-{day}"' in month


def test_no_name_and_no_kind_of_step_reaches_a_calendar(here: tuple[Company, Dossier]) -> None:
    company, dossier = here
    with acting_as(REGISTRAR):
        person = dossier.employment.person
        names = {person.first_name, person.last_name, company.employer.name, company.case_manager.last_name}
    for someone in (actor(company.case_manager), actor(company.supervisor), client_of(dossier)):
        text = fetched(address(someone)).content.decode()
        plain = text.replace("\r\n ", "")
        for secret in (*names, str(dossier.pk), str(someone.account_id)):
            assert secret not in plain
        for word in ("ziek", "verzuim", "bedrijfsarts", "evaluat", "plan van aanpak", "uwv", "wia"):
            assert word not in plain.lower()


def test_a_client_sees_the_own_appointment_and_not_the_moves_of_others(here: tuple[Company, Dossier]) -> None:
    _, dossier = here
    found = events(fetched(address(client_of(dossier))).content)
    assert "Spoorboek: afspraak" in [one["summary"] for one in found]
    assert {one["summary"] for one in found} <= {"Spoorboek: afspraak", "Spoorboek: een stap voor jou"}


def test_a_colleague_and_a_stranger_see_nothing_of_it(here: tuple[Company, Dossier]) -> None:
    company, _ = here
    for someone in (company.colleague, Company().case_manager):
        assert events(fetched(address(actor(someone))).content) == []


def test_what_the_client_cannot_come_to_leaves_their_calendar_and_becomes_tentative_for_the_other() -> None:
    company = Company()
    dossier = company.dossier(days_ago(38))
    row = appointment(dossier, company.case_manager, days=3)
    client = client_of(dossier)
    with acting_as(client):
        Appointment.objects.get(pk=row.pk).replies.create(dossier=dossier, version=row.version)
    theirs = events(fetched(address(client)).content)
    assert [one for one in theirs if one["summary"] == "Spoorboek: afspraak"] == []
    ours = events(fetched(address(actor(company.case_manager))).content)
    assert [one["status"] for one in ours if one["summary"] == "Spoorboek: afspraak"] == ["TENTATIVE"]


def test_a_program_that_asks_again_hears_that_nothing_changed(here: tuple[Company, Dossier]) -> None:
    company, _ = here
    path = address(actor(company.case_manager))
    first = fetched(path)
    again = fetched(path, if_none_match=first["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    zipped = fetched(path, if_none_match=f"W/{first['ETag']}")
    assert zipped.status_code == 304
    assert fetched(path).content == first.content


def test_a_new_appointment_changes_the_answer() -> None:
    company = Company()
    dossier = company.dossier(days_ago(38))
    path = address(actor(company.case_manager))
    before = fetched(path)
    appointment(dossier, company.case_manager, days=5)
    minutes_later(company.case_manager)
    after = fetched(path, if_none_match=before["ETag"])
    assert after.status_code == 200
    assert len(events(after.content)) == len(events(before.content)) + 1


def minutes_later(someone: Person) -> None:
    with acting_as(actor(someone)):
        earlier = timezone.now() - FRESH_FOR - timedelta(seconds=1)
        Feed.objects.filter(account_id=someone.pk).update(fetched_at=earlier)


def test_asking_again_at_once_reads_no_dossier(here: tuple[Company, Dossier]) -> None:
    """A program that asks every minute costs one look at one row."""
    path = address(actor(here[0].case_manager))
    tag = fetched(path)["ETag"]
    with CaptureQueriesContext(connection) as asked:
        assert fetched(path, if_none_match=tag).status_code == 304
    read = " ".join(query["sql"] for query in asked)
    assert "reminders_feed" in read
    assert "dossiers_" not in read


def test_the_last_time_it_was_fetched_is_kept(here: tuple[Company, Dossier]) -> None:
    someone = actor(here[0].doctor)
    path = address(someone)
    with acting_as(someone):
        assert Feed.objects.get().fetched_at is None
    fetched(path)
    with acting_as(someone):
        kept = Feed.objects.get()
    assert kept.fetched_at
    assert timezone.now() - kept.fetched_at < timedelta(minutes=1)
    assert path.split("/")[2] not in str(kept.__dict__)


def test_an_address_that_was_withdrawn_renewed_or_never_made_answers_alike(
    here: tuple[Company, Dossier],
) -> None:
    someone = actor(here[0].coach)
    first = address(someone)
    second = address(someone)
    assert fetched(first).status_code == 404
    assert fetched(second).status_code == 200
    with acting_as(someone):
        withdraw_address(someone)
    never = fetched("/agenda/never-made/spoorboek.ics")
    assert (fetched(second).status_code, never.status_code) == (404, 404)


def test_whoever_left_or_may_not_sign_in_has_no_calendar_any_more() -> None:
    company = Company()
    company.dossier(days_ago(38))
    left, barred = address(actor(company.coach)), address(actor(company.case_manager))
    end_involvements(company.coach.pk, company.second_track.pk, Role.COACH)
    with acting_as(REGISTRAR):
        Membership.objects.filter(account_id=company.coach.pk).update(until=timezone.now())
    Account.objects.filter(pk=company.case_manager.pk).update(is_active=False)
    assert [fetched(path).status_code for path in (left, barred)] == [404, 404]


def test_nothing_is_written_by_asking_and_nothing_of_the_asker_is_needed(
    here: tuple[Company, Dossier],
) -> None:
    answer = fetched(address(actor(here[0].supervisor)))
    assert "Set-Cookie" not in answer.headers
    assert Client().post(answer.request["PATH_INFO"]).status_code == 405
    with acting_as(REMINDER):
        assert Feed.objects.exists()
