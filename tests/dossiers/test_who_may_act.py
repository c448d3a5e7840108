"""Every act on steps, contact, appointments and people, tried by every role and by everyone outside the dossier."""

import uuid
from collections.abc import Callable
from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from spoorboek.dossiers import journal
from spoorboek.dossiers.acts import appointments, client, contact, people, steps
from spoorboek.dossiers.acts.sickness import withdraw_report
from spoorboek.dossiers.models import Agreement, Appointment
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.policy import Role
from spoorboek.people.registrar import appoint
from tests.builders import Company, person, today
from tests.dossiers.cast import Cast, cast

Try = Callable[[Cast, Actor], object]
DOES = (Role.CASE_MANAGER, Role.SUPERVISOR, Role.COMPANY_DOCTOR, Role.LABOUR_EXPERT, Role.COACH)
EMPLOYER = (Role.CASE_MANAGER, Role.SUPERVISOR)


def at(days: int, hour: int = 10) -> datetime:
    return timezone.make_aware(datetime.combine(today() + timedelta(days=days), time(hour)))


def plan(here: Cast, who: Actor) -> Appointment:
    return appointments.plan_appointment(
        who, here.dossier.pk, here.company.doctor.pk, Appointment.Kind.DOCTOR, Appointment.Way.PHONE, at(5)
    )


def planned(here: Cast) -> Appointment:
    with acting_as(here.manager):
        return plan(here, here.manager)


def noted(here: Cast, who: Actor) -> object:
    return contact.note_contact(who, here.dossier.pk, today(), "phone", "Volgende week praten we verder.")


def second_doctor(here: Cast) -> uuid.UUID:
    doctor = person("Waarnemer")
    appoint(doctor.pk, here.company.arbodienst, Role.COMPANY_DOCTOR)
    return doctor.pk


def note_by_manager(here: Cast) -> int:
    with acting_as(here.manager):
        return contact.note_contact(
            here.manager, here.dossier.pk, today(), "phone", f"Afspraak {uuid.uuid4()}."
        ).pk


ACTS: dict[str, tuple[tuple[Role, ...], Try]] = {
    "mark the plan done": (
        EMPLOYER,
        lambda here, who: steps.mark_done(who, here.dossier.pk, "plan-of-action", today()),
    ),
    "mark the analysis done": (
        (Role.CASE_MANAGER, Role.COMPANY_DOCTOR),
        lambda here, who: steps.mark_done(who, here.dossier.pk, "problem-analysis", today()),
    ),
    "mark the WIA application done": (
        (Role.CLIENT, Role.CASE_MANAGER),
        lambda here, who: steps.mark_done(who, here.dossier.pk, "wia-application", today()),
    ),
    "mark the second track started": (
        (*EMPLOYER, Role.COACH),
        lambda here, who: steps.mark_done(who, here.dossier.pk, "second-track-start", today()),
    ),
    "agree another date": (
        EMPLOYER,
        lambda here, who: steps.agree_date(
            who, here.dossier.pk, "plan-of-action", today() + timedelta(days=60),
            Agreement.Reason.TOGETHER, here.company.supervisor.pk, employee_agrees=True,
        ),
    ),
    "note contact": (DOES, noted),
    "plan an appointment": (DOES, plan),
    "move an appointment": (
        DOES,
        lambda here, who: appointments.move_appointment(who, here.dossier.pk, planned(here).pk, at(6), "phone", 30),
    ),
    "cancel an appointment": (
        DOES,
        lambda here, who: appointments.cancel_appointment(who, here.dossier.pk, planned(here).pk),
    ),
    "say: I cannot come": (
        (Role.CLIENT,),
        lambda here, who: appointments.say_cannot_come(who, here.dossier.pk, planned(here).pk),
    ),
    "black out somebody's note": (
        (Role.CASE_MANAGER, Role.COMPANY_DOCTOR),
        lambda here, who: contact.redact_contact_note(who, here.dossier.pk, note_by_manager(here), "health"),
    ),
    "transfer": (
        EMPLOYER,
        lambda here, who: people.transfer(who, here.dossier.pk, here.company.colleague.pk),
    ),
    "let a second doctor take part": (
        EMPLOYER,
        lambda here, who: people.let_take_part(who, here.dossier.pk, second_doctor(here), Role.COMPANY_DOCTOR),
    ),
    "end the coach's part": (
        (Role.CASE_MANAGER, Role.COACH),
        lambda here, who: people.end_taking_part(who, here.dossier.pk, here.seat(Role.COACH)),
    ),
    "fold a card": (
        (Role.CLIENT,),
        lambda here, who: client.fold_card(who, here.dossier.pk, "step:plan-of-action:0"),
    ),
    "authorise a helper": (
        (Role.CLIENT,),
        lambda here, who: client.authorise_helper(who, here.dossier.pk, "Ali", "Yılmaz", today() + timedelta(days=30)),
    ),
    "withdraw a helper": (
        (Role.CLIENT,),
        lambda here, who: client.withdraw_helper(who, here.dossier.pk, here.seat(Role.HELPER)),
    ),
    "say that an opinion was asked": (
        (Role.CLIENT, *EMPLOYER),
        lambda here, who: client.record_opinion_asked(who, here.dossier.pk, "own_work", today()),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ACTS)
def test_the_roles_whose_act_it_is_may_and_the_journal_still_verifies(name: str) -> None:
    allowed, act = ACTS[name]
    here = Company()
    for role in allowed:
        around = cast(here)
        who = around.inside[role]
        with acting_as(who):
            act(around, who)
        with acting_as(around.client):
            assert journal.breaks(around.dossier.pk) == []


@pytest.mark.parametrize("name", ACTS)
def test_every_other_role_in_the_dossier_may_not(name: str) -> None:
    allowed, act = ACTS[name]
    here = cast()
    for role, who in here.inside.items():
        if role not in allowed:
            with acting_as(who), pytest.raises(Refused):
                act(here, who)
            with acting_as(here.manager):
                for row in appointments.planned_in(here.dossier):
                    appointments.cancel_appointment(here.manager, here.dossier.pk, row.pk)


@pytest.mark.parametrize("name", ACTS)
def test_for_a_colleague_a_stranger_and_who_left_the_dossier_does_not_exist(name: str) -> None:
    _allowed, act = ACTS[name]
    here = cast()
    for who in here.outsiders.values():
        with acting_as(who), pytest.raises(NotYours, match="niet gevonden"):
            act(here, who)
        with acting_as(here.manager):
            for row in appointments.planned_in(here.dossier):
                appointments.cancel_appointment(here.manager, here.dossier.pk, row.pk)


def test_a_closed_dossier_takes_no_new_steps_but_a_helper_can_still_be_stopped() -> None:
    here = cast()
    with acting_as(here.manager):
        withdraw_report(here.manager, here.dossier.pk)
        with pytest.raises(Refused, match="gesloten"):
            steps.mark_done(here.manager, here.dossier.pk, "plan-of-action", today())
    with acting_as(here.client):
        client.withdraw_helper(here.client, here.dossier.pk, here.seat(Role.HELPER))
