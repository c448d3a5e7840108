"""A scene as the engine reads it: the JSON of frontend/vr/scene.ts, in one language, with one's own words in it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from spoorboek.methods.reading import Strict, Words
from spoorboek.methods.scenes.conversation import Manner, Node
from spoorboek.methods.scenes.model import Action, Amount, Event, Floor, Look, Prop, Room, SceneFile
from spoorboek.methods.scenes.own_words import COLOUR, filled, values

JSON = dict[str, Any]
RENAMED = {
    "hair_style": "hairStyle",
    "by_kind": "byKind",
    "small_steps": "smallSteps",
    "least": "from",
    "in_": "in",
}
ACTIONS = {
    "sound": ("key",), "mood": ("who", "mood"), "act": ("who", "act"), "enter": ("who",), "leave": ("who",),
    "line": ("who", "text", "mood"),
}  # fmt: skip
"""What each kind of action needs."""
COLOURED: dict[type[Strict], tuple[str, ...]] = {
    Floor: ("colour",), Room: ("wall", "accent"), Prop: ("colour",), Look: ("skin", "hair", "top", "bottom"),
}  # fmt: skip
PLAIN = "#c8c2b8"
"""Stands where a word was filled in that is no colour: a colour goes into drawings as it is."""
LEFT_OUT = {"theme", "situation", "at_home", "own", "breathing", "dialogue", "events", "dials", "steps"}


def played(scene: SceneFile, language: str, own: Mapping[str, str]) -> JSON:
    """See `SceneFile.played`."""
    code = "en" if language.startswith("en") else "nl"
    known = values(scene, code, own)
    write = Writer(code, known)
    rest = {name: getattr(scene, name) for name in type(scene).model_fields if name not in LEFT_OUT}
    return {
        "schema": 1,
        "lang": code,
        **write.fields(rest),
        "dials": [{**write(dial), "value": write.amount(dial.value)} for dial in scene.dials],
        "steps": [
            {**write(step), "dials": {key: write.amount(value) for key, value in step.dials.items()}}
            for step in scene.steps
        ],
        "events": [write.event(event) for event in scene.events],
        "dialogue": write.dialogue(scene),
        "breathing": write.breathing(scene),
    }


class Writer:
    """Writes parts of a scene in one language."""

    def __init__(self, language: str, known: Mapping[str, str]) -> None:
        self.language, self.known = language, known

    def __call__(self, value: Any) -> Any:
        for kind, write in WRITERS:
            if isinstance(value, kind):
                return write(self, value)
        return value

    def words(self, words: Words) -> str:
        return filled(words.in_language(self.language), self.known)

    def text(self, text: str) -> str:
        return filled(text, self.known)

    def part(self, part: Strict) -> JSON:
        made = self.fields({name: getattr(part, name) for name in type(part).model_fields})
        for name in COLOURED.get(type(part), ()):
            if made[name] is not None and not COLOUR.fullmatch(made[name]):
                made[name] = PLAIN
        return made

    def fields(self, given: Mapping[str, Any]) -> JSON:
        return {RENAMED.get(name, name): self(value) for name, value in given.items()}

    def row(self, row: Sequence[Any]) -> list[Any]:
        return [self(one) for one in row]

    def amount(self, amount: Amount) -> int:
        return int(self.text(str(amount)))

    def event(self, event: Event) -> JSON:
        dial = {"key": event.dial.key, "from": event.dial.least} if event.dial else None
        actions = [self.action(one) for one in event.actions]
        return {
            "key": event.key,
            "label": self(event.label),
            "at": event.at,
            "dial": dial,
            "actions": actions,
        }

    def action(self, action: Action) -> JSON:
        needed = {name: self(getattr(action, name)) for name in ACTIONS[action.do]}
        return {"do": action.do, **needed}

    def dialogue(self, scene: SceneFile) -> JSON:
        nodes = {key: self.node(node) for key, node in scene.dialogue.nodes.items()}
        return {"start": scene.dialogue.start, "nodes": nodes}

    def node(self, node: Node) -> JSON:
        end = node.end and {"key": node.end.key, "title": self(node.end.title), "text": self(node.end.text)}
        said = {"who": node.who, "mood": node.mood, "text": self(node.text)}
        told = {**said, "inside": self(node.inside) if node.inside else "", "choices": self(node.choices)}
        return {**told, "asKind": self.manners(node.as_kind), "to": node.to, "end": end}

    def manners(self, manners: Mapping[str, Manner]) -> JSON:
        """By kind, only what differs."""
        return {
            kind: {name: self(value) for name, value in dict(manner).items() if value is not None}
            for kind, manner in manners.items()
        }

    def breathing(self, scene: SceneFile) -> JSON | None:
        breath = scene.breathing
        if breath is None:
            return None
        words = {"in": self(breath.words_in), "out": self(breath.words_out)}
        return {"in": breath.in_, "out": breath.out, "words": words}


WRITERS: tuple[tuple[Any, Callable[[Writer, Any], Any]], ...] = (
    (Words, Writer.words),
    (Strict, Writer.part),
    (str, Writer.text),
    (Mapping, Writer.fields),
    ((list, tuple), Writer.row),
)
