"""One mark in each layer of the full dossier. Where a mark shows, the policy must let the reader read that layer."""

import json
import uuid
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

from django.utils import timezone

from spoorboek.dossiers import journal
from spoorboek.dossiers.explanations import reasons_of
from spoorboek.dossiers.medical.envelopes import medical_envelope
from spoorboek.dossiers.medical.models import LeaveStatement, Trace
from spoorboek.dossiers.medical.scope import medical_scope
from spoorboek.dossiers.models import (
    Appointment,
    ContactNote,
    Dossier,
    FoldedCard,
    Leave,
    Milestone,
    Obligation,
    Spell,
)
from spoorboek.loading.acts import choosing, previewing, starting
from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.people.envelopes import Envelope
from spoorboek.people.models import Employment, Involvement, Membership, Person, Service
from spoorboek.people.policy import Layer, Role
from spoorboek.practice.sessions.access import Content, written
from spoorboek.practice.sessions.models import Keep as PracticeKeep
from spoorboek.practice.sessions.models import Session as PracticeSession
from spoorboek.practice.sessions.models import Words as PracticeWords
from spoorboek.programme.coaching.models import Goal, GoalShare, Homework, Proposal
from spoorboek.programme.coaching.models import Note as CoachNote
from spoorboek.programme.courses.acts.handing_over import write_handover
from spoorboek.programme.courses.acts.starting import Wish, start_courses
from spoorboek.programme.courses.handing import Part
from spoorboek.programme.courses.models import Activity
from spoorboek.programme.folder.acts.answering import Written, write_answer
from spoorboek.programme.profile.models import Behaviour, Card, Invitation, Share
from tests.access.world import REGISTRAR, World, world
from tests.builders import days_ago

MARKS = {
    Layer.PROCESS: "Procesmerk",
    Layer.MEDICAL: "Medischmerk",
    Layer.PERSONAL: "Persoonlijkmerk",
    Layer.GUIDANCE: "Begeleidingsmerk",
    Layer.DIRECTORY: "Naammerk",
}
UNMARKED = {
    Layer.ABILITIES: "no table yet",
}
TIMETABLE = Actor(system=System.TIMETABLE)


@dataclass(frozen=True)
class Rows:
    """Rows of the full dossier that addresses point to."""

    appointment: Appointment
    replied: Appointment
    note: ContactNote
    leave: Leave
    spell: Spell
    milestone: Milestone
    step: Obligation
    coach_seat: Involvement
    helper_seat: Involvement
    last_entry: int
    membership: Membership
    service: Service
    list: uuid.UUID
    other_list: uuid.UUID
    behaviour: uuid.UUID
    action_card: uuid.UUID
    profile_share: int
    profile_invitation: uuid.UUID
    course: uuid.UUID
    asked_course: uuid.UUID
    activity: uuid.UUID
    handover: uuid.UUID
    goal: uuid.UUID
    goal_share: int
    proposal: int
    homework: uuid.UUID
    coaching_note: uuid.UUID
    practice: uuid.UUID
    practice_keep: uuid.UUID


def plant_marks(here: World) -> Rows:
    """A mark per layer, and one row of each thing that an address can name."""
    dossier, client, manager = here.full, here.actor(Role.CLIENT), here.actor(Role.CASE_MANAGER)
    mark_name(here.employment)
    mark_personal(dossier, client)
    mark_medical(dossier, here.actor(Role.COMPANY_DOCTOR))
    with acting_as(manager):
        later = timezone.now() + timedelta(days=9)
        appointments = [
            Appointment.objects.create(
                dossier=dossier,
                with_account_id=manager.account_id,
                kind="case_manager",
                way="phone",
                starts_at=later,
            )
            for _ in range(2)
        ]
        sealed = Envelope(dossier.pk).seal(MARKS[Layer.PROCESS])
        note = ContactNote.objects.create(
            dossier=dossier, author_id=manager.account_id, on=days_ago(3), way="phone", sealed=sealed
        )
        leave = Leave.objects.create(dossier=dossier, starts=days_ago(200), ends=days_ago(90))
        milestone = Milestone.objects.create(dossier=dossier, key="problem-analysis", done_on=days_ago(360))
        entry = journal.record(
            dossier, "note_contact", {"text": MARKS[Layer.PROCESS]}, role=Role.CASE_MANAGER
        )
        spell = Spell.objects.get(dossier=dossier)
        step = Obligation.objects.filter(dossier=dossier, key="plan-of-action").get()
    with acting_as(client):
        appointments[1].replies.create(dossier=dossier, version=appointments[1].version)
    return Rows(
        appointment=appointments[0],
        replied=appointments[1],
        note=note,
        leave=leave,
        spell=spell,
        milestone=milestone,
        step=step,
        coach_seat=seat(here, Role.COACH),
        helper_seat=seat(here, Role.HELPER),
        last_entry=entry.sequence,
        membership=membership(here.company.colleague),
        service=service(here),
        list=a_list(here),
        other_list=a_list(here),
        **wanting(dossier, client),
        **courses(here),
        **coaching(dossier, client, here.actor(Role.COACH)),
        **practised(dossier, client, here.actor(Role.COACH)),
    )


