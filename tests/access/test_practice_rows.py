"""Practice sessions in raw SQL: the client, the one coach who gives the session, and nobody else, row by row."""

from typing import Any

import pytest
from django.db import connections

from spoorboek.people.policy import Role
from spoorboek.practice.sessions.models import Session
from tests.access.attempts import attempts
from tests.access.markers import marked
from tests.access.rows import insert_sql, plant, values
from tests.access.world import Someone, Standing, world

SESSION, PASSAGE, MOMENT, MEASURE, WORDS, KEEP = (
    f"practice_sessions_{name}" for name in ("session", "passage", "moment", "measure", "words", "keep")
)
LINE = "practice_live_line"


def session_of(state: str) -> Any:
    """A session of the bare dossier with its coach, with a moment of each sort, in this state."""
    here = world()
    client, coach = here.who(Role.CLIENT).account_id, here.who(Role.COACH).account_id
    marked()
    row = values(SESSION, here.bare.pk, client, {"coach_id": coach, "client_id": client, "state": state})
    pk = plant(SESSION, row)
    for n, sort in enumerate(("rating", "nausea"), start=1):
        told = {"side": "client", "n": n, "type": sort}
        plant(MOMENT, values(MOMENT, here.bare.pk, client, {SESSION: pk}) | told)
    for what in ("tension", "nausea", "symptoms"):
        plant(MEASURE, values(MEASURE, here.bare.pk, client, {SESSION: pk}) | {"what": what})
    plant(PASSAGE, values(PASSAGE, here.bare.pk, client, {SESSION: pk}))
    return pk


def readers(table: str, column: str, pk: Any, what: str = "1") -> dict[Someone, set[Any]]:
    found = {}
    for someone in world().everyone:
        with attempts("default", someone.account_id) as trying:
            seen = trying.read(f"SELECT {what} FROM {table} WHERE {column} = %s", [pk])
            if seen:
                found[someone] = seen
    return found


def roles(found: dict[Someone, set[Any]]) -> set[tuple[Role, Standing]]:
    return {(one.role, one.standing) for one in found}


CLIENT, COACH = (Role.CLIENT, Standing.INVOLVED), (Role.COACH, Standing.INVOLVED)


def test_a_session_exists_for_the_client_and_its_own_coach_and_for_nobody_else() -> None:
    pk = session_of(Session.State.SCENE)
    assert roles(readers(SESSION, "id", pk)) == {CLIENT, COACH}
    for table in (MOMENT, PASSAGE):
        assert roles(readers(table, "session_id", pk)) == {CLIENT, COACH}


def test_a_coach_reads_tension_and_nausea_while_it_runs_and_never_symptoms() -> None:
    pk = session_of(Session.State.SCENE)
    found = {one.role: seen for one, seen in readers(MEASURE, "session_id", pk, "what").items()}
    assert found == {Role.CLIENT: {"tension", "nausea", "symptoms"}, Role.COACH: {"tension", "nausea"}}


@pytest.mark.parametrize("state", [Session.State.CLOSED, Session.State.BROKEN_OFF])
def test_afterwards_a_coach_keeps_nothing_but_what_the_client_lets_them_keep(state: str) -> None:
    pk, here = session_of(state), world()
    client, coach = here.who(Role.CLIENT).account_id, here.who(Role.COACH).account_id
    assert roles(readers(MOMENT, "session_id", pk)) == {CLIENT}
    assert roles(readers(MEASURE, "session_id", pk)) == {CLIENT}
    row = values(KEEP, here.bare.pk, client, {SESSION: pk}) | {"account_id": coach, "kind": "curve"}
    keep = plant(KEEP, row | {"withdrawn_at": None})
    assert roles(readers(KEEP, "id", keep)) == {CLIENT, COACH}
    found = {one.role: seen for one, seen in readers(MOMENT, "session_id", pk, "type").items()}
    assert found == {Role.CLIENT: {"rating", "nausea"}, Role.COACH: {"rating"}}
    found = {one.role: seen for one, seen in readers(MEASURE, "session_id", pk, "what").items()}
    assert found[Role.COACH] == {"tension"}
    with connections["owner"].cursor() as cursor:
        cursor.execute(f"UPDATE {KEEP} SET withdrawn_at = now() WHERE id = %s", [keep])
    assert roles(readers(MOMENT, "session_id", pk)) == {CLIENT}


def test_a_text_is_read_by_the_coach_who_may_keep_that_kind_only() -> None:
    pk, here = session_of(Session.State.CLOSED), world()
    client, coach = here.who(Role.CLIENT).account_id, here.who(Role.COACH).account_id
    for kind in ("debrief", "step"):
        plant(WORDS, values(WORDS, here.bare.pk, client, {SESSION: pk}) | {"kind": kind})
    given = {"account_id": coach, "kind": "step", "withdrawn_at": None}
    plant(KEEP, values(KEEP, here.bare.pk, client, {SESSION: pk}) | given)
    found = {one.role: seen for one, seen in readers(WORDS, "session_id", pk, "kind").items()}
    assert found == {Role.CLIENT: {"debrief", "step"}, Role.COACH: {"step"}}


