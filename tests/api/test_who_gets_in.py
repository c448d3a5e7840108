"""Owner, colleague, stranger for the API: what a token of one organisation reaches, and what no token ever does."""

import json
import logging
import re
import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from spoorboek.api.document import document
from spoorboek.api.scopes import Scope
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Organisation
from spoorboek.people.policy import Layer, Role
from spoorboek.people.registrar import REGISTRAR, appoint
from tests.access.attempts import undone
from tests.access.markers import MARKS, marked
from tests.access.world import world
from tests.api.callers import ROOT, Caller, caller, employers_caller
from tests.builders import Company, person
from tests.signed_in import signed_in

READS = ("", "/facts", "/obligations?explain=true", "/route", "/journal", "/people")
ACTS: dict[str, dict[str, Any]] = {
    "partial-return": {"since": "2026-01-05", "hours": 8},
    "recovery": {"fit_from": "2026-01-05"},
    "short-absence": {"fit_from": "2026-01-05"},
    "sick-again": {"first_day": "2026-01-05"},
    "withdraw": {},
    "leave": {"starts": "2026-01-05", "last_day": "2026-02-05"},
    "contract-hours": {"since": "2026-01-05", "hours": 8},
    "decision": {"kind": "sanction", "decided_on": "2026-01-05", "weeks": 4},
    "milestone": {"key": "uwv-letter", "done_on": "2026-01-05"},
    "end-of-employment": {"last_day": "2026-01-05"},
    "death": {"died_on": "2026-01-05"},
    "reopen": {},
    "transfer": {"to": str(uuid.UUID(int=1))},
    "obligations/plan-of-action/0/done": {"done_on": "2026-01-05"},
    "obligations/plan-of-action/0/correct-done": {"done_on": None, "why": "typing"},
    "obligations/plan-of-action/0/agree": {
        "due": "2026-01-05",
        "reason": "agreed_together",
        "for_employer": str(uuid.UUID(int=1)),
        "employee_agrees": True,
    },
    "facts/first-day/1/correct": {"values": {"basis": "no_work"}, "reason": "known_later"},
    "facts/first-day/1/remove": {"reason": "known_later"},
}


def answers(one: Caller, dossier_id: object) -> list[Any]:
    """To every read and every act. Each act finds the dossier as it was: an earlier one might have closed it."""
    return [one.get(f"/dossiers/{dossier_id}{part}") for part in READS] + [
        tried(one, f"/dossiers/{dossier_id}/{act}", body) for act, body in ACTS.items()
    ]


def tried(one: Caller, path: str, body: dict[str, Any]) -> Any:
    with undone():
        return one.post(path, body)


def test_every_act_in_the_document_is_tried_here() -> None:
    """A new one needs a body in ACTS."""
    start = "/api/v1/dossiers/{dossier_id}/"
    there = {
        path.removeprefix(start)
        for path, methods in document()["paths"].items()
        if path.startswith(start) and "post" in methods
    }
    tried = {
        re.sub(
            r"^obligations/[a-z-]+/\d+",
            "obligations/{key}/{ordinal}",
            re.sub(r"^facts/[a-z-]+/\d+", "facts/{kind}/{row}", act),
        )
        for act in ACTS
    }
    assert tried == there


def test_the_employers_link_reads_the_whole_process_layer_of_its_dossier() -> None:
    company = Company()
    dossier = company.dossier()
    one = employers_caller(company)
    assert [one.get(f"/dossiers/{dossier.pk}{part}").status_code for part in READS] == [200] * len(READS)


def test_a_dossier_of_another_employer_is_as_one_that_is_not_there() -> None:
    company, other = Company(), Company()
    theirs = other.dossier()
    one = employers_caller(company)
    assert {answer.status_code for answer in answers(one, theirs.pk)} == {404}
    there, nowhere = (one.get(f"/dossiers/{pk}") for pk in (theirs.pk, uuid.uuid4()))
    assert there.content == nowhere.content


def test_a_link_of_the_arbodienst_without_a_case_manager_there_reaches_nothing() -> None:
    company, admin = Company(), person("Beheer")
    appoint(admin.pk, company.arbodienst, Role.ADMIN)
    dossier = company.dossier()
    one = caller(company.arbodienst, admin)
    assert one.get(f"/dossiers/{dossier.pk}").status_code == 404
    assert one.get("/dossiers").json()["items"] == []


