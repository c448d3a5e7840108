"""Changing a method gives a whole method again, and the example shows what a change does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spoorboek.methods import Method, method_from, methods
from spoorboek.methods import editing as change
from spoorboek.methods.effect import effect
from spoorboek.methods.model import PHASE, Repeat
from spoorboek.methods.reading import Mistakes
from spoorboek.methods.writing import as_yaml
from tests.methods.files import HEAD, phase, small, step

ALL = list(methods().values())


@pytest.mark.parametrize("method", ALL, ids=lambda one: one.key)
def test_a_method_written_as_a_file_reads_back_as_the_same_method(method: Method) -> None:
    assert method_from(as_yaml(method)) == method


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(ALL), st.data())
def test_a_step_taken_out_leaves_a_method_that_still_hangs_together(
    method: Method, data: st.DataObject
) -> None:
    key = data.draw(st.sampled_from([step.key for step in method.activities]))
    left = change.without_step(method, key)
    assert method_from(as_yaml(left)) == left
    home = change.home_of(method, key)
    assert (left.activity(key) is None) == (len(home.steps) > 1)


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(ALL), st.data(), st.sampled_from([-1, 1]))
def test_a_step_that_is_moved_loses_nothing_or_stays_where_a_phase_waits_for_it(
    method: Method, data: st.DataObject, places: int
) -> None:
    key = data.draw(st.sampled_from([step.key for step in method.activities]))
    try:
        moved = change.moved_step(method, key, places)
    except Mistakes as refused:
        if "wait for each other" not in str(refused):
            raise
        return
    assert {step.key for step in moved.activities} == {step.key for step in method.activities}


def test_what_hung_on_a_step_that_goes_hangs_on_what_that_hung_on() -> None:
    method = small(step("one", "offset: 1 week"), step("two", "anchor: one, offset: 3 days"))
    left = change.without_step(method, "one").activity("two")
    assert left is not None
    assert (left.anchor, left.offset) == ("first", 10)


def test_a_step_at_the_edge_goes_to_the_next_phase() -> None:
    method = small(step("one"), step("two"), phase("later"), step("three"))
    moved = change.moved_step(method, "two", 1)
    assert [[one.key for one in part.steps] for part in moved.phases] == [["one"], ["two", "three"]]
    assert change.moved_step(moved, "one", 1) == moved, "the only step of a phase stays"


def test_a_change_that_makes_a_loop_is_refused() -> None:
    method = small(step("one"), step("two", "anchor: one"))
    with pytest.raises(Mistakes, match="wait for each other"):
        change.changed_step(method, "one", anchor="two")
    with pytest.raises(KeyError):
        change.changed_step(method, "gone", minutes=5)


def test_half_the_contacts_shows_as_half_the_contacts() -> None:
    method = methods()["back-to-work-your-way"]
    fewer = change.changed_step(method, "weekly-contact", repeat=Repeat(every=14, times=6))
    found = effect(method, fewer)
    assert found.before.contacts - found.after.contacts == 6
    (moved,) = found.moved
    assert moved.was is not None
    assert moved.becomes is not None
    assert (moved.was.times, moved.becomes.times) == (12, 6)
    assert moved.was.first == moved.becomes.first
    assert effect(method, method).is_none


def test_later_steps_move_with_the_step_they_hang_on() -> None:
    method = small(step("one"), step("two", "anchor: one, offset: 1 week"), head=HEAD)
    later = change.changed_step(method, "one", anchor=PHASE, offset=14)
    assert {one.step.key for one in effect(method, later).moved} == {"one", "two"}