def adders(table: str, changed: dict[str, Any], sign: str = "") -> set[tuple[Role, Standing]]:
    """Who may add such a row in the bare dossier; `sign` names the column that holds who tries."""
    found, here = set(), world()
    for someone in here.everyone:
        row = values(table, here.bare.pk, someone.account_id, changed) | changed
        if sign:
            row[sign] = someone.account_id
        with attempts("default", someone.account_id) as trying:
            if trying.rows_touched(*insert_sql(table, row)) == 1:
                found.add((someone.role, someone.standing))
    return found


def test_a_coach_plans_in_their_own_name_and_only_in_dossiers_where_they_take_part() -> None:
    client = world().who(Role.CLIENT).account_id
    expert = (Role.LABOUR_EXPERT, Standing.INVOLVED)
    proposed = {"client_id": client, "state": "proposed", "way": "", "started_at": None}
    assert adders(SESSION, proposed, sign="coach_id") == {CLIENT, COACH, expert}
    coach = world().who(Role.COACH).account_id
    assert adders(SESSION, proposed | {"coach_id": coach}) == {CLIENT, COACH}
    for beyond in ({"state": "planned"}, {"way": "headset"}):
        assert adders(SESSION, proposed | {"coach_id": coach} | beyond) == {CLIENT}
    assert adders(SESSION, proposed | {"client_id": coach}, sign="coach_id") == set()


@pytest.mark.parametrize(
    ("state", "becomes"),
    [
        ("proposed", {"not-now"}),
        ("planned", {"not-now"}),
        ("suited", {"not-now"}),
        ("scene", {"looking-back"}),
        ("looking-back", set()),
        ("closed", set()),
    ],
)
def test_a_coach_never_says_yes_for_a_client_nor_goes_on_for_them(state: str, becomes: set[str]) -> None:
    pk, may = session_of(state), set()
    for someone in world().everyone:
        with attempts("default", someone.account_id) as trying:
            for other in set(Session.State.values) - {state}:
                sql = f"UPDATE {SESSION} SET state = %s WHERE id = %s"
                if trying.rows_touched(sql, [other, pk]):
                    may.add((someone.role, someone.standing, other))
    assert {one[:2] for one in may} <= {CLIENT, COACH}
    assert {other for *who, other in may if tuple(who) == COACH} == becomes


def test_what_was_agreed_and_how_it_is_done_is_not_changed_by_the_coach() -> None:
    coach, other = world().who(Role.COACH), world().who(Role.CLIENT)
    changes = {
        "minutes": "30", "frozen": "'other'", "decides": "'together'", "way": "'screen'", "started_at": "now()",
        "client_id": f"'{coach.account_id}'", "coach_id": f"'{other.account_id}'", "broke_off": "NOT broke_off",
    }  # fmt: skip
    asked = {"minutes", "frozen", "decides"}
    for state, may in (("proposed", asked), ("planned", set()), ("scene", set())):
        pk = session_of(state)
        with attempts("default", coach.account_id) as trying:
            found = {
                name
                for name, value in changes.items()
                if trying.rows_touched(f"UPDATE {SESSION} SET {name} = {value} WHERE id = %s", [pk])
            }
        assert found == may


def test_each_side_tells_its_own_moments_and_a_coach_none_after_the_end() -> None:
    running, over = session_of(Session.State.SCENE), session_of(Session.State.CLOSED)
    told = {"n": 900, "type": "dial"}
    for pk, coaches in ((running, {COACH}), (over, set())):
        about = told | {"session_id": pk}
        assert adders(MOMENT, about | {"side": "client"}) == {CLIENT}
        assert adders(MOMENT, about | {"side": "coach"}) == coaches
    by_both, own = ({"session_id": running, "state": state} for state in ("looking-back", "planned"))
    assert adders(PASSAGE, by_both, sign="account_id") == {CLIENT, COACH}
    assert adders(PASSAGE, own, sign="account_id") == {CLIENT}
    assert adders(MEASURE, {"session_id": running, "when": "after"}) == {CLIENT}


def test_a_coach_removes_nothing_and_a_client_their_own() -> None:
    pk, may = session_of(Session.State.SCENE), set()
    for someone in world().everyone:
        with attempts("default", someone.account_id) as trying:
            if trying.rows_touched(f"DELETE FROM {MOMENT} WHERE session_id = %s", [pk]):
                may.add((someone.role, someone.standing))
    assert may == {CLIENT}


def test_what_the_link_holds_is_for_the_two_who_play() -> None:
    pk, here = session_of(Session.State.SCENE), world()
    plant(LINE, values(LINE, here.bare.pk, here.who(Role.CLIENT).account_id, {SESSION: pk}))
    assert roles(readers(LINE, "session_id", pk)) == {CLIENT, COACH}
    may = set()
    for someone in here.everyone:
        with attempts("default", someone.account_id) as trying:
            if trying.rows_touched(f"UPDATE {LINE} SET number = number + 1 WHERE session_id = %s", [pk]):
                may.add((someone.role, someone.standing))
    assert may == {CLIENT, COACH}
