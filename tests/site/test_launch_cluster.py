"""The embedded PostgreSQL: shared by whoever needs it, stopped by the last one out."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from spoorboek.site.launch import own_python
from spoorboek.site.launch.cluster import APPLICATION_ROLES, OWNER_ROLE, Cluster, explained
from spoorboek.site.launch.installation import remove_demo
from spoorboek.site.launch.operator import SHELTER, Operator, shelter_name
from tests.site.launching import open_folder

USER = """
import sys
from collections.abc import Iterator
from pathlib import Path
from spoorboek.site.launch.cluster import Cluster
with Cluster(Path(sys.argv[1]), durable=False).use():
    print("in", flush=True)
    sys.stdin.read()
"""


def user(data: Path) -> "subprocess.Popen[str]":
    """Another process that uses the cluster until its input is closed."""
    return subprocess.Popen(
        [sys.executable, "-c", USER, str(data)],
        env=own_python.surroundings(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def answers(cluster: Cluster) -> bool:
    try:
        with cluster.connect():
            return True
    except psycopg.OperationalError:
        return False


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with open_folder() as folder:
        yield Cluster(folder / "data", durable=False)


@pytest.fixture
def folder() -> Iterator[Path]:
    with open_folder() as opened:
        yield opened


def test_it_runs_while_it_is_used_and_no_longer(cluster: Cluster) -> None:
    with cluster.use():
        assert answers(cluster)
    assert not answers(cluster)


def test_the_first_to_leave_does_not_stop_it_for_the_second(cluster: Cluster) -> None:
    with cluster.use():
        with user(cluster.data) as second:
            assert second.stdout
            assert second.stdout.readline() == "in\n"
            second.communicate()
        assert answers(cluster)
    assert not answers(cluster)


def test_roles_have_no_power_they_do_not_need(cluster: Cluster) -> None:
    with cluster.use(), cluster.connect() as connection:
        rows = connection.execute(
            "SELECT rolname, rolsuper OR rolbypassrls OR rolcreaterole FROM pg_roles WHERE rolname LIKE 'spoorboek%'"
        ).fetchall()
        assert dict(rows) == {OWNER_ROLE: False, **dict.fromkeys(APPLICATION_ROLES, False)}
        database = "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'spoorboek'"
        assert connection.execute(database).fetchone() == (OWNER_ROLE,)


def test_acknowledged_work_is_on_disk_unless_for_tests(folder: Path) -> None:
    cluster = Cluster(folder / "data")
    with cluster.use(), cluster.connect() as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            assert connection.execute(f"SHOW {setting}").fetchone() == ("on",)
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)


def test_a_data_folder_with_a_long_name_gets_a_short_socket(folder: Path) -> None:
    cluster = Cluster(folder / ("a-long-name-" * 8) / "data", durable=False)
    with cluster.use():
        socket = Path(cluster.socket_folder())
        assert answers(cluster)
        assert socket.stat().st_mode & 0o077 == 0
        assert len(os.fsencode(socket)) < 60
    assert not socket.exists()


def test_files_half_made_by_a_killed_start_are_replaced(folder: Path) -> None:
    cluster = Cluster(folder / "data", durable=False)
    with cluster.use():
        files = cluster.data / "postgres"
    leftover = files.with_name("postgres.making")
    leftover.mkdir()
    (leftover / "PG_VERSION").write_text("18\n")
    files.rename(files.with_name("elsewhere"))
    with cluster.use():
        assert answers(cluster)


def test_below_a_closed_folder_root_keeps_the_files_in_its_shelter(tmp_path: Path) -> None:
    """As an ordinary user everything stays in the data folder; either way it runs, and the folder stays closed."""
    tmp_path.chmod(0o700)
    cluster = Cluster(tmp_path / "data", durable=False)
    with cluster.use():
        assert answers(cluster)
    files = cluster.data / "postgres"
    assert files.is_symlink() == (os.geteuid() == 0)
    assert tmp_path.stat().st_mode & 0o777 == 0o700
    (cluster.data / "demo").touch()
    remove_demo(cluster.data)
    assert not cluster.data.exists()
    assert not list(SHELTER.glob(f"{shelter_name(cluster.data)}*"))


def test_what_an_account_reaches_is_asked_of_the_kernel(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    assert Operator(None, None).reaches(tmp_path)
    if os.geteuid() == 0:
        assert not Operator(65534, 65534).reaches(tmp_path)


@pytest.mark.parametrize(
    ("output", "remedy"),
    [
        ("FATAL: could not write: No space left on device", "maak ruimte vrij"),
        ("FATAL: could not create shared memory segment", "gedeeld geheugen"),
        ("FATAL: something else", "FATAL: something else"),
    ],
)
def test_what_postgresql_says_becomes_a_sentence(output: str, remedy: str, tmp_path: Path) -> None:
    assert remedy in explained(output, tmp_path)[0]
