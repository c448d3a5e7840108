"""The demo's courses: three of the told people follow a method, each somewhere else on the way.

What was done was done where it is done: a worksheet stands in the work folder and a lesson in *Leren*. Wanting and
being able, and practising, are filled by their own rooms.
"""

from contextlib import AbstractContextManager
from datetime import timedelta

from spoorboek.dossiers.demo.more import Stage
from spoorboek.dossiers.models import Dossier
from spoorboek.methods import Kind
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.policy import Role
from spoorboek.programme.courses.acts import following
from spoorboek.programme.courses.acts.starting import Wish, agree_to_course, start_courses
from spoorboek.programme.courses.models import Activity, Course
from spoorboek.programme.courses.planner import PLANNER
from spoorboek.programme.folder.acts.answering import finish_sheet
from spoorboek.programme.learning.demo import learn
from spoorboek.site import clock

METHOD, EARLY = "back-to-work-your-way", "op-maat"
WAYS = (Activity.Way.PHONE, Activity.Way.IN_PERSON, Activity.Way.PHONE)
NEEDS_A_WAY = {Kind.CONTACT, Kind.CONVERSATION, Kind.COACHING_SESSION}
LAID_ASIDE = "people-around-me"
"""The worksheet to which Fatma said *nu even niet*."""


def fill(stage: Stage) -> None:
    """Fatma is five weeks on the way, Karin is asked today, Hans follows an early second track since a month."""
    manager = Actor(account_id=stage.cast.staff[Role.CASE_MANAGER].pk)
    coach = Actor(account_id=stage.cast.staff[Role.COACH].pk)
    # Hans first: the lesson of his supervisor, who is hers too, is then no late line in Fatma's story.
    follow(stage.dossiers["Hans"], manager, coach, EARLY, 30)
    follow(stage.dossiers["Fatma"], manager, coach, METHOD, 37)
    ask(stage.dossiers["Karin"], manager, METHOD)


def ask(dossier: Dossier, manager: Actor, method: str, days_ago: int = 0) -> list[Course]:
    with acting_as(manager), clock.practising(-days_ago):
        return start_courses(manager, dossier.pk, Wish((method,), clock.today()))


def follow(dossier: Dossier, manager: Actor, coach: Actor, method: str, days_ago: int) -> None:
    """Begun so many days ago, and done since what would have been done; one worksheet was laid aside."""
    client = Actor(account_id=dossier.employment.person_id)
    for course in ask(dossier, manager, method, days_ago):
        if course.state == Course.State.ASKED:
            with acting_as(client), clock.practising(-days_ago):
                agree_to_course(client, dossier.pk, course.pk)
    at_hand = {Role.CLIENT: client, Role.CASE_MANAGER: manager, Role.COACH: coach}
    if supervisor := dossier.employment.supervisor_id:
        at_hand[Role.SUPERVISOR] = Actor(account_id=supervisor)
    for number, row in enumerate(waiting(dossier)):
        someone = at_hand.get(Role(row.parties[0]))
        if someone is not None and row.kind != Kind.QUESTIONNAIRE:
            with acting_as(someone), that_day(row, days_ago):
                carry_out(dossier, row, someone, number)


def waiting(dossier: Dossier) -> list[Activity]:
    with acting_as(PLANNER):
        rows = Activity.objects.filter(dossier=dossier, state=Activity.State.PLANNED)
        until = clock.real_today() - timedelta(days=3)
        return list(rows.filter(day__lt=until).order_by("day", "number"))


def that_day(row: Activity, days_ago: int) -> AbstractContextManager[None]:
    """The day of a step, or the first of its course, so that the journal tells it on the day it happened."""
    assert row.day is not None
    return clock.practising(max((row.day - clock.real_today()).days, -days_ago))


def carry_out(dossier: Dossier, row: Activity, someone: Actor, number: int) -> None:
    """A sheet and a lesson are finished in their own room, which then tells the programme."""
    if row.ref == LAID_ASIDE:
        following.put_off_activity(someone, dossier.pk, row.pk)
    elif row.kind == Kind.WORKSHEET and row.ref:
        finish_sheet(someone, dossier.pk, row.ref)
    elif row.kind == Kind.LEARNING_MODULE:
        learn(someone, row.ref)
    else:
        way = WAYS[number % 3] if row.kind in NEEDS_A_WAY else ""
        following.record_activity(someone, dossier.pk, row.pk, way=way, minutes=row.expected_minutes or None)


def tick(dossier: Dossier, plan_id: str, someone: Actor, days_ago: int) -> None:
    """A step of a course that was done so many days ago; for rooms above."""
    with acting_as(someone), clock.practising(-days_ago):
        row = Activity.objects.get(dossier=dossier, plan_id=plan_id)
        way = Activity.Way.IN_PERSON if row.kind in NEEDS_A_WAY else ""
        following.record_activity(someone, dossier.pk, row.pk, way=way, minutes=row.expected_minutes or None)
