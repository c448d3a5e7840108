"""What the API changes is what the acts change: journalled, versioned, refused in words, done once."""

import uuid
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connections

from spoorboek.api.models import KeptAnswer
from spoorboek.dossiers.models import JournalEntry
from spoorboek.people.actor import acting_as
from spoorboek.people.registrar import REGISTRAR
from tests.api.callers import employers_caller
from tests.builders import Company, days_ago


def entries(dossier_id: object) -> list[str]:
    with acting_as(REGISTRAR):
        found = JournalEntry.objects.filter(dossier_id=dossier_id).order_by("sequence")
        return list(found.values_list("act", flat=True))


def test_someone_is_added_reported_sick_and_back_at_work() -> None:
    company = Company()
    one = employers_caller(company)
    employer = one.get("/organisations").json()[0]["id"]
    managers = one.get(f"/organisations/{employer}/staff?role=case_manager").json()
    doctors = one.get(f"/organisations/{employer}/staff?role=company_doctor").json()
    new = {
        "first_name": "Ada", "last_name": "Bos", "job_title": "Planner", "hours": 32, "number": uuid.uuid4().hex[:8],
        "starts": "2020-01-01",
    }  # fmt: skip
    added = one.post(f"/organisations/{employer}/employments", new)
    assert added.status_code == 201, added.content
    report = {
        "first_sick_day": days_ago(60),
        "case_manager": managers[0]["account_id"],
        "company_doctor": doctors[0]["account_id"],
    }
    path = f"/employments/{added.json()['id']}/report-sick"
    opened = one.post(path, report)
    assert opened.status_code == 201, opened.content
    assert one.post(path, report).status_code == 200
    dossier = opened.json()
    assert opened["Location"] == f"/api/v1/dossiers/{dossier['id']}"
    at = f"/dossiers/{dossier['id']}"
    for act, body in (
        ("partial-return", {"since": days_ago(30), "hours": 12.5}),
        ("leave", {"starts": days_ago(20), "last_day": days_ago(5)}),
        ("obligations/problem-analysis/0/done", {"done_on": days_ago(18)}),
        ("obligations/plan-of-action/0/done", {"done_on": days_ago(4)}),
        ("recovery", {"fit_from": days_ago(1)}),
    ):
        answer = one.post(f"{at}/{act}", body)
        assert answer.status_code == 200, (act, answer.content)
    assert answer.json()["state"] == "recovered"
    people = one.get(f"{at}/people").json()["people"]
    assert sorted(row["is_link"] for row in people) == [False] * (len(people) - 1) + [True]
    story = one.get(f"{at}/journal").json()["items"]
    assert [row["act"] for row in story] == list(reversed(entries(dossier["id"])))
    assert f"Koppeling {one.token.name}" in story[0]["who"]


def test_a_refusal_names_the_field_and_what_to_do_in_the_callers_language() -> None:
    company = Company()
    dossier = company.dossier()
    one = employers_caller(company)
    refusals = {}
    for one.language in ("nl", "en"):
        answer = one.post(f"/dossiers/{dossier.pk}/recovery", {"fit_from": days_ago(-3)})
        assert answer.status_code == 422
        assert answer["Content-Type"] == "application/problem+json"
        assert answer.json()["errors"][0]["field"] == "fit_from"
        refusals[one.language] = answer.json()["detail"]
    assert refusals["nl"].startswith("Deze dag moet nog komen")
    assert refusals["en"].startswith("This day")
    assert entries(dossier.pk) == ["report_sick"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"since": "3-2-2026", "hours": 8}, "since"),
        ({"since": 20260203, "hours": 8}, "since"),
        ({"since": "2026-02-30", "hours": 8}, "since"),
        ({"since": "2026-02-03", "hours": 81}, "hours"),
        ({"since": "2026-02-03", "hours": True}, "hours"),
        ({"since": "2026-02-03"}, "hours"),
        ({"since": "2026-02-03", "hours": 8, "why": "moe"}, "why"),
        ({"since": "2026-02-03", "hours": 8, "version": "7"}, "version"),
    ],
)
def test_what_cannot_be_read_is_told_by_field(body: dict[str, Any], field: str) -> None:
    company = Company()
    dossier = company.dossier()
    answer = employers_caller(company).post(f"/dossiers/{dossier.pk}/partial-return", body)
    assert answer.status_code == 422
    assert [row["field"] for row in answer.json()["errors"]] == [field]


def test_a_fact_is_corrected_with_a_reason_and_only_in_fields_it_has() -> None:
    company = Company()
    dossier = company.dossier(days_ago(30))
    one = employers_caller(company)
    path = f"/dossiers/{dossier.pk}/facts/first-day/1/correct"
    strange = one.post(path, {"values": {"cause": "griep"}, "reason": "known_later"})
    assert strange.json()["errors"][0]["field"] == "values.cause"
    wrong = one.post(path, {"values": {"first_sick_day": "gisteren"}, "reason": "known_later"})
    assert wrong.json()["errors"][0]["field"] == "values.first_sick_day"
    done = one.post(path, {"values": {"first_sick_day": str(days_ago(33))}, "reason": "known_later"})
    assert done.status_code == 200, done.content
    assert done.json()["first_sick_day"] == str(days_ago(33))


