"""For everyone who stands near the full dossier of the access tests: no mark of any layer in a mail or a calendar."""

import re

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone

from spoorboek.dossiers.refusals import NotYours
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.policy import Role
from spoorboek.reminders.access import REMINDER
from spoorboek.reminders.acts import OFF, RHYTHMS, choose_reminder, make_address
from spoorboek.reminders.defaults import kinds_of
from spoorboek.reminders.models import Kind, Reminder
from spoorboek.reminders.sending import send_due
from tests.access.attempts import attempts
from tests.access.markers import MARKS, marked
from tests.access.world import Someone, Standing, world
from tests.builders import Company, client_of
from tests.reminders.cast import as_it_stands, chosen, due, mails_to, who_came_in

AWAY = {Standing.COLLEAGUE, Standing.OTHER, Standing.GONE}


def everyone() -> list[Someone]:
    marked()
    return world().everyone


def texts_for(someone: Actor) -> list[str]:
    """Everything that reaches this person by mail or calendar."""
    account = who_came_in(someone)
    with acting_as(someone):
        kinds = kinds_of(someone)
    made = []
    for kind in kinds:
        due(chosen(someone, kind, RHYTHMS[kind][0]), timezone.now())
        send_due()
    for one in mails_to(account):
        made += [one.subject, str(one.body), str(one.alternatives[0][0]), str(one.extra_headers)]  # type: ignore[attr-defined]
    if kinds:
        with acting_as(someone):
            secret = make_address(someone)
        made.append(Client().get(f"/agenda/{secret}/spoorboek.ics").content.decode().replace("\r\n ", ""))
    return made


def test_no_mark_of_any_layer_reaches_a_mail_or_a_calendar() -> None:
    """Not even of a layer that its reader may read: a mailbox is open on a desk, a calendar is shared."""
    said = {str(one): texts_for(Actor(account_id=one.account_id)) for one in everyone()}
    assert [
        who for who, texts in said.items() for text in texts if any(m in text for m in MARKS.values())
    ] == []
    assert re.search(r"\d+ te laat", "".join(said["case_manager who takes part"]))
    assert "Spoorboek: " in "".join(said["client who takes part"])


def test_whoever_stands_apart_is_told_nothing_of_it() -> None:
    for one in everyone():
        if one.standing in {Standing.COLLEAGUE, Standing.GONE} and one.role is not Role.CLIENT:
            texts = texts_for(Actor(account_id=one.account_id))
            assert not [text for text in texts if "Spoorboek: " in text], one


@pytest.mark.parametrize("table", ["reminders_reminder", "reminders_feed"])
def test_the_database_shows_each_person_only_their_own_choice(table: str) -> None:
    owner = Actor(account_id=world().who(Role.CASE_MANAGER).account_id)
    who_came_in(owner)
    chosen(owner)
    with acting_as(owner):
        make_address(owner)
    question = f"SELECT account_id FROM {table}"
    for one in everyone():
        with attempts("default", one.account_id) as trying:
            assert trying.read(question) <= {one.account_id}, one
            others = trying.rows_touched(
                f"UPDATE {table} SET account_id = account_id WHERE account_id <> %s", [one.account_id]
            )
            assert others == 0, one


def test_nobody_makes_a_choice_or_a_calendar_in_the_name_of_another() -> None:
    manager = world().who(Role.CASE_MANAGER).account_id
    stranger = world().who(Role.CASE_MANAGER, Standing.OTHER).account_id
    row = "INSERT INTO reminders_feed (account_id, token_hash, made_at, etag) VALUES (%s, 'x', now(), '')"
    with attempts("default", stranger) as trying:
        assert trying.rows_touched(row, [manager]) == 0
    with acting_as(Actor(account_id=stranger)), pytest.raises(NotYours):
        make_address(Actor(account_id=manager))


def test_the_reminders_actor_reads_no_dossier() -> None:
    """It finds who is due and what address is whose; what a mail says is read as the person it is for."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM dossiers_obligation")
        assert cursor.fetchone()[0] > 0
    for table in ("dossiers_dossier", "dossiers_obligation", "dossiers_appointment", "people_dossierkey"):
        with attempts("default", system="reminder") as trying:
            assert trying.read(f"SELECT 1 FROM {table}") == set(), table
    with attempts("default", system="reminder") as trying:
        assert trying.rows_touched("UPDATE people_person SET first_name = 'x'") == 0
        assert trying.rows_touched("DELETE FROM reminders_feed") == 0


def test_the_search_for_who_is_due_uses_its_index() -> None:
    """As the application's role, with row security on."""
    with acting_as(REMINDER), connections["default"].cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(
            "EXPLAIN SELECT id FROM reminders_reminder WHERE off_since IS NULL AND next_at <= now()"
            " ORDER BY next_at LIMIT 50 FOR UPDATE SKIP LOCKED"
        )
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "reminders_reminder_next_at" in plan
    assert "Index Cond: (next_at <=" in plan


def test_a_choice_of_one_kind_leaves_the_other() -> None:
    """Somebody who is ill and works as a case manager too stops one mail, not both."""
    client = client_of(Company().dossier())
    who_came_in(client)
    row = chosen(client, Kind.APPOINTMENT, RHYTHMS[Kind.APPOINTMENT][0])
    with acting_as(client):
        Reminder.objects.get_or_create(
            account_id=client.person_id, kind=Kind.DIGEST, defaults={"rhythm": "weekly", "at": row.at}
        )
        choose_reminder(client, Kind.APPOINTMENT, OFF, row.at)
        assert Reminder.objects.get(kind=Kind.DIGEST).is_on
    assert not as_it_stands(row).is_on
