"""Starting a method with a client, following it, and what each may do."""

import json
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.urls import reverse

from spoorboek.dossiers.acts.facts import correct_fact
from spoorboek.dossiers.acts.sickness import withdraw_report
from spoorboek.dossiers.correctable.sickness import FirstDay
from spoorboek.dossiers.days import in_words
from spoorboek.methods import methods
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Consent
from spoorboek.people.policy import Role
from spoorboek.programme.courses.acts import answering, ending, following, starting, versions
from spoorboek.programme.courses.acts.starting import Wish
from spoorboek.programme.courses.models import Activity, Course, OwnReason, Usefulness
from spoorboek.programme.courses.planner import PLANNER, propose
from spoorboek.programme.courses.shown import reason
from spoorboek.programme.shelf.models import Release
from spoorboek.site import clock
from tests.builders import today
from tests.dossiers.cast import Cast
from tests.programme.courses.stage import (
    METHOD,
    PLAIN,
    PRIVATE,
    asked,
    cast,
    ids,
    proposals,
    refusal,
    running,
    step,
    steps,
)
from tests.programme.folder.cast import browser_of

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


def test_a_step_is_done_corrected_and_opened_again() -> None:
    here = cast()
    running(here)
    row = step(here, "information-talk")
    act = following.record_activity
    assert refusal(act, here.manager, here.dossier.pk, row.pk, minutes=25, way="phone") == ""
    done = step(here, "information-talk")
    assert (done.state, done.done_on, done.minutes, done.way) == (STATE.DONE, today(), 25, "phone")
    assert refusal(act, here.manager, here.dossier.pk, row.pk, minutes=30, way="in_person") == ""
    assert step(here, "information-talk").minutes == 30
    assert refusal(following.reopen_activity, here.manager, here.dossier.pk, row.pk) == ""
    assert step(here, "information-talk").state == STATE.PLANNED


def test_what_is_still_to_come_cannot_be_done() -> None:
    here = cast()
    running(here)
    row = step(here, "information-talk")
    tomorrow = today() + timedelta(days=1)
    assert refusal(following.record_activity, here.manager, here.dossier.pk, row.pk, on=tomorrow)


def test_a_professional_skips_with_a_reason_from_the_list() -> None:
    here = cast()
    running(here)
    row = step(here, "supervisor-contact")
    supervisor = here.inside[Role.SUPERVISOR]
    assert refusal(following.skip_activity, supervisor, here.dossier.pk, row.pk, "too tired")
    assert refusal(following.skip_activity, supervisor, here.dossier.pk, row.pk, "away") == ""
    assert step(here, "supervisor-contact").why_skipped == "away"


def test_only_the_client_says_not_now_and_takes_it_up_again() -> None:
    here = cast()
    running(here)
    row = step(here, "who-am-i")
    assert refusal(following.put_off_activity, here.inside[Role.COACH], here.dossier.pk, row.pk)
    assert refusal(following.put_off_activity, here.client, here.dossier.pk, row.pk) == ""
    assert step(here, "who-am-i").state == STATE.NOT_NOW
    assert refusal(following.reopen_activity, here.client, here.dossier.pk, row.pk) == ""


def test_a_client_has_no_say_over_what_only_others_do() -> None:
    here = cast()
    running(here)
    row = step(here, "module-warm-contact")
    assert refusal(following.record_activity, here.client, here.dossier.pk, row.pk)
    assert refusal(following.record_activity, here.inside[Role.SUPERVISOR], here.dossier.pk, row.pk) == ""
    assert refusal(following.reopen_activity, here.client, here.dossier.pk, row.pk)
    assert step(here, "module-warm-contact").state == STATE.DONE


def test_a_contact_in_between_is_welcome_and_needs_no_plan() -> None:
    here = cast()
    act = following.add_activity
    supervisor = here.inside[Role.SUPERVISOR]
    assert refusal(act, supervisor, here.dossier.pk, "contact", done=True, minutes=5, way="phone") == ""
    (row,) = steps(here.dossier)
    assert row.is_added
    assert row.state == STATE.DONE
    assert not row.private


def test_homework_is_private_and_the_employers_side_adds_none() -> None:
    here = cast()
    running(here)
    act, coach = following.add_activity, here.inside[Role.COACH]
    assert refusal(act, here.manager, here.dossier.pk, "worksheet", ref="week-plan")
    assert refusal(act, coach, here.dossier.pk, "worksheet", ref="week-plan", who=("client",)) == ""
    row = next(one for one in steps(here.dossier) if one.is_added)
    assert row.private
    assert row.parties == ("client",)


def test_each_reads_only_the_own_tap() -> None:
    here = cast()
    running(here)
    row = step(here, "information-talk")
    assert refusal(following.tap_usefulness, here.client, here.dossier.pk, row.pk, 7)
    refusal(following.record_activity, here.manager, here.dossier.pk, row.pk)
    assert refusal(following.tap_usefulness, here.client, here.dossier.pk, row.pk, 3) == ""
    assert refusal(following.tap_usefulness, here.client, here.dossier.pk, row.pk, 8) == ""
    assert refusal(following.tap_usefulness, here.manager, here.dossier.pk, row.pk, 6) == ""
    for someone, value in ((here.client, 8), (here.manager, 6)):
        with acting_as(someone):
            assert list(Usefulness.objects.values_list("value", flat=True)) == [value]


