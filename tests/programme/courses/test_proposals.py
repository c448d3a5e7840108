"""A plan proposes: dates that move, days set by hand, and a newer version of the method."""

import json
from datetime import timedelta

from django.urls import reverse

from spoorboek.dossiers.acts.facts import correct_fact
from spoorboek.dossiers.correctable.sickness import FirstDay
from spoorboek.methods import methods
from spoorboek.people.actor import acting_as
from spoorboek.programme.courses.acts import answering, following, versions
from spoorboek.programme.courses.models import Activity
from spoorboek.programme.shelf.models import Release
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

STATE = Activity.State


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
