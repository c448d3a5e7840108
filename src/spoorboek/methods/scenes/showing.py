"""What somebody's answers showed, said back at the end: which skills, and what else was possible. Never a mark."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spoorboek.methods.scenes.talking import JSON, Answer, Talk, answers

MOST_HINTS = 2
"""More at once is a list of what went wrong."""


@dataclass(frozen=True)
class Shown:
    """A skill that was heard, and in which answers."""

    label: str
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Hint:
    """A skill that one could have shown: how, and an answer that was there to choose."""

    label: str
    hint: str
    example: str


def skills_in(scene: JSON, talk: Talk) -> tuple[tuple[Shown, ...], tuple[Hint, ...]]:
    """What was shown in a conversation, and what else was possible in the moments that one came through."""
    given = [one.answer for one in talk.rounds if one.answer]
    return skills_among(scene, given, [choice for one in talk.rounds for choice in one.choices])


def skills_told(scene: JSON, told: Iterable[tuple[str, int]]) -> tuple[tuple[Shown, ...], tuple[Hint, ...]]:
    """The same of answers as a player tells them: in which moment, and at what place in it."""
    nodes = (scene.get("dialogue") or {}).get("nodes", {})
    rounds = [(answers(nodes[key]), place) for key, place in told if key in nodes]
    given = [choices[place] for choices, place in rounds if 0 <= place < len(choices)]
    return skills_among(scene, given, [choice for choices, _place in rounds for choice in choices])


def skills_among(
    scene: JSON, given: Sequence[Answer], there: Sequence[Answer]
) -> tuple[tuple[Shown, ...], tuple[Hint, ...]]:
    """`given`: the answers of somebody; `there`: all that they could have given."""
    shown, hints = [], []
    for skill in scene.get("skills", ()):
        said = tuple(one.text for one in given if one.tag == skill["key"])
        other = [one.text for one in there if one.tag == skill["key"]]
        if said:
            shown.append(Shown(skill["label"], said))
        elif other:
            hints.append(Hint(skill["label"], skill["hint"], other[-1]))
    return tuple(shown), tuple(hints[:MOST_HINTS])
