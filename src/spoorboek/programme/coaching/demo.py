"""What the demo shows of coaching: Tineke with Mo, and a goal of Fatma that she keeps to herself for now."""

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
    fatma = stage.dossiers["Fatma"]
    other = Actor(account_id=fatma.employment.person_id)
    with acting_as(other):
        goals.name_goal(other, fatma.pk, "Weer met plezier naar de huiskamer", 3)
