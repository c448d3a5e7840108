"""A working method as data: for whom, phases with an anchor, steps of a kind, and what each is for.

A *step* (`Activity`) stands a number of days from an anchor: the start, a date of the law, an event, another step or
its own phase. Days are whole; in a file they may be written as "2 weeks". Texts are in Dutch and English.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer

from spoorboek.methods.reading import Key, Strict, Text, Words, Wrong
from spoorboek.methods.theory import Theory


class Kind(StrEnum):
    """What a step is. Each has, or will have, a room of its own."""

    CONTACT = "contact"
    COACHING_SESSION = "coaching-session"
    CONVERSATION = "conversation"
    WORKSHEET = "worksheet"
    LEARNING_MODULE = "learning-module"
    QUESTIONNAIRE = "questionnaire"
    VR_SESSION = "vr-session"
    PLACEMENT_STEP = "placement-step"
    GROUP_MEETING = "group-meeting"
    INTERVISION = "intervision"
    PAPER = "paper"


PRIVATE_KINDS = frozenset({Kind.WORKSHEET, Kind.QUESTIONNAIRE, Kind.VR_SESSION, Kind.COACHING_SESSION})
"""Kinds the employer's side does not see, unless the file says otherwise."""

RoleKey = Literal[
    "client", "supervisor", "case_manager", "company_doctor", "labour_expert", "coach", "work_supervisor", "buddy",
    "peer",
]  # fmt: skip
"""Who does a step: the role keys of a dossier."""

DETERMINANTS = (
    "attitude", "norm", "self-efficacy", "knowledge", "skills", "salience", "conditions", "habit",
)  # fmt: skip
"""Of the integrative behaviour model: what shapes wanting (the first three) and being able."""

START, PHASE = "start", "phase"
EVENTS = ("first-return", "full-return", "placement-start")
"""Days in a person's course that are no date of the law: first hours back, all hours back, first day at a placement."""

UNITS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "dag": 1, "dagen": 1, "weken": 7}
SPAN = re.compile(r"^(-?\d{1,4}) (day|days|week|weeks|dag|dagen|weken)$")
LONGEST = 7 * 260


def days_of(value: object) -> object:
    """Days, from a number or a text such as "2 weeks"."""
    if not isinstance(value, str):
        return value
    written = SPAN.match(value.strip())
    if not written:
        raise Wrong(
            'schrijf een aantal dagen of weken, zoals "10 days" of "2 weeks"',
            'write a number of days or weeks, such as "10 days" or "2 weeks"',
        )
    return int(written[1]) * UNITS[written[2]]


def spoken_span(days: int) -> str:
    """Days as they are written in a file."""
    number, unit = (days // 7, "week") if days and days % 7 == 0 else (days, "day")
    return f"{number} {unit}{'' if abs(number) == 1 else 's'}"


Span = Annotated[
    int,
    BeforeValidator(days_of),
    Field(ge=-LONGEST, le=LONGEST),
    PlainSerializer(spoken_span, when_used="json"),
]
Length = Annotated[Span, Field(ge=0)]


def address(value: str) -> str:
    """A web address of a source."""
    if not re.match(r"^https://[^\s/]+\.[a-z]{2,}(/\S*)?$", value):
        raise Wrong(
            "schrijf het hele adres, beginnend met https://",
            "write the whole address, starting with https://",
        )
    return value


class Source(Strict):
    """Something published that the method rests on. `key` is what texts refer to."""

    key: Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9-]*$", examples=["S3"])]
    title: Text = Field(examples=["ZonMw project page"])
    url: Annotated[str, AfterValidator(address)] | None = Field(
        default=None, examples=["https://www.zonmw.nl/nl"]
    )


class Claim(Strict):
    """What is known about whether the method works, by whom it was said, and where that ends."""

    claim: Words
    source: str = Field(examples=["S3"])
    limits: Words


class Statement(Strict):
    """A sentence about the method's design: from a source, or without one our own."""

    text: Words
    source: str | None = Field(default=None, examples=["S3"])


class Design(Strict):
    """What is published about the method and what we made of it."""

    published: tuple[Statement, ...]
    ours: tuple[Words, ...]


class Consent(Strict):
    """Whether the client's permission is asked before the method starts, and in which words."""

    needed: bool = Field(examples=[True])
    key: Key | None = Field(default=None, examples=["vr-practice"])
    words: Words | None = None


class Element(Strict):
    """A core element: what makes the method this method."""

    key: Key
    title: Words
    source: str | None = Field(default=None, examples=["S24"])


