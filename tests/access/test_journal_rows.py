"""The journal in raw SQL: that something private was done is no row for who may not read it, and the chain goes on."""

from typing import Any

import pytest

from spoorboek.dossiers import journal
from spoorboek.dossiers.models import JournalEntry
from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.people.policy import Role
from spoorboek.programme.coaching.acts.goals import name_goal
from spoorboek.programme.coaching.acts.sessions import write_note
from spoorboek.programme.courses.acts.following import add_activity
from spoorboek.site import clock
from tests.access.attempts import attempts
from tests.dossiers.cast import Cast, cast

PERSONAL, GUIDANCE = "personal", "guidance"


@pytest.fixture(scope="module")
def here(django_db_setup: None) -> Cast:
    """Client and coach each did something private, and the case manager did something after it."""
    made = cast()
    coach, client = made.inside[Role.COACH], made.client
    with acting_as(client):
        name_goal(client, made.dossier.pk, "Weer een ochtend werken")
    with acting_as(coach):
        write_note(coach, made.dossier.pk, clock.today(), "Samen gewandeld.")
    with acting_as(made.manager):
        add_activity(made.manager, made.dossier.pk, "contact")
    return made


def layers(here: Cast, who: Actor) -> set[Any]:
    with attempts("default", who.account_id) as trying:
        return trying.read("SELECT layer FROM dossiers_journalentry WHERE dossier_id = %s", [here.dossier.pk])


def test_a_private_act_is_no_row_for_the_employers_side(here: Cast) -> None:
    assert {PERSONAL, GUIDANCE} <= layers(here, here.client)
    assert layers(here, here.inside[Role.COACH]) & {PERSONAL, GUIDANCE} == {GUIDANCE}
    for role in (Role.CASE_MANAGER, Role.SUPERVISOR, Role.HELPER):
        assert layers(here, here.inside[role]) & {PERSONAL, GUIDANCE} == set()
    for who in here.outsiders.values():
        assert layers(here, who) == set()


def test_who_does_not_read_the_last_entry_adds_the_next_one_and_the_chain_holds(here: Cast) -> None:
    with acting_as(Actor(system=System.VERIFIER)):
        entries = list(JournalEntry.objects.filter(dossier=here.dossier).order_by("sequence"))
        assert journal.breaks(here.dossier.pk) == []
    *_before, one, other, last = entries
    assert (one.layer, other.layer, last.account_id) == (PERSONAL, GUIDANCE, here.manager.account_id)
    assert last.previous == other.chain


def test_where_a_journal_ends_is_told_to_who_takes_part_and_to_nobody_else(here: Cast) -> None:
    asked = "SELECT length FROM spoorboek_journal_end(%s)"
    for who in here.inside.values():
        with attempts("default", who.account_id) as trying:
            assert len(trying.read(asked, [here.dossier.pk])) == 1
    for who in here.outsiders.values():
        with attempts("default", who.account_id) as trying:
            assert trying.read(asked, [here.dossier.pk]) == set()
