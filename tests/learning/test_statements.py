"""A learning record store hears who finished what for work, by a pseudonym, and nothing else; by xAPI 1.0.3."""

import json
import re
import uuid
from collections.abc import Iterator
from datetime import datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from spoorboek.methods.modules import modules
from spoorboek.people.actor import acting_as
from spoorboek.programme.learning import acts, store
from spoorboek.programme.learning.jobs import send_statement
from spoorboek.programme.learning.telling import Verb, pseudonym, statement
from spoorboek.site import clock
from tests.access.world import world
from tests.builders import Company, actor, client_of
from tests.learning.cast import FOR_CLIENTS, WARM, finished

ADDRESS = re.compile(r"https?://\S+\Z")
LANGUAGE = re.compile(r"[a-z]{2}\Z")


class Store(BaseHTTPRequestHandler):
    """As much of a store as a statement meets on its way in: part three, 2.1.1 of the specification."""

    kept: dict[str, dict[str, Any]] = {}
    answer = 204

    def do_PUT(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        wanted = self.path.partition("statementId=")[2]
        signed = self.headers["Authorization"] == "Basic c3Bvb3Jib2VrOmdlaGVpbQ=="
        fits = self.headers["X-Experience-API-Version"] == "1.0.3" and body["id"] == wanted
        known = Store.kept.get(wanted, body)
        code = Store.answer if signed else 401
        code = code if fits else 400
        code = 409 if code == 204 and known != body else code
        if code == 204:
            Store.kept[wanted] = body
        self.send_response(code)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Silent."""


@pytest.fixture
def lrs(settings: LazySettings) -> Iterator[type[Store]]:
    """A store on this machine, configured."""
    server = HTTPServer(("127.0.0.1", 0), Store)
    Thread(target=server.serve_forever, daemon=True).start()
    settings.LRS_URL = f"http://127.0.0.1:{server.server_port}/xAPI"
    settings.LRS_KEY, settings.LRS_SECRET = "spoorboek", "geheim"
    Store.kept, Store.answer = {}, 204
    yield Store
    server.shutdown()
    server.server_close()


@pytest.fixture
def here() -> Company:
    return Company()


def told_of(account_id: uuid.UUID) -> list[dict[str, Any]]:
    """The statements that wait for the worker, of one person."""
    rows = ProcrastinateJob.objects.filter(task_name=send_statement.name).order_by("pk")
    made = [row.args["statement"] for row in rows]
    return [one for one in made if one["actor"]["account"]["name"] == pseudonym(account_id)]


def rules_broken(one: dict[str, Any]) -> list[str]:
    """What the specification (part two, 2.2 to 2.4) would refuse in a statement."""
    found = [
        "unknown property" if set(one) - PARTS else "",
        "" if uuid.UUID(one["id"]) else "id",
        "" if set(one["actor"]) == {"objectType", "account"} else "one identifier and no more",
        "" if ADDRESS.match(one["actor"]["account"]["homePage"]) else "homePage is no address",
        "" if ADDRESS.match(one["verb"]["id"]) else "verb is no address",
        "" if ADDRESS.match(one["object"]["id"]) else "object is no address",
        "" if ADDRESS.match(one["object"]["definition"]["type"]) else "type is no address",
        "" if datetime.fromisoformat(one["timestamp"]).tzinfo else "timestamp without an offset",
        "" if one["version"].startswith("1.0.") else "version",
        "" if all(ADDRESS.match(key) for key in one["result"].get("extensions", {})) else "extension",
    ]
    maps = [one["verb"]["display"], one["object"]["definition"].get("name", {"en": ""})]
    found += ["language map" for words in maps for code in words if not LANGUAGE.match(code)]
    found += ["empty or null" for value in values(one) if value is None or value == {}]
    return [each for each in found if each]


PARTS = {"id", "version", "actor", "verb", "object", "result", "context", "timestamp"}


def values(one: Any) -> Iterator[Any]:
    yield one
    for inside in one.values() if isinstance(one, dict) else one if isinstance(one, list) else ():
        yield from values(inside)


@pytest.mark.parametrize("key", [key for key, module in modules().items() if not module.is_for_clients])
def test_every_statement_keeps_to_the_specification(key: str) -> None:
    module, who, now = modules()[key], uuid.uuid4(), clock.real_now()
    made = [statement(who, module, verb, now) for verb in Verb]
    made.append(statement(who, module, Verb.PROGRESSED, now, progress=40))
    made += [statement(who, module, Verb.ANSWERED, now, step=step.key) for step in module.nl.steps]
    assert [(one["verb"]["display"], rules_broken(one)) for one in made if rules_broken(one)] == []


def test_finishing_a_module_is_told_from_beginning_to_end_and_no_answer_with_it(
    here: Company, lrs: type[Store]
) -> None:
    who = actor(here.supervisor)
    finished(who)
    told = told_of(here.supervisor.pk)
    verbs = [one["verb"]["display"]["en"] for one in told]
    assert (verbs[0], verbs[-1]) == ("initialized", "completed")
    assert verbs.count("progressed") == len(modules()[WARM].nl.steps) - 1
    assert verbs.count("answered") == 3
    everything = json.dumps(told)
    for secret in (
        here.supervisor.first_name,
        here.supervisor.last_name,
        str(here.supervisor.pk),
        "response",
        "score",
    ):
        assert secret not in everything


def test_the_store_gets_it_and_twice_is_as_once(here: Company, lrs: type[Store]) -> None:
    finished(actor(here.supervisor))
    for one in told_of(here.supervisor.pk):
        send_statement(statement=one)
        send_statement(statement=one)
    assert set(lrs.kept) == {one["id"] for one in told_of(here.supervisor.pk)}
    store.put(next(iter(lrs.kept.values())) | {"timestamp": "2020-01-01T00:00:00+00:00"})


def test_nothing_is_told_of_what_a_client_learns(here: Company, lrs: type[Store]) -> None:
    client = client_of(here.dossier())
    finished(client, FOR_CLIENTS)
    finished(client, WARM)
    finished(actor(here.supervisor), FOR_CLIENTS)
    assert told_of(client.person_id) == []
    assert told_of(here.supervisor.pk) == []


def test_nothing_is_told_where_no_store_is_configured(here: Company) -> None:
    finished(actor(here.supervisor))
    assert told_of(here.supervisor.pk) == []


def test_nothing_is_told_of_invented_people_in_a_practice_world(lrs: type[Store]) -> None:
    pupil = world().pupil
    finished(actor(pupil))
    assert told_of(pupil.pk) == []


def test_a_store_that_is_away_is_tried_again_and_a_refusal_is_reported(
    here: Company, lrs: type[Store], caplog: pytest.LogCaptureFixture, settings: LazySettings
) -> None:
    one = statement(here.supervisor.pk, modules()[WARM], Verb.COMPLETED, clock.real_now())
    for code in (500, 503, 429, 401):
        lrs.answer = code
        with pytest.raises(store.Unavailable):
            send_statement(statement=one)
    lrs.answer = 400
    send_statement(statement=one)
    assert "learning record refused" in caplog.text
    settings.LRS_URL = "http://127.0.0.1:9/xAPI"
    with pytest.raises(store.Unavailable, match="cannot be reached"):
        send_statement(statement=one)


def test_what_an_act_undoes_is_not_told(here: Company, lrs: type[Store]) -> None:
    who = actor(here.supervisor)
    with acting_as(who):
        acts.begin(who, WARM)
        transaction.set_rollback(True)
    assert told_of(here.supervisor.pk) == []


def test_a_pseudonym_is_the_installations_own(settings: LazySettings) -> None:
    account = uuid.uuid4()
    mine = pseudonym(account)
    assert mine == pseudonym(account)
    assert str(account).replace("-", "") not in mine
    settings.DATA_KEY = "b3RoZXIta2V5LW90aGVyLWtleS1vdGhlci1rZXktMTI="
    assert pseudonym(account) != mine