def practised(dossier: Dossier, client: Actor, coach: Actor) -> dict[str, Any]:
    """A session of this coach, in which the client wrote something that nobody may keep."""
    envelope = own_envelope(dossier, client)
    about: dict[str, Any] = {"dossier": dossier}
    with acting_as(client):
        row = PracticeSession.objects.create(
            **about,
            client_id=client.person_id,
            coach_id=coach.person_id,
            scene="rest-place",
            seed=7,
            sealed=envelope.seal(written(Content("Rustig beginnen"))),
            minutes=10,
            on=days_ago(-1),
            state=PracticeSession.State.PLANNED,
        )
        text = envelope.seal(MARKS[Layer.PERSONAL])
        PracticeWords.objects.create(**about, session=row, kind="debrief", sealed=text)
        keep = PracticeKeep.objects.create(
            **about, session=row, account_id=coach.person_id, kind="curve", since=days_ago(1)
        )
    return {"practice": row.pk, "practice_keep": keep.pk}


def courses(here: World) -> dict[str, uuid.UUID]:
    """A course that runs, one that waits for the client's answer, a step, and a handover note."""
    dossier, manager = here.full, here.actor(Role.CASE_MANAGER)
    with acting_as(manager):
        (course,) = start_courses(manager, dossier.pk, Wish(("values-conversation",), days_ago(0)))
        (asked,) = start_courses(manager, dossier.pk, Wish(("back-to-work-your-way",), days_ago(0)))
        step = Activity.objects.filter(course=course, private=False).earliest("day")
        to = here.who(Role.COACH).account_id
        parts = [Part("Werk", (MARKS[Layer.PROCESS],))]
        note = write_handover(manager, dossier.pk, to, parts)
    return {"course": course.pk, "asked_course": asked.pk, "activity": step.pk, "handover": note.pk}


def wanting(dossier: Dossier, client: Actor) -> dict[str, Any]:
    """A behaviour in own words with everything that an address can name; shared with nobody else."""
    day = days_ago(1)
    with acting_as(client):
        sealed = Envelope(dossier.pk).seal(MARKS[Layer.PERSONAL])
        about: dict[str, Any] = {"dossier": dossier}
        row = Behaviour.objects.create(**about, sealed=sealed, started_on=day)
        about |= {"behaviour": row}
        with_self = about | {"account_id": client.person_id}
        return {
            "behaviour": row.pk,
            "action_card": Card.objects.create(**about, key="half-the-step", taken_on=day).pk,
            "profile_share": Share.objects.create(**with_self, shared_on=day).pk,
            "profile_invitation": Invitation.objects.create(
                **with_self, role=Role.SUPERVISOR, sealed=sealed, invited_on=day
            ).pk,
        }


