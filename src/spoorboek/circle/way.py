"""The way of intervision that a meeting was planned with."""

from spoorboek.circle.models import Meeting
from spoorboek.methods.intervision import Step, Way


def way_of(meeting: Meeting) -> Way:
    return Way.model_validate(meeting.way)


def steps_of(meeting: Meeting) -> tuple[Step, ...]:
    return way_of(meeting).steps
