"""A dossier with everyone in it, in which a method runs."""

import uuid
from collections.abc import Sequence

from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.policy import Role
from spoorboek.programme.courses.acts.starting import Wish, agree_to_course, start_courses
from spoorboek.programme.courses.models import Activity, Course, Proposal
from spoorboek.programme.courses.planner import PLANNER
from tests.builders import Company, days_ago, today
from tests.dossiers.cast import Cast

METHOD, PRIVATE, PLAIN = "back-to-work-your-way", "vr-practice", "values-conversation"


def cast(first_sick_day: int = 60) -> Cast:
    company = Company()
    return Cast(company, company.dossier(days_ago(first_sick_day)))


def asked(here: Cast, *methods: str, by: Role = Role.CASE_MANAGER) -> list[Course]:
    """Started by a professional, today; what needs consent waits."""
    actor = here.inside[by]
    with acting_as(actor):
        return start_courses(actor, here.dossier.pk, Wish(methods or (METHOD,), today()))


def running(here: Cast, *methods: str, by: Role = Role.CASE_MANAGER) -> Course:
    """Started, and agreed to by the client; the first course."""
    courses = asked(here, *methods, by=by)
    for course in courses:
        if course.state == Course.State.ASKED:
            with acting_as(here.client):
                agree_to_course(here.client, here.dossier.pk, course.pk)
    with acting_as(PLANNER):
        return Course.objects.select_related("edition").get(pk=courses[0].pk)


def steps(dossier: Dossier, actor: Actor = PLANNER) -> list[Activity]:
    with acting_as(actor):
        return list(Activity.objects.filter(dossier=dossier))


def step(here: Cast, key: str, number: int = 1) -> Activity:
    with acting_as(PLANNER):
        return Activity.objects.get(dossier=here.dossier, step=key, number=number)


def proposals(dossier: Dossier, actor: Actor = PLANNER) -> list[Proposal]:
    with acting_as(actor):
        return list(Proposal.objects.filter(dossier=dossier, state=Proposal.State.OPEN))


def refusal(act: object, actor: Actor, *arguments: object, **named: object) -> str:
    """What an act says when it refuses; empty when it went through."""
    with acting_as(actor):
        try:
            act(actor, *arguments, **named)  # type: ignore[operator]
        except Refused as refused:
            return refused.message
    return ""


def ids(rows: Sequence[Proposal]) -> list[uuid.UUID]:
    return [row.pk for row in rows]