class OnlyIf(Strict):
    """Simple conditions; all of them must hold for a step to be planned."""

    has: tuple[Key, ...] = Field(default=(), examples=[["supervisor"]])
    track: Literal[1, 2] | None = Field(default=None, examples=[2])
    answered: dict[Key, str] = Field(default_factory=dict, examples=[{"wants-buddy": "yes"}])


class Repeat(Strict):
    """Again every so many days: a number of times, or until the phase (its own, or the one named) ends."""

    every: Annotated[Span, Field(ge=1)] = Field(examples=["1 week"])
    times: Annotated[int, Field(ge=1, le=200)] | None = Field(default=None, examples=[12])
    until: Key | None = Field(default=None, examples=["phase"])


class ForGuides(Strict):
    """A step in the words of who guides: what to do and how, and a sentence that can really be said.

    `how` tells who makes the first move what to do, or, of a step of the client's own, what the client does. Without a
    `title` the step's own stands.
    """

    title: Words | None = None
    how: tuple[Words, ...] = Field(min_length=1, max_length=4)
    say: Words | None = None


class Activity(Strict):
    """A step. `who` starts with who takes the first move. `why`: determinants or core elements of the method.

    `private`: the employer's side never learns that it is there; empty follows from the kind. `shared`: the same step
    in several methods appears once when they run together. `timing` names the source of its rhythm; without one the
    rhythm is a proposal of ours that an organisation may change.
    """

    key: Key
    kind: Kind = Field(examples=["contact"])
    title: Words
    explanation: Words
    who: tuple[RoleKey, ...] = Field(min_length=1, examples=[["supervisor", "client"]])
    minutes: int = Field(ge=0, le=480, examples=[30])
    why: tuple[Key, ...] = Field(min_length=1, examples=[["self-efficacy"]])
    leaves: Words
    core: bool = Field(default=True, examples=[True])
    anchor: Key = Field(default=PHASE, examples=["first-year-evaluation"])
    offset: Span = Field(default=0, examples=["2 weeks"])
    window: Length = Field(default=7, examples=["1 week"])
    repeat: Repeat | None = None
    only_if: OnlyIf = OnlyIf()
    ref: Key | None = Field(default=None, examples=["week-plan"])
    shared: Key | None = Field(default=None, examples=["warm-contact"])
    private: bool | None = Field(default=None, examples=[True])
    timing: str | None = Field(default=None, examples=["S43"])
    for_guides: ForGuides | None = None
    """Title and explanation speak to the client; this to everyone who guides, where it differs."""

    @property
    def guides_title(self) -> Words:
        """What the step is called for who guides."""
        return (self.for_guides and self.for_guides.title) or self.title

    @property
    def is_private(self) -> bool:
        """Whether the employer's side may not see that this step is there."""
        return self.kind in PRIVATE_KINDS if self.private is None else self.private


class Phase(Strict):
    """A stretch of the method: it begins `offset` days from its anchor and lasts `window` days."""

    key: Key
    title: Words
    why: Words
    anchor: Key = Field(default=START, examples=["start"])
    offset: Span = Field(default=0, examples=["2 weeks"])
    window: Length = Field(default=28, examples=["12 weeks"])
    steps: tuple[Activity, ...] = Field(min_length=1)


class Method(Strict):
    """A working method: one file."""

    key: Key
    version: str = Field(pattern=r"^[0-9]{1,4}(\.[0-9]{1,4}){0,2}$", examples=["1.0"])
    title: Words
    one_line: Words
    private: bool = Field(default=False, examples=[True])
    """The employer's side never learns that this method runs at all."""
    for_whom: tuple[Words, ...] = Field(min_length=1)
    not_for_whom: tuple[Words, ...] = Field(min_length=1)
    sources: tuple[Source, ...] = ()
    evidence: tuple[Claim, ...] = ()
    design: Design
    rhythm: Words
    """What a reader must know about the numbers of days and times in this file."""
    consent: Consent
    elements: tuple[Element, ...] = ()
    phases: tuple[Phase, ...] = Field(min_length=1)
    theory: Theory | None = None

    @property
    def activities(self) -> tuple[Activity, ...]:
        """All steps in the order of the file."""
        return tuple(step for phase in self.phases for step in phase.steps)

    def placed(self) -> Iterator[tuple[Phase, Activity]]:
        """Each step with its phase."""
        return ((phase, step) for phase in self.phases for step in phase.steps)

    def activity(self, key: str) -> Activity | None:
        """The step with this key."""
        return next((step for step in self.activities if step.key == key), None)

    def phase(self, key: str) -> Phase | None:
        """The phase with this key."""
        return next((phase for phase in self.phases if phase.key == key), None)

    def source(self, key: str | None) -> Source | None:
        """The source a text refers to."""
        return next((one for one in self.sources if one.key == key), None)
