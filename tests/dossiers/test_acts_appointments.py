"""Appointments: planned, moved against a second editor, called off; and *ik kan niet komen* without a reason."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from spoorboek.dossiers import journal
from spoorboek.dossiers.acts.appointments import (
    cancel_appointment,
    move_appointment,
    plan_appointment,
    planned_in,
    say_can_come,
    say_cannot_come,
)
from spoorboek.dossiers.models import Appointment, AppointmentReply
from spoorboek.dossiers.refusals import Refused, Stale
from spoorboek.people.actor import acting_as
from tests.builders import Company, actor, today
from tests.dossiers.cast import Cast, cast


@pytest.fixture(scope="module")
def company(django_db_setup: None) -> Company:
    return Company()


def at(days: int, hour: int = 10) -> datetime:
    return timezone.make_aware(datetime.combine(today() + timedelta(days=days), time(hour)))


def plan(here: Cast, when: datetime | None = None) -> Appointment:
    with acting_as(here.manager):
        return plan_appointment(
            here.manager, here.dossier.pk, here.company.doctor.pk, "company_doctor", "phone", when or at(5)
        )


def stands(here: Cast) -> list[Appointment]:
    with acting_as(here.client):
        return list(planned_in(here.dossier))


def test_a_planned_talk_is_seen_by_the_client(company: Company) -> None:
    here = cast(company)
    plan(here)
    assert [(row.starts_at, row.needs_new_moment) for row in stands(here)] == [(at(5), False)]


def test_the_past_a_taken_hour_and_somebody_outside_the_dossier_are_refused(company: Company) -> None:
    here = cast(company)
    plan(here)
    with pytest.raises(Refused, match="al geweest"):
        plan(here, at(-1))
    with pytest.raises(Refused, match="staat er al"):
        plan(here)
    with pytest.raises(Refused, match="al een afspraak"):
        plan(here, at(5) + timedelta(minutes=15))
    with acting_as(here.manager), pytest.raises(Refused) as refusal:
        plan_appointment(here.manager, here.dossier.pk, company.colleague.pk, "case_manager", "phone", at(9))
    assert refusal.value.field == "with_account"


def test_a_second_editor_is_shown_what_stands_there_now(company: Company) -> None:
    here = cast(company)
    row = plan(here)
    supervisor = actor(company.supervisor)
    with acting_as(supervisor):
        move_appointment(supervisor, here.dossier.pk, row.pk, at(7, 14), "video", 45, version=1)
    with acting_as(here.manager), pytest.raises(Stale) as refusal:
        move_appointment(here.manager, here.dossier.pk, row.pk, at(8), "phone", 30, version=1)
    assert refusal.value.current == {
        "day": at(7).date(), "time": time(14), "way": "video", "minutes": 45,
    }  # fmt: skip


def test_cannot_come_carries_no_reason_anywhere(company: Company) -> None:
    here = cast(company)
    row = plan(here)
    with acting_as(here.client):
        say_cannot_come(here.client, here.dossier.pk, row.pk, version=1)
        payloads = journal.opened_payloads(here.dossier.pk)
    said = payloads[max(payloads)]
    assert set(said) == {"appointment", "kind", "way", "day", "time", "minutes", "name"}
    assert {field.name for field in AppointmentReply._meta.get_fields()} == {
        "id", "dossier", "appointment", "version", "said_at",
    }  # fmt: skip
    assert [each.needs_new_moment for each in stands(here)] == [True]


def test_saying_it_twice_does_no_harm_and_it_can_be_taken_back(company: Company) -> None:
    here = cast(company)
    row = plan(here)
    with acting_as(here.client):
        say_cannot_come(here.client, here.dossier.pk, row.pk)
        with pytest.raises(Refused, match="al gezegd"):
            say_cannot_come(here.client, here.dossier.pk, row.pk)
        say_can_come(here.client, here.dossier.pk, row.pk)
        with pytest.raises(Refused, match="staat gewoon"):
            say_can_come(here.client, here.dossier.pk, row.pk)
    assert [each.needs_new_moment for each in stands(here)] == [False]


def test_a_moved_appointment_has_no_old_reply(company: Company) -> None:
    here = cast(company)
    row = plan(here)
    with acting_as(here.client):
        say_cannot_come(here.client, here.dossier.pk, row.pk)
    with acting_as(here.manager):
        move_appointment(here.manager, here.dossier.pk, row.pk, at(9), "phone", 30)
    assert [each.needs_new_moment for each in stands(here)] == [False]
    with acting_as(here.client), pytest.raises(Stale, match="verplaatst"):
        say_cannot_come(here.client, here.dossier.pk, row.pk, version=1)


def test_what_is_called_off_cannot_be_moved_and_the_client_hears_so(company: Company) -> None:
    here = cast(company)
    row = plan(here)
    with acting_as(here.manager):
        cancel_appointment(here.manager, here.dossier.pk, row.pk, version=1)
        with pytest.raises(Refused, match="al afgezegd"):
            move_appointment(here.manager, here.dossier.pk, row.pk, at(9), "phone", 30)
    with acting_as(here.client), pytest.raises(Refused, match="hoeft niets te doen"):
        say_cannot_come(here.client, here.dossier.pk, row.pk)
    assert stands(here) == []


def test_an_appointment_of_another_dossier_is_not_found(company: Company) -> None:
    here, there = cast(company), cast(company)
    elsewhere = plan(there)
    with acting_as(here.manager), pytest.raises(Refused, match="niet gevonden"):
        cancel_appointment(here.manager, here.dossier.pk, elsewhere.pk)
