"""The demo as a person starts it: real processes, real signals, a data folder of its own."""

import http.client
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest

from tests.site.launching import LONGEST, Demo, all_gone, launch, open_folder, running_demo


@pytest.fixture(scope="module")
def data() -> Iterator[Path]:
    """The folder of an earlier demo, which the first start resets: its database is then made."""
    with open_folder() as folder:
        data = folder / "data"
        (data / "postgres").mkdir(parents=True)
        (data / "postgres" / "of-before").touch()
        (data / "demo").touch()
        yield data


PEOPLE: set[str] = set()
"""Whom an earlier start showed, its region perhaps still being filled; none of them is ever lost."""


def names(demo: Demo) -> set[str]:
    """The people that the demo offers to be."""
    connection = http.client.HTTPConnection(urlsplit(demo.address).netloc, timeout=30)
    try:
        connection.request("GET", "/demo/")
        shown = connection.getresponse().read().decode()
    finally:
        connection.close()
    return {part.split("<")[0] for part in shown.split('role-card__person">')[1:]}


def people(data: Path) -> set[str]:
    if not PEOPLE:
        with running_demo(data) as first:
            PEOPLE.update(names(first))
    return PEOPLE


def stops(demo: Demo, number: signal.Signals) -> bool:
    """Whether a signal ends it in order, and everything that it started."""
    family = demo.family()
    assert "postgres" in {process.name() for process in family}
    demo.process.send_signal(number)
    return demo.process.wait(60) == 0 and all_gone(family)


@pytest.fixture(scope="class")
def fresh(data: Path) -> Iterator[Demo]:
    with running_demo(data, "--reset") as running:
        PEOPLE.update(names(running))
        yield running


class TestFromAReset:
    """A start takes seconds, so one demo serves a class; its last test ends it."""

    def test_a_reset_begins_afresh_and_shows_its_people(self, fresh: Demo) -> None:
        assert not (fresh.data / "postgres" / "of-before").exists()
        assert not any("waren er al" in line for line in fresh.said)
        assert len(names(fresh)) >= 10

    def test_a_second_start_says_where_the_first_one_is(self, fresh: Demo) -> None:
        second = launch("demo", "--port", "0", "--no-browser", "--data", str(fresh.data))
        assert second.returncode == 1
        assert f"Spoorboek draait hier al op {fresh.address} (proces {fresh.process.pid})" in second.stderr

    def test_a_reset_is_refused(self, fresh: Demo) -> None:
        refused = launch("demo", "--reset", "--no-browser", "--data", str(fresh.data))
        assert refused.returncode == 1
        assert names(fresh)

    def test_a_taken_port_is_refused_with_another_to_try(self, fresh: Demo, tmp_path: Path) -> None:
        port = urlsplit(fresh.address).port
        assert port
        options = ("--port", str(port), "--no-browser", "--data", str(tmp_path / "other"), "--lang", "en")
        refused = launch("demo", *options)
        assert refused.returncode == 1
        assert f"Port {port} is already used by another program; choose another" in refused.stderr
        assert f"--port {port + 1}" in refused.stderr

    def test_other_commands_share_the_database_and_leave_it_running(self, fresh: Demo) -> None:
        shown = launch("showmigrations", "people", SPOORBOEK_DATA=str(fresh.data))
        assert shown.returncode == 0, shown.stderr
        assert "[X] 0001_initial" in shown.stdout
        assert names(fresh)

    def test_ctrl_c_stops_everything_it_started(self, fresh: Demo) -> None:
        assert stops(fresh, signal.SIGINT)
        fresh.over.wait(LONGEST)
        assert "".join(fresh.said).rstrip().endswith("Spoorboek stopt.")


@pytest.fixture(scope="class")
def restarted(data: Path) -> Iterator[Demo]:
    """On a folder whose marker names a process that is alive and is not PostgreSQL."""
    people(data)
    folder = (data / "postgres").resolve()
    lines = [str(psutil.Process().pid), str(folder), "0", "5432", str(folder), "", "", "ready", ""]
    (folder / "postmaster.pid").write_text("\n".join(lines))
    with running_demo(data) as running:
        yield running


class TestAfterARestartOfTheMachine:
    def test_a_marker_of_a_process_that_is_not_postgresql_is_no_obstacle(self, restarted: Demo) -> None:
        """After a restart of a container any process may have the number that the marker names."""
        assert people(restarted.data) <= names(restarted)

    def test_a_killed_launcher_leaves_nothing_running(self, restarted: Demo) -> None:
        family = restarted.family()
        restarted.process.kill()
        assert all_gone(family)


@pytest.fixture(scope="class")
def recovered(data: Path) -> Iterator[Demo]:
    people(data)
    with running_demo(data) as killed:
        for process in killed.family():
            # The children of a killed postmaster end by themselves meanwhile.
            with suppress(psutil.NoSuchProcess):
                if process.name() == "postgres" or "guardian" in " ".join(process.cmdline()):
                    process.kill()
    with running_demo(data) as running:
        yield running


class TestAfterAKilledDatabase:
    def test_it_recovers_with_all_it_acknowledged(self, recovered: Demo) -> None:
        assert people(recovered.data) <= names(recovered)
        assert any("waren er al" in line for line in recovered.said)

    def test_a_closed_terminal_stops_everything_it_started(self, recovered: Demo) -> None:
        assert stops(recovered, signal.SIGHUP)


def test_a_real_installation_never_becomes_a_demo(tmp_path: Path) -> None:
    (tmp_path / "postgres").mkdir()
    refused = launch("demo", "--port", "0", "--no-browser", "--data", str(tmp_path))
    assert refused.returncode == 1
    assert "wordt nooit een demo" in refused.stderr


def test_a_reset_removes_only_a_demo(tmp_path: Path) -> None:
    (tmp_path / "postgres").mkdir()
    refused = launch("demo", "--reset", "--no-browser", "--data", str(tmp_path))
    assert refused.returncode == 1
    assert (tmp_path / "postgres").is_dir()
