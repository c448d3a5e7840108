"""A theory of change as data: what we do, what that changes, what a person then does, what comes of it."""

from enum import StrEnum
from itertools import pairwise

from pydantic import Field

from spoorboek.methods.reading import Key, Strict, Words


class Level(StrEnum):
    """The four columns of a theory of change, in order."""

    ACTIVITY = "activity"
    DETERMINANT = "determinant"
    BEHAVIOUR = "behaviour"
    OUTCOME = "outcome"


NEXT = dict(pairwise(Level))


class Node(Strict):
    """A box. `steps`: which steps of the method stand behind it."""

    key: Key
    level: Level = Field(examples=["determinant"])
    title: Words
    steps: tuple[Key, ...] = Field(default=(), examples=[["first-talk"]])


class Arrow(Strict):
    """One thing leads to another: according to a source, or by an assumption of ours that is written out."""

    begin: Key = Field(examples=["coaching"])
    end: Key = Field(examples=["self-efficacy"])
    source: str | None = Field(default=None, examples=["S7"])
    assumption: Words | None = None

    @property
    def key(self) -> str:
        """Names the arrow among the others: a key of a box has no two hyphens in a row."""
        return f"{self.begin}--{self.end}"


class Theory(Strict):
    """The boxes and the arrows between them."""

    nodes: tuple[Node, ...] = Field(min_length=4)
    arrows: tuple[Arrow, ...] = Field(min_length=3)
