"""Papers of a programme: the client's own, with the name where there is something to sign, and logged as a look."""

import pytest

from spoorboek.dossiers.models import Opening
from spoorboek.people.actor import acting_as
from spoorboek.people.policy import Role
from spoorboek.programme.courses.models import Course
from tests.dossiers.cast import Cast
from tests.papers.reading import Read
from tests.programme.courses.stage import METHOD, asked, cast
from tests.signed_in import signed_in


@pytest.fixture(scope="module")
def here(django_db_setup: None) -> Cast:
    return cast()


@pytest.fixture(scope="module")
def course(here: Cast) -> Course:
    return asked(here, METHOD)[0]


def test_the_client_reads_the_whole_explanation_before_choosing(here: Cast, course: Course) -> None:
    with acting_as(here.client):
        person = here.dossier.employment.person
    browser = signed_in(person)
    assert (
        "/papier/information-client/" in browser.get(f"/mijn/programma/vraag/{course.pk}/").content.decode()
    )
    answer = browser.get(f"/mijn/programma/loopt/{course.pk}/papier/information-client/?groot")
    assert "Meedoen mag, stoppen mag ook" in Read(answer.content).flowing


def test_consent_carries_the_name_and_the_look_is_logged(here: Cast, course: Course) -> None:
    address = f"/dossiers/{here.dossier.pk}/programma/loopt/{course.pk}/papier/consent-client/"
    answer = signed_in(here.company.case_manager).get(address)
    with acting_as(here.client):
        name = here.dossier.employment.person.name
        assert Opening.objects.filter(dossier=here.dossier, role=Role.CASE_MANAGER).exists()
    assert f"Naam: {name}" in Read(answer.content).flowing


def test_papers_for_those_who_guide_do_not_stand_in_a_dossier(here: Cast, course: Course) -> None:
    address = f"/dossiers/{here.dossier.pk}/programma/loopt/{course.pk}/papier/guidance-protocol/"
    assert signed_in(here.company.case_manager).get(address).status_code == 404


def test_a_stranger_has_no_paper_of_anyone(here: Cast, course: Course) -> None:
    stranger = cast()
    address = f"/dossiers/{here.dossier.pk}/programma/loopt/{course.pk}/papier/consent-client/"
    assert signed_in(stranger.company.case_manager).get(address).status_code == 404
