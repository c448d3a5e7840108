"""The way of intervision that a meeting was planned with."""

import json
from functools import lru_cache

from spoorboek.circle.models import Meeting
from spoorboek.methods.intervision import Step, Way


def way_of(meeting: Meeting) -> Way:
    return read_once(json.dumps(meeting.way))


@lru_cache(maxsize=64)
def read_once(way: str) -> Way:
    """Every screen asks at every change; a meeting's way never changes."""
    return Way.model_validate_json(way)


def steps_of(meeting: Meeting) -> tuple[Step, ...]:
    return way_of(meeting).steps
