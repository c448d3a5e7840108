"""Which one next step a client sees on *Vandaag*. Pure: appointments, steps and a moment in, one choice out.

First an appointment of one's own that is near; then what only the client can do; then what is done together or by
someone else now; and when nothing is near: rest, with what comes later.
"""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.utils import timezone

from spoorboek.dossiers.now import LET_GO, open_steps
from spoorboek.dossiers.shown import ShownStep, Status, in_language

APPOINTMENT_NEAR = timedelta(days=14)
OWN_NEAR = timedelta(weeks=6)
"""UWV's letter comes about six weeks before the last day to apply: so long ahead a client wants to know."""
OTHERS_NEAR = timedelta(weeks=3)
"""What others do can wait: before that, rest is what helps."""
LAW_WAITS = timedelta(days=7)
"""What the law or an appointment asks later than this does not come before an own step of this week."""


class Move(StrEnum):
    """Whose turn it is."""

    APPOINTMENT = "appointment"
    OWN = "own"
    TOGETHER = "together"
    OTHERS = "others"
    REST = "rest"


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """A planned appointment. `off`: the client said of this moment that they cannot come."""

    id: uuid.UUID
    kind: str
    way: str
    starts_at: datetime
    ends_at: datetime
    minutes: int
    with_name: str
    off: bool = False

    @property
    def card(self) -> str:
        return f"appointment:{self.id}"


@dataclass(frozen=True, kw_only=True)
class Next:
    """The choice. `late`: a legal day has passed; `past`: any day has. At rest `step` is what comes later, if anything.

    `card` is the name under which *Nu even niet* folds it.
    """

    move: Move
    meeting: Meeting | None = None
    step: ShownStep | None = None
    late: bool = False
    past: bool = False

    @property
    def on(self) -> date | None:
        """The day of it."""
        if self.meeting:
            return timezone.localdate(self.meeting.starts_at)
        return self.step.day if self.step else None

    @property
    def card(self) -> str:
        if self.meeting:
            return self.meeting.card
        return f"step:{self.step.key}:{self.step.ordinal}" if self.step else "rest"


def whose(step: ShownStep) -> Move:
    """The client's own move when the law names them first, together when it names them too."""
    who = step.parties
    if who[0] == "client":
        return Move.OWN
    return Move.TOGETHER if "client" in who else Move.OTHERS


def next_meeting(meetings: Iterable[Meeting], now: datetime) -> Meeting | None:
    """The first appointment that is not over, within two weeks, to which the client is coming."""
    near = [m for m in meetings if not m.off and now <= m.ends_at and m.starts_at - now <= APPOINTMENT_NEAR]
    return min(near, key=lambda m: m.starts_at, default=None)


def worth_saying(steps: Iterable[ShownStep], today: date, unsaid: Sequence[str]) -> list[ShownStep]:
    """Open steps a client may meet here: no rights, nothing that runs by itself, nothing long past that others owe."""
    return [
        step
        for step in open_steps(steps, today)
        if step.key not in unsaid
        and step.day is not None
        and (whose(step) is Move.OWN or step.day >= today - LET_GO)
    ]


def waits_for(steps: Iterable[ShownStep]) -> str:
    """Why the days of the route are not known, when a step that may apply has none: in the law library's own words."""
    without = (step for step in steps if step.day is None and step.row.applies is not False)
    doubts = (doubt for step in without for doubt in step.row.explanation.get("uncertain", ()))
    return next((in_language(doubt["reason"]) for doubt in doubts if doubt["kind"] == "unknown_fact"), "")


def is_near(step: ShownStep, today: date) -> bool:
    ahead = OWN_NEAR if whose(step) is Move.OWN else OTHERS_NEAR
    return step.day is not None and step.day - today <= ahead


def next_for_client(
    meetings: Iterable[Meeting], steps: Iterable[ShownStep], now: datetime, today: date, unsaid: Sequence[str]
) -> Next:
    """The one next step. `unsaid` are keys that never come first: rights and what runs by itself."""
    meeting = next_meeting(meetings, now)
    if meeting:
        return Next(move=Move.APPOINTMENT, meeting=meeting)
    known = worth_saying(steps, today, unsaid)
    near = [step for step in known if is_near(step, today)]
    for move in (Move.OWN, None):
        step = next((one for one in near if move in (None, whose(one))), None)
        if step:
            past = step.day is not None and step.day < today
            return Next(move=whose(step), step=step, late=step.status is Status.LATE, past=past)
    return Next(move=Move.REST, step=next(iter(known), None))


def goes_before(offered_for: date | None, chosen: Next, today: date) -> bool:
    """Whether a step that a room offers for a day of this week goes first: the law's own is over a week away."""
    if offered_for is None or chosen.on is None:
        return False
    return offered_for - today <= LAW_WAITS < chosen.on - today
