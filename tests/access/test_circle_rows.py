"""An intervision meeting in raw SQL: who goes a step on, what that shows, and who takes the chair."""

import uuid
from typing import Any

import pytest

from spoorboek.people.actor import Actor
from tests.access.attempts import attempts
from tests.circle.cast import Circle, circle, gone_for

STEPS = ("case", "questions", "answers")


@pytest.fixture(scope="module")
def four(django_db_setup: None) -> Circle:
    return circle()


def change(who: Actor, meeting_id: uuid.UUID, **to: Any) -> int:
    """Rows changed by somebody in raw SQL; 0 where the database refuses. Nothing stays changed."""
    columns = ", ".join(f"{name} = %s" for name in to)
    with attempts("default", who.account_id) as trying:
        return trying.rows_touched(
            f"UPDATE circle_meeting SET {columns} WHERE id = %s", [*to.values(), meeting_id]
        )


def test_nobody_reads_what_others_type_by_saying_that_it_is_shown(four: Circle) -> None:
    meeting = four.running("questions")
    for who in (four.chair, four.presenter, *four.others):
        assert change(who, meeting.pk, shown=[*meeting.shown, "questions"]) == 0
        assert change(who, meeting.pk, shown=[*meeting.shown, "advice"]) == 0
        assert change(who, meeting.pk, number=900) == 1
    early = four.planned()
    for who in (four.chair, four.presenter):
        assert change(who, early.pk, shown=["case"]) == 0


def test_only_the_chair_goes_on_and_one_step_at_a_time(four: Circle) -> None:
    meeting = four.running("questions")
    on = {"step": meeting.step + 1, "shown": [*meeting.shown, "questions"]}
    assert change(four.chair, meeting.pk, **on) == 1
    assert change(four.chair, meeting.pk, step=meeting.step + 2) == 0
    for who in (four.presenter, *four.others):
        assert change(who, meeting.pk, **on) == 0
        assert change(who, meeting.pk, state="closed") == 0
        assert change(who, meeting.pk, paused_at="2026-01-01") == 0
        assert change(who, meeting.pk, presenter_id=who.account_id, number=901) == (
            1 if who == four.presenter else 0
        )


def test_the_chair_is_taken_only_from_who_is_away(four: Circle) -> None:
    meeting, other = four.running("questions"), four.others[0]
    gone_for(meeting, four.chair, 5)
    assert change(other, meeting.pk, chair_id=other.account_id) == 0
    gone_for(meeting, four.chair, 31)
    assert change(other, meeting.pk, chair_id=four.others[1].account_id) == 0
    assert change(other, meeting.pk, chair_id=other.account_id) == 1


def test_the_way_of_a_meeting_and_what_was_typed_in_it_stay(four: Circle) -> None:
    meeting = four.running("questions")
    for who in (four.chair, *four.others):
        assert change(who, meeting.pk, way='{"steps": []}') == 0
        assert change(who, meeting.pk, wrapped=b"") == 0


def test_a_meeting_begins_with_nothing_shown(four: Circle) -> None:
    meeting, who = four.planned(), four.chair
    copied = "starts_at, way, step_paused, number, planned_by_id, group_id"
    for state, shown, may in (("planned", [], 1), ("planned", ["questions"], 0), ("live", [], 0)):
        with attempts("default", who.account_id) as trying:
            added = trying.rows_touched(
                f"INSERT INTO circle_meeting (id, state, shown, step, {copied})"
                f" SELECT gen_random_uuid(), %s, %s, 0, {copied} FROM circle_meeting WHERE id = %s",
                [state, shown, meeting.pk],
            )
        assert added == may


def test_a_meeting_does_not_exist_for_who_is_not_in_the_group(four: Circle) -> None:
    meeting, stranger = four.running(), circle(2)
    assert change(stranger.chair, meeting.pk, number=902) == 0
