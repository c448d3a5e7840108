"""A list through the API goes the same way as on the pages: answered, looked at, confirmed, undone."""

import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from spoorboek.api.jobs import forget_answers
from spoorboek.api.models import KeptAnswer
from spoorboek.api.repeats import KEPT_FOR
from spoorboek.loading import jobs
from spoorboek.people.actor import acting_as
from spoorboek.people.registrar import REGISTRAR
from tests.api.callers import ROOT, Caller, employers_caller
from tests.builders import Company, days_ago


def lines() -> str:
    """One person who is new, with a column that may not be read."""
    unique = uuid.uuid4().hex[:6]
    return (
        "Personeelsnummer;Voornaam;Achternaam;Functie;Contracturen;Eerste ziektedag;Verzuim %;Diagnose\n"
        f"{unique};Ada;Bos{unique};Planner;32;{days_ago(60):%d-%m-%Y};75%;hernia\n"
    )


def send(one: Caller, company: Company, text: str, **headers: str) -> Any:
    file = SimpleUploadedFile("lijst.csv", text.encode("cp1252"))
    return Client().post(
        f"{ROOT}/imports?employer={company.employer.pk}",
        {"file": file},
        headers=one.headers({name.replace("_", "-"): value for name, value in headers.items()}),
    )


def worked(one: Caller, load_id: str) -> None:
    """What the worker would do."""
    jobs.work_on(load_id, str(one.token.account_id))


def test_a_list_is_answered_looked_at_loaded_and_undone() -> None:
    company = Company()
    one = employers_caller(company)
    began = send(one, company, lines())
    assert began.status_code == 201, began.content
    load = began.json()
    at = f"/imports/{load['id']}"
    assert load["waits_for"] == "columns"
    assert [column["refused"] != "" for column in load["columns"]] == [False] * 7 + [True]
    chosen = {str(column["index"]): column["kind"] for column in load["columns"] if not column["refused"]}
    assert one.post(f"{at}/answers", {"columns": chosen}).json()["waits_for"] == "part"
    assert one.post(f"{at}/answers", {"part": "absent"}).json()["waits_for"] == "people"
    people = {"case_manager": str(company.case_manager.pk), "company_doctor": str(company.doctor.pk)}
    assert one.post(f"{at}/answers", people).json()["waits_for"] == "preview"
    seen = one.post(f"{at}/preview")
    assert (seen.status_code, seen.json()["state"], seen.json()["counts"]["new"]) == (200, "ready", 1)
    (row,) = one.get(f"{at}/rows").json()["items"]
    assert row["verdict"] == "new"
    assert "hernia" not in one.get(f"{at}/rows").content.decode()
    assert one.post(f"{at}/confirm").json()["state"] == "working"
    worked(one, load["id"])
    done = one.get(at).json()
    assert (done["state"], done["counts"]["opened"]) == ("done", 1)
    assert len(one.get("/dossiers").json()["items"]) == 1
    assert one.post(f"{at}/undo").status_code == 202
    worked(one, load["id"])
    assert one.get(at).json()["state"] == "undone"
    assert one.get("/dossiers?state=running").json()["items"] == []


def test_new_dossiers_of_a_list_need_a_person_who_looks_after_them() -> None:
    company = Company()
    one = employers_caller(company)
    load = send(one, company, lines()).json()
    at = f"/imports/{load['id']}"
    chosen = {str(column["index"]): column["kind"] for column in load["columns"] if not column["refused"]}
    one.post(f"{at}/answers", {"columns": chosen, "part": "at-work"})
    one.post(f"{at}/answers", {"company_doctor": str(company.doctor.pk)})
    assert one.post(f"{at}/preview").json()["state"] == "ready"
    refused = one.post(f"{at}/confirm")
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "case_manager")


def test_a_list_of_another_link_is_not_there_and_another_employer_is_not_either() -> None:
    company, other = Company(), Company()
    mine, theirs = employers_caller(company), employers_caller(other)
    load = send(mine, company, lines()).json()
    assert send(theirs, company, lines()).status_code == 404
    assert theirs.get(f"/imports/{load['id']}").status_code == 404
    assert theirs.get(f"/imports/{load['id']}/rows").status_code == 404
    for act in ("answers", "preview", "confirm", "undo", "cancel"):
        assert theirs.post(f"/imports/{load['id']}/{act}").status_code == 404


@pytest.mark.parametrize("text", ["", "\x00\x01\x02", "alleen een kop"])
def test_what_is_no_list_is_told_so(text: str) -> None:
    company = Company()
    answer = send(employers_caller(company), company, text)
    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")


def test_the_same_file_sent_twice_with_one_key_is_one_list() -> None:
    company = Company()
    one = employers_caller(company)
    text = lines()
    first, again = (send(one, company, text, Idempotency_Key="list-1") for _ in range(2))
    assert first.json()["id"] == again.json()["id"]


def test_a_column_that_may_not_be_read_cannot_be_chosen_either() -> None:
    company = Company()
    one = employers_caller(company)
    load = send(one, company, lines()).json()
    for columns in ({"7": "job"}, {"0": "medical"}, {"0": "no_such_kind"}):
        assert one.post(f"/imports/{load['id']}/answers", {"columns": columns}).status_code == 422


def test_kept_answers_are_gone_after_a_day() -> None:
    company = Company()
    one = employers_caller(company)
    one.post(f"/dossiers/{company.dossier().pk}/withdraw", {}, Idempotency_Key="old")
    with acting_as(REGISTRAR):
        kept = KeptAnswer.objects.filter(account_id=one.token.account_id)
        kept.update(made_at=timezone.now() - KEPT_FOR * 1.1)
    forget_answers(0)
    with acting_as(REGISTRAR):
        assert not kept.exists()
