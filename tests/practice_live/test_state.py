"""What a session's screens told, taken in once and in order; and what a screen that was away missed."""

import json
from typing import Any

import pytest

from spoorboek.practice.live import wire
from spoorboek.practice.live.pace import Pace
from spoorboek.practice.live.state import RECENT, Held


def moment(
    n: int, type: str = "rating", key: str = "", value: float | None = 3, by: str = "user"
) -> dict[str, Any]:
    return {"n": n, "t": n * 10.4, "type": type, "key": key, "value": value, "by": by}


def test_a_moment_that_comes_twice_counts_once() -> None:
    held = Held()
    assert [one["n"] for one in held.take("a", [moment(1), moment(2)])] == [1, 2]
    assert [one["n"] for one in held.take("a", [moment(1), moment(2), moment(3)])] == [3]
    assert len(held.state.ratings) == 3


def test_a_moment_after_a_gap_waits_for_the_one_before_it() -> None:
    held = Held()
    assert held.take("a", [moment(2)]) == []
    assert held.got.get("a", 0) == 0
    assert len(held.take("a", [moment(1), moment(2)])) == 2


def test_two_devices_number_for_themselves_and_the_session_goes_on_counting() -> None:
    held = Held()
    held.take("laptop", [moment(1), moment(2)])
    assert [one["n"] for one in held.take("headset", [moment(1)])] == [3]
    assert [one["n"] for one in held.take("laptop", [moment(3)])] == [4]


def test_the_state_follows_what_was_told() -> None:
    held = Held()
    told = [
        moment(1, "phase", "running"), moment(2, "step", "busy", None, "coach"), moment(3, "dial", "noise", 2, "coach"),
        moment(4, "node", "hello", None), moment(5, "answer", "hello", 1), moment(6, "nausea", "", 1),
        moment(7, "voice", "sanne", None, "coach"), moment(8, "phase", "ended:asked"),
    ]  # fmt: skip
    held.take("a", told)
    state = held.state
    assert (state.phase, state.dials, state.step, state.node) == ("ended", {"noise": 2}, "busy", "hello")
    assert (state.answers, state.nausea[0]["value"], state.voice) == (
        [{"node": "hello", "index": 1}],
        1,
        "sanne",
    )


def test_what_is_held_never_grows_without_end() -> None:
    held = Held()
    for n in range(1, 1200):
        held.take("a", [moment(n, "answer", f"node-{n}", 1) if n % 2 else moment(n, "dial", f"dial-{n}")])
    for n in range(100):
        held.take(f"{n:08x}", [moment(1)])
    assert len(json.dumps(held.as_json())) < 40_000


def test_it_reads_back_what_it_wrote() -> None:
    held = Held()
    held.take("a", [moment(1), moment(2, "phase", "paused")])
    held.command({"type": "pause"})
    assert Held.from_json(json.loads(json.dumps(held.as_json()))) == held


def test_who_missed_a_few_gets_those_and_who_missed_many_gets_the_whole() -> None:
    held = Held()
    for n in range(1, 2 * RECENT):
        held.take("a", [moment(n)])
    last = held.kept
    assert [one["n"] for one in held.moments_after(last - 2) or []] == [last - 1, last]
    assert held.moments_after(last) == []
    assert held.moments_after(0) is None


def test_of_what_was_missed_only_what_calms_still_counts() -> None:
    held = Held()
    for command in (
        {"type": "event", "key": "phone"},
        {"type": "pause"},
        {"type": "dial", "key": "noise", "value": 2},
    ):
        held.command(command)
    assert held.still_counts(0) == [{"type": "pause"}]
    assert held.still_counts(2) == []


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "{", '{"pose": [1, 2, 3]}', '{"pose": [29, 0, 0, 0, 0, 0, 1]}', '{"pose": [NaN, 0, 0, 0, 0, 0, 1]}',
        '{"do": {"type": "start"}}', '{"do": {"type": "rate", "value": 2}}', '{"do": {"type": "back"}}',
        '{"do": {"type": "stop", "reason": "asked"}}', '{"do": {"type": "dial", "key": "a b", "value": 1}}',
        '{"do": {"type": "dial", "key": "noise", "value": Infinity}}', '{"moments": []}', '{"elsewhere": 1}',
        '{"moments": [{"n": 1, "t": 0, "type": "words", "key": "", "value": null, "by": "user"}]}',
        '{"moments": [{"n": 1, "t": 0, "type": "answer", "key": "ik zei nee", "value": null, "by": "user"}]}',
        '{"battery": 250}', '{"signal": {"kind": "offer", "sdp": "' + "x" * 7001 + '"}}', '"' + "x" * 17_000 + '"',
    ],
)  # fmt: skip
def test_an_unknown_shape_is_unreadable(text: str) -> None:
    with pytest.raises(wire.Unreadable):
        wire.read(text)


def test_a_screen_that_says_too_much_is_held_to_its_pace() -> None:
    now = [0.0]
    pace = Pace(lambda: now[0])
    allowed = 0
    for _tenth_of_a_millisecond in range(50_000):
        now[0] += 0.0001
        allowed += pace.may("pose")
    assert 50 <= allowed <= 56
    assert sum(pace.may("beat") for _time in range(1000)) == 10
    assert pace.may("command")
