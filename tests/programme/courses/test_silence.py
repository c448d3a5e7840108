"""Who hears from us: whoever fell silent, wherever they are in the programme."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spoorboek.dossiers.acts.client import fold_card
from spoorboek.people.actor import acting_as
from spoorboek.people.policy import Role
from spoorboek.programme.courses.acts import ending, following
from spoorboek.programme.courses.silence import kind_word_due, waiting
from spoorboek.reminders import letters
from spoorboek.reminders.models import Kind, Reminder
from spoorboek.reminders.sending import wants_a_kind_word
from spoorboek.site import clock
from tests.builders import today
from tests.programme.courses.stage import cast, refusal, running, step


@pytest.mark.parametrize(
    ("days", "due"), [(13, None), (14, 14), (17, 14), (22, None), (42, 42), (43, 42), (200, None)]
)
def test_a_kind_word_is_due_after_some_days_of_silence_and_a_week_longer(days: int, due: int | None) -> None:
    here = cast()
    running(here)
    with acting_as(here.client):
        found = kind_word_due(here.client, today() + timedelta(days=days))
    assert found == (None if due is None else today() + timedelta(days=due))


@pytest.mark.parametrize(("sent_after", "wanted"), [(None, True), (3, True), (14, False), (16, False)])
def test_a_worker_that_stood_still_says_it_later_and_once(sent_after: int | None, wanted: bool) -> None:
    here = cast()
    running(here)
    sent = None if sent_after is None else timezone.now() + timedelta(days=sent_after)
    row = Reminder(account_id=here.client.person_id, kind=Kind.APPOINTMENT, last_sent_at=sent)
    with acting_as(here.client):
        assert wants_a_kind_word(here.client, row, today() + timedelta(days=16)) is wanted


def test_not_now_is_a_sign_of_life_and_after_it_the_silence_counts_anew() -> None:
    here = cast()
    running(here)
    with acting_as(here.client), clock.practising(10):
        following.put_off_activity(here.client, here.dossier.pk, step(here, "who-am-i").pk)
    with acting_as(here.client):
        assert not kind_word_due(here.client, today() + timedelta(days=14))
        assert kind_word_due(here.client, today() + timedelta(days=24))


def test_not_now_on_a_card_of_today_is_a_sign_of_life_as_well() -> None:
    here = cast()
    running(here)
    with acting_as(here.client), clock.practising(10):
        fold_card(here.client, here.dossier.pk, "offer:folder:energy-through-the-day")
    with acting_as(here.client):
        assert not kind_word_due(here.client, today() + timedelta(days=14))
        assert kind_word_due(here.client, today() + timedelta(days=24))


def test_a_course_that_rests_is_left_in_peace() -> None:
    here = cast()
    course = running(here)
    refusal(ending.pause_course, here.client, here.dossier.pk, course.pk)
    with acting_as(here.client):
        assert not kind_word_due(here.client, today() + timedelta(days=14))


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
