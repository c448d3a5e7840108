"""The journal: whatever anyone changes, removes or swaps is found; what the law asks to destroy can be destroyed."""

import copy
import threading
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import psycopg
import pytest
from django.db import DatabaseError, connection, connections
from hypothesis import given, settings
from hypothesis import strategies as st

from spoorboek.dossiers import journal
from spoorboek.dossiers.acts.sickness import record_partial_return
from spoorboek.dossiers.journal import START, chain_breaks, chained
from spoorboek.dossiers.medical.models import MedicalJournalPayload, MedicalKey
from spoorboek.dossiers.medical.scope import medical_scope
from spoorboek.dossiers.models import Dossier, JournalEntry, JournalHead, JournalPayload, ResumedHours
from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.people.envelopes import Unreadable
from spoorboek.people.models import DossierKey
from spoorboek.people.policy import Layer, Role
from tests.builders import Company, actor, client_of, days_ago

VERIFIER, REGISTRAR = Actor(system=System.VERIFIER), Actor(system=System.REGISTRAR)
FIELDS = [field.name for field in JournalEntry._meta.concrete_fields if field.name != "id"]


@cache
def company() -> Company:
    return Company()


def told(dossier: Dossier, act: str = "note_contact", layer: Layer = Layer.PROCESS) -> JournalEntry:
    """One more entry, by the case manager or, in the medical layer, the company doctor."""
    who, role = (
        (company().doctor, Role.COMPANY_DOCTOR)
        if layer is Layer.MEDICAL
        else (company().case_manager, Role.CASE_MANAGER)
    )
    with acting_as(actor(who)):
        return journal.record(dossier, act, {"answer": "yes"}, role=role, layer=layer)


def breaks(dossier: Dossier) -> list[str]:
    with acting_as(VERIFIER):
        return [found.what for found in journal.breaks(dossier.pk)]


