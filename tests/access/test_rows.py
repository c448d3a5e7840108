"""In raw SQL, as the application's database role: every table of the policy, every role, every distance, every verb."""

import uuid
from dataclasses import dataclass
from typing import Any

import psycopg
import pytest
from django.db import connections

from spoorboek.dossiers.journal import START
from spoorboek.people.actor import System
from spoorboek.people.policy import PROTECTED, Layer, Protected, Reach, Role
from spoorboek.people.policy.reach import Hidden
from spoorboek.people.policy.rooms.courses import PRIVATE
from spoorboek.people.policy.rooms.dossiers import (
    GUIDANCE_TEXTS,
    NET_STEPS,
    PERSONAL_TEXTS,
    TEXTS_OF_A_NET,
)
from tests.access.attempts import Attempts, attempts
from tests.access.expectation import may_add, may_change, may_read, may_remove, system_reach
from tests.access.rows import MODELS, Values, alias_of, insert_sql, key_of, plant, values
from tests.access.world import Someone, Standing, planted_world

OF_A_DOSSIER = sorted(name for name, rule in PROTECTED.items() if rule.dossier and not rule.read)
VERBS = ("read", "add", "change", "remove")


@dataclass
class Planted:
    """The rows of one table in the full dossier: primary key to who wrote it, where the policy asks that."""

    table: str
    rule: Protected
    written_by: dict[Any, uuid.UUID | None]
    hidden: dict[Any, frozenset[Role]]

    @property
    def key(self) -> str:
        return key_of(self.table)


def owner_rows(table: str, columns: str, dossier_id: uuid.UUID, which: str = "true") -> list[tuple[Any, ...]]:
    sql = f"SELECT {columns} FROM {table} WHERE {PROTECTED[table].dossier} = %s AND ({which})"
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql, [dossier_id])
        return list(cursor.fetchall())


def following(dossier_id: uuid.UUID) -> Values:
    """Where the next journal entry of a dossier goes, and what rows can hang on there."""
    entries = owner_rows("dossiers_journalentry", "sequence, chain", dossier_id)
    sequence, chain = max(entries, default=(0, START))
    return {"sequence": sequence + 1, "previous": chain}


ENTRY = ("entry_id", "dossiers_journalentry")


class AtHand(dict[str, Any]):
    """Ids by table or column; a row that something points to is planted when it is first asked for."""

    dossier_id: uuid.UUID

    def __missing__(self, name: str) -> Any:
        if name in ENTRY:
            self |= dict.fromkeys(ENTRY, lone_entry(self.dossier_id))
        else:
            self[name] = plant(name, values(name, self.dossier_id, client(), self))
        return self[name]


def known(dossier_id: uuid.UUID) -> Values:
    """Ids that new rows in a dossier may point to."""
    made: Values = {
        "people_employment": planted_world().employment.pk,
        "tells_of_net": False,
        "private": False,
    }
    at_hand = AtHand(made | following(dossier_id))
    at_hand.dossier_id = dossier_id
    return at_hand


def lone_entry(dossier_id: uuid.UUID) -> int:
    """A journal entry that has no payload yet."""
    row = values("dossiers_journalentry", dossier_id, client(), following(dossier_id))
    return int(plant("dossiers_journalentry", row))


def client() -> uuid.UUID:
    return planted_world().who(Role.CLIENT).account_id


def planted(table: str) -> Planted:
    """The table's rows in the full dossier, made where the acts made none; of each person where rows are personal."""
    rule, dossier_id = PROTECTED[table], planted_world().full.pk
    found = owner_rows(table, f"{key_of(table)}, {rule.owner or 'NULL'}", dossier_id)
    writers = [
        someone.account_id
        for someone in planted_world().everyone
        if someone.standing in {Standing.INVOLVED, Standing.GONE}
    ]
    missing = (
        [account for account in writers if account not in dict(found).values()]
        if rule.owner
        else writers[: not found]
    )
    for account_id in missing:
        plant(table, values(table, dossier_id, account_id, known(dossier_id)))
    found = owner_rows(table, f"{key_of(table)}, {rule.owner or 'NULL'}", dossier_id)
    hidden: dict[Any, frozenset[Role]] = {}
    for which, roles in rule.hidden:
        for (pk,) in owner_rows(table, key_of(table), dossier_id, which.format(table)):
            hidden[pk] = hidden.get(pk, frozenset()) | frozenset(roles)
    return Planted(table, rule, dict(found), hidden)


