"""What a coach may ask: bounds, one step at a time, the rule that was agreed; and always what calms."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from pydantic import TypeAdapter

from spoorboek.practice.live import wire
from spoorboek.practice.live.guard import Rule, Waits, checked, raises
from spoorboek.practice.live.state import State

COMMAND: TypeAdapter[wire.Command] = TypeAdapter(wire.Command)
SCENE: dict[str, Any] = {
    "dials": [
        {"key": "noise", "min": 0, "max": 10, "step": 2, "value": 0},
        {"key": "children", "min": 2, "max": 14, "step": 3, "value": 2},
    ],
    "steps": [
        {"key": f"step-{place}", "dials": {"noise": 2 * place, "children": 2 + 3 * place}}
        for place in range(5)
    ],
    "events": [{"key": "phone"}],
    "people": [{"id": "sanne"}],
}
RULE = Rule(SCENE)


def ask(
    state: State, rule: Rule = RULE, there: bool = True, asked: bool = True, **command: Any
) -> dict[str, Any]:
    return checked(COMMAND.validate_python(command), state, rule, there=there, asked=asked)


def running(*tensions: float) -> State:
    state = State(phase="running", t=100_000)
    state.ratings = [{"t": 1000.0 * (n + 1), "value": value} for n, value in enumerate(tensions)]
    return state


def test_a_dial_goes_up_by_one_mark_however_far_it_was_turned() -> None:
    assert ask(running(4), type="dial", key="noise", value=10)["value"] == 2
    assert ask(running(4), type="dial", key="noise", value=1e6)["value"] == 2


def test_a_dial_goes_down_as_far_as_asked_whatever_the_tension() -> None:
    state = running(9)
    state.dials["noise"] = 8
    assert ask(state, type="dial", key="noise", value=-50)["value"] == 0


@pytest.mark.parametrize(
    ("tensions", "why"),
    [((), "Vraag eerst"), ((7,), "wacht tot die 6"), ((3, 5), "steeg net")],
)
def test_a_step_up_waits_and_says_why(tensions: tuple[int, ...], why: str) -> None:
    with pytest.raises(Waits, match=why):
        ask(running(*tensions), type="step", key="step-1")


def test_several_steps_up_at_once_never_stand_on_one_rating() -> None:
    state = running(4)
    for command in (
        {"type": "dial", "key": "noise", "value": 2},
        {"type": "dial", "key": "children", "value": 5},
        {"type": "step", "key": "step-1"},
    ):
        assert raises(ask(state, **command), state, RULE)
    assert not raises({"type": "dial", "key": "noise", "value": 0}, state, RULE)
    state.raised()
    for command in ({"type": "dial", "key": "children", "value": 5}, {"type": "step", "key": "step-1"}):
        with pytest.raises(Waits, match="Vraag eerst"):
            ask(state, **command)
    state.fold({"t": state.t + 1, "type": "rating", "key": "", "value": 4, "by": "user"})
    assert ask(state, type="step", key="step-1")


def test_a_step_up_waits_for_a_rating_since_the_last_one() -> None:
    state = running(4)
    state.fold({"t": 5000, "type": "dial", "key": "noise", "value": 0, "by": "system"})
    state.fold({"t": 6000, "type": "dial", "key": "noise", "value": 2, "by": "coach"})
    with pytest.raises(Waits, match="Vraag eerst"):
        ask(state, type="dial", key="noise", value=4)
    state.fold({"t": 7000, "type": "rating", "key": "", "value": 4, "by": "user"})
    assert ask(state, type="dial", key="noise", value=4)["value"] == 4


def test_the_client_says_yes_before_any_step_up() -> None:
    with pytest.raises(Waits, match="zegt eerst ja"):
        ask(running(4), asked=False, type="step", key="step-1")
    assert ask(running(4), type="step", key="step-1")["key"] == "step-1"
    with pytest.raises(Waits, match="wacht tot"):
        ask(running(8), type="step", key="step-1")


def test_no_step_of_the_ladder_is_passed_over() -> None:
    with pytest.raises(Waits, match="Eén stap"):
        ask(running(2), type="step", key="step-2")


@pytest.mark.parametrize("command", [{"type": "pause"}, {"type": "safe-place"}, {"type": "stop"}])
def test_what_calms_goes_on_also_while_the_client_is_away(command: dict[str, Any]) -> None:
    assert ask(running(9), there=False, **command)["type"] == command["type"]


def test_nothing_new_happens_while_the_client_is_away_or_the_scene_stands_still() -> None:
    with pytest.raises(Waits, match="niet verbonden"):
        ask(running(2), there=False, type="event", key="phone")
    with pytest.raises(Waits, match="stilstaat"):
        ask(State(phase="paused"), type="event", key="phone")


def test_who_paused_goes_on_themselves() -> None:
    with pytest.raises(Waits, match="gaat zelf verder"):
        ask(State(phase="paused", phase_by="user"), type="resume")
    with pytest.raises(Waits, match="gaat zelf verder"):
        ask(State(phase="safe-place", phase_by="coach"), type="resume")
    assert ask(State(phase="paused", phase_by="coach"), type="resume") == {"type": "resume"}


@pytest.mark.parametrize(
    "command",
    [
        {"type": "dial", "key": "light", "value": 1},
        {"type": "step", "key": "step-9"},
        {"type": "event", "key": "fire"},
        {"type": "voice", "who": "nobody"},
    ],
)
def test_what_is_not_in_the_scene_is_refused(command: dict[str, Any]) -> None:
    with pytest.raises(Waits):
        ask(running(2), **command)


@settings(max_examples=60, deadline=None)
@given(some.lists(some.tuples(some.sampled_from(["noise", "children"]), some.floats(-1e6, 1e6)), max_size=20))
def test_however_dials_are_turned_they_stay_within_bounds_and_rise_by_one_mark(
    turns: list[tuple[str, float]],
) -> None:
    state = running(3)
    for key, value in turns:
        before = RULE.target(state, key)
        dial = RULE.dial(key)
        state.ratings.append({"t": state.raised_at + 1, "value": 3})
        now = ask(state, type="dial", key=key, value=value)["value"]
        assert dial["min"] <= now <= min(dial["max"], max(before, before + dial["step"]))
        state.fold({"t": state.t + 1, "type": "dial", "key": key, "value": now, "by": "coach"})


def test_a_number_is_asked_while_the_scene_runs_and_not_otherwise() -> None:
    assert ask(running(9), type="ask") == {"type": "ask"}
    for phase in ("ready", "paused", "safe-place"):
        with pytest.raises(Waits, match="terwijl de scène loopt"):
            ask(State(phase=phase), type="ask")
