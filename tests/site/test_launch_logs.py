"""What the site tells the outside: health without secrets, logs without people."""

import json
import logging
import sys

import pytest
from django.db import connections
from django.test import Client

from spoorboek.site import logs


def lines_of(record: logging.LogRecord) -> dict[str, object]:
    logs.WithoutPeople().filter(record)
    said: dict[str, object] = json.loads(logs.Line("%(levelname)s %(name)s %(message)s").format(record))
    return said


def test_health_takes_any_host_name_and_tells_nothing_more() -> None:
    for address in ("/health/", "/health/ready/"):
        answer = Client().get(address, headers={"host": "10.0.0.7"})
        assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_a_site_without_its_database_lives_but_is_not_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    connections["default"].close()
    with monkeypatch.context() as gone:
        gone.setitem(connections["default"].settings_dict, "NAME", "spoorboek_that_is_not_there")
        assert Client().get("/health/").status_code == 200
        answer = Client().get("/health/ready/")
        connections["default"].close()
    assert (answer.status_code, answer.json()) == (503, {"status": "unavailable"})


def test_a_request_is_logged_by_its_route_without_query(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="spoorboek.requests"):
        Client().get("/?naam=Fatma")
    (record,) = [record for record in caplog.records if record.name == "spoorboek.requests"]
    said = lines_of(record)
    assert {"method": "GET", "route": "", "status": 200}.items() <= said.items()
    assert "Fatma" not in json.dumps(said)


def test_an_exception_is_logged_without_its_message() -> None:
    try:
        raise ValueError("Key (email)=(fatma@example.nl) already exists")
    except ValueError:
        record = logging.LogRecord("spoorboek", logging.ERROR, __file__, 1, "broken", (), sys.exc_info())
    said = json.dumps(lines_of(record))
    assert "ValueError" in said
    assert "test_launch_logs.py" in said
    assert "fatma" not in said


def test_a_failed_request_is_logged_without_its_address() -> None:
    record = logging.LogRecord(
        "django.request",
        logging.ERROR,
        __file__,
        1,
        "%s: %s",
        ("Internal Server Error", "/d/7/?q=griep"),
        None,
    )
    record.request = object()
    said = json.dumps(lines_of(record))
    assert "griep" not in said
    assert "/d/7/" not in said


def test_a_job_is_logged_without_its_arguments() -> None:
    record = logging.LogRecord(
        "procrastinate.worker", logging.ERROR, __file__, 1, "Job remind[3](name='Fatma')", (), None
    )
    record.job = {"id": 3, "task_name": "remind", "task_kwargs": {"name": "Fatma"}}
    said = lines_of(record)
    assert "Fatma" not in json.dumps(said)
    assert said["job"] == {"id": 3, "task_name": "remind", "queue": None, "attempts": None}


def test_a_form_without_its_token_is_logged_without_its_address(caplog: pytest.LogCaptureFixture) -> None:
    Client(enforce_csrf_checks=True).post("/brief/?naam=Fatma", {})
    (record,) = [record for record in caplog.records if record.name == "django.security.csrf"]
    assert "/brief/" not in json.dumps(lines_of(record))
