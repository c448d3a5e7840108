"""What the API tells is what the pages show; lists come in pages that nothing moves; too much and too fast is told."""

import json
import time
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from spoorboek.api.models import Use
from spoorboek.dossiers.access import open_dossier
from spoorboek.dossiers.shown import steps_of
from spoorboek.law import facts_from, timetable, timetable_json
from spoorboek.people.actor import acting_as
from spoorboek.people.policy import Role
from spoorboek.people.registrar import REGISTRAR
from spoorboek.programme.coaching.acts.goals import name_goal
from spoorboek.programme.coaching.acts.sessions import write_note
from spoorboek.site import clock
from tests.api.callers import Caller, employers_caller
from tests.builders import Company, actor, days_ago
from tests.dossiers.cast import Cast


def all_pages(one: Caller, path: str) -> list[list[str]]:
    found, cursor = [], None
    while True:
        page = one.get(f"{path}&cursor={cursor}" if cursor else path).json()
        found.append([row.get("id") or row["sequence"] for row in page["items"]])
        cursor = page["next_cursor"]
        if cursor is None:
            return found


def test_pages_hold_every_dossier_once_although_more_are_added_meanwhile() -> None:
    company = Company()
    known = {str(company.dossier().pk) for _ in range(5)}
    one = employers_caller(company)
    first = one.get("/dossiers?limit=2").json()
    company.dossier()
    rest, cursor = [], first["next_cursor"]
    while cursor:
        page = one.get(f"/dossiers?limit=2&cursor={cursor}").json()
        rest += [row["id"] for row in page["items"]]
        cursor = page["next_cursor"]
    seen = [row["id"] for row in first["items"]] + rest
    assert len(seen) == len(set(seen))
    assert known <= set(seen)


def test_the_list_can_be_narrowed() -> None:
    company = Company()
    running, recovered, withdrawn = (company.dossier() for _ in range(3))
    one = employers_caller(company)
    one.post(f"/dossiers/{recovered.pk}/recovery", {"fit_from": days_ago(2)})
    one.post(f"/dossiers/{withdrawn.pk}/withdraw")
    for state, expected in (("running", running), ("recovered", recovered), ("closed", withdrawn)):
        assert all_pages(one, f"/dossiers?limit=1&state={state}") == [[str(expected.pk)]]
    assert all_pages(one, f"/dossiers?employment={running.employment_id}") == [[str(running.pk)]]
    assert sum(map(len, all_pages(one, f"/dossiers?limit=2&employer={company.employer.pk}"))) == 3


def test_a_cursor_of_another_question_or_one_made_up_is_refused() -> None:
    company = Company()
    for _ in range(2):
        company.dossier()
    one = employers_caller(company)
    cursor = one.get("/dossiers?limit=1").json()["next_cursor"]
    for path in (
        f"/dossiers?state=running&cursor={cursor}",
        f"/dossiers?cursor={cursor}x",
        "/dossiers?cursor=1",
    ):
        answer = one.get(path)
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "cursor")


def test_the_journal_comes_in_pages_newest_first() -> None:
    company = Company()
    dossier = company.dossier()
    one = employers_caller(company)
    for hours in (4, 8, 12):
        one.post(f"/dossiers/{dossier.pk}/partial-return", {"since": days_ago(9), "hours": hours})
    assert all_pages(one, f"/dossiers/{dossier.pk}/journal?limit=2") == [[4, 3], [2, 1]]


@pytest.mark.parametrize("on", ["2026-01-01", "2027-06-30", None])
def test_the_steps_are_those_of_the_dossiers_page(on: str | None) -> None:
    company = Company()
    dossier = company.dossier()
    one = employers_caller(company)
    told = one.get(f"/dossiers/{dossier.pk}/obligations" + (f"?on={on}" if on else "")).json()
    manager = actor(company.case_manager)
    day = clock.today() if on is None else clock.today().fromisoformat(on)
    with acting_as(manager):
        reached = open_dossier(manager, dossier.pk)
        shown = steps_of(reached.dossier, day, reached.role)
        expected = [
            (step.key, step.ordinal, step.status.value, step.day.isoformat() if step.day else None)
            for step in shown
        ]
    assert [
        (row["key"], row["ordinal"], row["status"], row["day"]) for row in told["obligations"]
    ] == expected


def test_one_step_says_why_from_which_source_and_what_would_move_it() -> None:
    company = Company()
    dossier = company.dossier()
    one = employers_caller(company)
    step = one.get(f"/dossiers/{dossier.pk}/obligations/problem-analysis/0").json()
    why = step["explanation"]
    assert why["because"]
    assert why["sources"]
    assert why["would_move_if"]
    assert one.get(f"/dossiers/{dossier.pk}/obligations/no-such-step/0").status_code == 404
    assert one.get(f"/dossiers/{dossier.pk}/obligations/problem-analysis/99999999999").status_code == 404


def test_a_timetable_without_storage_is_that_of_the_command() -> None:
    one = employers_caller(Company())
    facts = {"first_sick_day": "2026-01-12", "spells": [{"from": "2026-01-12", "until": "2026-03-02"}]}
    told = one.post("/timetable?on=2026-06-01", facts)
    expected = timetable_json(timetable(facts_from(facts), clock.today().fromisoformat("2026-06-01")))
    assert told.json() == json.loads(json.dumps(expected))


