"""The clock of a step: pure, from what the meeting holds and the instant it is."""

from dataclasses import dataclass
from datetime import datetime, timedelta

CHAIR_AWAY = timedelta(seconds=30)
"""So long after the chair's screen was last seen, anyone is offered the chair."""


@dataclass(frozen=True)
class StepClock:
    """When a step began, how long it stood still in all, and since when it stands still now."""

    began_at: datetime
    minutes: int
    paused: timedelta = timedelta()
    paused_at: datetime | None = None

    def left(self, now: datetime) -> timedelta:
        """What is left of the step; below zero once its time is up. The same for who comes late."""
        until = self.paused_at or now
        return timedelta(minutes=self.minutes) - (until - self.began_at - self.paused)


def chair_is_offered(here_until: datetime | None, began_at: datetime | None, now: datetime) -> bool:
    """Whether the chair has been away for so long that someone else may take it.

    A chair who never came counts from when the meeting began.
    """
    seen = here_until or began_at
    return seen is None or now - seen >= CHAIR_AWAY


def offered_in(here_until: datetime | None, began_at: datetime | None, now: datetime) -> float | None:
    """In how many seconds the chair will be offered if nothing changes; None where it is already."""
    seen = here_until or began_at
    if seen is None or chair_is_offered(here_until, began_at, now):
        return None
    return (seen + CHAIR_AWAY - now).total_seconds()
