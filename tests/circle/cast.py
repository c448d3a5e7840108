"""A group for intervision of some coaches, and a meeting of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from spoorboek.circle.acts.groups import answer_invitation, invite, make_group
from spoorboek.circle.acts.planning import choose_presenter, plan_meeting
from spoorboek.circle.acts.running import begin, on
from spoorboek.circle.models import Attendance, Group, Meeting
from spoorboek.methods.intervision import ways
from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.people.models import Person
from spoorboek.people.policy import Role
from spoorboek.people.registrar import appoint, found_organisation
from tests.builders import actor, person

REGISTRAR = Actor(system=System.REGISTRAR)
SOON = timedelta(minutes=30)


@dataclass
class Circle:
    """The chair made the group; the second person presents; everyone is a coach of one organisation."""

    group: Group
    people: list[Person]

    @property
    def chair(self) -> Actor:
        return actor(self.people[0])

    @property
    def presenter(self) -> Actor:
        return actor(self.people[1])

    @property
    def others(self) -> list[Actor]:
        return [actor(one) for one in self.people[2:]]

    def planned(self, way: str = "incident") -> Meeting:
        with acting_as(self.chair):
            return plan_meeting(self.chair, self.group.pk, soon(), way)

    def running(self, step: str = "", way: str = "incident") -> Meeting:
        """A meeting that runs and stands at a step."""
        meeting = self.planned(way)
        with acting_as(self.presenter):
            choose_presenter(self.presenter, meeting.pk, self.presenter.account_id)
        with acting_as(self.chair):
            begin(self.chair, meeting.pk)
            for number in range(ways()[way].place_of(step) if step else 0):
                on(self.chair, meeting.pk, number)
        return fresh(meeting)


def soon() -> datetime:
    return timezone.now() + SOON


def circle(size: int = 4) -> Circle:
    place = found_organisation("Begeleiders Test", "reintegration")
    people = [person("Coach") for _ in range(size)]
    for one in people:
        appoint(one.pk, place, Role.COACH)
    maker = actor(people[0])
    with acting_as(maker):
        group = make_group(maker, "Intervisie Test")
        for one in people[1:]:
            invite(maker, group.pk, account_id=one.pk)
    for one in people[1:]:
        with acting_as(actor(one)):
            answer_invitation(actor(one), group.pk, yes=True)
    return Circle(group, people)


def fresh(meeting: Meeting) -> Meeting:
    with acting_as(REGISTRAR):
        return Meeting.objects.select_related("group").get(pk=meeting.pk)


def gone_for(meeting: Meeting, who: Actor, seconds: int) -> None:
    """Somebody was last seen so long ago."""
    seen = timezone.now() - timedelta(seconds=seconds)
    with acting_as(REGISTRAR):
        Attendance.objects.update_or_create(
            meeting=meeting, account_id=who.person_id, defaults={"came_at": seen, "here_until": seen}
        )
