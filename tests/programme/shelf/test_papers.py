"""The papers of a method on the site: for whoever is here for work, of the version in use."""

import pytest

from spoorboek.people.actor import acting_as
from tests.builders import Company, client_of
from tests.papers.reading import Read
from tests.signed_in import signed_in

PAGE = "/methoden/back-to-work-your-way/papieren/"


@pytest.fixture(scope="module")
def company(django_db_setup: None) -> Company:
    return Company()


def test_a_professional_finds_all_papers_in_both_languages_and_large(company: Company) -> None:
    page = signed_in(company.case_manager).get(PAGE).content.decode()
    for name in ("information-client", "consent-task-force", "implementation-guide"):
        for wish in ("taal=nl", "taal=en", "groot"):
            assert f"{name}/?" in page
            assert wish in page
    assert "Niet het officiële protocol" in page


def test_a_paper_comes_in_the_language_and_size_that_was_asked(company: Company) -> None:
    browser = signed_in(company.coach)
    answer = browser.get(f"{PAGE}information-client/?taal=en&groot")
    assert answer.headers["Content-Type"] == "application/pdf"
    large, ordinary = Read(answer.content), Read(browser.get(f"{PAGE}information-client/?taal=en").content)
    assert large.root["/Lang"] == "en-GB"
    assert len(large.reader.pages) > len(ordinary.reader.pages)


@pytest.mark.parametrize("address", ["papieren/nothing/", "papieren/consent-client/?version=99"])
def test_a_paper_or_version_that_is_not_there_is_not_found(company: Company, address: str) -> None:
    browser = signed_in(company.case_manager)
    assert browser.get(f"/methoden/back-to-work-your-way/{address}").status_code == 404
    assert browser.get("/methoden/no-method/papieren/").status_code == 404


def test_a_client_is_not_sent_to_the_shelf_of_professionals(company: Company) -> None:
    dossier = company.dossier()
    with acting_as(client_of(dossier)):
        person = dossier.employment.person
    assert signed_in(person).get(PAGE).status_code == 404
