"""A learning module as it was read: both languages, its steps, and the conversations in it. Nothing here changes."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from pydantic import Field

from spoorboek.methods.reading import Strict, Text

LANGUAGES = ("nl", "en")
DRAWN = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
LOOKS = ("scarf", "curls", "short", "bob", "grey", "beard")
"""Who can be drawn beside what they say."""


class Mood(StrEnum):
    """How somebody looks while saying something."""

    CALM = "calm"
    GLAD = "glad"
    RELIEVED = "relieved"
    TIRED = "tired"
    WORRIED = "worried"
    TENSE = "tense"
    CLOSED = "closed"
    SURPRISED = "surprised"


class Someone(Strict):
    """A person in the module's conversations."""

    name: Text = Field(examples=["Fatma"])
    role: Text = Field(examples=["medewerker"])
    look: Literal["scarf", "curls", "short", "bob", "grey", "beard"] = Field(examples=["scarf"])


class Source(Strict):
    """Where a fact in the module comes from."""

    label: Text = Field(examples=["Burgerlijk Wetboek 7, art. 658a"])
    url: str = Field(
        default="", pattern=r"^$|^https://", examples=["https://wetten.overheid.nl/BWBR0005290/"]
    )


class Head(Strict):
    """What stands above a module, between two lines of `---`."""

    title: Text = Field(examples=["Warm contact"])
    for_: Literal["work", "client"] = Field(alias="for", examples=["work"])
    """For whoever guides or leads (`work`), or for the person whom it is about (`client`)."""
    minutes: int = Field(ge=2, le=15, examples=[8])
    summary: Text = Field(examples=["Bellen met wie ziek is: wat zeg je, en wat vraag je niet?"])
    learn: tuple[Text, ...] = Field(min_length=1, examples=["Je weet hoe je een eerste gesprek opent."])
    as_of: Text = Field(examples=["november 2026"])
    """When the facts in it were last looked up."""
    sources: tuple[Source, ...] = Field(min_length=1, examples=[{"label": "Wet WIA, art. 25"}])
    cast: dict[str, Someone] = Field(default={}, examples=[{"fatma": {"name": "Fatma"}}])


class Kind(StrEnum):
    """Kinds of steps, as an author writes them behind a heading: `# Title {key kind}`."""

    TEXT = "text"
    CONVERSATION = "conversation"
    ORDER = "order"
    GROUPS = "groups"
    CHOOSE = "choose"
    PRACTICE = "practice"
    REFLECT = "reflect"


@dataclass(frozen=True)
class Choice:
    """Something the learner can say: where that leads, and what it does. Texts are safe HTML."""

    text: str
    leads_to: str
    feedback: str
    line: int = 0


@dataclass(frozen=True)
class Said:
    """One thing said or told. Without a speaker it is told by nobody in particular."""

    text: str
    speaker: str = ""
    mood: Mood | None = None


@dataclass(frozen=True)
class Node:
    """One moment in a conversation: what is said, and what can be said to it. `end`: how it ended, if it did."""

    key: str
    said: tuple[Said, ...]
    choices: tuple[Choice, ...] = ()
    end: Literal["", "good", "again"] = ""
    line: int = 0

    @property
    def mood(self) -> Said | None:
        """The last thing said by somebody with a face."""
        return next((one for one in reversed(self.said) if one.mood), None)


@dataclass(frozen=True)
class Item:
    """Something to sort or choose. `right`: a good answer (choose), or the number of its group (groups)."""

    text: str
    feedback: str
    right: bool = False
    group: int = 0


@dataclass(frozen=True)
class Step:
    """One page of a module. `body` and `closing` are safe HTML; `closing` is shown with the feedback."""

    key: str
    kind: Kind
    title: str
    body: str
    line: int = 0
    closing: str = ""
    nodes: dict[str, Node] = field(default_factory=dict)
    """Of a conversation, the first one first."""
    items: tuple[Item, ...] = ()
    """Of an order in the right order."""
    groups: tuple[str, ...] = ()
    door: str = ""
    """Of a practice the name of the page where it is done; of a reflection the worksheet in which it can be kept."""

    @property
    def first(self) -> Node:
        return next(iter(self.nodes.values()))

    @property
    def several_right(self) -> bool:
        return sum(item.right for item in self.items) > 1

    @property
    def asks(self) -> bool:
        """Whether the learner answers something that gets feedback."""
        return self.kind in {Kind.ORDER, Kind.GROUPS, Kind.CHOOSE}


@dataclass(frozen=True)
class Edition:
    """A module in one language."""

    language: str
    head: Head
    steps: tuple[Step, ...]
    file: str = ""

    def step(self, key: str) -> Step | None:
        return next((step for step in self.steps if step.key == key), None)

    def number(self, key: str) -> int:
        """Which step this is, from 1; 1 for a step that is not there (any more)."""
        return next((number for number, step in enumerate(self.steps, 1) if step.key == key), 1)


@dataclass(frozen=True)
class Module:
    """A module in both languages, which have the same steps, choices and answers."""

    key: str
    nl: Edition
    en: Edition

    def in_language(self, code: str) -> Edition:
        """The edition in `nl` or `en`; Dutch for any other language."""
        return self.en if code.startswith("en") else self.nl

    @property
    def is_for_clients(self) -> bool:
        return self.nl.head.for_ == "client"

    @property
    def minutes(self) -> int:
        return self.nl.head.minutes

    @property
    def cover(self) -> str:
        """The first drawing in it as SVG, for beside its title; empty without one."""
        found = DRAWN.search("".join(step.body for step in self.nl.steps))
        return found.group() if found else ""
