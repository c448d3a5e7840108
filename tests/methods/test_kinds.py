"""Kinds of the other person, and what answers show: another conversation with each, and nothing said back as a mark."""

from itertools import combinations
from typing import Any

import pytest

from spoorboek.methods.scenes import scenes
from spoorboek.methods.scenes.showing import MOST_HINTS, skills_in
from spoorboek.methods.scenes.talking import Talk, talked

INTERVIEW = "job-interview"
KINDS = ("friendly", "businesslike", "awkward")


def heard(scene: dict[str, Any], kind: str) -> dict[str, set[tuple[str, str]]]:
    """By level, all that one kind of interviewer can say, with the face that says it."""
    found: dict[str, set[tuple[str, str]]] = {}
    waiting = ["0", "1", "2"]
    seen = set()
    while waiting:
        path = waiting.pop()
        talk = talked(scene, path, kind)
        here = found.setdefault(path[0], set())
        here |= {(one.text, one.mood) for one in talk.now.said}
        state = (path[0], talk.now.said)
        if state not in seen:
            seen.add(state)
            waiting += [f"{path}.{one.place}" for one in talk.choices]
    return found


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_kind_of_interviewer_is_another_conversation_on_every_level(language: str) -> None:
    scene = scenes()[INTERVIEW].played(language)
    by_kind = {kind: heard(scene, kind) for kind in KINDS}
    for one, other in combinations(KINDS, 2):
        for level in "012":
            mine, theirs = by_kind[one][level], by_kind[other][level]
            assert len(mine & theirs) / len(mine | theirs) < 0.2, (one, other, level)


def test_every_way_through_with_every_kind_comes_to_an_end() -> None:
    scene = scenes()[INTERVIEW].played("nl")
    for kind in KINDS:
        for answer in range(3):
            path: list[str] = []
            while not (talk := talked(scene, ".".join(path), kind)).end:
                path.append(str(min(answer, len(talk.choices) - 1)))
                assert len(path) < 15, (kind, answer)


def walked(path: str, kind: str = "friendly") -> tuple[dict[str, Any], Talk]:
    scene = scenes()[INTERVIEW].played("nl")
    return scene, talked(scene, path, kind)


def test_skills_are_said_back_with_the_answers_that_showed_them() -> None:
    shown, _hints = skills_in(*walked("0" + ".0" * 3))
    assert {one.label for one in shown} == {"Zeggen wat je kunt", "Waarom juist hier", "Zelf iets vragen"}
    assert all(one.answers for one in shown)


def test_what_else_was_possible_is_an_answer_that_was_there_and_never_a_long_list() -> None:
    scene, talk = walked("2.2.0.2.0.2")
    _shown, hints = skills_in(scene, talk)
    there = {choice.text for one in talk.rounds for choice in one.choices}
    assert 0 < len(hints) <= MOST_HINTS
    assert {one.example for one in hints} <= there


def test_a_scene_without_skills_says_nothing_of_them() -> None:
    scene = scenes()["manager-talk"].played("nl")
    assert skills_in(scene, talked(scene, "0.0")) == ((), ())
