"""The real world and each practice world, one after the other, on its own day: for what runs at night."""

import uuid
from collections.abc import Iterator

from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.people.models import PracticeWorld
from spoorboek.site import clock


def each_world() -> Iterator[uuid.UUID | None]:
    """None with the real day, then each practice world's id; in the body of the loop it is that world's day."""
    with acting_as(Actor(system=System.TIMETABLE)):
        shifts: list[tuple[uuid.UUID | None, int | None]] = [(None, None)]
        shifts += PracticeWorld.objects.order_by("made_at").values_list("pk", "shift_days")
    for world, shift in shifts:
        with clock.practising(shift):
            yield world
