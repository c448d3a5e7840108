"""The demo's courses: three of the told people follow a method, each somewhere else on the way."""

from contextlib import AbstractContextManager
from datetime import timedelta

from spoorboek.dossiers.demo.more import Stage
from spoorboek.dossiers.models import Dossier
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.policy import Role
from spoorboek.programme.courses.acts import following
from spoorboek.programme.courses.acts.starting import Wish, agree_to_course, start_courses
from spoorboek.programme.courses.models import Activity, Course
from spoorboek.programme.courses.planner import PLANNER
from spoorboek.site import clock

METHOD, EARLY = "back-to-work-your-way", "op-maat"
WAYS = (Activity.Way.PHONE, Activity.Way.IN_PERSON, Activity.Way.PHONE)


def fill(stage: Stage) -> None:
    """Fatma is five weeks on the way, Karin is asked today, Hans follows an early second track since a month."""
    manager = Actor(account_id=stage.cast.staff[Role.CASE_MANAGER].pk)
    follow(stage.dossiers["Fatma"], manager, METHOD, 37)
    follow(stage.dossiers["Hans"], manager, EARLY, 30)
    ask(stage.dossiers["Karin"], manager, METHOD)


def ask(dossier: Dossier, manager: Actor, method: str, days_ago: int = 0) -> list[Course]:
    with acting_as(manager), clock.practising(-days_ago):
        return start_courses(manager, dossier.pk, Wish((method,), clock.today()))


def follow(dossier: Dossier, manager: Actor, method: str, days_ago: int) -> None:
    """Begun so many days ago, and done since what would have been done; one step was laid aside."""
    client = Actor(account_id=dossier.employment.person_id)
    for course in ask(dossier, manager, method, days_ago):
        if course.state == Course.State.ASKED:
            with acting_as(client), clock.practising(-days_ago):
                agree_to_course(client, dossier.pk, course.pk)
    for number, row in enumerate(waiting(dossier)):
        someone = who_does(dossier, row, manager, client)
        if someone is not None:
            carry_out(dossier, row, someone, number)


def waiting(dossier: Dossier) -> list[Activity]:
    with acting_as(PLANNER):
        rows = Activity.objects.filter(dossier=dossier, state=Activity.State.PLANNED)
        until = clock.real_today() - timedelta(days=3)
        return list(rows.filter(day__lt=until).order_by("day", "number"))


def that_day(row: Activity) -> AbstractContextManager[None]:
    """The day of a step, so that the journal tells it on the day it happened."""
    assert row.day is not None
    return clock.practising((row.day - clock.real_today()).days)


def carry_out(dossier: Dossier, row: Activity, someone: Actor, number: int) -> None:
    if row.kind == "worksheet" and number % 4 == 3:
        with acting_as(someone), that_day(row):
            following.put_off_activity(someone, dossier.pk, row.pk)
        return
    way = WAYS[number % 3] if row.kind in {"contact", "conversation", "coaching-session"} else ""
    with acting_as(someone), that_day(row):
        following.record_activity(someone, dossier.pk, row.pk, way=way, minutes=row.expected_minutes or None)


def who_does(dossier: Dossier, row: Activity, manager: Actor, client: Actor) -> Actor | None:
    """Who makes the first move, where that is somebody in the dossier whose actor is at hand."""
    first = row.parties[0]
    if first == Role.CLIENT:
        return client
    if first == Role.SUPERVISOR and dossier.employment.supervisor_id:
        return Actor(account_id=dossier.employment.supervisor_id)
    return manager if first == Role.CASE_MANAGER and not row.private else None
