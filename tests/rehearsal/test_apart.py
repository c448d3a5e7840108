"""Practice and real data never meet: tried in raw SQL as the application's role, as the strongest actor it can be."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from django.db import IntegrityError, connections, transaction
from django.test import override_settings

from spoorboek.circle.acts.groups import make_group
from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.people.models import Account, Organisation, Person, PracticeWorld
from spoorboek.people.policy import Role
from spoorboek.people.registrar import REGISTRAR, appoint, employ, engage, enrol, found_organisation
from tests.builders import Company, days_ago


def world_of(home: Organisation | None = None) -> PracticeWorld:
    with acting_as(REGISTRAR):
        return PracticeWorld.objects.create(home=home or found_organisation("Thuis", "employer"))


@dataclass
class Two:
    """A real company with a dossier, and a practice employer with a practice person."""

    real: Company = field(default_factory=Company)
    world: PracticeWorld = field(default_factory=world_of)

    def __post_init__(self) -> None:
        self.dossier = self.real.dossier(days_ago(30))
        self.employer = found_organisation("Oefenhuis", "employer", self.world.pk)
        self.provider = found_organisation("Oefenarbodienst", "occupational_health", self.world.pk)
        self.someone = self.invented()
        self.employment = employ(self.someone, self.employer, "Kok", Decimal(24), starts=date(2020, 1, 1))

    def invented(self) -> Person:
        return enrol("Oefen", f"Mens{uuid.uuid4().hex[:6]}", world_id=self.world.pk)


@cache
def two() -> Two:
    return Two()


@contextmanager
def refused() -> Iterator[Any]:
    """The database refuses what is tried inside, whoever the application says it is."""
    with (
        pytest.raises(IntegrityError, match=r"practice|real"),
        acting_as(REGISTRAR),
        transaction.atomic(),
        connections["default"].cursor() as cursor,
    ):
        yield cursor


@pytest.mark.parametrize("table", ["people_organisation", "people_account"])
@pytest.mark.parametrize("to_practice", [True, False])
def test_what_is_real_never_becomes_practice_nor_the_other_way_round(table: str, to_practice: bool) -> None:
    here = two()
    real = here.real.employer.pk if table == "people_organisation" else here.real.admin.pk
    practice = here.employer.pk if table == "people_organisation" else here.someone.pk
    row, world = (real, here.world.pk) if to_practice else (practice, None)
    with refused() as cursor:
        cursor.execute(f"UPDATE {table} SET world_id = %s WHERE id = %s", [world, row])


def test_nothing_moves_from_one_practice_world_to_another() -> None:
    with refused() as cursor:
        cursor.execute(
            "UPDATE people_organisation SET world_id = %s WHERE id = %s", [world_of().pk, two().employer.pk]
        )


def test_the_owner_of_the_tables_is_refused_too() -> None:
    with pytest.raises(IntegrityError), connections["owner"].cursor() as cursor:
        cursor.execute(
            "UPDATE people_organisation SET world_id = %s WHERE id = %s",
            [two().world.pk, two().real.employer.pk],
        )


def test_a_membership_stays_within_its_world() -> None:
    here = two()
    for account, organisation in ((here.real.admin, here.employer), (here.someone, here.real.employer)):
        with refused():
            appoint(account.pk, organisation, Role.CASE_MANAGER)


def test_a_membership_cannot_be_moved_to_the_other_world_either() -> None:
    here = two()
    with refused() as cursor:
        cursor.execute(
            "UPDATE people_membership SET organisation_id = %s WHERE account_id = %s",
            [here.employer.pk, here.real.admin.pk],
        )


def test_a_service_stays_within_its_world() -> None:
    here = two()
    for employer, provider in ((here.employer, here.real.arbodienst), (here.real.employer, here.provider)):
        with refused():
            engage(employer, provider)


def test_an_employment_and_its_supervisor_stay_within_their_world() -> None:
    here = two()
    with refused():
        employ(here.real.supervisor, here.employer, "Kok", Decimal(24))
    with refused():
        employ(here.someone, here.real.employer, "Kok", Decimal(24))
    with refused():
        employ(here.invented(), here.employer, "Kok", Decimal(24), supervisor=here.real.supervisor.pk)


INVOLVE = (
    "INSERT INTO people_involvement (dossier_id, account_id, role, organisation_id, since)"
    " VALUES (%s, %s, 'case_manager', %s, now())"
)


def test_nobody_who_practises_takes_part_in_a_real_dossier() -> None:
    here = two()
    for organisation in (None, here.employer.pk, here.real.employer.pk):
        with refused() as cursor:
            cursor.execute(INVOLVE, [here.dossier.pk, here.someone.pk, organisation])


def test_a_dossier_made_after_the_part_is_refused_as_well() -> None:
    here, dossier_id = two(), uuid.uuid4()
    with refused() as cursor:
        cursor.execute(INVOLVE, [dossier_id, here.someone.pk, None])
        cursor.execute(
            "INSERT INTO dossiers_dossier (id, employment_id, first_sick_day, first_day_basis, version, opened_at,"
            " closing) SELECT %s, employment_id, first_sick_day, first_day_basis, 1, now(), ''"
            " FROM dossiers_dossier WHERE id = %s",
            [dossier_id, here.dossier.pk],
        )


def test_a_dossier_stays_with_its_employment() -> None:
    here = two()
    with refused() as cursor:
        cursor.execute(
            "UPDATE dossiers_dossier SET employment_id = %s WHERE id = %s",
            [here.employment.pk, here.dossier.pk],
        )


def test_a_practice_world_is_at_home_in_a_real_organisation_for_good() -> None:
    here = two()
    with refused():
        world_of(here.employer)
    with refused() as cursor:
        cursor.execute(
            "UPDATE people_practiceworld SET home_id = %s WHERE id = %s",
            [here.real.employer.pk, here.world.pk],
        )


def test_a_real_installation_never_becomes_one_practice_world() -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("INSERT INTO people_installation (demo, made_at) VALUES (false, now()) RETURNING id")
        row = cursor.fetchone()[0]
    try:
        with refused():
            PracticeWorld.objects.create(is_installation=True)
    finally:
        with connections["owner"].cursor() as cursor:
            cursor.execute("DELETE FROM people_installation WHERE id = %s", [row])


def test_whoever_practises_makes_only_practice_organisations_and_people() -> None:
    here = two()
    with acting_as(Actor(account_id=here.someone.pk)):
        made, organisation = enrol("Nieuw", "Mens"), found_organisation("Nog een", "employer")
    assert made.account.world_id == organisation.world_id == here.world.pk
    with acting_as(Actor(system=System.REGISTRAR)):
        assert Account.objects.get(pk=enrol("Echt", "Mens").pk).world_id is None


@override_settings(DEMO=True)
def test_in_a_demo_too_a_person_makes_people_of_their_own_world_only() -> None:
    with acting_as(Actor(account_id=two().real.admin.pk)):
        assert enrol("Van", "Hier").account.world_id is None


def test_a_group_for_intervision_stays_within_its_world() -> None:
    here = two()
    coach = Actor(account_id=here.real.coach.pk)
    with acting_as(coach):
        group = make_group(coach, "Echt")
    with refused() as cursor:
        cursor.execute(
            "INSERT INTO circle_member (group_id, account_id, invited_at) VALUES (%s, %s, now())",
            [group.pk, here.someone.pk],
        )
