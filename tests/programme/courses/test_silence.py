"""Who hears from us: whoever fell silent, wherever they are in the programme."""

from datetime import timedelta

import pytest

from spoorboek.people.actor import acting_as
from spoorboek.people.policy import Role
from spoorboek.programme.courses.acts import ending, following
from spoorboek.programme.courses.silence import fell_silent, waiting
from spoorboek.reminders import letters
from spoorboek.site import clock
from tests.builders import today
from tests.programme.courses.stage import cast, refusal, running, step


@pytest.mark.parametrize(
    ("days", "kind_word"), [(13, False), (14, True), (15, False), (42, True), (200, False)]
)
def test_a_client_gets_a_kind_word_on_a_few_days_of_silence(days: int, kind_word: bool) -> None:
    here = cast()
    running(here)
    with acting_as(here.client):
        assert fell_silent(here.client, today() + timedelta(days=days)) is kind_word


def test_not_now_is_a_sign_of_life_and_after_it_the_silence_counts_anew() -> None:
    here = cast()
    running(here)
    with acting_as(here.client), clock.practising(10):
        following.put_off_activity(here.client, here.dossier.pk, step(here, "who-am-i").pk)
    with acting_as(here.client):
        assert not fell_silent(here.client, today() + timedelta(days=14))
        assert fell_silent(here.client, today() + timedelta(days=24))


def test_a_course_that_rests_is_left_in_peace() -> None:
    here = cast()
    course = running(here)
    refusal(ending.pause_course, here.client, here.dossier.pk, course.pk)
    with acting_as(here.client):
        assert not fell_silent(here.client, today() + timedelta(days=14))


def test_a_professional_hears_of_own_steps_that_are_due_and_not_of_another_role() -> None:
    here = cast()
    running(here)
    later = today() + timedelta(days=8)
    with acting_as(here.manager):
        assert waiting(here.manager, later) == 1
    doctor = here.inside[Role.COMPANY_DOCTOR]
    with acting_as(doctor):
        assert waiting(doctor, later) == 0


def test_what_was_done_no_longer_waits() -> None:
    here = cast()
    running(here)
    refusal(following.record_activity, here.manager, here.dossier.pk, step(here, "information-talk").pk)
    with acting_as(here.manager):
        assert waiting(here.manager, today() + timedelta(days=3)) == 0


def test_the_kind_word_names_nobody_and_asks_nothing() -> None:
    letter = letters.kind_word()
    said = " ".join((letter.subject, letter.opening, *letter.points, letter.rhythm)).lower()
    assert not {"ziek", "waarom", "programma", "gezond"} & set(said.split())
