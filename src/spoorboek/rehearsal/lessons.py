"""Acts of the lesson: begin with an invented employee, go on to the next stop, end. Each through the real acts."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from spoorboek.dossiers.acts.employees import NewEmployee, add_employee
from spoorboek.dossiers.acts.opening import report_sick
from spoorboek.dossiers.models import Dossier, Obligation
from spoorboek.dossiers.refusals import Refused
from spoorboek.people import access
from spoorboek.people.actor import Actor
from spoorboek.people.models import Organisation
from spoorboek.people.policy import Role
from spoorboek.rehearsal.access import lesson_of, schools
from spoorboek.rehearsal.acts import check, set_day
from spoorboek.rehearsal.lesson import Stop, stops
from spoorboek.rehearsal.models import Lesson
from spoorboek.site import clock

PUPILS = (
    ("Hanneke", "Verbeek", "Begeleider"), ("Youssef", "Benali", "Magazijnmedewerker"), ("Ellen", "Kramer", "Planner"),
    ("Dennis", "Pinas", "Onderhoudsmonteur"), ("Agnieszka", "Kowalska", "Medewerker keuken"),
    ("Joost", "Hoekstra", "Chauffeur"),
)  # fmt: skip
"""Invented employees for lessons, in turn."""


@dataclass(frozen=True)
class Standing:
    """A lesson as it stands: the stop, its day in this dossier, and whether what it asks was done."""

    lesson: Lesson
    dossier: Dossier
    stop: Stop
    day: date
    done: bool
    ordinal: int = 0

    @property
    def number(self) -> int:
        return self.lesson.stop + 1

    @property
    def is_last(self) -> bool:
        return self.number == len(stops())


@transaction.atomic
def begin(actor: Actor) -> Lesson:
    """Begin the lesson: an invented employee of the actor's practice employer is reported sick today."""
    check(actor)
    if lesson_of(actor):
        raise Refused(_("Je bent al met de les bezig. Ga verder waar je was, of stop er eerst mee."))
    here = schools(actor)
    if not here:
        raise Refused(_("De les is voor een casemanager. Kies eerst die rol."))
    employment = add_employee(actor, here[0].pk, pupil(actor, here[0]), another_person=True)
    doctor = next(iter(access.staff_for(actor, here[0], Role.COMPANY_DOCTOR)), None)
    dossier = report_sick(
        actor, employment.pk, clock.today(), company_doctor=doctor.account_id if doctor else None
    )
    assert actor.account_id is not None
    return Lesson.objects.create(account_id=actor.account_id, dossier_id=dossier.pk)


def pupil(actor: Actor, employer: Organisation) -> NewEmployee:
    first, last, job = PUPILS[Lesson.objects.count() % len(PUPILS)]
    lead = next(iter(access.staff_for(actor, employer, Role.SUPERVISOR)), None)
    return NewEmployee(
        first,
        last,
        job,
        Decimal(32),
        starts=clock.today() - timedelta(days=4 * 365),
        birth_date=date(1985, 6, 1),
        supervisor=lead.account_id if lead else None,
    )


def standing(lesson: Lesson, dossier: Dossier) -> Standing:
    stop = stops()[min(lesson.stop, len(stops()) - 1)]
    return Standing(lesson, dossier, stop, day_of(stop, dossier), is_done(stop, dossier))


def day_of(stop: Stop, dossier: Dossier) -> date:
    """The day of a stop in this dossier: shortly before the step's own date, which moves with the facts."""
    row = Obligation.objects.filter(dossier=dossier, key=stop.step, ordinal=0).first() if stop.step else None
    due = (row.agreed or row.statutory or row.practice) if row else None
    if due is None:
        return dossier.first_sick_day + timedelta(days=stop.day or 0)
    return due - timedelta(days=stop.lead)


def is_done(stop: Stop, dossier: Dossier) -> bool:
    """Whether the newcomer did what the stop asks; a stop that only looks is never done nor undone."""
    if stop.step:
        return Obligation.objects.filter(
            dossier=dossier, key=stop.step, ordinal=0, done__isnull=False
        ).exists()
    if stop.door == "note_contact":
        return dossier.contact_notes.exists()
    return stop.door == "partial_return" and dossier.resumed_hours.exists()


@transaction.atomic
def go_on(actor: Actor, dossier: Dossier) -> Lesson:
    """On to the next stop: the clock goes to its day, unless that is past already."""
    check(actor)
    lesson = current(actor, dossier.pk)
    if lesson.stop + 1 >= len(stops()):
        raise Refused(_("Dit was de laatste halte."))
    lesson.stop += 1
    lesson.save(update_fields=["stop"])
    day = day_of(stops()[lesson.stop], dossier)
    if day > clock.today():
        set_day(actor, day)
    return lesson


@transaction.atomic
def end(actor: Actor, *, back_to_today: bool = False) -> None:
    """Leave the lesson; its dossier stays. The clock may go back to the real day at once."""
    lesson = lesson_of(actor)
    if lesson:
        lesson.ended_at = timezone.now()
        lesson.save(update_fields=["ended_at"])
    if back_to_today:
        set_day(actor, clock.real_today())


def current(actor: Actor, dossier_id: uuid.UUID) -> Lesson:
    lesson = lesson_of(actor)
    if lesson is None or lesson.dossier_id != dossier_id:
        raise Refused(_("Deze les loopt niet meer. Begin een nieuwe."))
    return lesson
