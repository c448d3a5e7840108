"""The database as it stands against the policy table: no table forgotten, no policy or privilege more or less."""

import re
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import psycopg
import pytest
from django.db import DatabaseError, connections, transaction
from psycopg import sql

from spoorboek.dossiers.journal import START
from spoorboek.people import policy, rowsecurity
from spoorboek.people.policy import PROTECTED, SYSTEM_TABLES, Layer, rooms
from tests.access.attempts import attempts
from tests.access.rows import MODELS, key_of, plant, values
from tests.access.world import bare_dossier, world

OWN_SCHEMAS = "('public', 'medical')"


def asked(question: str, parameters: list[Any] | None = None, alias: str = "owner") -> list[tuple[Any, ...]]:
    with connections[alias].cursor() as cursor:
        cursor.execute(question, parameters or [])
        return list(cursor.fetchall())


def tables() -> dict[str, tuple[Any, ...]]:
    """Every table: schema, row security, forced, owner."""
    found = asked(
        "SELECT c.relname, n.nspname, c.relrowsecurity, c.relforcerowsecurity, pg_get_userbyid(c.relowner)"
        " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        f" WHERE n.nspname IN {OWN_SCHEMAS} AND c.relkind IN ('r', 'p', 'v', 'm', 'f')"
    )
    return {name: tuple(rest) for name, *rest in found}


def role_name(alias: str) -> str:
    return str(connections[alias].settings_dict["USER"])


def app_role_of(table: str) -> str:
    rule = PROTECTED.get(table)
    return role_name("medical" if rule and rule.layer is Layer.MEDICAL else "default")


separate_roles = pytest.mark.usefixtures("needs_separate_roles")


def test_each_table_stands_with_its_own_room_and_in_no_other() -> None:
    modules = [import_module(f"{rooms.__name__}.{found.name}") for found in iter_modules(rooms.__path__)]
    placed = [(name, module.__name__.rpartition(".")[2]) for module in modules for name in module.TABLES]
    assert [pair for pair in placed if not pair[0].startswith(f"{pair[1]}_")] == []
    assert sorted(name for name, _room in placed) == sorted(PROTECTED)


def test_every_table_has_a_layer_or_is_named_as_a_system_table() -> None:
    unplaced = sorted(set(tables()) - set(PROTECTED) - set(SYSTEM_TABLES))
    assert unplaced == [], (
        f"Give {unplaced} a layer and a policy in PROTECTED (src/spoorboek/people/policy/rooms) and `Protect(...)`"
        " in the migration, or name them in SYSTEM_TABLES when they hold no content of dossiers."
    )


def test_no_policy_names_a_table_that_does_not_exist() -> None:
    assert sorted((set(PROTECTED) | set(SYSTEM_TABLES)) - set(tables())) == []
    assert set(PROTECTED).isdisjoint(SYSTEM_TABLES)


def test_every_model_of_ours_has_a_layer() -> None:
    own = {name for name, model in MODELS.items() if model.__module__.startswith("spoorboek.")}
    assert sorted(own - set(PROTECTED) - set(SYSTEM_TABLES)) == []


def test_row_security_is_on_and_forced_for_every_protected_table() -> None:
    there = tables()
    assert [name for name in PROTECTED if there[name][1:3] != (True, True)] == []


def test_medical_tables_stand_in_the_medical_schema_and_no_others_do() -> None:
    there = {name: row[0] for name, row in tables().items()}
    expected = {
        name: "medical" if name in PROTECTED and PROTECTED[name].layer is Layer.MEDICAL else "public"
        for name in there
    }
    assert there == expected


