"""What tests are made of: an employer with an arbodienst and everyone in it, and dossiers at any stage.

Rows are unique and committed; nothing is ever rolled back or cleaned, so that leaks between people show.
"""

import itertools
import uuid
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from django.conf import settings
from django.utils import timezone

from spoorboek.dossiers.acts.sickness import involve, report_sick
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.projection import together
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Account, Employment, Membership, Organisation, Person, Service
from spoorboek.people.policy import Role
from spoorboek.people.registrar import REGISTRAR, employ, enrol, world_of_new

_numbers = itertools.count(1)


def today() -> date:
    return timezone.localdate()


def days_ago(days: int) -> date:
    return today() - timedelta(days=days)


def person(first_name: str = "Sam", last_name: str = "") -> Person:
    """A person with an account and a unique e-mail address."""
    number = next(_numbers)
    return enrol(first_name, last_name or f"Testman{number}", unique_address(first_name, number))


def unique_address(first_name: str, number: int) -> str:
    return f"{first_name.lower()}{number}.{uuid.uuid4().hex[:8]}@example.org"


def unsaved_person(first_name: str) -> Person:
    """As `person`, still to be stored with others at once."""
    number = next(_numbers)
    account = Account(email=unique_address(first_name, number))
    account.set_unusable_password()
    return Person(account=account, first_name=first_name, last_name=f"Testman{number}", language="nl")


def actor(someone: Person) -> Actor:
    return Actor(account_id=someone.pk)


@dataclass
class Company:
    """An employer, its arbodienst, and one person in each professional role."""

    employer: Organisation = field(
        default_factory=lambda: Organisation(name="Zorgcentrum De Test", kind="employer")
    )
    arbodienst: Organisation = field(
        default_factory=lambda: Organisation(name="Arbodienst Test", kind="occupational_health")
    )
    second_track: Organisation = field(
        default_factory=lambda: Organisation(name="Spoor 2 Test", kind="reintegration")
    )
    case_manager: Person = field(default_factory=lambda: unsaved_person("Cas"))
    colleague: Person = field(default_factory=lambda: unsaved_person("Collega"))
    supervisor: Person = field(default_factory=lambda: unsaved_person("Lei"))
    doctor: Person = field(default_factory=lambda: unsaved_person("Dokter"))
    labour_expert: Person = field(default_factory=lambda: unsaved_person("Arbeids"))
    coach: Person = field(default_factory=lambda: unsaved_person("Coach"))
    admin: Person = field(default_factory=lambda: unsaved_person("Beheer"))

    def __post_init__(self) -> None:
        """All of it at once: a company in a query a table, since nearly every test has one of its own."""
        staff = (
            (self.case_manager, self.employer, Role.CASE_MANAGER),
            (self.colleague, self.employer, Role.CASE_MANAGER),
            (self.supervisor, self.employer, Role.SUPERVISOR),
            (self.admin, self.employer, Role.ADMIN),
            (self.doctor, self.arbodienst, Role.COMPANY_DOCTOR),
            (self.labour_expert, self.arbodienst, Role.LABOUR_EXPERT),
            (self.coach, self.second_track, Role.COACH),
        )
        places = [self.employer, self.arbodienst, self.second_track]
        newcomers = [one for one, _place, _role in staff if one._state.adding]
        with acting_as(REGISTRAR):
            world = world_of_new()
            for made in (*places, *(one.account for one in newcomers)):
                made.world_id = world
            if world is not None and not settings.DEMO:
                for (
                    one
                ) in newcomers:  # beside real organisations an invented person holds no address (`enrol`)
                    one.account.email = None
            Organisation.objects.bulk_create(places)
            Account.objects.bulk_create([one.account for one in newcomers])
            Person.objects.bulk_create(newcomers)
            Membership.objects.bulk_create(
                [Membership(account_id=one.pk, organisation=place, role=role) for one, place, role in staff]
            )
            Service.objects.bulk_create(
                [Service(employer=self.employer, provider=provider) for provider in places[1:]]
            )

    def employee(self, hours: int = 32, starts: date | None = None, recognised: bool = True) -> Employment:
        """Someone who works here, in the supervisor's team; the company doctor has met them before."""
        someone = person("Fatma")
        if recognised:
            Account.objects.filter(pk=someone.pk).update(recognised_at=timezone.now())
        return employ(
            someone,
            self.employer,
            "Verzorgende IG",
            Decimal(hours),
            starts=starts or date(2015, 1, 1),
            supervisor=self.supervisor.pk,
        )

    def dossier(self, first_sick_day: date | None = None, everyone: bool = True) -> Dossier:
        """Someone reported sick by the case manager; `everyone` also lets the other roles take part."""
        employment = self.employee()
        manager = actor(self.case_manager)
        with acting_as(manager), together():
            dossier = report_sick(
                manager, employment.pk, first_sick_day or days_ago(30), company_doctor=self.doctor.pk
            )
            if everyone:
                involve(dossier, self.labour_expert.pk, Role.LABOUR_EXPERT, self.arbodienst.pk)
                involve(dossier, self.coach.pk, Role.COACH, self.second_track.pk)
        return dossier


def client_of(dossier: Dossier) -> Actor:
    """The person whom the dossier is about."""
    return Actor(account_id=dossier.employment.person_id)