def verdicts(there: Planted, trying: Attempts, account_id: uuid.UUID, at_hand: Values) -> dict[str, Any]:
    """What the database let someone do: keys read, changed and removed, and whether a row could be added."""
    table, key, rule = there.table, there.key, there.rule
    here, bare = planted_world().full.pk, planted_world().bare.pk
    row = values(table, bare, account_id, at_hand)
    where = f"FROM {table} WHERE {rule.dossier} = %s"
    return {
        "read": trying.read(f"SELECT {key} {where}", [here]),
        "add": trying.rows_touched(*insert_sql(table, row)) == 1,
        "change": touched(trying, there, f"UPDATE {table} SET {key} = {key}"),
        "remove": touched(trying, there, f"DELETE FROM {table}"),
    }


def touched(trying: Attempts, there: Planted, verb: str) -> set[Any]:
    """Keys of the rows of the full dossier that this works on; tried one by one where all at once are refused."""
    found = trying.keys_touched(
        f"{verb} WHERE {there.rule.dossier} = %s RETURNING {there.key}", [planted_world().full.pk]
    )
    if found is not None:
        return found
    one = f"{verb} WHERE {there.key} = %s"
    return {pk for pk in there.written_by if trying.rows_touched(one, [pk]) == 1}


@pytest.mark.parametrize("table", OF_A_DOSSIER)
def test_each_role_reaches_exactly_the_rows_that_the_policy_names(table: str) -> None:
    there, at_hand, wrong = planted(table), known(planted_world().bare.pk), []
    for someone in planted_world().everyone:
        with attempts(alias_of(table), someone.account_id) as trying:
            got = verdicts(there, trying, someone.account_id, at_hand)
        rule, rows = there.rule, not_hidden(there, someone)
        expected = {
            "read": {pk for pk, by in rows if may_read(rule, someone, by)},
            "add": may_add(rule, someone),
            "change": {pk for pk, by in rows if may_change(rule, someone, by)},
            "remove": {pk for pk, by in rows if may_remove(rule, someone, by)},
        }
        wrong += [
            f"{someone}: {verb} {got[verb]}, not {expected[verb]}"
            for verb in VERBS
            if got[verb] != expected[verb]
        ]
    assert wrong == []


def not_hidden(there: Planted, someone: Someone) -> list[tuple[Any, uuid.UUID | None]]:
    """The rows that the policy does not hide from someone's role."""
    return [
        (pk, by)
        for pk, by in there.written_by.items()
        if someone.role not in there.hidden.get(pk, frozenset())
    ]


TELLING = {
    NET_STEPS: {"key": "uwv-report-6-weeks"},
    TEXTS_OF_A_NET: {"tells_of_net": True},
    PRIVATE: {"private": True},
    GUIDANCE_TEXTS: {"layer": Layer.GUIDANCE.value},
    PERSONAL_TEXTS: {"layer": Layer.PERSONAL.value},
}
"""What makes a row one of the hidden ones; a new kind of hiding is added here."""
HIDING = sorted((name, hidden) for name, rule in PROTECTED.items() for hidden in rule.hidden)


@pytest.mark.parametrize(("table", "hidden"), HIDING)
def test_a_hidden_row_is_neither_read_nor_added_by_the_roles_it_is_hidden_from(
    table: str, hidden: Hidden
) -> None:
    rule, here, bare = PROTECTED[table], planted_world().full.pk, planted_world().bare.pk
    telling = TELLING[hidden]
    planted_there = values(table, here, client(), known(here)) | telling | {"ordinal": 900}
    at_hand = known(bare)
    kept = {name: value for name, value in planted_there.items() if name in columns_of(table)}
    pk = plant(table, kept)
    for someone in planted_world().everyone:
        row = values(table, bare, someone.account_id, at_hand) | telling
        with attempts(alias_of(table), someone.account_id) as trying:
            sql = f"SELECT {key_of(table)} FROM {table} WHERE {key_of(table)} = %s"
            seen = trying.read(sql, [pk])
            added = trying.rows_touched(*insert_sql(table, row)) == 1
        narrow = someone.role in hidden[1]
        assert bool(seen) is (may_read(rule, someone, None) and not narrow), someone
        assert added is (may_add(rule, someone) and not narrow), someone


