"""After a session: what a coach keeps, what is thrown away, the day after, practising at home, and the step it was."""

from datetime import timedelta

import pytest

from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import acting_as
from spoorboek.people.registrar import REGISTRAR
from spoorboek.practice.sessions import access, asking, limits
from spoorboek.practice.sessions.access import Content
from spoorboek.practice.sessions.acts import beginning, feeling, looking_back, playing, screening
from spoorboek.practice.sessions.models import Keep, Measure, Moment, Passage, Session, Words
from spoorboek.programme.courses.acts.starting import Wish, agree_to_course, start_courses
from spoorboek.programme.courses.models import Activity
from spoorboek.site import clock
from tests.practice.sessions.cast import MARK, Practice, moment

When = Measure.When


@pytest.fixture
def here() -> Practice:
    return Practice()


def test_a_coach_keeps_only_what_the_client_lets_them_and_no_longer_than_that(here: Practice) -> None:
    made = here.looking_back()
    with acting_as(here.client):
        looking_back.write_words(here.client, made.pk, Words.Kind.LOOKING_BACK, MARK)
        looking_back.write_words(here.client, made.pk, Words.Kind.STEP, "Eén keer bellen")
        kept = looking_back.let_keep(
            here.client, made.pk, here.coach.person_id, [Keep.Kind.STEP, Keep.Kind.CURVE]
        )
        looking_back.close_session(here.client, made.pk)
    with acting_as(here.coach):
        assert access.words_of(made) == {"step": "Eén keer bellen"}
        assert access.curve_of(made).highest == 6
    with acting_as(here.client):
        for one in kept:
            looking_back.take_back(here.client, one.pk)
            looking_back.take_back(here.client, one.pk)
    with acting_as(here.coach):
        row = Session.objects.get(pk=made.pk)
        assert access.words_of(row) == {}
        assert not access.curve_of(row)
        with pytest.raises(Refused):
            looking_back.take_back(here.coach, kept[0].pk)


def test_a_session_that_nobody_rounded_off_ends_for_the_coach_a_day_later(here: Practice) -> None:
    made = here.looking_back()
    with acting_as(here.coach):
        assert Moment.objects.filter(session=made, type="nausea").exists()
    with acting_as(here.client):
        Session.objects.filter(pk=made.pk).update(ended_at=clock.now() - timedelta(days=1, minutes=1))
    with acting_as(here.coach):
        assert not access.runs(Session.objects.get(pk=made.pk))
        assert not Moment.objects.filter(session=made).exists()
        assert not Measure.objects.filter(session=made).exists()
        assert not Passage.objects.filter(session=made).exclude(account_id=here.coach.person_id).exists()
    with pytest.raises(Refused):
        here.tell(made, moment(9, "dial", "noise", 2), by=here.coach)
    with acting_as(here.client):
        assert access.curve_of(here.fresh(made)).highest == 6


def test_what_was_left_open_can_be_wiped_when_the_dossier_is_closed(here: Practice) -> None:
    made = here.looking_back()
    with acting_as(here.client), pytest.raises(Refused, match="loopt nog"):
        looking_back.wipe(here.client, made.pk)
    with acting_as(REGISTRAR):
        Dossier.objects.filter(pk=here.dossier_id).update(closed_on=clock.today())
    with acting_as(here.client):
        looking_back.wipe(here.client, made.pk)
        assert not Moment.objects.filter(session=made).exists()
        assert here.fresh(made).is_over


def test_what_is_wiped_is_gone_for_both(here: Practice) -> None:
    made = here.closed()
    with acting_as(here.client):
        looking_back.write_words(here.client, made.pk, Words.Kind.STEP, MARK)
        looking_back.let_keep(here.client, made.pk, here.coach.person_id, [Keep.Kind.CURVE])
        looking_back.wipe(here.client, made.pk)
        assert not access.curve_of(made)
        assert not access.words_of(here.fresh(made))
        assert access.content_of(here.fresh(made)) == Content()
        assert not access.scene_of(here.fresh(made), "nl")
    with acting_as(here.coach):
        assert not access.curve_of(Session.objects.get(pk=made.pk))