def test_many_timetables_each_answer_at_their_place() -> None:
    one = employers_caller(Company())
    cases = [
        {"first_sick_day": "2026-01-12"},
        {"first_sick_day": "nooit"},
        "x",
        {"first_sick_day": "2026-03-02"},
    ]
    results = one.post("/timetable/batch", {"cases": cases}).json()["results"]
    assert ["timetable" in row for row in results] == [True, False, False, True]
    assert results[1]["problem"]["errors"][0]["field"] == "first_sick_day"
    for wrong in ({"cases": []}, {"cases": [{}] * 101}, {}, {"cases": 1}, {"cases": [{}], "more": 1}):
        assert one.post("/timetable/batch", wrong).status_code == 422


def test_a_list_full_of_mistakes_is_answered_at_once() -> None:
    facts = {"first_sick_day": "2026-01-12", "leaves": [{"kind": "maternity"}] * 2000}
    began = time.perf_counter()
    assert employers_caller(Company()).post("/timetable", facts).status_code == 422
    assert time.perf_counter() - began < 10, "each mistake took 25 ms before: two and a half minutes"


def test_answers_that_together_grow_too_large_stop_and_say_so() -> None:
    day = date(2026, 1, 12)
    often = [
        {"from": day + timedelta(days=10 * n), "until": day + timedelta(days=10 * n + 5)} for n in range(50)
    ]
    cases = [{"first_sick_day": day, "spells": often}] * 15
    answer = employers_caller(Company()).post("/timetable/batch", {"cases": cases})
    results = answer.json()["results"]
    assert len(results) == len(cases)
    assert "timetable" in results[0]
    assert results[-1]["problem"]["status"] == 413
    assert len(answer.content) < 60_000_000


def test_more_than_a_megabyte_is_refused() -> None:
    one = employers_caller(Company())
    answer = one.post("/timetable", json.dumps({"first_sick_day": "x" * 1_000_001}))
    assert (answer.status_code, answer.json()["type"]) == (413, "/api/#too-large")


def test_who_asks_too_fast_hears_how_long_to_wait_and_others_do_not_notice() -> None:
    company = Company()
    one, two = employers_caller(company), employers_caller(company)
    with override_settings(API_REQUESTS_A_MINUTE=1):
        codes = [one.get("/organisations").status_code for _ in range(62)]
        limited = one.get("/organisations")
        assert two.get("/organisations").status_code == 200
    assert codes[:60] == [200] * 60
    assert set(codes[60:]) == {429}
    assert limited["Retry-After"].isdigit()
    assert 0 < int(limited["Retry-After"]) <= 60


def test_use_is_counted_by_day_and_operation_without_an_id_in_it() -> None:
    company = Company()
    dossier = company.dossier()
    one = employers_caller(company)
    for _ in range(3):
        one.get(f"/dossiers/{dossier.pk}")
    one.get("/dossiers?limit=0")
    with acting_as(REGISTRAR):
        counted = {
            (row.method, row.address, row.outcome): row.times for row in Use.objects.filter(token=one.token)
        }
    assert counted == {
        ("GET", "/api/v1/dossiers/{dossier_id}", "done"): 3,
        ("GET", "/api/v1/dossiers", "refused"): 1,
    }


def test_an_address_that_is_not_there_and_a_method_that_is_not_are_told_in_json() -> None:
    one = employers_caller(Company())
    missing, wrong = one.get("/nothing"), one.post("/dossiers")
    assert (missing.status_code, wrong.status_code, wrong["Allow"]) == (404, 405, "GET")
    assert {answer["Content-Type"] for answer in (missing, wrong)} == {"application/problem+json"}


def test_nothing_is_kept_on_the_way() -> None:
    answer = employers_caller(Company()).get("/organisations")
    assert answer["Cache-Control"] == "private, no-cache"
    assert {"Authorization", "Accept-Language"} <= {name.strip() for name in answer["Vary"].split(",")}


def queries_of(one: Caller, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert one.get(path).status_code == 200
    return len(captured)


def test_a_longer_list_asks_no_more_queries() -> None:
    company = Company()
    company.dossier()
    one = employers_caller(company)
    paths = ("/dossiers?limit=500", f"/organisations/{company.employer.pk}/employments?limit=500")
    for path in paths:
        one.get(path)  # the first of a day adds a row to the journal of use
    few = [queries_of(one, path) for path in paths]
    for _ in range(4):
        company.dossier()
    assert [queries_of(one, path) for path in paths] == few


def test_the_journal_tells_no_link_that_coaching_or_something_personal_happened() -> None:
    company = Company()
    here = Cast(company, company.dossier())
    one, coach = employers_caller(company), here.inside[Role.COACH]
    with acting_as(here.client):
        name_goal(here.client, here.dossier.pk, "Weer een ochtend werken")
    with acting_as(coach):
        write_note(coach, here.dossier.pk, clock.today(), "Rustig begonnen.")
    told = one.get(f"/dossiers/{here.dossier.pk}/journal").json()["items"]
    assert told
    assert not {"personal_act", "guidance_act"} & {row["act"] for row in told}
    assert not {"coach", "re-integratiecoach"} & {row["role"] for row in told}
    assert [row["sequence"] for row in told] == list(range(len(told), 0, -1))
