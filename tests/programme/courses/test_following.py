"""One step: done, skipped, not now, moved, added; and what each may do."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from spoorboek.dossiers.acts.sickness import withdraw_report
from spoorboek.people.actor import acting_as
from spoorboek.people.policy import Role
from spoorboek.programme.courses.acts import ending, following, starting
from spoorboek.programme.courses.acts.starting import Wish
from spoorboek.programme.courses.models import Activity, Usefulness
from tests.builders import today
from tests.programme.courses.stage import (
    PLAIN,
    cast,
    refusal,
    running,
    step,
    steps,
)

STATE = Activity.State


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
