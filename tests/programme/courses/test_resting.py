"""A course that rests, goes on, or stops."""

from datetime import date, timedelta

from django.urls import reverse

from spoorboek.dossiers.days import in_words
from spoorboek.methods import methods
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Consent
from spoorboek.people.policy import Role
from spoorboek.programme.courses.acts import answering, ending, following
from spoorboek.programme.courses.models import Activity, Course, OwnReason
from spoorboek.programme.courses.planner import PLANNER, propose
from spoorboek.programme.courses.shown import LET_GO, reason
from spoorboek.site import clock
from tests.builders import today
from tests.dossiers.cast import Cast
from tests.programme.courses.stage import (
    METHOD,
    cast,
    ids,
    proposals,
    refusal,
    running,
    step,
    steps,
)
from tests.programme.folder.cast import browser_of

OTHER = "op-maat"


def test_a_pause_shifts_nothing_until_it_is_over_and_then_moves_what_is_open_by_as_long() -> None:
    here = cast()
    course = running(here)
    coach, where = here.inside[Role.COACH], (here.dossier.pk, course.pk)
    with acting_as(coach), clock.practising(8):
        following.record_activity(coach, here.dossier.pk, step(here, "start-talk").pk)
        chosen = step(here, "supervisor-contact")
    with acting_as(here.manager):
        following.move_activity(here.manager, here.dossier.pk, chosen.pk, today() + timedelta(days=30))
        accept_all(here)
    before = {row.plan_id: row for row in steps(here.dossier)}
    with acting_as(here.client), clock.practising(10):
        ending.pause_course(here.client, *where)
    assert {row.plan_id: row.day for row in steps(here.dossier)} == {
        key: row.day for key, row in before.items()
    }
    with acting_as(here.client), clock.practising(31):
        ending.resume_course(here.client, *where)
    after = {row.plan_id: row for row in steps(here.dossier)}
    second = step(here, "second-start-talk")
    assert moved_by(second, before, 21), "it hangs on a talk that was held before the pause"
    assert moved_by(step(here, "who-am-i"), before, 21)
    assert step(here, "supervisor-contact").day == chosen_day(before, chosen), "a day chosen by hand stays"
    assert step(here, "start-talk").done_on == before[step(here, "start-talk").plan_id].done_on
    law = [row for row in after.values() if row.step == "before-the-first-year"]
    assert [row.day for row in law] == [before[row.plan_id].day for row in law], (
        "a day of the law does not wait"
    )
    assert proposals(here.dossier) == [], "and the plan has nothing more to ask"
    words = " ".join(reason(second.because, methods()[METHOD], today()))
    assert "Er was 3 weken pauze" in words
    done = step(here, "start-talk").done_on
    assert done
    assert in_words(done, today()) in words, "the talk is told on the day it was held"


def test_each_of_two_courses_begun_together_rests_by_itself() -> None:
    here = cast(250)
    running(here, METHOD, OTHER, by=Role.COACH)
    for method in (OTHER, METHOD):
        before = {row.plan_id: row for row in steps(here.dossier)}
        rested(here, method, 21)
        moved = {row.plan_id for row in steps(here.dossier) if row.day != before[row.plan_id].day}
        assert {before[key].course_id for key in moved} == {course_of(here, method).pk}
        assert any(key.startswith(method) and moved_by(step_by(here, key), before, 21) for key in moved)
        assert proposals(here.dossier) == [], "and nothing is proposed about the course that went on"


def test_what_nobody_asked_for_any_more_when_the_rest_began_stays_on_its_own_day() -> None:
    here = cast(100)
    running(here)
    before = {row.plan_id: row for row in steps(here.dossier)}
    rested(here, METHOD, 21, after=40)
    gone = today() + timedelta(days=40 - LET_GO.days)
    after = {row.plan_id: row for row in steps(here.dossier) if row.day and not row.done_on}
    stayed = {key for key, row in before.items() if row.day and row.day < gone}
    assert stayed & after.keys()
    assert {key: after[key].day for key in stayed & after.keys()} == {
        key: before[key].day for key in stayed & after.keys()
    }
    assert moved_by(step(here, "coaching"), before, 21), "what was still asked for comes so much later"
    assert proposals(here.dossier) == [], "and nobody is asked to move what is behind them"


