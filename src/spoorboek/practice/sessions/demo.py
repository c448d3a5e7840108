"""What the demo shows of practising: Fatma with Mo, three times behind them and one to come."""

from datetime import timedelta
from uuid import UUID

from spoorboek.dossiers.demo.more import Stage
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.policy import Role
from spoorboek.practice.sessions.access import Content
from spoorboek.practice.sessions.acts import beginning, feeling, looking_back, planning, playing, screening
from spoorboek.practice.sessions.acts.planning import Plan
from spoorboek.practice.sessions.models import Keep, Measure, Session, Words
from spoorboek.practice.sessions.playable import choosable
from spoorboek.programme.courses.acts.starting import Wish, agree_to_course, start_courses
from spoorboek.programme.courses.demo import tick
from spoorboek.programme.courses.models import Course
from spoorboek.programme.folder.acts.answering import finish_sheet
from spoorboek.site import clock

METHOD = "vr-practice"
LADDER = "ladder-of-situations"
PREPARED = (("information-talk", 27), ("story-talk", 20), ("goal-and-stop", 17))
"""Talks with the coach before the first time, and how many days ago."""
Told = tuple[int, str, str, tuple[int, ...], tuple[int, int, int], str, str]
"""Days ago, scene, goal, tension while playing, tension before, after and the next day, looking back, small step."""
TOLD: tuple[Told, ...] = (
    (16, "quiet-place", "Wennen aan de bril en aan de stopknop", (4, 3, 2), (5, 2, 3),
     "Ik vond de tuin fijn. Stoppen lukte meteen.", "Elke dag twee minuten zo ademen."),
    (9, "manager-talk", "Zeggen wat ik nog niet kan", (5, 7, 6, 5), (6, 4, 4),
     "Ik zei het te zacht, maar ik zei het wel.", "Tegen mijn zus zeggen dat ik eerder naar huis ga."),
    (2, "manager-talk", "Rustig blijven als ze doorvraagt", (5, 6, 5, 4, 4), (5, 3, 3),
     "Ik hield vast aan mijn zin. Dat voelde sterk.", "Mo bellen als ik een afspraak wil verzetten."),
)  # fmt: skip


def fill(stage: Stage) -> None:
    """A method that runs, three sessions of which the client let their coach keep something, one planned."""
    dossier = stage.dossiers["Fatma"]
    client = Actor(account_id=dossier.employment.person_id)
    coach = Actor(account_id=stage.cast.staff[Role.COACH].pk)
    with acting_as(coach), clock.practising(-30):
        courses = start_courses(coach, dossier.pk, Wish((METHOD,), clock.today()))
    for course in courses:
        if course.state == Course.State.ASKED:
            with acting_as(client), clock.practising(-29):
                agree_to_course(client, dossier.pk, course.pk)
    with acting_as(client), clock.practising(-20):
        screening.settle_fit(client, dossier.pk, Session.Way.HEADSET)
    for step, days in PREPARED:
        tick(dossier, f"{METHOD}/{step}/1", coach, days)
    with acting_as(client), clock.practising(-19):
        finish_sheet(client, dossier.pk, LADDER)
    with acting_as(coach):
        known = {one.key for one in choosable(coach)}
    for told in TOLD:
        if told[1] in known:
            practised(client, coach, dossier.pk, told)
    with acting_as(coach):
        content = Content("Vragen of ik mag nadenken voor ik antwoord geef")
        plan = Plan("manager-talk", clock.today() + timedelta(days=3), 8, content=content)
        coming = planning.plan_session(coach, dossier.pk, plan)
    with acting_as(client):
        planning.agree(client, coming.pk)


def practised(client: Actor, coach: Actor, dossier_id: UUID, told: Told) -> None:
    """One session from plan to the next day."""
    days, scene, goal, tension, (before, after, next_day), looking, step = told
    with acting_as(coach), clock.practising(-days):
        plan = Plan(scene, clock.today(), 8, content=Content(goal))
        made = planning.plan_session(coach, dossier_id, plan).pk
    with acting_as(client), clock.practising(-days):
        planning.agree(client, made)
        screening.settle_today(client, made, Session.Way.SCREEN)
        for what, value in (("tension", before), ("nausea", 0)):
            feeling.say(client, made, Measure.When.BEFORE, what, value)
        beginning.begin(client, made)
        playing.keep_moments(client, made, moments(tension))
        for what, value in (("tension", after), ("nausea", 0)):
            feeling.say(client, made, Measure.When.AFTER, what, value)
        looking_back.write_words(client, made, Words.Kind.LOOKING_BACK, looking)
        looking_back.write_words(client, made, Words.Kind.STEP, step)
        looking_back.let_keep(client, made, coach.person_id, [Keep.Kind.CURVE, Keep.Kind.STEP])
        looking_back.close_session(client, made)
    if days > 1:
        with acting_as(client), clock.practising(1 - days):
            for what, value in (("tension", next_day), ("nausea", 0)):
                feeling.say(client, made, Measure.When.NEXT_DAY, what, value)


def moments(tension: tuple[int, ...]) -> list[dict[str, object]]:
    """What a player would have told: begin, a rating every ninety seconds, the end."""
    rated = [("rating", "during", value, 90_000 * number) for number, value in enumerate(tension, 1)]
    last = 90_000 * (len(tension) + 1)
    every = [("phase", "running", None, 0), *rated, ("phase", "ended:done", None, last)]
    return [
        {"n": number, "t": at, "type": sort, "key": key, "value": value, "by": "user"}
        for number, (sort, key, value, at) in enumerate(every, 1)
    ]
