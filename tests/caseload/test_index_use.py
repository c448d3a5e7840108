"""Under row security, as the application's role, a caseload is read by its index: others' lines are never touched."""

import uuid
from collections.abc import Iterator
from datetime import date

import pytest
from django.db import connections

from spoorboek.caseload.access import lines_of
from spoorboek.caseload.models import Line, State
from spoorboek.caseload.reading import listed
from spoorboek.caseload.wishes import Wish
from spoorboek.people.actor import Actor, acting_as
from tests.access.test_index_use import ENOUGH, MANY, OWN, heaviest, made
from tests.access.world import world
from tests.builders import Company, person, today
from tests.caseload.test_page import queries
from tests.databases import without_references
from tests.signed_in import signed_in


@pytest.fixture(scope="module")
def crowd(django_db_setup: None) -> Iterator[Actor]:
    """Someone with 200 lines among 30,000 of others; taken away afterwards."""
    mine, others, employment = person("Druk").pk, person("Ander").pk, world().employment
    mark = uuid.uuid4().hex[:8]
    made(
        "INSERT INTO dossiers_dossier (id, employment_id, first_sick_day, first_day_basis, version, opened_at, closing)"
        " SELECT (%s || '-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, %s, current_date, 'no_work', 1, now(),"
        " '' FROM generate_series(1, %s) n",
        [mark, employment.pk, MANY],
    )
    made(
        "INSERT INTO caseload_line (account_id, dossier_id, role, came_on, employer_id, name, state, first_sick_day,"
        " first_key, first_ordinal, own_key, own_ordinal, due_key, due_ordinal, first_on, own_on, face)"
        " SELECT CASE WHEN row_number() OVER (ORDER BY id) %% %s = 0 THEN %s ELSE %s END, id, 'case_manager',"
        " current_date, %s, 'naam', 'running', current_date, 'plan-of-action', 0, 'plan-of-action', 0, '', 0,"
        " current_date, current_date, '{}' FROM dossiers_dossier WHERE id::text LIKE %s",
        [MANY // OWN, mine, others, employment.organisation_id, f"{mark}%"],
    )
    made("ANALYZE caseload_line", [])
    yield Actor(account_id=mine)
    with without_references():
        made("DELETE FROM caseload_line WHERE dossier_id::text LIKE %s", [f"{mark}%"])
        made("DELETE FROM dossiers_dossier WHERE id::text LIKE %s", [f"{mark}%"])
    made("ANALYZE caseload_line", [])


@pytest.mark.parametrize(
    "wish",
    [Wish(), Wish(q="naam"), Wish(mine=True), Wish(step="plan-of-action")],
    ids=["all", "q", "mine", "step"],
)
def test_a_page_of_lines_reads_only_the_readers_own(crowd: Actor, wish: Wish) -> None:
    with acting_as(crowd):
        rows, step = heaviest(listed(crowd, wish, today())[:51])
    assert 0 < rows <= ENOUGH, step


def test_all_states_together_use_the_index_too(crowd: Actor) -> None:
    with acting_as(crowd):
        rows, step = heaviest(lines_of(crowd, date(2026, 1, 1), tuple(State)))
    assert 0 < rows <= ENOUGH, step


def test_one_readers_lines_are_no_others(crowd: Actor) -> None:
    with acting_as(crowd):
        assert set(Line.objects.values_list("account_id", flat=True)) == {crowd.account_id}


def test_a_page_takes_as_many_queries_with_5000_lines_as_with_50() -> None:
    """The lines are copies of one, so that only their number differs."""
    own = Company()
    own.dossier(today())
    few = queries(own.case_manager, "/caseload/")
    mark, employment = uuid.uuid4().hex[:8], own.employee()
    made(
        "INSERT INTO dossiers_dossier (id, employment_id, first_sick_day, first_day_basis, version, opened_at, closing)"
        " SELECT (%s || '-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, %s, current_date, 'no_work', 1, now(),"
        " '' FROM generate_series(1, 5000) n",
        [mark, employment.pk],
    )
    copied = ", ".join(name for name in column_names("caseload_line") if name not in ("id", "dossier_id"))
    made(
        f"INSERT INTO caseload_line (dossier_id, {copied}) SELECT d.id, l.* FROM dossiers_dossier d,"
        f" (SELECT {copied} FROM caseload_line WHERE account_id = %s) l WHERE d.id::text LIKE %s",
        [own.case_manager.pk, f"{mark}%"],
    )
    answer = signed_in(own.case_manager).get("/caseload/")
    assert answer.context["counts"].open == 5001
    assert queries(own.case_manager, "/caseload/") == few
    with without_references():
        made("DELETE FROM caseload_line WHERE dossier_id::text LIKE %s", [f"{mark}%"])
        made("DELETE FROM dossiers_dossier WHERE id::text LIKE %s", [f"{mark}%"])


def column_names(table: str) -> list[str]:
    with connections["owner"].cursor() as cursor:
        return [
            column.name for column in connections["owner"].introspection.get_table_description(cursor, table)
        ]