def as_owner(sql: str, parameters: list[Any]) -> int:
    """As someone who has taken over the database itself: triggers off, and on again."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("ALTER TABLE dossiers_journalentry DISABLE TRIGGER USER")
        try:
            cursor.execute(sql, parameters)
            return int(cursor.rowcount)
        finally:
            cursor.execute("ALTER TABLE dossiers_journalentry ENABLE TRIGGER USER")


# The chain as a law, over journals that Hypothesis makes up.

quick = settings(max_examples=60, deadline=timedelta(seconds=2))
texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20)


@st.composite
def journals(draw: st.DrawFn, least: int = 1) -> list[JournalEntry]:
    """A journal that holds, of any content."""
    dossier_id, entries, previous = draw(st.uuids()), [], START
    for sequence in range(1, draw(st.integers(least, 6)) + 1):
        entry = JournalEntry(
            dossier_id=dossier_id,
            sequence=sequence,
            at=draw(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))),  # noqa: DTZ001
            account_id=draw(st.none() | st.uuids()),
            role=draw(texts),
            system=draw(texts),
            act=draw(texts),
            layer=draw(texts),
            version=draw(st.integers(0, 2**31 - 1)),
            digest=draw(texts),
            previous=previous,
        )
        previous = entry.chain = chained(previous, entry)
        entries.append(entry)
    return entries


def head_of(entries: list[JournalEntry]) -> JournalHead:
    return JournalHead(length=len(entries), chain=entries[-1].chain)


def holds(entries: list[JournalEntry], head: JournalHead, dossier_id: uuid.UUID) -> bool:
    return chain_breaks(dossier_id, entries, head) == []


@quick
@given(journals())
def test_an_untouched_journal_holds(entries: list[JournalEntry]) -> None:
    assert holds(entries, head_of(entries), entries[0].dossier_id)


def other(value: Any, draw: Callable[[st.SearchStrategy[Any]], Any]) -> Any:
    """Another value of the same kind."""
    kinds = {
        int: st.integers(0, 2**31 - 1),
        str: texts,
        datetime: st.datetimes(timezones=st.just(UTC)),
        uuid.UUID: st.uuids(),
        type(None): st.uuids(),
    }
    return draw(kinds[type(value)].filter(lambda new: new != value))


@quick
@given(journals(), st.data())
def test_a_change_of_any_field_of_any_entry_is_found(
    entries: list[JournalEntry], data: st.DataObject
) -> None:
    head, dossier_id = head_of(entries), entries[0].dossier_id
    entry = data.draw(st.sampled_from(entries))
    name = JournalEntry._meta.get_field(data.draw(st.sampled_from(FIELDS))).attname
    setattr(entry, name, other(getattr(entry, name), data.draw))
    assert not holds(entries, head, dossier_id), name


@quick
@given(journals(), st.data())
def test_moving_letters_from_one_field_to_the_next_is_found(
    entries: list[JournalEntry], data: st.DataObject
) -> None:
    head, dossier_id = head_of(entries), entries[0].dossier_id
    entry = data.draw(st.sampled_from(entries))
    before = (entry.role, entry.system, entry.act, entry.layer)
    whole = "".join(before)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)), min_size=3, max_size=3)))
    parts = (whole[: cuts[0]], whole[cuts[0] : cuts[1]], whole[cuts[1] : cuts[2]], whole[cuts[2] :])
    entry.role, entry.system, entry.act, entry.layer = parts
    assert holds(entries, head, dossier_id) == (parts == before)


@quick
@given(journals(least=2), st.data())
def test_a_removed_entry_is_found_the_last_one_too(entries: list[JournalEntry], data: st.DataObject) -> None:
    head, dossier_id = head_of(entries), entries[0].dossier_id
    gone = data.draw(st.integers(0, len(entries) - 1))
    assert not holds(entries[:gone] + entries[gone + 1 :], head, dossier_id)
    assert not holds(entries[:gone], head, dossier_id)


@quick
@given(journals(least=2), st.data())
def test_two_swapped_entries_are_found(entries: list[JournalEntry], data: st.DataObject) -> None:
    head, dossier_id = head_of(entries), entries[0].dossier_id
    one, two = data.draw(st.lists(st.sampled_from(range(len(entries))), min_size=2, max_size=2, unique=True))
    entries[one], entries[two] = entries[two], entries[one]
    assert not holds(entries, head, dossier_id)
    entries[one].sequence, entries[two].sequence = entries[two].sequence, entries[one].sequence
    assert not holds(entries, head, dossier_id)


@quick
@given(journals(), journals(), st.data())
def test_an_entry_from_another_dossier_is_found(
    entries: list[JournalEntry], foreign: list[JournalEntry], data: st.DataObject
) -> None:
    head, dossier_id = head_of(entries), entries[0].dossier_id
    place = data.draw(st.integers(0, len(entries) - 1))
    entries[place] = copy.copy(data.draw(st.sampled_from(foreign)))
    assert not holds(entries, head, dossier_id)


@quick
@given(journals(least=2), st.data())
def test_rewriting_the_rest_of_the_chain_does_not_help(
    entries: list[JournalEntry], data: st.DataObject
) -> None:
    """Who changes an entry and counts every later hash anew still ends elsewhere than the database noted."""
    head, dossier_id = head_of(entries), entries[0].dossier_id
    changed = data.draw(st.integers(0, len(entries) - 1))
    entries[changed].act += "!"
    previous = entries[changed].previous
    for entry in entries[changed:]:
        entry.previous, entry.chain = previous, chained(previous, entry)
        previous = entry.chain
    assert not holds(entries, head, dossier_id)


# The same on the real database.


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        ("UPDATE dossiers_journalentry SET act = 'nothing' WHERE id = %s", "the chain does not fit"),
        (
            "UPDATE dossiers_journalentry SET at = at - interval '1 day' WHERE id = %s",
            "the chain does not fit",
        ),
    ],
)
def test_an_entry_changed_in_the_database_is_found(sql: str, what: str) -> None:
    dossier = company().dossier()
    entry = told(dossier)
    assert breaks(dossier) == []
    assert as_owner(sql, [entry.pk]) == 1
    assert what in breaks(dossier)


def test_a_tail_cut_off_in_the_database_is_found() -> None:
    dossier = company().dossier()
    entry = told(dossier)
    as_owner("DELETE FROM dossiers_journalpayload WHERE entry_id = %s", [entry.pk])
    as_owner("DELETE FROM dossiers_journalentry WHERE id = %s", [entry.pk])
    assert breaks(dossier) == ["the journal does not end where it should"]


def test_a_text_changed_in_the_database_is_found() -> None:
    dossier = company().dossier()
    one, two = told(dossier), told(dossier, "plan_appointment")
    with acting_as(actor(company().case_manager)):
        sealed = journal.Envelope(dossier.pk).seal('{"answer": "no"}')
    assert (
        as_owner("UPDATE dossiers_journalpayload SET sealed = %s WHERE entry_id = %s", [sealed, one.pk]) == 1
    )
    as_owner("UPDATE dossiers_journalpayload SET sealed = 'nonsense' WHERE entry_id = %s", [two.pk])
    assert breaks(dossier) == ["the text differs from its digest"] * 2


def test_a_redacted_text_is_no_break() -> None:
    dossier = company().dossier()
    entry = told(dossier)
    with acting_as(actor(company().doctor)):
        assert JournalPayload.objects.filter(pk=entry.pk).delete()[0] == 1
    assert breaks(dossier) == []


def test_a_medical_text_that_is_not_there_never_arrived_since_none_is_ever_redacted() -> None:
    dossier = company().dossier()
    entry = told(dossier, layer=Layer.MEDICAL)
    with acting_as(actor(company().doctor)), medical_scope():
        assert MedicalJournalPayload.objects.filter(pk=entry.pk).delete()[0] == 1
    assert breaks(dossier) == ["a medical text never arrived"]


def test_when_the_key_is_destroyed_the_texts_are_gone_and_the_chain_still_holds() -> None:
    dossier = company().dossier()
    told(dossier)
    told(dossier, layer=Layer.MEDICAL)
    with acting_as(REGISTRAR):
        DossierKey.objects.filter(pk=dossier.pk).delete()
        with medical_scope():
            MedicalKey.objects.filter(pk=dossier.pk).delete()
    with acting_as(actor(company().case_manager)), pytest.raises(Unreadable):
        journal.opened_payloads(dossier.pk)
    assert breaks(dossier) == []


def test_a_medical_text_is_in_nobodys_reach_outside_the_medical_layer() -> None:
    """Not the text, not its key, and no guessing: a yes cannot be told from a no by who holds the process key."""
    dossier = company().dossier()
    entry = told(dossier, layer=Layer.MEDICAL)
    text = '{"answer": "yes"}'
    with acting_as(actor(company().case_manager)):
        assert entry.pk not in journal.opened_payloads(dossier.pk)
        assert journal.Envelope(dossier.pk).digest(text) != entry.digest
    with acting_as(actor(company().doctor)):
        assert journal.medical_envelope(dossier.pk).digest(text) == entry.digest
    assert breaks(dossier) == []


@pytest.mark.parametrize(
    "change", [{"sequence": 9}, {"previous": "f" * 64}, {"sequence": 1, "previous": START}]
)
def test_the_database_refuses_an_entry_that_does_not_follow(change: dict[str, Any]) -> None:
    dossier = company().dossier()
    with acting_as(actor(company().case_manager)):
        entry = journal.next_entry(dossier, "note_contact", Role.CASE_MANAGER, Layer.PROCESS, "")
        for name, value in change.items():
            setattr(entry, name, value)
    with pytest.raises(DatabaseError), acting_as(actor(company().case_manager)):
        entry.save(force_insert=True)
    assert breaks(dossier) == []


def test_two_acts_at_the_same_time_get_sequences_of_their_own() -> None:
    dossier, hurry, failed = company().dossier(), threading.Barrier(4), []

    def act(day: int) -> None:
        try:
            with acting_as(actor(company().case_manager)):
                hurry.wait()
                record_partial_return(actor(company().case_manager), dossier.pk, days_ago(day), 8)
        except BaseException as error:
            failed.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=act, args=(day,)) for day in range(1, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    with acting_as(VERIFIER):
        sequences = list(JournalEntry.objects.filter(dossier=dossier).values_list("sequence", flat=True))
    assert sequences == [1, 2, 3, 4, 5]
    assert breaks(dossier) == []


@pytest.mark.parametrize(
    "at", ["dossiers_resumedhours", "dossiers_journalentry", "dossiers_dossier", "dossiers_journalpayload"]
)
def test_an_act_killed_halfway_is_not_there(at: str) -> None:
    """The server ends the connection just before one of the act's own writes."""
    dossier, manager = company().dossier(), actor(company().case_manager)

    def killed(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(("INSERT", "UPDATE", "DELETE")) and at in sql:
            end_connection()
        return execute(sql, params, many, context)

    with pytest.raises(DatabaseError), acting_as(manager), connection.execute_wrapper(killed):
        record_partial_return(manager, dossier.pk, days_ago(1), 8)
    connections.close_all()
    assert breaks(dossier) == []
    with acting_as(manager):
        assert not ResumedHours.objects.filter(dossier=dossier).exists()
        assert JournalEntry.objects.filter(dossier=dossier).count() == 1
        record_partial_return(manager, dossier.pk, days_ago(1), 8)
    assert breaks(dossier) == []


def end_connection() -> None:
    """As a killed server process would: from a second connection of the same role."""
    process = connection.connection.info.backend_pid
    with psycopg.connect(
        **{**connection.get_connection_params(), "cursor_factory": psycopg.Cursor}
    ) as second:
        second.execute("SELECT pg_terminate_backend(%s, 5000)", [process])


def test_the_client_reads_the_journal_and_a_stranger_does_not() -> None:
    dossier = company().dossier()
    with acting_as(client_of(dossier)):
        assert journal.opened_payloads(dossier.pk)
    with acting_as(actor(company().colleague)):
        assert journal.opened_payloads(dossier.pk) == {}
        assert not JournalEntry.objects.filter(dossier_id=dossier.pk).exists()