def test_a_step_that_two_courses_share_goes_over_by_choice_to_the_one_that_goes_on() -> None:
    here = cast(250)
    running(here, METHOD, OTHER, by=Role.COACH)
    first, other = course_of(here, METHOD), course_of(here, OTHER)
    assert refusal(ending.stop_course, here.client, here.dossier.pk, first.pk) == ""
    with acting_as(PLANNER):
        propose([here.dossier.pk], anew=True)
    found = proposals(here.dossier)
    assert {one.plan_id.partition("/")[0] for one in found} == {"shared"}
    stood = {row.plan_id: row.pk for row in steps(here.dossier)}
    assert refusal(answering.accept_proposals, here.manager, here.dossier.pk, ids(found)) == ""
    asked = [row for row in steps(here.dossier) if row.plan_id in {one.plan_id for one in found}]
    assert {row.course_id for row in asked} == {other.pk}
    same = {stood[row.plan_id] for row in asked if row.plan_id in stood}
    assert same
    assert same <= {row.pk for row in asked}, "it is the same step, not a second one"


def rested(here: Cast, method: str, days: int, after: int = 0) -> None:
    course = course_of(here, method)
    with acting_as(here.client), clock.practising(after):
        ending.pause_course(here.client, here.dossier.pk, course.pk)
    with acting_as(here.client), clock.practising(after + days):
        ending.resume_course(here.client, here.dossier.pk, course.pk)


def course_of(here: Cast, method: str) -> Course:
    with acting_as(PLANNER):
        return Course.objects.get(dossier=here.dossier, method=method)


def step_by(here: Cast, plan_id: str) -> Activity:
    return next(row for row in steps(here.dossier) if row.plan_id == plan_id)


def accept_all(here: Cast) -> None:
    found = [one.pk for one in proposals(here.dossier, here.inside[Role.COACH])]
    if found:
        with acting_as(here.inside[Role.COACH]):
            answering.accept_proposals(here.inside[Role.COACH], here.dossier.pk, found)


def moved_by(row: Activity, before: dict[str, Activity], days: int) -> bool:
    """Give or take what brings it on a working day."""
    was = before[row.plan_id].day
    return bool(was and row.day and abs((row.day - was).days - days) <= 5)


def chosen_day(rows: dict[str, Activity], chosen: Activity) -> date | None:
    return rows[chosen.plan_id].day


def test_stopping_keeps_the_clients_own_words_for_the_client_alone() -> None:
    here = cast()
    course = running(here)
    words = "Het was me te veel op dit moment."
    assert refusal(ending.stop_course, here.client, here.dossier.pk, course.pk, own_words=words) == ""
    for someone in here.inside.values():
        with acting_as(someone):
            assert OwnReason.objects.filter(dossier=here.dossier).count() == (someone == here.client)
    assert words in browser_of(here.client).get(reverse("my_programme")).content.decode(), (
        "and they read it back"
    )
    story = browser_of(here.manager).get(reverse("dossier_story", args=[here.dossier.pk])).content.decode()
    assert "stopte het programma" in story
    assert "Reden" not in story, "of the client no reason is told, not even that there is none"
    with acting_as(here.client):
        assert Consent.objects.get(dossier_id=here.dossier.pk).withdrawn_at is not None


def test_a_professional_stops_with_a_reason_from_the_list() -> None:
    here = cast()
    course = running(here)
    assert refusal(ending.stop_course, here.manager, here.dossier.pk, course.pk)
    assert refusal(ending.stop_course, here.manager, here.dossier.pk, course.pk, why="other_method") == ""
