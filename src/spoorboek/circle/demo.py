"""The demo's group: the professionals of the told cases, with a meeting planned and a case that lies ready."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from spoorboek.circle.acts.groups import answer_invitation, invite, make_group
from spoorboek.circle.acts.planning import choose_presenter, plan_meeting
from spoorboek.circle.acts.writing import write_case
from spoorboek.dossiers.demo.more import Stage
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.policy import Role
from spoorboek.site import clock

IN = timedelta(days=2)
CASE = (
    "Ik begeleid iemand die al lang thuis is en graag wil beginnen. Elke keer als we een dag afspreken, belt de "
    "leidinggevende dat het rooster niet uitkomt. Ik merk dat ik dan zelf ga bellen en regelen, en dat ik boos word. "
    "Mijn vraag: hoe zorg ik dat zij het samen oplossen, zonder dat ik er tussen ga staan?"
)


def fill(stage: Stage) -> None:
    """The labour expert makes the group and chairs; the coach brings the case."""
    staff = {role: Actor(account_id=person.pk) for role, person in stage.cast.staff.items()}
    expert, coach = staff[Role.LABOUR_EXPERT], staff[Role.COACH]
    others = (Role.COACH, Role.COMPANY_DOCTOR, Role.CASE_MANAGER)
    with acting_as(expert):
        group = make_group(
            expert, "Intervisie Midden", video_link="https://video.example.org/intervisie-midden"
        )
        for role in others:
            invite(expert, group.pk, email=stage.cast.staff[role].account.email or "")
    for role in (Role.COACH, Role.COMPANY_DOCTOR):
        with acting_as(staff[role]):
            answer_invitation(staff[role], group.pk, yes=True)
    day = clock.today() + IN
    with acting_as(expert):
        starts_at = timezone.make_aware(datetime.combine(day, time(15, 0)))
        meeting = plan_meeting(expert, group.pk, starts_at, "incident")
    with acting_as(coach):
        choose_presenter(coach, meeting.pk, coach.account_id)
        write_case(coach, meeting.pk, CASE)
