"""What the tests of the client's pages share: who reads, what is planned, and what a page says."""

import gzip
from datetime import timedelta

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from spoorboek.dossiers.acts import appointments, client
from spoorboek.dossiers.models import Appointment, Dossier
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Person
from tests.builders import Company, actor, client_of, days_ago, person, today
from tests.signed_in import signed_in

NAMES = ("today", "my_route", "who_sees", "my_story", "contacts", "interpreter", "which_dossier")


def before_a_talk(company: Company) -> Dossier:
    """Five weeks on, with the talk with the company doctor in three days."""
    dossier = company.dossier(days_ago(33))
    plan(company, dossier, 3)
    return dossier


def plan(company: Company, dossier: Dossier, in_days: int) -> Appointment:
    manager = actor(company.case_manager)
    with acting_as(manager):
        return appointments.plan_appointment(
            manager, dossier.pk, company.doctor.pk, "company_doctor", "phone",
            timezone.now() + timedelta(days=in_days), 30,
        )  # fmt: skip


def employee(dossier: Dossier) -> Person:
    with acting_as(client_of(dossier)):
        return Person.objects.select_related("account").get(pk=dossier.employment.person_id)


def seen(answer: HttpResponse) -> str:
    assert answer.status_code == 200, answer
    content = answer.content
    if answer.headers.get("Content-Encoding") == "gzip":
        content = gzip.decompress(content)
    return " ".join(content.decode().split())


def page(who: Person, name: str, *args: object) -> str:
    return seen(signed_in(who).get(reverse(name, args=args)))


def helper_of(dossier: Dossier) -> Person:
    helper, me = person("Hans"), client_of(dossier)
    with acting_as(me):
        client.authorise_helper(
            me, dossier.pk, "Hans", "Helper", today() + timedelta(days=9), helper.account.email
        )
    return helper
