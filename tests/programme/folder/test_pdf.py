"""The folder as a file: the client's own words and pictures, readable by a screen reader; nobody else's to fetch."""

import io
import uuid

import pytest
from PIL import Image

from spoorboek.dossiers.models import Dossier
from spoorboek.people.actor import acting_as
from spoorboek.programme.folder.acts.attaching import Attached, attach
from tests.builders import Company, client_of
from tests.papers.reading import Read
from tests.programme.folder.cast import PLAN, WALK, writes
from tests.signed_in import signed_in


@pytest.fixture(scope="module")
def company(django_db_setup: None) -> Company:
    return Company()


@pytest.fixture
def dossier(company: Company) -> Dossier:
    return company.dossier()


def fetched(dossier: Dossier, address: str) -> Read:
    with acting_as(client_of(dossier)):
        person = dossier.employment.person
    answer = signed_in(person).get(address)
    assert answer.headers["Content-Type"] == "application/pdf", answer.status_code
    return Read(answer.content)


def draws(dossier: Dossier) -> uuid.UUID:
    drawing, key = io.BytesIO(), uuid.uuid4()
    Image.new("RGB", (60, 40), "teal").save(drawing, "PNG")
    client = client_of(dossier)
    with acting_as(client):
        attach(client, dossier.pk, Attached(key, *PLAN, "drawing", drawing.getvalue()))
    return key


def test_a_sheet_comes_with_its_answers_and_drawings(dossier: Dossier) -> None:
    writes(dossier, WALK | {"attachments": [str(draws(dossier))]})
    paper = fetched(dossier, "/werkmap/blad/week-plan/papier/?pdf&groot")
    assert "wandelen" in paper.text
    assert [figure.alt for figure in paper.tags.find("Figure")] == ["Mijn tekening bij deze vraag"]
    assert "<pdfuaid:part>1</pdfuaid:part>" in paper.xmp


def test_a_blank_sheet_comes_without_answers(dossier: Dossier) -> None:
    writes(dossier, {"cells": {"mon-morning": "bij Łukasz"}})
    assert "Łukasz" not in fetched(dossier, "/werkmap/blad/week-plan/papier/?pdf&leeg").text


def test_the_whole_folder_holds_every_sheet_that_was_begun(dossier: Dossier) -> None:
    writes(dossier, {"cells": {"mon-morning": "bij Łukasz"}})
    paper = fetched(dossier, "/werkmap/papier/?pdf")
    assert "Łukasz" in paper.text
    assert paper.headings[0] == "H1"


def test_a_folder_with_nothing_in_it_is_a_page_that_says_so(dossier: Dossier) -> None:
    with acting_as(client_of(dossier)):
        person = dossier.employment.person
    assert "text/html" in signed_in(person).get("/werkmap/papier/?pdf").headers["Content-Type"]


def test_a_colleague_has_no_paper_of_anyone(company: Company, dossier: Dossier) -> None:
    writes(dossier, WALK)
    answer = signed_in(company.case_manager).get("/werkmap/blad/week-plan/papier/?pdf")
    assert answer.headers["Content-Type"] != "application/pdf"
