"""A session in a dossier with everyone in it, brought to any state through its own acts."""

import uuid
from dataclasses import dataclass, field
from typing import Any

from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.policy import Role
from spoorboek.practice.sessions.access import Content
from spoorboek.practice.sessions.acts import beginning, feeling, looking_back, planning, playing, screening
from spoorboek.practice.sessions.acts.planning import Plan
from spoorboek.practice.sessions.models import Measure, Session
from spoorboek.site import clock
from tests.dossiers.cast import Cast, cast

SCENE = "manager-talk"
MARK = "Zeezoutmerk"
"""Own words that must reach nobody they are not meant for."""


@dataclass
class Practice:
    """Client and coach of one dossier, and what they do together."""

    here: Cast = field(default_factory=cast)
    scene: str = SCENE

    @property
    def client(self) -> Actor:
        return self.here.client

    @property
    def coach(self) -> Actor:
        return self.here.inside[Role.COACH]

    @property
    def dossier_id(self) -> uuid.UUID:
        return self.here.dossier.pk

    def proposed(self, **changed: Any) -> Session:
        chosen: dict[str, Any] = {"minutes": 5, "content": Content("Rustig mijn zin afmaken")}
        plan = Plan(self.scene, clock.today(), **(chosen | changed))
        with acting_as(self.coach):
            return planning.plan_session(self.coach, self.dossier_id, plan)

    def planned(self, **changed: Any) -> Session:
        made = self.proposed(**changed)
        with acting_as(self.client):
            return planning.agree(self.client, made.pk)

    def suited(self, way: str = Session.Way.SCREEN) -> Session:
        made = self.planned()
        with acting_as(self.client):
            screening.settle_fit(self.client, self.dossier_id, way)
            return screening.settle_today(self.client, made.pk, way)

    def say(self, session: Session, when: str, **said: Any) -> None:
        with acting_as(self.client):
            for what, value in said.items():
                feeling.say(self.client, session.pk, when, what, value)

    def begun(self, way: str = Session.Way.SCREEN) -> Session:
        made = self.suited(way)
        self.say(made, Measure.When.BEFORE, tension=5, nausea=0, symptoms=0)
        with acting_as(self.client):
            return beginning.begin(self.client, made.pk)

    def tell(self, session: Session, *moments: dict[str, Any], by: Actor | None = None) -> int:
        who = by or self.client
        with acting_as(who):
            return playing.keep_moments(who, session.pk, moments)

    def looking_back(self, way: str = Session.Way.SCREEN) -> Session:
        made = self.begun(way)
        self.tell(made, moment(1, "phase", "running"), moment(2, "rating", "during", 6))
        self.tell(made, moment(3, "nausea", "during", 1), moment(4, "phase", "ended:done"))
        return self.fresh(made)

    def closed(self, way: str = Session.Way.SCREEN) -> Session:
        made = self.looking_back(way)
        self.say(made, Measure.When.AFTER, tension=3, nausea=0)
        with acting_as(self.client):
            return looking_back.close_session(self.client, made.pk)

    def fresh(self, session: Session) -> Session:
        with acting_as(self.client):
            return Session.objects.get(pk=session.pk)


def moment(n: int, sort: str, key: str, value: int | None = None, **changed: Any) -> dict[str, Any]:
    """A moment as the player tells it."""
    return {"n": n, "t": n * 1000, "type": sort, "key": key, "value": value, "by": "user"} | changed
