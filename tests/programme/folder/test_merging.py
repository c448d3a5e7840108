"""The folder is the same in whatever order its answers arrive."""

import uuid
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from spoorboek.programme.folder.merging import Kept, merged, page_of, worth_showing

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def answer(number: int, value: str, *over: Kept, minutes: int = 0) -> Kept:
    at = NOON + timedelta(minutes=minutes)
    return Kept(
        uuid.UUID(int=number), "week-plan", "plan", {"text": value}, tuple(one.id for one in over), at
    )


@st.composite
def histories(draw: st.DrawFn) -> list[Kept]:
    """Answers as several devices may write them: each over some of those that were there."""
    made: list[Kept] = []
    for number in range(draw(st.integers(1, 8))):
        over = draw(st.lists(st.sampled_from(made), max_size=2, unique_by=lambda one: one.id)) if made else []
        minutes = draw(st.integers(0, 90))
        made.append(answer(number + 1, draw(st.sampled_from("abc")), *over, minutes=minutes))
    return made


@given(histories(), st.data())
@settings(max_examples=150)
def test_any_order_and_repetition_of_the_same_answers_gives_the_same_folder(
    history: list[Kept], data: st.DataObject
) -> None:
    again = data.draw(st.lists(st.sampled_from(history), max_size=6))
    arrived = data.draw(st.permutations([*history, *again]))
    assert merged(arrived) == merged(history)


@given(histories())
def test_no_answer_is_lost_and_something_always_stands(history: list[Kept]) -> None:
    page = page_of(history)
    assert page.standing
    assert sorted(one.id for one in (*page.standing, *page.earlier)) == sorted(one.id for one in history)


def test_two_answers_over_the_same_one_both_stand_until_the_person_chooses() -> None:
    first = answer(1, "a")
    one, other = answer(2, "b", first), answer(3, "c", first, minutes=5)
    page = page_of([other, first, one])
    assert page.standing == (one, other)
    assert page.asks_which
    chosen = answer(4, "b", one, other, minutes=9)
    settled = page_of([chosen, other, first, one])
    assert settled.standing == (chosen,)
    assert not settled.asks_which
    assert set(ids(settled.earlier)) == set(ids((first, one, other)))


def ids(answers: tuple[Kept, ...]) -> list[uuid.UUID]:
    return [one.id for one in answers]


def test_two_devices_that_wrote_the_same_ask_nothing() -> None:
    page = page_of([answer(1, "a"), answer(2, "a")])
    assert len(page.standing) == 2
    assert not page.asks_which


def test_an_answer_that_came_before_the_one_it_was_written_over_stands_all_the_same() -> None:
    first, second = answer(1, "a"), answer(2, "b", answer(1, "a"))
    assert page_of([second]).standing == (second,)
    assert page_of([second, first]).standing == (second,)


def test_what_was_only_on_its_way_is_no_earlier_answer() -> None:
    typing, done = answer(1, "a"), answer(2, "b", answer(1, "a"), minutes=2)
    later = answer(3, "c", done, minutes=200)
    assert list(worth_showing(page_of([typing, done, later]))) == [done]


def test_both_versions_of_a_choice_stay_readable() -> None:
    one, other = answer(1, "a"), answer(2, "b", minutes=1)
    chosen = answer(3, "a", one, other, minutes=2)
    assert set(ids(tuple(worth_showing(page_of([one, other, chosen]))))) == {one.id, other.id}
