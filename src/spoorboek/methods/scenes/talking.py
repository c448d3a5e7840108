"""A scene's conversation without any picture: what was said, what is said now, and what one can say. Pure.

talk = talked(scene.played("nl"), "0.2", kind="friendly")      # after the first answer, then the third
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

JSON = Mapping[str, Any]
MOST = 60
"""Answers in one conversation; what is longer goes round."""


@dataclass(frozen=True)
class Said:
    """One thing that somebody says. `name` is empty for the narrator; `inside` is what it is like in their seat."""

    who: str
    name: str
    mood: str
    text: str
    inside: str


@dataclass(frozen=True)
class Answer:
    """What one can say, or said. `place` is its number in the moment."""

    place: int
    text: str
    feedback: str
    tag: str


@dataclass(frozen=True)
class Round:
    """What was said up to where one could answer, the answer (none where one has not answered yet), and what there
    was to choose."""

    said: tuple[Said, ...]
    answer: Answer | None = None
    choices: tuple[Answer, ...] = ()


@dataclass(frozen=True)
class Talk:
    """A conversation as far as it went. `end` is the outcome (key, title, text), or `None`."""

    rounds: tuple[Round, ...]
    now: Round
    choices: tuple[Answer, ...]
    end: Mapping[str, str] | None
    path: str

    @property
    def before(self) -> str:
        """The path without the last answer."""
        return ".".join(self.path.split(".")[:-1])


def talked(scene: JSON, path: str, kind: str = "") -> Talk:
    """The conversation of a played scene after the answers in `path` (numbers with dots between).

    What does not fit in it is left out, so that a path of an older version still begins.
    """
    nodes = scene["dialogue"]["nodes"]
    names = {one["id"]: one["name"] for one in scene["people"]}
    key, rounds, taken = scene["dialogue"]["start"], [], []
    said, node = heard(nodes, key, names, kind)
    for part in path.split(".")[:MOST]:
        if not part.isdecimal() or int(part) >= len(node["choices"]):
            break
        choice = node["choices"][int(part)]
        offered = answers(node)
        rounds.append(Round(said, offered[int(part)], offered))
        taken.append(part)
        said, node = heard(nodes, choice["byKind"].get(kind, choice["to"]), names, kind)
    return Talk(tuple(rounds), Round(said), answers(node), node["end"], ".".join(taken))


def answers(node: JSON) -> tuple[Answer, ...]:
    return tuple(
        Answer(place, one["text"], one["feedback"], one["tag"]) for place, one in enumerate(node["choices"])
    )


def heard(nodes: JSON, key: str, names: Mapping[str, str], kind: str) -> tuple[tuple[Said, ...], JSON]:
    """What is said from a moment on, until one can answer or it ends; and that last moment."""
    said = []
    for _turn in range(len(nodes)):
        node = in_manner(nodes[key], kind)
        said.append(Said(node["who"], names.get(node["who"], ""), node["mood"], node["text"], node["inside"]))
        if not node["to"]:
            break
        key = node["to"]
    return tuple(said), node


def in_manner(node: JSON, kind: str) -> JSON:
    """The moment as this kind of the other person has it."""
    return {**node, **node.get("asKind", {}).get(kind, {})}
