import uuid
from datetime import date
from typing import Any

from django.apps import AppConfig

from spoorboek.people.signals import night_fell


class CircleConfig(AppConfig):
    """Online intervision: groups, meetings, a live room."""

    name = "spoorboek.circle"
    label = "circle"

    def ready(self) -> None:
        from spoorboek.circle import demo
        from spoorboek.dossiers.demo import more

        more.register("circle", demo.fill)
        night_fell.connect(forget_at_night, dispatch_uid="spoorboek.circle")


def forget_at_night(sender: type, world: uuid.UUID, day: date, **_: Any) -> None:
    """In a practice world the day agreed comes as soon as its clock is set forward."""
    from spoorboek.circle.acts.ending import forget_due

    forget_due(day, world)