def test_a_stale_change_gets_both_values_and_changes_nothing() -> None:
    company = Company()
    dossier = company.dossier()
    one = employers_caller(company)
    at = f"/dossiers/{dossier.pk}"
    read = one.get(at)
    first = one.post(f"{at}/partial-return", {"since": days_ago(9), "hours": 8}, If_Match=read["ETag"])
    assert first.status_code == 200
    assert first["ETag"].startswith('"2-')
    by_header = one.post(f"{at}/partial-return", {"since": days_ago(9), "hours": 10}, If_Match=read["ETag"])
    by_body = one.post(f"{at}/partial-return", {"since": days_ago(9), "hours": 10, "version": 1})
    assert (by_header.status_code, by_body.status_code) == (412, 409)
    for answer in (by_header, by_body):
        conflict = {row["field"]: row for row in answer.json()["conflicts"]}
        assert conflict["hours"] == {"field": "hours", "yours": 10, "current": 8}
    assert one.get(at).json()["version"] == 2


def test_a_dossier_that_somebody_else_handed_over_meanwhile_is_not_handed_over_again() -> None:
    company = Company()
    dossier = company.dossier()
    one = employers_caller(company)
    path = f"/dossiers/{dossier.pk}/transfer"
    body = {"to": str(company.colleague.pk), "seen": [str(company.case_manager.pk)]}
    assert one.post(path, body, If_Match='"99"').status_code == 200
    again = one.post(path, {"to": str(company.case_manager.pk), "seen": [str(company.case_manager.pk)]})
    assert again.status_code == 409
    assert again.json()["conflicts"][0]["field"] == "to"


def test_what_the_caller_has_is_not_sent_again() -> None:
    company = Company()
    dossier = company.dossier()
    one = employers_caller(company)
    for part in ("", "/facts", "/route"):
        tag = one.get(f"/dossiers/{dossier.pk}{part}")["ETag"]
        again = one.get(f"/dossiers/{dossier.pk}{part}", If_None_Match=tag)
        assert (again.status_code, again.content) == (304, b"")


def test_the_same_key_does_the_work_once_and_gives_the_same_answer() -> None:
    company = Company()
    dossier = company.dossier()
    one = employers_caller(company)
    path, body = f"/dossiers/{dossier.pk}/partial-return", {"since": days_ago(9), "hours": 8}
    first, again = (one.post(path, body, Idempotency_Key="k1") for _ in range(2))
    assert (first.status_code, first.content, first["ETag"]) == (200, again.content, again["ETag"])
    assert again["Idempotency-Replayed"] == "true"
    assert entries(dossier.pk).count("record_partial_return") == 1
    other = one.post(path, {**body, "hours": 9}, Idempotency_Key="k1")
    assert (other.status_code, other.json()["type"]) == (422, "/api/#key-reused")


def test_a_kept_answer_is_sealed_and_belongs_to_one_link() -> None:
    company = Company()
    dossier = company.dossier()
    one, two = employers_caller(company), employers_caller(company)
    path, body = f"/dossiers/{dossier.pk}/partial-return", {"since": days_ago(9), "hours": 8}
    one.post(path, body, Idempotency_Key="same")
    answer = two.post(path, {**body, "hours": 9}, Idempotency_Key="same")
    assert answer.status_code == 200
    assert "Idempotency-Replayed" not in answer
    with acting_as(REGISTRAR):
        kept = KeptAnswer.objects.get(account_id=one.token.account_id)
    assert b"hours" not in bytes(kept.sealed)


def test_what_was_refused_may_be_asked_again_with_the_same_key() -> None:
    company = Company()
    dossier = company.dossier()
    one = employers_caller(company)
    path = f"/dossiers/{dossier.pk}/recovery"
    body = {"fit_from": days_ago(-3)}
    for _ in range(2):
        answer = one.post(path, body, Idempotency_Key="k2")
        assert answer.status_code == 422
        assert "Idempotency-Replayed" not in answer


def test_two_requests_at_once_with_one_key_do_the_work_once() -> None:
    company = Company()
    dossier = company.dossier()
    one = employers_caller(company)
    path, body = f"/dossiers/{dossier.pk}/leave", {"starts": days_ago(9), "last_day": days_ago(2)}
    together, codes = Barrier(2), []

    def ask() -> None:
        together.wait()
        codes.append(one.post(path, body, Idempotency_Key="race").status_code)
        connections.close_all()

    threads = [Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert codes == [200, 200]
    assert entries(dossier.pk).count("register_leave") == 1


@pytest.mark.parametrize("key", ["with space", "é", "x" * 101])
def test_a_key_that_cannot_be_is_refused(key: str) -> None:
    company = Company()
    dossier = company.dossier()
    answer = employers_caller(company).post(f"/dossiers/{dossier.pk}/reopen", {}, Idempotency_Key=key)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "Idempotency-Key")