def coaching(dossier: Dossier, client: Actor, coach: Actor) -> dict[str, Any]:
    """A goal that is shared with nobody else, and the coach's own note, homework and proposal."""
    day, envelope = days_ago(1), own_envelope(dossier, coach)
    about: dict[str, Any] = {"dossier": dossier}
    words = envelope.seal(json.dumps({"title": MARKS[Layer.PERSONAL], "levels": ["", "", "", "", ""]}))
    with acting_as(client):
        goal = Goal.objects.create(**about, sealed=words, made_on=day)
        share = GoalShare.objects.create(**about, goal=goal, account_id=client.person_id, shared_on=day)
    about |= {"author_id": coach.person_id}
    text = envelope.seal(MARKS[Layer.GUIDANCE])
    with acting_as(coach):
        note = CoachNote.objects.create(**about, on=day, sealed=text)
        homework = Homework.objects.create(**about, sealed=text, given_on=day)
        proposal = Proposal.objects.create(**about, goal_id=goal.pk, sealed=words)
    return {
        "goal": goal.pk,
        "goal_share": share.pk,
        "proposal": proposal.pk,
        "homework": homework.pk,
        "coaching_note": note.pk,
    }


def own_envelope(dossier: Dossier, actor: Actor) -> Envelope:
    with acting_as(actor):
        return Envelope(dossier.pk)


def a_list(here: World) -> uuid.UUID:
    """A list of absence that the case manager is loading, with every question answered and the preview made."""
    content = f"Naam;Eerste ziektedag;Verzuim %\r\n{MARKS[Layer.DIRECTORY]}, A.;3-2-2026;50\r\n"
    manager = here.actor(Role.CASE_MANAGER)
    with acting_as(manager):
        load = starting.start_import(manager, here.company.employer.pk, "lijst.csv", content.encode())
        columns = {int(index): kind for index, kind in load.choices["columns"].items()}
        choosing.choose_columns(manager, load.pk, columns)
        choosing.answer(manager, load.pk, part="absent")
        choosing.choose_people(manager, load.pk)
        return previewing.preview(manager, load.pk).pk


@cache
def marked() -> Rows:
    """The marks, planted once in the world that all share."""
    return plant_marks(world())


def membership(person: Person) -> Membership:
    with acting_as(REGISTRAR):
        return Membership.objects.get(account_id=person.pk)


def service(here: World) -> Service:
    with acting_as(REGISTRAR):
        return Service.objects.get(employer=here.company.employer, provider=here.company.arbodienst)


def seat(here: World, role: Role) -> Involvement:
    with acting_as(REGISTRAR):
        return Involvement.objects.get(dossier_id=here.full.pk, account_id=here.who(role).account_id)


def mark_name(employment: Employment) -> None:
    with acting_as(REGISTRAR):
        someone = Person.objects.get(pk=employment.person_id)
        someone.last_name = MARKS[Layer.DIRECTORY]
        someone.save()


def mark_personal(dossier: Dossier, client: Actor) -> None:
    with acting_as(client):
        FoldedCard.objects.create(dossier=dossier, card=MARKS[Layer.PERSONAL], folded_on=days_ago(1))
        plan = {"cells": {"mon-morning": MARKS[Layer.PERSONAL]}}
        write_answer(client, dossier.pk, Written(uuid.uuid4(), "week-plan", "plan", plan))


def mark_medical(dossier: Dossier, doctor: Actor) -> None:
    """In the full trace behind every date, in a medical act's text, and in an answer of the doctor."""
    with acting_as(TIMETABLE):
        reasons_of(dossier)
    with acting_as(TIMETABLE), medical_scope():
        envelope, row = medical_envelope(dossier.pk), Trace.objects.get(pk=dossier.pk)
        full = json.loads(envelope.open(row.sealed))
        for part in (*full["obligations"], *full["clocks"].values()):
            part["because"] = [mark_step(step) for step in part["because"]]
        row.sealed = envelope.seal(json.dumps(full))
        row.save()
    with acting_as(doctor):
        journal.record(
            dossier,
            "state_on_leave",
            {"text": MARKS[Layer.MEDICAL]},
            role=Role.COMPANY_DOCTOR,
            layer=Layer.MEDICAL,
        )
        with medical_scope():
            LeaveStatement.objects.create(dossier_id=dossier.pk, leave_from=days_ago(200), same_cause="yes")


def mark_step(step: dict[str, Any]) -> dict[str, Any]:
    """A step of a trace whose sentences carry the medical mark."""
    return step | {
        "text": {language: f"{text} {MARKS[Layer.MEDICAL]}" for language, text in step["text"].items()}
    }
