"""Making organisations, accounts and roles: what an administrator's acts, an import and the demo all walk through."""

import uuid
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from django.conf import settings

from spoorboek.people.actor import Actor, System, acting_as, acts_in_person, practice_world
from spoorboek.people.models import (
    Account,
    ContractHours,
    Employment,
    Involvement,
    Membership,
    Organisation,
    Person,
    PracticeWorld,
    Service,
)
from spoorboek.people.policy import Role
from spoorboek.people.signals import parts_ended
from spoorboek.site import clock

REGISTRAR = Actor(system=System.REGISTRAR)
MACHINE = "Koppeling"
"""Stands before the name of a system among the people of a dossier, in every language: it is a name."""


def world_of_new() -> uuid.UUID | None:
    """The world in which a new organisation or account is made: that of whoever acts. In a demo all is practice."""
    here = practice_world()
    if here is None and settings.DEMO and not acts_in_person():
        here = PracticeWorld.objects.get_or_create(is_installation=True)[0].pk
    return here


def found_organisation(name: str, kind: str, world_id: uuid.UUID | None = None) -> Organisation:
    with acting_as(REGISTRAR):
        return Organisation.objects.create(name=name, kind=kind, world_id=world_id or world_of_new())


def engage(employer: Organisation, provider: Organisation) -> Service:
    """An employer engages an arbodienst or re-integration company."""
    with acting_as(REGISTRAR):
        service, _ = Service.objects.update_or_create(
            employer=employer, provider=provider, defaults={"until": None}
        )
    return service


def enrol(
    first_name: str,
    last_name: str,
    email: str | None = None,
    password: str | None = None,
    language: str = "nl",
    phone: str = "",
    world_id: uuid.UUID | None = None,
) -> Person:
    """An account with a name. Without e-mail the person comes in with a code from a letter.

    Beside real organisations an invented person holds no address: it could be somebody's.
    """
    with acting_as(REGISTRAR):
        world = world_id or world_of_new()
        address = email if world is None or settings.DEMO else None
        account = Account.objects.create_user(address, password, world)
        return Person.objects.create(
            account=account, first_name=first_name, last_name=last_name, language=language, phone=phone
        )


def enrol_and_employ(
    employer: Organisation, people: Sequence[tuple[Person, Employment, Decimal | None]]
) -> None:
    """Many people at once, unsaved and without e-mail, each with an account, an employment and its contract hours."""
    world = world_of_new()
    with acting_as(REGISTRAR):
        for person, employment, _hours in people:
            account = Account(world_id=world)
            account.set_unusable_password()
            person.account = account
            employment.person, employment.organisation = person, employer
        Account.objects.bulk_create([person.account for person, _employment, _hours in people])
        Person.objects.bulk_create([person for person, _employment, _hours in people])
        Employment.objects.bulk_create([employment for _person, employment, _hours in people])
        ContractHours.objects.bulk_create(
            [
                ContractHours(employment=employment, since=employment.starts or date(2000, 1, 1), hours=hours)
                for _person, employment, hours in people
                if hours is not None
            ]
        )


def appoint(account_id: uuid.UUID, organisation: Organisation, role: Role) -> Membership:
    """Give someone a role in an organisation."""
    with acting_as(REGISTRAR):
        membership, _ = Membership.objects.update_or_create(
            account_id=account_id, organisation=organisation, role=role, defaults={"until": None}
        )
    return membership


def enrol_machine(name: str, organisation: Organisation, role: Role, until: datetime) -> Account:
    """An account for a system of an organisation, with a role there until a moment. It has no way to sign in."""
    with acting_as(REGISTRAR):
        account = Account(is_machine=True, is_active=False, world_id=organisation.world_id)
        account.set_unusable_password()
        account.save()
        Person.objects.create(account=account, first_name=MACHINE, last_name=name)
        Membership.objects.create(account=account, organisation=organisation, role=role, until=until)
    return account


def employ(
    person: Person,
    employer: Organisation,
    job_title: str,
    hours: Decimal | None,
    starts: date | None = None,
    ends: date | None = None,
    supervisor: uuid.UUID | None = None,
    kind: str = Employment.Kind.PERMANENT,
    birth_date: date | None = None,
    number: str = "",
) -> Employment:
    """An employment with its first contract hours (a week), where they are known."""
    with acting_as(REGISTRAR):
        employment = Employment.objects.create(
            person=person,
            organisation=employer,
            job_title=job_title,
            starts=starts,
            ends=ends,
            supervisor_id=supervisor,
            kind=kind,
            birth_date=birth_date,
            number=number,
        )
        if hours is not None:
            ContractHours.objects.create(employment=employment, since=starts or date(2000, 1, 1), hours=hours)
    return employment


def end_involvements(account_id: uuid.UUID, organisation_id: uuid.UUID, role: Role) -> int:
    """End someone's part in every dossier where they took part for this organisation. Returns how many."""
    with acting_as(REGISTRAR):
        seats = Involvement.objects.filter(
            account_id=account_id, organisation_id=organisation_id, role=role, until__isnull=True
        )
        dossiers = list(seats.values_list("dossier_id", flat=True))
        seats.update(until=clock.real_now())
        parts_ended.send(sender=Involvement, account_id=account_id, role=role, dossiers=dossiers)
    return len(dossiers)
