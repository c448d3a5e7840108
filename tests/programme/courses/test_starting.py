"""Starting a method with a client: what asks for a yes, what is planned, and beginning again."""

from spoorboek.dossiers.signals import seats_changed
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Consent
from spoorboek.people.policy import Role
from spoorboek.programme.courses.acts import ending, following, starting
from spoorboek.programme.courses.acts.starting import Wish
from spoorboek.programme.courses.models import Activity, Course
from spoorboek.programme.courses.planner import PLANNER, propose
from spoorboek.programme.learning.models import Certificate, Visit
from tests.builders import days_ago, today
from tests.programme.courses.stage import (
    METHOD,
    PRIVATE,
    asked,
    cast,
    refusal,
    running,
    step,
    steps,
)

STATE = Activity.State


def test_a_method_that_asks_for_consent_waits_for_the_client_and_plans_nothing_yet() -> None:
    here = cast()
    (course,) = asked(here, METHOD)
    assert course.state == Course.State.ASKED
    assert steps(here.dossier) == []


def test_who_asks_for_consent_cannot_give_it() -> None:
    here = cast()
    (course,) = asked(here, METHOD)
    for role, someone in here.inside.items():
        if role is not Role.CLIENT:
            assert refusal(starting.agree_to_course, someone, here.dossier.pk, course.pk), role
    assert refusal(starting.agree_to_course, here.client, here.dossier.pk, course.pk) == ""


def test_the_clients_yes_keeps_the_version_of_the_words_and_answers_the_step_that_asked() -> None:
    here = cast()
    running(here, METHOD)
    with acting_as(here.client):
        kept = Consent.objects.get(dossier_id=here.dossier.pk)
    assert (kept.text_key, kept.text_version, kept.account_id) == (METHOD, "1.1", here.client.account_id)
    assert kept.asked_by_id == here.manager.account_id
    paper = step(here, "consent")
    assert (paper.state, paper.done_by_id) == (STATE.DONE, here.client.account_id)


def test_the_plan_has_every_step_with_a_day_a_window_and_a_reason() -> None:
    here = cast()
    running(here, METHOD)
    made = steps(here.dossier)
    assert len(made) > 50
    talk = step(here, "start-talk")
    assert talk.day
    assert talk.latest
    assert step(here, "module-law").because[0][0] == "start"
    assert step(here, "follow-up-4").waits_for == "full-return"


def test_what_follows_the_yes_counts_from_the_day_of_the_yes_and_is_not_proposed_again() -> None:
    here = cast()
    running(here, METHOD)
    assert step(here, "who-am-i").because[0] == ["by-hand", "consent", today().isoformat(), 0]
    with acting_as(PLANNER):
        assert propose([here.dossier.pk], anew=True) == 0


def test_several_methods_together_have_a_shared_step_once() -> None:
    here = cast()
    running(here, METHOD, "op-maat", by=Role.COACH)
    shared = [row.plan_id for row in steps(here.dossier) if row.plan_id.startswith("shared/")]
    assert len(shared) == len(set(shared))
    both = [row for row in steps(here.dossier) if len(row.serves) > 1]
    assert both


def test_a_method_that_joins_later_brings_a_shared_step_no_second_time() -> None:
    here = cast()
    running(here, METHOD)
    before = {row.plan_id for row in steps(here.dossier)}
    running(here, "op-maat")
    added = [row.plan_id for row in steps(here.dossier) if row.plan_id not in before]
    assert added
    assert not {key for key in added if key in before}
    with acting_as(PLANNER):
        assert propose([here.dossier.pk], anew=True) == 0, "nor is it proposed afterwards"


def test_the_same_method_does_not_run_twice() -> None:
    here = cast()
    running(here, METHOD)
    again = refusal(starting.start_courses, here.manager, here.dossier.pk, Wish((METHOD,), today()))
    assert "loopt al" in again


def test_the_employers_side_cannot_start_a_method_that_it_may_not_know_of() -> None:
    here = cast()
    wish = Wish((PRIVATE,), today())
    assert refusal(starting.start_courses, here.manager, here.dossier.pk, wish)
    assert refusal(starting.start_courses, here.inside[Role.COACH], here.dossier.pk, wish) == ""


def test_saying_no_has_no_consequence_and_it_may_be_asked_again() -> None:
    here = cast()
    (course,) = asked(here, METHOD)
    assert refusal(starting.decline_course, here.client, here.dossier.pk, course.pk) == ""
    assert asked(here, METHOD)[0].state == Course.State.ASKED


def test_a_step_whose_moment_had_passed_before_the_course_began_is_not_planned() -> None:
    here = cast(350)
    running(here, "op-maat")
    assert all(row.latest is None or row.latest >= today() for row in steps(here.dossier))


def test_who_stops_and_begins_again_later_gets_a_whole_plan_and_keeps_what_was_done() -> None:
    here = cast()
    first = running(here, METHOD)
    with acting_as(here.manager):
        following.record_activity(here.manager, here.dossier.pk, step(here, "information-talk").pk)
    with acting_as(here.client):
        ending.stop_course(here.client, here.dossier.pk, first.pk)
    again = running(here, METHOD)
    rows = steps(here.dossier)
    mine = {one.step for one in rows if one.course_id == again.pk}
    assert mine == {one.step for one in rows if one.course_id == first.pk}
    assert len(mine) > 30
    assert sum(one.step == "information-talk" and one.state == STATE.DONE for one in rows) == 1


def test_a_lesson_learnt_for_another_is_done_here_for_every_colleague_and_not_only_unasked() -> None:
    here = cast()
    supervisor, coach = here.inside[Role.SUPERVISOR], here.inside[Role.COACH]
    for module, days in (("law-in-ten-minutes", 200), ("warm-contact", 366)):
        with acting_as(supervisor):
            Certificate.objects.create(
                account_id=supervisor.person_id, module=module, finished_on=days_ago(days)
            )
    with acting_as(here.client):
        Visit.objects.create(
            account_id=here.client.person_id, module="what-happens-now", finished_on=days_ago(9)
        )
    running(here, METHOD)
    seen = {row.step: row for row in steps(here.dossier, coach)}
    law = seen["module-law"]
    assert (law.state, law.done_on, law.done_by_id) == (STATE.DONE, today(), supervisor.account_id)
    assert seen["module-what-happens-now"].state == STATE.DONE, "the client's yes tells what they learnt"
    assert seen["module-warm-contact"].state == STATE.PLANNED, "after a year it is worth doing again"


def test_who_takes_a_seat_with_the_lesson_done_is_not_shown_as_still_to_learn() -> None:
    here = cast()
    running(here, METHOD)
    assert step(here, "module-law").state == STATE.PLANNED
    with acting_as(here.inside[Role.SUPERVISOR]):
        Certificate.objects.create(
            account_id=here.inside[Role.SUPERVISOR].person_id,
            module="law-in-ten-minutes",
            finished_on=days_ago(9),
        )
    with acting_as(here.manager):
        seats_changed.send(sender=None, dossiers=[here.dossier.pk])
    assert step(here, "module-law").state == STATE.DONE
