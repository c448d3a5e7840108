"""The row policies leave the indexes in use: a caseload of 200 is found without reading everyone else's dossiers.

30,000 dossiers here, to stay quick; docs/decisions/row-security.md has the same for 100,000.
"""

import json
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, connections
from django.db.models import QuerySet

from spoorboek.dossiers.access import dossiers_of
from spoorboek.dossiers.models import Dossier, JournalEntry, Obligation
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Involvement
from spoorboek.people.policy import Role
from tests.access.world import Standing, world
from tests.builders import person
from tests.databases import without_references

MANY, OWN = 30_000, 200
ENOUGH = 4 * OWN
"""More rows than this in one step of a plan means that others' rows were read too."""


def made(sql: str, parameters: list[Any]) -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql, parameters)


@pytest.fixture(scope="module")
def crowd() -> Iterator[Actor]:
    """A case manager with 200 dossiers among many of others; taken away afterwards."""
    mine, others, employment = person("Druk").pk, person("Ander").pk, world().employment.pk
    mark = uuid.uuid4().hex[:8]
    made(
        "INSERT INTO dossiers_dossier (id, employment_id, first_sick_day, first_day_basis, version, opened_at, closing)"
        " SELECT (%s || '-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, %s, current_date, 'no_work', 1, now(),"
        " '' FROM generate_series(1, %s) n",
        [mark, employment, MANY],
    )
    made(
        "INSERT INTO people_involvement (dossier_id, account_id, role, since)"
        " SELECT id, CASE WHEN row_number() OVER (ORDER BY id) <= %s THEN %s ELSE %s END, 'case_manager', now()"
        " FROM dossiers_dossier WHERE id::text LIKE %s",
        [OWN, mine, others, f"{mark}%"],
    )
    made(
        "INSERT INTO dossiers_obligation (dossier_id, key, ordinal, rule, next_on, applies)"
        " SELECT id, 'plan-of-action', 0, '', current_date, true FROM dossiers_dossier WHERE id::text LIKE %s",
        [f"{mark}%"],
    )
    for table in ("dossiers_dossier", "people_involvement", "dossiers_obligation"):
        made(f"ANALYZE {table}", [])
    yield Actor(account_id=mine)
    for table, column in (
        ("dossiers_obligation", "dossier_id"),
        ("people_involvement", "dossier_id"),
        ("dossiers_dossier", "id"),
    ):
        with without_references():
            made(f"DELETE FROM {table} WHERE {column}::text LIKE %s", [f"{mark}%"])
        made(f"ANALYZE {table}", [])


def steps(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for part in plan.get("Plans", ()):
        yield from steps(part)


def heaviest(rows: "QuerySet[Any]") -> tuple[int, str]:
    """Rows that the busiest step of the plan looked at, those thrown away by a filter included, and its name."""
    sql, parameters = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", parameters)
        found = cursor.fetchone()[0]
    plan = (json.loads(found) if isinstance(found, str) else found)[0]["Plan"]
    return max(
        (
            round(step["Actual Loops"] * (step["Actual Rows"] + step.get("Rows Removed by Filter", 0))),
            f"{step['Node Type']} on {step.get('Relation Name', '-')}",
        )
        for step in steps(plan)
    )


def hot_queries(actor: Actor) -> dict[str, "QuerySet[Any]"]:
    """What the pages ask all day."""
    mine = dossiers_of(actor, (Role.CASE_MANAGER,))
    return {
        "a caseload": mine,
        "a caseload by first sick day": mine.order_by("first_sick_day")[:50],
        "steps of a caseload": Obligation.objects.filter(dossier__in=mine.values("pk")).order_by("next_on")[
            :50
        ],
        "seats of a person": Involvement.objects.filter(account_id=actor.account_id),
    }


NAMES = ("a caseload", "a caseload by first sick day", "steps of a caseload", "seats of a person")


@pytest.mark.parametrize("name", NAMES)
def test_a_hot_query_reads_the_actors_rows_and_no_others(crowd: Actor, name: str) -> None:
    with acting_as(crowd):
        rows, step = heaviest(hot_queries(crowd)[name])
    assert rows <= ENOUGH, f"{step} looked at {rows} rows"


def test_one_dossier_is_found_by_its_key(crowd: Actor) -> None:
    with acting_as(crowd):
        known = Dossier.objects.filter(
            pk=dossiers_of(crowd, (Role.CASE_MANAGER,)).values_list("pk", flat=True)[0]
        )
        rows, step = heaviest(known)
        assert known.get()
    assert rows <= 5, step


def test_a_journal_is_found_by_its_dossier(crowd: Actor) -> None:
    with acting_as(world().actor(Role.CASE_MANAGER, Standing.INVOLVED)):
        rows, step = heaviest(JournalEntry.objects.filter(dossier_id=world().full.pk))
    assert rows <= ENOUGH, step
