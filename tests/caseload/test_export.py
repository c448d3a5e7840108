"""The list as a file: what a Dutch Excel opens right, and what it may not carry along."""

import csv
import io

import pytest
from django.urls import reverse

from spoorboek.caseload.export import BYTE_ORDER_MARK, safe
from spoorboek.people.actor import acting_as
from tests.builders import Company, client_of, days_ago
from tests.caseload.test_page import employee
from tests.signed_in import signed_in


def exported(own: Company, **query: str) -> list[list[str]]:
    answer = signed_in(own.case_manager).get(reverse("caseload_export"), query)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    text = answer.content.decode()
    assert text.startswith(BYTE_ORDER_MARK)
    return list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK)), delimiter=";"))


def test_the_file_has_a_line_for_each_dossier_of_the_list() -> None:
    own = Company()
    dossiers = [own.dossier(days_ago(days)) for days in (2, 60)]
    head, *rows = exported(own)
    assert {row[0] for row in rows} == {employee(one).name for one in dossiers}
    assert all(len(row) == len(head) for row in rows)
    assert [row[4] for row in rows] == ["9", "1"]


def test_the_file_follows_the_filters() -> None:
    own = Company()
    own.dossier(days_ago(2))
    old = own.dossier(days_ago(500))
    _, *rows = exported(own, fase="tweede-jaar")
    assert [row[0] for row in rows] == [employee(old).name]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_is_never_a_formula(start: str) -> None:
    assert safe(f"{start}HYPERLINK(1)") == f"'{start}HYPERLINK(1)"
    assert safe("Jan-Willem = goed") == "Jan-Willem = goed"


def test_a_name_that_is_a_formula_stays_text_in_the_file() -> None:
    own = Company()
    dossier = own.dossier(days_ago(30))
    someone = employee(dossier)
    with acting_as(client_of(dossier)):
        someone.first_name = '=cmd|"/c calc"!A1'
        someone.save()
    _, *rows = exported(own)
    assert rows[0][0].startswith("'=cmd")


def test_a_colleague_gets_an_empty_file() -> None:
    own = Company()
    own.dossier(days_ago(30))
    answer = signed_in(own.colleague).get(reverse("caseload_export"))
    assert len(answer.content.decode().splitlines()) == 1
