"""The lesson of 104 weeks: its stops as data, and a newcomer who walks it on the real pages."""

import pytest

from spoorboek.dossiers.acts import steps
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.actor import acting_as
from spoorboek.rehearsal import lessons
from spoorboek.rehearsal.access import dossier_of, lesson_of
from spoorboek.rehearsal.lesson import Stop, stops
from spoorboek.rehearsal.models import Lesson
from spoorboek.site import clock
from tests.builders import Company, actor
from tests.rehearsal.world import School
from tests.signed_in import signed_in


@pytest.mark.parametrize("stop", stops(), ids=lambda stop: stop.key)
def test_every_stop_has_a_source_in_the_law(stop: Stop) -> None:
    assert stop.law
    assert all(source.title.nl for source in stop.law)


def test_the_stops_are_in_the_order_of_their_days() -> None:
    school = School()
    manager = actor(school.manager)
    with acting_as(manager):
        lesson = lessons.begin(manager)
        days = [lessons.day_of(stop, dossier_of(lesson)) for stop in stops()]
    assert days == sorted(days)
    assert days[0] == clock.real_today()


def test_a_newcomer_walks_all_stops_and_ends_on_the_real_day() -> None:
    school = School()
    browser = signed_in(school.manager)
    browser.post("/oefenklok/les/", {"step": "begin"})
    for number, stop in enumerate(stops(), 1):
        page = browser.get("/oefenklok/les/").content.decode()
        assert f"Halte {number} van {len(stops())}" in page, stop.key
        door = page.split('href="/dossiers/')[1].split('"')[0]
        assert browser.get(f"/dossiers/{door}").status_code == 200, stop.key
        browser.post("/oefenklok/les/", {"step": "next"})
    assert school.shift() > 700
    browser.post("/oefenklok/les/", {"step": "end", "back": "1"})
    assert school.shift() == 0
    with acting_as(actor(school.manager)):
        assert lesson_of(actor(school.manager)) is None


def test_a_stop_knows_that_its_step_was_done() -> None:
    school = School()
    manager = actor(school.manager)
    with acting_as(manager):
        lesson = lessons.begin(manager)
        dossier = dossier_of(lesson)
        lessons.go_on(manager, dossier)
        lessons.go_on(manager, dossier)
    with acting_as(manager):
        assert not lessons.standing(lesson_of(manager) or lesson, dossier).done
        steps.mark_done(manager, dossier.pk, "problem-analysis", clock.today())
        assert lessons.standing(lesson_of(manager) or lesson, dossier).done


def test_one_lesson_at_a_time_and_none_for_who_is_no_case_manager() -> None:
    school = School()
    manager, coach = actor(school.manager), actor(school.company.coach)
    with acting_as(manager):
        lessons.begin(manager)
        with pytest.raises(Refused):
            lessons.begin(manager)
    with acting_as(coach), pytest.raises(Refused):
        lessons.begin(coach)


def test_a_lesson_is_ones_own_and_never_on_real_data() -> None:
    school, real = School(), Company()
    manager, colleague = actor(school.manager), actor(school.company.colleague)
    with acting_as(manager):
        lessons.begin(manager)
    with acting_as(colleague):
        assert lesson_of(colleague) is None
        assert not Lesson.objects.exists()
    someone = actor(real.case_manager)
    with acting_as(someone), pytest.raises(NotYours):
        lessons.begin(someone)