@pytest.mark.parametrize("scope", list(Scope))
def test_a_token_without_the_scope_gets_nothing(scope: Scope) -> None:
    company = Company()
    dossier = company.dossier()
    one = employers_caller(company, scope)
    may_read, may_write = scope is Scope.DOSSIERS_READ, scope is Scope.DOSSIERS_WRITE
    for part in READS:
        assert one.get(f"/dossiers/{dossier.pk}{part}").status_code == (200 if may_read else 403)
    refused = {one.post(f"/dossiers/{dossier.pk}/{act}", body).status_code for act, body in ACTS.items()}
    assert (403 not in refused) if may_write else (refused == {403})
    reads_people = scope is Scope.EMPLOYEES_READ
    assert one.get("/organisations").status_code == (200 if reads_people else 403)
    counted = one.post("/timetable", {"first_sick_day": "2026-01-12"}).status_code
    assert counted == (200 if scope is Scope.TIMETABLE else 403)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Bearer",
        "Bearer x",
        "Basic abc",
        "Bearer spoorboek_" + "a" * 43,
        "Bearer spoorboek_\u2603",
        "Bearer " + "a" * 9000,
    ],
)
def test_without_a_token_that_works_nobody_comes_in(header: str) -> None:
    headers = {"Authorization": header} if header else {}
    answer = Client().get(f"{ROOT}/dossiers", headers=headers)
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"].startswith("Bearer")
    assert answer["Content-Type"] == "application/problem+json"


def test_a_session_does_not_count_at_the_api() -> None:
    company = Company()
    dossier = company.dossier()
    browser = signed_in(company.case_manager)
    assert browser.get(f"/dossiers/{dossier.pk}/").status_code == 200
    assert browser.get(f"{ROOT}/dossiers/{dossier.pk}").status_code == 401


def planted() -> tuple[Caller, Caller]:
    """Links of the employer of the marked dossier, and of another employer."""
    here = world()
    marked()
    return employers_caller(here.company), employers_caller(here.elsewhere)


def everything(one: Caller, employer: Organisation) -> str:
    """All that a link can read about the marked dossier and round it."""
    here = world()
    paths = [f"/dossiers/{here.full.pk}{part}" for part in READS]
    paths += ["/dossiers?limit=500", "/organisations", f"/organisations/{employer.pk}/employments?limit=500"]
    paths += [f"/organisations/{employer.pk}/staff?role=company_doctor", f"/employments/{here.employment.pk}"]
    said = [json.dumps(one.get(path).json(), ensure_ascii=False) for path in paths]
    said += [answer.content.decode() for answer in answers(one, here.full.pk)]
    return "\n".join(said)


def test_nothing_medical_personal_or_of_guidance_passes_through_any_answer() -> None:
    mine, _theirs = planted()
    said = everything(mine, world().company.employer)
    shown = {layer for layer, mark in MARKS.items() if mark in said}
    assert shown <= {Layer.PROCESS, Layer.DIRECTORY}
    assert Layer.DIRECTORY in shown


def test_a_link_of_another_employer_sees_no_mark_at_all() -> None:
    _mine, theirs = planted()
    said = everything(theirs, world().company.employer)
    assert [layer for layer, mark in MARKS.items() if mark in said] == []


def test_who_looked_names_the_link() -> None:
    company = Company()
    dossier = company.dossier()
    one = employers_caller(company)
    one.get(f"/dossiers/{dossier.pk}")
    with acting_as(REGISTRAR):
        client = dossier.employment.person
    page = signed_in(client).get(reverse("who_sees")).content.decode()
    assert f"Koppeling {one.token.name}" in page


def test_no_fact_and_no_token_reaches_the_log(caplog: pytest.LogCaptureFixture) -> None:
    one = employers_caller(Company())
    with caplog.at_level(logging.DEBUG):
        one.post("/timetable?on=2026-05-06", {"first_sick_day": "2026-01-12"})
        one.post("/timetable", {"first_sick_day": "geheim"})
    said = " ".join(f"{record.getMessage()} {record.__dict__}" for record in caplog.records)
    ours = " ".join(
        f"{record.getMessage()} {record.__dict__}"
        for record in caplog.records
        if record.name.startswith("spoorboek")
    )
    assert one.secret not in said
    assert "2026-01-12" not in said
    assert "geheim" not in said
    assert "2026-05-06" not in ours