def test_the_application_owns_nothing_and_cannot_step_over_row_security() -> None:
    serving = {role_name("default"), role_name("medical")}
    assert {row[3] for row in tables().values()}.isdisjoint(serving)
    powers = asked(
        "SELECT rolname, rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication FROM pg_roles"
        " WHERE rolname = ANY (%s)",
        [list(serving)],
    )
    assert dict(powers) == dict.fromkeys(serving, False)
    member_of = asked(
        "SELECT m.rolname, r.rolname FROM pg_roles m JOIN pg_roles r ON m.oid <> r.oid"
        " WHERE m.rolname = ANY (%s) AND pg_has_role(m.oid, r.oid, 'MEMBER')",
        [list(serving)],
    )
    assert member_of == []
    for name in serving:
        creates = asked(
            "SELECT has_schema_privilege(%s, s, 'CREATE') FROM unnest(ARRAY['public', 'medical']) s", [name]
        )
        assert creates == [(False,), (False,)]


def privileges_there() -> dict[str, dict[str, set[str]]]:
    """Table to role to privileges, of everyone but the owner; a privilege on a column counts as well."""
    found: dict[str, dict[str, set[str]]] = {}
    granted = asked(
        "SELECT c.relname, COALESCE(r.rolname, 'PUBLIC'), g.privilege_type FROM pg_class c"
        " JOIN pg_namespace n ON n.oid = c.relnamespace"
        " LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attacl IS NOT NULL"
        " CROSS JOIN LATERAL (SELECT * FROM aclexplode(c.relacl) UNION ALL SELECT * FROM aclexplode(a.attacl)) g"
        " LEFT JOIN pg_roles r ON r.oid = g.grantee"
        f" WHERE n.nspname IN {OWN_SCHEMAS} AND c.relkind = 'r' AND g.grantee <> c.relowner"
    )
    for table, grantee, privilege in granted:
        found.setdefault(table, {}).setdefault(grantee, set()).add(privilege)
    return found


def test_privileges_are_those_of_the_policy_and_nobody_else_has_any() -> None:
    expected = {
        name: {app_role_of(name): set(rowsecurity.privileges(rule))} for name, rule in PROTECTED.items()
    }
    expected |= {
        name: {app_role_of(name): set(rowsecurity.system_privileges(name))} for name in SYSTEM_TABLES
    }
    there = privileges_there()
    assert {name: there.get(name) for name in expected} == expected


def test_the_application_never_truncates_or_hangs_triggers() -> None:
    given = {
        privilege for grants in privileges_there().values() for some in grants.values() for privilege in some
    }
    assert given <= {"SELECT", "INSERT", "UPDATE", "DELETE"}


@pytest.mark.parametrize("table", sorted(PROTECTED))
def test_policies_in_the_database_are_those_derived_from_the_file(table: str) -> None:
    """PostgreSQL rewrites expressions, so the derived ones are made again, read back, and undone."""
    derived = rowsecurity.protect_sql(table, PROTECTED[table], f'"{app_role_of(table)}"')
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        before = shown_policies(cursor, table)
        for statement in derived:
            cursor.execute(statement)
        after = shown_policies(cursor, table)
        transaction.set_rollback(True, using="owner")
    assert before == after
    assert {row[0] for row in before} == {*rowsecurity.policies(table, PROTECTED[table]), "owner_migrates"}


def shown_policies(cursor: Any, table: str) -> list[tuple[Any, ...]]:
    cursor.execute(
        "SELECT policyname, permissive, roles, cmd, qual, with_check FROM pg_policies WHERE tablename = %s"
        " ORDER BY policyname",
        [table],
    )
    return list(cursor.fetchall())


@pytest.fixture
def needs_separate_roles() -> None:
    """An installation may point both connections at one role; then only row security keeps the medical layer apart."""
    assert role_name("default") != role_name("medical"), (
        "Set SPOORBOEK_MEDICAL_DATABASE_URL to a role of its own."
    )


