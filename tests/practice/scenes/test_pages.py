"""The scenes as pages: who finds them, trying one, and the conversation without any script."""

import re

import pytest
from django.test import Client

from spoorboek.methods.scenes import scenes
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Person
from spoorboek.people.registrar import REGISTRAR
from spoorboek.practice.scenes import access
from spoorboek.practice.scenes.pictures import FOLDER, image_of
from spoorboek.programme.courses.acts.starting import Wish, agree_to_course, start_courses
from tests.builders import Company, actor, client_of, today
from tests.signed_in import signed_in

TALK = "/scenes/manager-talk/gesprek/"


@pytest.fixture
def here() -> Company:
    return Company()


def read(browser: Client, path: str) -> str:
    return str(browser.get(path).content.decode())


def says(browser: Client, path: str = "", **sent: str) -> str:
    """Say something, with what was said before going along."""
    return str(browser.post(TALK, {"path": path, **sent}).content.decode())


def practising(here: Company) -> Person:
    """A client in whose dossier VR practice runs."""
    dossier = here.dossier()
    with acting_as(REGISTRAR):
        someone = Person.objects.select_related("account").get(pk=dossier.employment.person_id)
    coach, client = actor(here.coach), client_of(dossier)
    with acting_as(coach):
        courses = start_courses(coach, dossier.pk, Wish(("vr-practice",), today()))
    with acting_as(client):
        for course in courses:
            agree_to_course(client, dossier.pk, course.pk)
    return someone


def test_who_coaches_finds_every_scene_with_a_picture_and_its_ladder(here: Company) -> None:
    page = read(signed_in(here.coach), "/scenes/")
    assert page.count("scene-card__picture") == 10
    assert "Het sollicitatiegesprek" in page
    assert "Een trede hoger gaat alleen als wie oefent dat wil" in read(
        signed_in(here.coach), "/scenes/first-day/"
    )


def test_for_the_employer_s_side_and_the_doctor_scenes_do_not_exist(here: Company) -> None:
    for someone in (here.case_manager, here.supervisor, here.admin, here.doctor):
        browser = signed_in(someone)
        assert browser.get("/scenes/").status_code == 404
        assert browser.get("/scenes/manager-talk/").status_code == 404
        assert "Oefenscènes" not in read(browser, "/leren/")


def test_a_client_sees_scenes_only_while_vr_practice_runs_and_only_what_may_be_done_at_home(
    here: Company,
) -> None:
    stranger = here.dossier()
    with acting_as(client_of(stranger)):
        assert access.scenes_for(client_of(stranger)) == []
    someone = practising(here)
    browser = signed_in(someone)
    page = read(browser, "/scenes/")
    assert "De rustige plek" in page
    assert "Een telefoontje dat niet kan wachten" not in page
    assert browser.get("/scenes/crisis-call/").status_code == 404
    assert browser.get("/scenes/manager-talk/bestand/").status_code == 404


def test_the_scene_s_page_may_ask_for_a_headset_and_nothing_else(here: Company) -> None:
    response = signed_in(here.coach).get("/scenes/manager-talk/")
    assert "xr-spatial-tracking=(self)" in response.headers["Permissions-Policy"]
    assert "camera=()" in response.headers["Permissions-Policy"]


def test_one_s_own_words_come_into_the_scene_and_are_refused_beside_their_field_when_too_long(
    here: Company,
) -> None:
    browser = signed_in(here.coach)
    filled = browser.post("/scenes/manager-talk/", {"own-manager": "Wilma", "own-dreaded": "Waar bleef je?"})
    assert '"name": "Wilma"' in filled.content.decode()
    refused = browser.post("/scenes/manager-talk/", {"own-dreaded": "x" * 120, "own-wall": "rood"})
    assert refused.status_code == 422
    assert "Kies een kleur" in refused.content.decode()


def test_a_conversation_goes_on_by_forms_alone_and_keeps_one_s_own_words(here: Company) -> None:
    browser = signed_in(here.coach)
    first = says(browser, **{"own-manager": "Wilma"})
    assert "Fijn dat je er bent. Ga zitten." in first
    assert 'name="own-manager" value="Wilma"' in first
    then = says(browser, say="0", **{"own-manager": "Wilma"})
    assert "Neem rustig je koffie" in then
    assert re.search(r'name="path" value="0"', then)
    assert "Fijn dat je er bent. Ga zitten." in says(browser, "0", move="back")
    assert "Je zegt eerlijk hoe het is" not in then


def test_at_the_end_stand_the_outcome_feedback_and_the_seat_of_the_other(here: Company) -> None:
    browser = signed_in(here.coach)
    end = says(browser, "0.0.0.0.0")
    assert "Een afspraak die past" in end
    assert "Je zegt eerlijk hoe het is." in end
    assert "Stuur je leidinggevende een kort bericht" in end
    seat = says(browser, "0.0.0.0.0", move="other-seat")
    assert "Ik weet niet goed wat ik mag vragen." in seat
    assert "Het is geen oordeel over jou." in seat


def test_another_kind_of_interviewer_opens_otherwise(here: Company) -> None:
    browser = signed_in(here.coach)
    sent = {"path": "0", "kind": "awkward"}
    awkward = browser.post("/scenes/job-interview/gesprek/", sent).content.decode()
    assert "verkeerde brief" in awkward
    friendly = browser.post("/scenes/job-interview/gesprek/", {**sent, "kind": "friendly"}).content.decode()
    assert "Kon je het vinden?" in friendly


def test_nothing_that_was_said_is_kept(here: Company) -> None:
    browser = signed_in(here.coach)
    says(browser, "0.0", say="0")
    assert "Neem rustig je koffie" not in read(browser, TALK)


def test_a_scene_shows_its_small_picture_or_that_of_the_scene_it_came_from() -> None:
    for key in scenes():
        assert f'scenes/{key}.webp" width="480"' in image_of(key)
        assert (FOLDER / f"{key}.webp").stat().st_size < 12_000
    assert image_of("manager-talk-x12ab9f-x00ff00") == image_of("manager-talk")
    assert image_of("our-own-x12ab9f") == ""