def test_nothing_comes_back_of_what_was_wiped(here: Practice) -> None:
    made = here.closed()
    with acting_as(here.client):
        Session.objects.filter(pk=made.pk).update(ended_at=clock.now() - timedelta(days=1))
        assert asking.next_question(here.fresh(made))
        looking_back.wipe(here.client, made.pk)
    assert here.tell(made, moment(8, "rating", "during", 9)) == 8
    with acting_as(here.client):
        assert not Moment.objects.filter(session=made).exists()
        assert not asking.next_question(here.fresh(made))
        with pytest.raises(Refused):
            looking_back.write_words(here.client, made.pk, Words.Kind.TRIED, "Toch nog iets")


def test_the_question_of_the_day_after_waits_a_day_and_not_for_ever(here: Practice) -> None:
    made = here.closed()
    with acting_as(here.client), pytest.raises(Refused, match="nu niet"):
        feeling.say(here.client, made.pk, When.NEXT_DAY, "tension", 2)
    with acting_as(here.client), clock.practising(1):
        feeling.say(here.client, made.pk, When.NEXT_DAY, "tension", 2)
    with acting_as(here.client), clock.practising(9), pytest.raises(Refused, match="nu niet"):
        feeling.say(here.client, made.pk, When.NEXT_DAY, "tension", 2)


def test_at_home_only_fit_scenes_open_and_a_note_reaches_only_who_it_is_for(here: Practice) -> None:
    with acting_as(here.client):
        with pytest.raises(Refused, match="samen met je coach"):
            beginning.begin_at_home(here.client, here.dossier_id, "no-such-scene", 5)
        made = beginning.begin_at_home(here.client, here.dossier_id, "quiet-place", 60)
        assert limits.minutes_for(made) == 15
        playing.keep_moments(
            here.client, made.pk, [moment(1, "phase", "running"), moment(2, "phase", "ended:done")]
        )
        looking_back.close_session(here.client, made.pk)
        looking_back.write_words(here.client, made.pk, Words.Kind.NOTE, MARK)
    with acting_as(here.coach):
        assert not Session.objects.filter(pk=made.pk).exists()
        assert access.notes_for(here.coach, here.dossier_id) == []
    with acting_as(here.client):
        looking_back.let_keep(here.client, made.pk, here.coach.person_id, [Keep.Kind.NOTE])
    with acting_as(here.coach):
        assert [text for _keep, text in access.notes_for(here.coach, here.dossier_id)] == [MARK]
        assert not Session.objects.filter(pk=made.pk).exists()


def test_a_step_of_the_method_is_done_by_practising(here: Practice) -> None:
    with acting_as(here.coach):
        (course,) = start_courses(here.coach, here.dossier_id, Wish(("vr-practice",), clock.today()))
    with acting_as(here.client):
        agree_to_course(here.client, here.dossier_id, course.pk)
        steps = Activity.objects.filter(dossier_id=here.dossier_id, kind="vr-session")
        open_before = steps.filter(state="planned").count()
    here.closed()
    with acting_as(here.client):
        done = steps.get(state="done")
        assert (done.step, done.number) == ("practice-session", 1)
        assert steps.filter(state="planned").count() == open_before - 1
    here.closed()
    with acting_as(here.client):
        assert set(steps.filter(state="done").values_list("step", "number")) == {
            ("practice-session", 1),
            ("practice-session", 2),
        }, "and not the refresher of months later, which is a first time too"


def test_the_questions_of_the_method_are_done_by_answering_them_where_they_are_asked(here: Practice) -> None:
    with acting_as(here.coach):
        (course,) = start_courses(here.coach, here.dossier_id, Wish(("vr-practice",), clock.today()))
    with acting_as(here.client):
        agree_to_course(here.client, here.dossier_id, course.pk)
        done = Activity.objects.filter(dossier_id=here.dossier_id, kind="questionnaire", state="done")
        steps = done.order_by("step").values_list("step", flat=True)
        screening.settle_fit(here.client, here.dossier_id, Session.Way.SCREEN)
        assert list(steps) == ["safety-questions"]
    here.begun()
    with acting_as(here.client):
        assert list(steps.all()) == ["first-measure", "safety-questions"]
