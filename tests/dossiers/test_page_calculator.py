"""*Reken je tijdlijn uit*: facts in, route out, nothing kept."""

import logging

import icalendar
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

ADDRESS = "/reken/"


def worked_out(browser: Client, **facts: str) -> str:
    return browser.post(ADDRESS, facts).content.decode()


def test_one_first_sick_day_gives_the_whole_road(client: Client) -> None:
    page = worked_out(client, first_sick_day="2026-04-20")
    assert "maandag 8 februari 2027" in page
    assert "zondag 16 april 2028" in page


def test_a_day_may_be_typed_the_dutch_way(client: Client) -> None:
    assert "maandag 8 februari 2027" in worked_out(client, first_sick_day="20-4-2026")


def test_a_gap_of_27_days_moves_the_42_weeks_by_27_days(client: Client) -> None:
    page = worked_out(client, first_sick_day="2026-04-20", fit_1="2026-06-01", again_1="2026-06-28")
    assert "zondag 7 maart 2027" in page


def test_a_gap_of_28_days_begins_a_new_case_and_says_so(client: Client) -> None:
    page = worked_out(client, first_sick_day="2026-04-20", fit_1="2026-06-01", again_1="2026-06-29")
    assert "notice" in page
    assert "maandag 19 april 2027" in page


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({}, "Vul de eerste ziektedag in"),
        ({"first_sick_day": "gisteren"}, "Dit is geen datum"),
        ({"first_sick_day": "2026-04-20", "again_1": "2026-06-29"}, "vanaf welke dag er herstel was"),
        ({"first_sick_day": "2026-04-20", "leave_from": "2026-06-29"}, "andere dag van het verlof"),
    ],
)
def test_what_cannot_be_gets_a_sentence_and_keeps_what_was_typed(
    client: Client, facts: dict[str, str], sentence: str
) -> None:
    response = client.post(ADDRESS, facts)
    page = response.content.decode()
    assert response.status_code == 422
    assert sentence in page
    for value in facts.values():
        assert value in page


def test_nothing_is_stored_and_no_protected_table_is_read(client: Client) -> None:
    with CaptureQueriesContext(connection) as queries:
        worked_out(client, first_sick_day="2026-04-20")
    assert [q["sql"] for q in queries if "dossiers_" in q["sql"] or "INSERT" in q["sql"]] == []


def test_facts_reach_no_log(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        worked_out(client, first_sick_day="2026-04-20", birth_date="1961-03-04")
    assert "1961" not in caplog.text
    assert "2026-04-20" not in caplog.text


def test_facts_do_not_travel_in_an_address(client: Client) -> None:
    page = client.get(ADDRESS, {"first_sick_day": "2026-04-20"}).content.decode()
    assert "8 februari 2027" not in page


def test_the_calendar_file_holds_the_days_and_no_health_word(client: Client) -> None:
    response = client.post("/reken/agenda/", {"first_sick_day": "2026-10-05"})
    calendar = icalendar.Calendar.from_ical(response.content)
    events = {str(event["uid"]).split("-2026")[0]: event for event in calendar.walk("VEVENT")}
    assert str(events["report-42-weeks-0"].decoded("dtstart")) == "2027-07-26"
    assert response["Content-Type"].startswith("text/calendar")
