"""The conversation of a scene: moments, answers, where they lead, kinds of the other person, what answers show."""

from pydantic import Field

from spoorboek.methods.reading import Key, Strict, Words


class Choice(Strict):
    text: Words
    to: Key
    tag: str = Field(pattern=r"^[a-z][a-z-]*$", examples=["boundary"])
    feedback: Words
    by_kind: dict[Key, Key] = {}
    """Kinds of the other person with whom this answer leads elsewhere."""


class End(Strict):
    """How it can end. `good`: a way out that does what the person came for."""

    key: Key
    title: Words
    text: Words
    good: bool = False


class Manner(Strict):
    """How one kind of the other person is at a moment; what is left out is as the moment itself says."""

    mood: str | None = Field(default=None, examples=["tense"])
    text: Words | None = None
    inside: Words | None = None


class Node(Strict):
    who: str = Field(pattern=r"^[a-z][a-z0-9-]*$", examples=["karin"])
    mood: str = Field(default="neutral", examples=["friendly"])
    text: Words
    inside: Words | None = None
    as_kind: dict[Key, Manner] = {}
    choices: tuple[Choice, ...] = ()
    to: Key | None = None
    end: End | None = None


class Dialogue(Strict):
    """`quiet`: a scene of being there, in which only a few words are said."""

    start: Key
    quiet: bool = False
    nodes: dict[Key, Node] = Field(min_length=1)


class Kind(Strict):
    """A kind of the other person, chosen beforehand: it colours the whole conversation."""

    key: Key
    label: Words
    about: Words


class Skill(Strict):
    """Something that answers with this tag show; `hint` says how, to who did not do it this time."""

    key: Key = Field(examples=["boundary"])
    label: Words
    hint: Words