@separate_roles
def test_the_application_role_cannot_even_name_the_medical_schema() -> None:
    assert asked("SELECT has_schema_privilege(%s, 'medical', 'USAGE')", [role_name("default")]) == [(False,)]
    for table in (name for name, rule in PROTECTED.items() if rule.layer is Layer.MEDICAL):
        with (
            attempts("default", world().employment.person_id) as trying,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            trying.read(f"SELECT count(*) FROM medical.{table}")


@separate_roles
def test_the_medical_role_reads_nothing_outside_the_medical_schema() -> None:
    readable = [
        name for name in tables() if name not in PROTECTED or PROTECTED[name].layer is not Layer.MEDICAL
    ]
    may = asked(
        "SELECT t FROM unnest(%s::text[]) t WHERE has_table_privilege(%s, 'public.' || t, 'SELECT')",
        [readable, role_name("medical")],
    )
    assert may == []
    functions = asked(
        "SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
        " WHERE n.nspname = 'public' AND p.prosecdef AND has_function_privilege(%s, p.oid, 'EXECUTE')",
        [role_name("medical")],
    )
    assert functions == []


@pytest.mark.parametrize(
    "table", [name for name, rule in PROTECTED.items() if rule.append_only and not rule.deletable]
)
@pytest.mark.parametrize("verb", ["UPDATE {0} SET {1} = {1}", "DELETE FROM {0}", "TRUNCATE {0} CASCADE"])
def test_not_even_the_owner_changes_the_journal(table: str, verb: str) -> None:
    known = {"sequence": 1, "previous": START} if table == "dossiers_journalentry" else {}
    if table != "shelf_release":  # the world holds one already
        plant(table, values(table, bare_dossier(world().employment).pk, world().employment.person_id, known))
    with connections["owner"].cursor() as cursor, pytest.raises(DatabaseError, match="append-only"):
        cursor.execute(verb.format(table, key_of(table)))


def test_functions_that_see_more_than_their_caller_cannot_be_fed_a_temporary_table() -> None:
    definers = asked(
        "SELECT p.proname, p.proconfig FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
        " WHERE n.nspname IN ('public', 'medical') AND p.prosecdef"
    )
    ours = {name: config for name, config in definers if name.startswith("spoorboek_")}
    assert set(ours) >= {"spoorboek_knows", "spoorboek_organisations", "spoorboek_extend_journal"}
    assert set(map(tuple, ours.values())) == {("search_path=public, pg_temp",)}


def test_the_policy_names_a_reason_wherever_a_table_differs_from_its_layer() -> None:
    differs = [
        name
        for name, rule in PROTECTED.items()
        if rule.readers is not None or rule.writers is not None or rule.systems is not None or rule.read
    ]
    assert [name for name in differs if not PROTECTED[name].why] == []


def test_every_layer_names_every_role() -> None:
    assert {layer: set(roles) for layer, roles in policy.REACH.items()} == {
        layer: set(policy.Role) for layer in Layer if layer is not Layer.DIRECTORY
    }


def test_no_custom_predicate_is_always_true() -> None:
    for name, rule in PROTECTED.items():
        for predicate in (rule.read, rule.insert, rule.update):
            assert not re.fullmatch(r"\(?\s*true\s*\)?", predicate, re.IGNORECASE), name


def test_without_an_actor_the_database_returns_nothing() -> None:
    world()
    for name, rule in PROTECTED.items():
        with attempts("medical" if rule.layer is Layer.MEDICAL else "default") as trying:
            assert (
                trying.read(sql.SQL("SELECT 1 FROM {}").format(sql.Identifier(name)).as_string()) == set()
            ), name


FREE = {"practice_sessions_session": {"id"}, "circle_meeting": {"id", "starts_at", "number"}}
"""Columns that whoever may change the row may change as they like."""


@pytest.mark.parametrize("table", sorted(FREE))
def test_a_rule_about_changes_names_every_column_so_that_a_new_one_is_thought_about(table: str) -> None:
    columns = {column.column for column in MODELS[table]._meta.concrete_fields}
    named = set(re.findall(r"(?:OLD|NEW)\.\"?(\w+)\"?", PROTECTED[table].changes))
    assert columns - FREE[table] - named == set()
