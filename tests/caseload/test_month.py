"""A month of the caseload."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from spoorboek.caseload.month import Month
from spoorboek.dossiers.acts import appointments
from spoorboek.dossiers.models import Appointment
from spoorboek.people.actor import acting_as
from tests.builders import Company, actor, days_ago, today
from tests.signed_in import signed_in


def shown(own: Company, month: str = "", **query: str) -> list[tuple[object, object]]:
    """Days with the dossiers on them."""
    answer = signed_in(own.case_manager).get(reverse("caseload_month"), {"maand": month, **query})
    return [
        (day.day, entry.dossier_id)
        for week in answer.context["weeks"]
        for day in week
        for entry in day.entries
    ]


def test_a_step_stands_on_its_day() -> None:
    own = Company()
    dossier = own.dossier(days_ago(30))
    due = dossier.first_sick_day + timedelta(days=42)
    assert (due, dossier.pk) in shown(own, f"{due:%Y-%m}")


def test_a_conversation_stands_on_its_day() -> None:
    own = Company()
    dossier, manager = own.dossier(days_ago(30)), actor(own.case_manager)
    at = timezone.now() + timedelta(days=3)
    with acting_as(manager):
        appointments.plan_appointment(
            manager, dossier.pk, own.case_manager.pk, Appointment.Kind.CASE_MANAGER, "phone", at
        )
    assert (timezone.localtime(at).date(), dossier.pk) in shown(own, f"{timezone.localtime(at):%Y-%m}")


def test_a_month_that_makes_no_sense_is_this_month() -> None:
    assert Month.read("2026-13", today()) == Month(today().replace(day=1))
    month = Month.read("2024-02", today())
    assert (month.last.day, month.before, month.after) == (29, "2024-01", "2024-03")


def test_a_colleague_sees_none_of_it() -> None:
    own = Company()
    dossier = own.dossier(days_ago(30))
    other = Company(case_manager=own.colleague)
    assert dossier.pk not in {key for _, key in shown(other)}
