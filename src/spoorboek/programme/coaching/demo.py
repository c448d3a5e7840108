"""What the demo shows of coaching: Tineke with Mo, and Fatma with the labour expert."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from spoorboek.dossiers.acts.appointments import plan_appointment
from spoorboek.dossiers.demo.more import Stage
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.policy import Role
from spoorboek.programme.coaching.acts import goals, sessions
from spoorboek.programme.coaching.content import Content
from spoorboek.programme.coaching.models import Goal
from spoorboek.site import clock

MORNING = Content(
    "Twee ochtenden in de week de deur uit voor werk",
    (
        "Het lukt nog geen enkele week.",
        "Het lukt één ochtend in de week.",
        "Het lukt twee ochtenden in de week.",
        "Het lukt twee ochtenden en ik plan ze zelf.",
        "Het lukt drie ochtenden in de week.",
    ),
)
CALLING = Content(
    "Zelf een bedrijf bellen",
    (
        "Ik heb nog geen bedrijf gekozen.",
        "Ik heb een bedrijf gekozen en het nummer opgezocht.",
        "Ik heb een keer gebeld.",
        "Ik heb gebeld en een afspraak gemaakt.",
        "Ik heb twee afspraken gemaakt.",
    ),
)


HUISKAMER = Content(
    "Twee ochtenden op de huiskamer werken",
    (
        "Ik ben er nog niet geweest.",
        "Ik werk één ochtend in de week.",
        "Ik werk twee ochtenden in de week.",
        "Ik werk twee ochtenden en drink daarna koffie met het team.",
        "Ik werk drie ochtenden in de week.",
    ),
)


def goal(client: Actor, dossier_id: object, content: Content, weight: int) -> Goal:
    """A goal with its levels fixed."""
    made = goals.name_goal(client, dossier_id, content.title, weight)  # type: ignore[arg-type]
    goals.write_levels(client, made.dossier_id, made.pk, content, weight)
    goals.fix_goal(client, made.dossier_id, made.pk)
    return made


def fill(stage: Stage) -> None:
    """Two goals, three looks at them, an agenda, a note and homework."""
    dossier = stage.dossiers["Tineke"]
    client = Actor(account_id=dossier.employment.person_id)
    coach = Actor(account_id=stage.cast.staff[Role.COACH].pk)
    with acting_as(client), clock.practising(-42):
        first, second = goal(client, dossier.pk, MORNING, 2), goal(client, dossier.pk, CALLING, 1)
        for one in (first, second):
            goals.share_goal(client, dossier.pk, one.pk, coach.person_id)
    for days, mine, theirs in ((-40, (-2, -2), (-2, -2)), (-21, (-1, -2), (-1, -1)), (-7, (0, -1), (-1, -1))):
        with acting_as(client), clock.practising(days):
            goals.rate_own_goals(client, dossier.pk, {first.pk: mine[0], second.pk: mine[1]})
        with acting_as(coach), clock.practising(days):
            goals.rate_as_coach(coach, dossier.pk, {first.pk: theirs[0], second.pk: theirs[1]})
    with acting_as(coach):
        with clock.practising(-7):
            text = "Tineke kiest zelf de ochtenden. Volgende keer samen kijken naar bedrijven in de buurt."
            sessions.write_note(coach, dossier.pk, clock.today(), text)
            sessions.give_homework(
                coach, dossier.pk, "week-plan", due_on=clock.real_today() + timedelta(days=2)
            )
        day = clock.real_today() + timedelta(days=2)
        starts_at = timezone.make_aware(datetime.combine(day, time(10, 0)))
        talk = plan_appointment(coach, dossier.pk, coach.person_id, "coach", "in_person", starts_at, 60)
        points = [
            "Hoe is het nu?",
            "Terugkijken op de week",
            "Bedrijven in de buurt",
            "Wat is de volgende stap?",
        ]
        sessions.write_agenda(coach, dossier.pk, points, talk.pk)
    fill_for_fatma(stage)


def fill_for_fatma(stage: Stage) -> None:
    """A goal that she looks at alone, one that she just wrote down, and a worksheet from the labour expert."""
    dossier = stage.dossiers["Fatma"]
    client = Actor(account_id=dossier.employment.person_id)
    expert = Actor(account_id=stage.cast.staff[Role.LABOUR_EXPERT].pk)
    with acting_as(client):
        with clock.practising(-50):
            first = goal(client, dossier.pk, HUISKAMER, 2)
            goals.rate_own_goals(client, dossier.pk, {first.pk: -2})
        with clock.practising(-20):
            goals.rate_own_goals(client, dossier.pk, {first.pk: -1})
            goals.name_goal(client, dossier.pk, "Weer op zondag naar mijn zus", 3)
            goals.share_goal(client, dossier.pk, first.pk, expert.person_id)
    with acting_as(expert), clock.practising(-6):
        sessions.write_note(
            expert,
            dossier.pk,
            clock.today(),
            "Fatma bereidt het gesprek met Marijke zelf voor. Ik kijk mee als ze wil.",
        )
        sessions.give_homework(
            expert, dossier.pk, "what-must-be-arranged", due_on=clock.real_today() + timedelta(days=8)
        )