def test_a_law_date_that_moves_is_proposed_and_never_carried_out_by_itself() -> None:
    here = cast(250)
    running(here)
    row = step(here, "before-the-first-year")
    moved_day = row.day
    shift_first_sick_day(here, 21)
    assert step(here, "before-the-first-year").day == moved_day
    found = [one for one in proposals(here.dossier) if one.step == "before-the-first-year"]
    assert [(one.change, one.cause, one.was) for one in found] == [
        ("move", "first-year-evaluation", moved_day)
    ]
    assert refusal(answering.accept_proposals, here.manager, here.dossier.pk, ids(found)) == ""
    assert step(here, "before-the-first-year").day == found[0].becomes


def test_what_was_set_by_hand_is_not_even_proposed_to_move() -> None:
    here = cast(250)
    running(here)
    row = step(here, "before-the-first-year")
    day = today() + timedelta(days=9)
    assert refusal(following.move_activity, here.manager, here.dossier.pk, row.pk, day) == ""
    shift_first_sick_day(here, 21)
    assert "before-the-first-year" not in {one.step for one in proposals(here.dossier)}


def test_leaving_a_proposal_sets_the_day_by_hand() -> None:
    here = cast(250)
    running(here)
    shift_first_sick_day(here, 21)
    found = [one for one in proposals(here.dossier) if one.step == "before-the-first-year"]
    assert refusal(answering.leave_proposals, here.manager, here.dossier.pk, ids(found)) == ""
    assert step(here, "before-the-first-year").hand_set
    assert refusal(answering.accept_proposals, here.manager, here.dossier.pk, ids(found))


def shift_first_sick_day(here: Cast, days: int) -> None:
    """The first sick day turns out to be so much earlier: every date of the law moves."""
    earlier = here.fresh().first_sick_day - timedelta(days=days)
    kind = FirstDay()
    with acting_as(here.manager):
        (fact,) = kind.facts(here.fresh())
        correct_fact(
            here.manager, here.dossier.pk, kind, fact.row, {"first_sick_day": earlier}, "typing_mistake"
        )


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


@pytest.mark.parametrize(
    "act",
    [
        lambda actor, dossier, course, row: following.record_activity(actor, dossier, row),
        lambda actor, dossier, course, row: following.move_activity(actor, dossier, row, today()),
        lambda actor, dossier, course, row: following.add_activity(actor, dossier, "contact", done=True),
        lambda actor, dossier, course, row: ending.pause_course(actor, dossier, course),
        lambda actor, dossier, course, row: starting.start_courses(actor, dossier, Wish((PLAIN,), today())),
    ],
)
def test_a_stranger_a_colleague_and_a_helper_do_nothing(act: Callable[..., object]) -> None:
    here = cast()
    course = running(here)
    outside = [*here.outsiders.values(), here.inside[Role.HELPER]]
    row = step(here, "information-talk")
    assert all(refusal(act, someone, here.dossier.pk, course.pk, row.pk) for someone in outside)


def test_a_closed_dossier_is_read_and_changes_nothing() -> None:
    here = cast()
    running(here)
    row = step(here, "information-talk")
    with acting_as(here.manager):
        withdraw_report(here.manager, here.dossier.pk)
    assert "gesloten" in refusal(following.record_activity, here.manager, here.dossier.pk, row.pk)
    assert "gesloten" in refusal(following.add_activity, here.manager, here.dossier.pk, "contact", done=True)
    assert steps(here.dossier, here.client)


def test_a_running_course_moves_to_a_newer_version_by_choice_and_keeps_what_was_done() -> None:
    here = cast()
    course = running(here)
    talk = step(here, "information-talk")
    refusal(following.record_activity, here.manager, here.dossier.pk, talk.pk)
    weekly = [row for row in steps(here.dossier) if row.step == "weekly-contact"]
    refusal(following.move_activity, here.manager, here.dossier.pk, weekly[0].pk, today() + timedelta(days=2))
    released_own_version(here, weekly_times=6)
    browser = browser_of(here.manager)
    programme = browser.get(reverse("programme", args=[here.dossier.pk])).content.decode()
    address = reverse("programme_version", args=[here.dossier.pk, course.pk])
    assert address in programme, "who guides reads on the programme that there is another version"
    preview = browser.get(address).content.decode()
    assert "25 minuten" in preview
    assert "vervalt" in preview
    overtaken = refusal(versions.move_to_version, here.manager, here.dossier.pk, course.pk, "0.0.1")
    assert "nieuwere versie" in overtaken, "what was shown is what is taken over"
    assert refusal(versions.move_to_version, here.manager, here.dossier.pk, course.pk) == ""
    left = [row for row in steps(here.dossier) if row.step == "weekly-contact" and row.state != STATE.DROPPED]
    assert len(left) == 6
    assert {row.expected_minutes for row in left} == {25}, (
        "what the new version says of a step, not only its day"
    )
    assert step(here, "information-talk").state == STATE.DONE
    assert step(here, "weekly-contact").hand_set
    assert refusal(versions.move_to_version, here.manager, here.dossier.pk, course.pk)


def released_own_version(here: Cast, weekly_times: int) -> None:
    """The employer released its own version, in which the weekly contact comes less often."""
    content = methods()[METHOD].model_dump(mode="json")
    for phase in content["phases"]:
        for one in phase["steps"]:
            if one["key"] == "weekly-contact":
                one["repeat"]["times"] = weekly_times
                one["minutes"] = 25
    with acting_as(here.manager):
        Release.objects.create(
            organisation=here.company.employer,
            key=METHOD,
            version="1.0.1",
            number=1,
            content=json.dumps(content | {"version": "1.0.1"}),
            edited_by_id=here.company.colleague.pk,
            released_by_id=here.company.case_manager.pk,
        )


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