def columns_of(table: str) -> set[str]:
    return {column.column for column in MODELS[table]._meta.concrete_fields}


@pytest.mark.parametrize("table", OF_A_DOSSIER)
def test_a_system_actor_reaches_only_its_layers_and_nobody_reaches_nothing(table: str) -> None:
    there, at_hand = planted(table), known(planted_world().bare.pk)
    for system in (None, *System):
        read, added = reach_of(system, there, at_hand)
        reach = system_reach(there.rule, system) if system else Reach.NONE
        assert read == (set() if reach is Reach.NONE else set(there.written_by)), system
        assert added == (reach is Reach.WRITE and not unsigned(there)), system


def reach_of(system: System | None, there: Planted, at_hand: Values) -> tuple[set[Any], bool]:
    """Which rows of the full dossier a system actor reads, and whether it can add one to the bare dossier."""
    table = there.table
    with attempts(alias_of(table), system=system or "") as trying:
        row = values(table, planted_world().bare.pk, client(), at_hand)
        if there.rule.signed:
            row[there.rule.signed] = None
        read = trying.read(
            f"SELECT {there.key} FROM {table} WHERE {there.rule.dossier} = %s", [planted_world().full.pk]
        )
        return read, can_add(trying, table, row)


def can_add(trying: Attempts, table: str, row: Values) -> bool:
    try:
        return trying.rows_touched(*insert_sql(table, row)) == 1
    except (psycopg.errors.UniqueViolation, psycopg.errors.NotNullViolation) as error:
        return isinstance(error, psycopg.errors.UniqueViolation)


def unsigned(there: Planted) -> bool:
    """A system actor has no account to sign with where the column asks for one."""
    return there.rule.signed == "author_id"


@pytest.mark.parametrize("table", OF_A_DOSSIER)
def test_nobody_moves_a_row_to_a_dossier_of_others(table: str) -> None:
    there, foreign = planted(table), planted_world().foreign.pk
    moved = []
    for someone in planted_world().everyone:
        with attempts(alias_of(table), someone.account_id) as trying:
            sql = f"UPDATE {table} SET {there.rule.dossier} = %s WHERE {there.rule.dossier} = %s"
            if trying.rows_touched(sql, [foreign, planted_world().full.pk]):
                moved.append(str(someone))
    assert moved == []


@pytest.mark.parametrize(
    "table", [name for name in OF_A_DOSSIER if PROTECTED[name].signed or PROTECTED[name].owner]
)
def test_nobody_writes_in_the_name_of_another(table: str) -> None:
    rule, at_hand, other = (
        PROTECTED[table],
        known(planted_world().bare.pk),
        planted_world().who(Role.HELPER).account_id,
    )
    for someone in planted_world().everyone:
        if someone.account_id != other:
            row = values(table, planted_world().bare.pk, someone.account_id, at_hand) | {
                rule.signed or rule.owner: other
            }
            with attempts(alias_of(table), someone.account_id) as trying:
                assert trying.rows_touched(*insert_sql(table, row)) == 0, someone


@pytest.mark.parametrize("table", [name for name in OF_A_DOSSIER if PROTECTED[name].hangs_on])
def test_a_row_cannot_hang_on_a_row_of_another_dossier_and_trying_tells_nothing(table: str) -> None:
    column, other = PROTECTED[table].hangs_on or ("", "")
    theirs = known(planted_world().foreign.pk)
    there = theirs["entry_id"] if column == "entry_id" else theirs[other]
    nowhere = 2**40 if column == "entry_id" else uuid.uuid4()
    for target in (there, nowhere):
        for someone in planted_world().everyone:
            if someone.standing is Standing.INVOLVED:
                row = values(
                    table, planted_world().bare.pk, someone.account_id, known(planted_world().bare.pk)
                ) | {column: target}
                with attempts(alias_of(table), someone.account_id) as trying:
                    assert trying.rows_touched(*insert_sql(table, row)) == 0, someone
