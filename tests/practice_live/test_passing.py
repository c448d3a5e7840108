"""What goes from screen to screen without being kept, and a link that the database breaks off."""

from typing import LiteralString

import psycopg
import pytest

from spoorboek.people.actor import TELL, Actor
from spoorboek.people.sockets import NOT_FOUND, OVER, SIGNED_OUT
from spoorboek.site import passing
from spoorboek.site.live import PASSING, parameters
from tests.practice_live.cast import both, practising


def test_where_somebody_looks_reaches_the_database_only_while_another_process_needs_it(
    here: str, there: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with psycopg.connect(**parameters(), autocommit=True) as database:
        database.execute(f"LISTEN {PASSING}")
        for elsewhere in ("", there):
            monkeypatch.setattr(passing, "ANSWERED", 5 if elsewhere else 0)
            client, coach = both(here, practising(), elsewhere)
            client.says(pose=[0, 1.2, 0, 0, 0, 0, 1], t=1500)
            assert coach.until("pose") == [0, 1.2, 0, 0, 0, 0, 1]
            passed = [one.payload for one in database.notifies(timeout=0.3) if "pose" in one.payload]
            assert len(passed) == (1 if elsewhere else 0)
            client.closes()
            coach.closes()


def test_a_screen_whose_question_the_database_broke_off_closes_and_comes_back(here: str) -> None:
    pair = practising()
    client, coach = both(here, pair)
    looking = psycopg.connect(**parameters(), autocommit=True)
    with looking, psycopg.connect(**parameters()) as database:
        held = "SELECT 1 FROM practice_live_line WHERE session_id = %s FOR UPDATE"
        tell_and_run(database, pair.client_actor, held, pair.session.pk)
        coach.says(do={"type": "pause"}, id=1)
        waiting = (
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE %s = ANY (pg_blocking_pids(pid))"
        )
        while not looking.execute(waiting, [database.info.backend_pid]).fetchall():
            continue
    assert coach.code() not in {NOT_FOUND, OVER, SIGNED_OUT}
    coach.comes()
    assert coach.asks(type="pause") == ""
    assert client.until("command") == {"type": "pause"}
    client.closes()
    coach.closes()


def tell_and_run(database: psycopg.Connection, someone: Actor, query: LiteralString, *given: object) -> None:
    database.execute(TELL, [str(someone.account_id), ""])
    assert database.execute(query, given).fetchone()
