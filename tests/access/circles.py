"""A group for intervision of the coach and the labour expert who take part in the full dossier, and nobody else."""

import uuid
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from django.utils import timezone

from spoorboek.circle.acts.ending import rate
from spoorboek.circle.acts.groups import answer_invitation, invite, make_group
from spoorboek.circle.acts.planning import choose_presenter, plan_meeting
from spoorboek.circle.acts.presence import be_there
from spoorboek.circle.acts.running import begin
from spoorboek.circle.acts.writing import write_case
from spoorboek.people.actor import acting_as
from spoorboek.people.policy import Role
from tests.access.world import world


@dataclass(frozen=True)
class Circle:
    """The group, its running meeting, and a second group to leave. The coach's case is not shown yet."""

    group: uuid.UUID
    meeting: uuid.UUID
    spare: uuid.UUID


def a_group(name: str) -> uuid.UUID:
    coach, expert = world().actor(Role.COACH), world().actor(Role.LABOUR_EXPERT)
    with acting_as(coach):
        made = make_group(coach, name)
        invite(coach, made.pk, account_id=expert.account_id)
    with acting_as(expert):
        answer_invitation(expert, made.pk, yes=True)
    return made.pk


@cache
def circle() -> Circle:
    coach = world().actor(Role.COACH)
    group = a_group("Intervisie")
    with acting_as(coach):
        meeting = plan_meeting(coach, group, timezone.now() + timedelta(hours=1), "incident")
        choose_presenter(coach, meeting.pk, coach.account_id)
        write_case(coach, meeting.pk, "Ik blijf bellen en er verandert niets.")
        begin(coach, meeting.pk)
        be_there(coach, meeting.pk, by_socket=False)
        rate(coach, meeting.pk, 7)
    return Circle(group, meeting.pk, a_group("Reserve"))
