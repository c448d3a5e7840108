"""What planning gives: steps with a day and the reason for that day, what would move, and how much was done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from spoorboek.methods.model import Activity, RoleKey


@dataclass(frozen=True, slots=True)
class Facts:
    """What a plan is made from. `dates`: known days of the law's keys, of the clocks' last days and of events.

    `starts`: by method, where one begins on another day than `start`. `has`: who takes part and what is there
    (`checks.HAS`); `answers`: what was answered before planning.
    """

    start: date
    dates: Mapping[str, date] = field(default_factory=dict)
    has: frozenset[str] = frozenset()
    tracks: frozenset[int] = frozenset({1})
    answers: Mapping[str, str] = field(default_factory=dict)
    starts: Mapping[str, date] = field(default_factory=dict)

    def start_of(self, method: str) -> date:
        return self.starts.get(method, self.start)


class LinkKind(StrEnum):
    """What a link in the reason for a day is."""

    START = "start"
    LAW = "law"
    EVENT = "event"
    PHASE = "phase"
    STEP = "step"
    BY_HAND = "by-hand"
    """A step whose day a person set, or that was done on it."""
    OFFSET = "offset"
    """Days after (or before) the link before."""
    REPEAT = "repeat"
    """Again, so many days after the first time."""
    WORKING_DAY = "working-day"
    """Moved off a weekend or a holiday."""


@dataclass(frozen=True, slots=True)
class Link:
    """One link in the reason for a day: `key` names a date, phase or step; `days` are counted from the link before."""

    kind: LinkKind
    key: str
    day: date
    days: int = 0


@dataclass(frozen=True, slots=True)
class Planned:
    """A step with its proposed day. Without a day, `waits_for` names the date it waits for.

    `id` is stable: `method/step/number`, or `shared/key/number` for a step of several methods. `latest` is the last day
    of its window. `after`: the id of the step it hangs on. `hand_set`, `done` and `closed` (skipped, or otherwise over)
    are marks of whoever keeps the plan; the day of a step so marked never moves.
    """

    id: str
    methods: tuple[str, ...]
    phase: str
    activity: Activity
    number: int
    day: date | None
    latest: date | None
    who: tuple[RoleKey, ...]
    because: tuple[Link, ...] = ()
    waits_for: str = ""
    after: str = ""
    hand_set: bool = False
    done: date | None = None
    closed: bool = False

    @property
    def fixed(self) -> bool:
        """Whether no plan may move it."""
        return self.hand_set or self.closed or self.done is not None


class Change(StrEnum):
    """What a new plan proposes for a step."""

    MOVE = "move"
    WAIT = "wait"
    """The date it hung on is no longer known."""
    ADD = "add"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that would change, never done by itself. `planned` is the step as it would be (as it was, for DROP)."""

    change: Change
    planned: Planned
    was: date | None
    becomes: date | None

    @property
    def id(self) -> str:
        return self.planned.id

    @property
    def because(self) -> tuple[Link, ...]:
        """The reason for the new day."""
        return self.planned.because


@dataclass(frozen=True, slots=True)
class Done:
    """A step that was done. `id` as in the plan, empty for one that nobody had planned."""

    id: str
    day: date
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole; a share of nothing has no value."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class Fidelity:
    """How far a course was done as planned, up to a day. Every number with what it is a part of.

    dose: steps done of steps due. minutes: minutes spent of minutes expected of the steps that were due. core: the same
    as dose for core steps. order: of the done steps that hang on another done step, those done not before it. extra:
    done without having been planned (welcome, and no part of the others).
    """

    dose: Share
    minutes: Share
    core: Share
    order: Share
    extra: int
