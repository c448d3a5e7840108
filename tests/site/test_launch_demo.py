"""The demo as a person starts it: real processes, real signals, a data folder of its own."""

import http.client
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest

from tests.site.launching import Demo, all_gone, launch, open_folder, running_demo


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
"""Whom the first start showed, while its region was still being filled; none of them is ever lost."""


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


@pytest.fixture(scope="class")
def demo(data: Path) -> Iterator[Demo]:
    """The demo, running for the length of a class of tests."""
    with running_demo(data, "--reset") as running:
        PEOPLE.update(names(running))
        yield running


class TestWhileItRuns:
    def test_a_reset_begins_afresh_and_shows_its_people(self, demo: Demo) -> None:
        assert not (demo.data / "postgres" / "of-before").exists()
        assert not any("waren er al" in line for line in demo.said)
        assert len(names(demo)) >= 10

    def test_a_second_start_says_where_the_first_one_is(self, demo: Demo) -> None:
        second = launch("demo", "--port", "0", "--no-browser", "--data", str(demo.data))
        assert second.returncode == 1
        assert f"Spoorboek draait hier al op {demo.address} (proces {demo.process.pid})" in second.stderr

    def test_a_reset_is_refused(self, demo: Demo) -> None:
        refused = launch("demo", "--reset", "--no-browser", "--data", str(demo.data))
        assert refused.returncode == 1
        assert names(demo)

    def test_a_taken_port_is_refused_with_another_to_try(self, demo: Demo, tmp_path: Path) -> None:
        port = urlsplit(demo.address).port
        assert port
        options = ("--port", str(port), "--no-browser", "--data", str(tmp_path / "other"), "--lang", "en")
        refused = launch("demo", *options)
        assert refused.returncode == 1
        assert f"Port {port} is already used by another program; choose another" in refused.stderr
        assert f"--port {port + 1}" in refused.stderr

    def test_other_commands_share_the_database_and_leave_it_running(self, demo: Demo) -> None:
        shown = launch("showmigrations", "people", SPOORBOEK_DATA=str(demo.data))
        assert shown.returncode == 0, shown.stderr
        assert "[X] 0001_initial" in shown.stdout
        assert names(demo)


class TestHowItEnds:
    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGHUP])
    def test_a_signal_stops_everything_it_started(self, data: Path, number: signal.Signals) -> None:
        with running_demo(data) as demo:
            family = demo.family()
            assert "postgres" in {process.name() for process in family}
            demo.process.send_signal(number)
            assert demo.process.wait(60) == 0
            assert all_gone(family)
        assert "".join(demo.said).rstrip().endswith("Spoorboek stopt.")

    def test_a_killed_launcher_leaves_nothing_running(self, data: Path) -> None:
        with running_demo(data) as demo:
            family = demo.family()
            demo.process.kill()
            assert all_gone(family)

    def test_a_killed_database_recovers_with_all_it_acknowledged(self, data: Path) -> None:
        before = people(data)
        with running_demo(data) as demo:
            for process in demo.family():
                # The children of a killed postmaster end by themselves meanwhile.
                with suppress(psutil.NoSuchProcess):
                    if process.name() == "postgres" or "guardian" in " ".join(process.cmdline()):
                        process.kill()
        with running_demo(data) as demo:
            assert before <= names(demo)
            assert any("waren er al" in line for line in demo.said)

    def test_a_marker_of_a_process_that_is_not_postgresql_is_no_obstacle(self, data: Path) -> None:
        """After a restart of a container any process may have the number that the marker names."""
        before = people(data)
        folder = (data / "postgres").resolve()
        lines = [str(psutil.Process().pid), str(folder), "0", "5432", str(folder), "", "", "ready", ""]
        (folder / "postmaster.pid").write_text("\n".join(lines))
        with running_demo(data) as demo:
            assert before <= names(demo)


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
