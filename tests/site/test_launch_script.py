"""The launcher's script on machines that lack something: one sentence with the remedy, in both languages."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.launching import LAUNCHER, PROJECT, open_folder

TOOLS = ("dirname", "date", "cksum", "sed", "cat", "df", "awk", "id", "mkdir", "rm", "grep", "tail")
PYTHON_WITHOUT_VENV = """#!/bin/sh
case "$*" in *ensurepip*) exit 1 ;; *version_info\\[:2\\]*) echo 3.11 ;; esac
"""
FULL_DISK = """#!/bin/sh
printf 'Filesystem 1024-blocks Used Available Capacity Mounted\\n/dev/x 100 90 %s 90%% /\\n' 51200
"""


class Machine:
    """A checkout of its own and a path with only the tools named."""

    def __init__(self, folder: Path) -> None:
        self.tools = folder / "bin"
        self.tools.mkdir()
        for tool in TOOLS:
            found = shutil.which(tool)
            assert found
            (self.tools / tool).symlink_to(found)
        self.checkout = folder / "checkout"
        self.checkout.mkdir()
        shutil.copy(LAUNCHER, self.checkout)
        shutil.copytree(PROJECT / "requirements", self.checkout / "requirements")
        for path in (folder, self.tools, self.checkout):
            path.chmod(0o755)

    def add(self, name: str, script: str) -> None:
        path = self.tools / name
        path.unlink(missing_ok=True)
        path.write_text(script)
        path.chmod(0o755)

    def add_python(self) -> None:
        self.add("python3", f'#!/bin/sh\nexec {sys.executable} "$@"\n')

    def start(
        self, language: str = "nl", user: int | None = None, **more: str
    ) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            ["/bin/sh", str(self.checkout / "spoorboek"), "demo", "--lang", language],
            env={"PATH": str(self.tools), **more},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
            user=user,
            group=user,
        )


@pytest.fixture
def machine() -> Iterator[Machine]:
    """In a folder that another account may read."""
    with open_folder() as folder:
        yield Machine(folder)


def only_line(result: "subprocess.CompletedProcess[str]") -> str:
    assert result.returncode == 1
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1, lines
    return lines[0]


def test_without_python_it_says_which_to_install(machine: Machine) -> None:
    machine.add("apt-get", "#!/bin/sh\n")
    line = only_line(machine.start())
    assert line.startswith("Er is geen Python 3.11 of nieuwer gevonden; installeer die met: ")
    assert line.endswith("apt-get install -y python3 python3-venv")


def test_an_old_python_will_not_do(machine: Machine) -> None:
    machine.add("python3", "#!/bin/sh\nexit 1\n")
    assert "No Python 3.11 or newer was found" in only_line(machine.start("en"))


def test_where_venv_is_missing_the_one_line_is_printed(machine: Machine) -> None:
    machine.add("apt-get", "#!/bin/sh\n")
    machine.add("python3", PYTHON_WITHOUT_VENV)
    line = only_line(machine.start())
    assert "het onderdeel venv ontbreekt" in line
    assert line.endswith("apt-get install -y python3.11-venv")


def test_a_full_disk_is_seen_before_anything_is_written(machine: Machine) -> None:
    machine.add_python()
    machine.add("df", FULL_DISK)
    assert "maak 1171 MB vrij (er is nu 50 MB)" in only_line(machine.start())
    assert not (machine.checkout / ".venv").exists()


def test_a_folder_that_may_not_be_written_is_named(machine: Machine) -> None:
    machine.add("python3", "#!/bin/sh\nexit 0\n")
    machine.checkout.chmod(0o555)
    nobody = 65534 if os.geteuid() == 0 else None
    assert f"{machine.checkout} cannot be written to" in only_line(machine.start("en", user=nobody))
    machine.checkout.chmod(0o755)


def test_without_network_it_says_so_and_the_next_start_tries_again(machine: Machine) -> None:
    machine.add_python()
    offline = {
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
        "PIP_RETRIES": "0",
    }
    offline |= {"PIP_NO_CACHE_DIR": "1", "PIP_FIND_LINKS": "", "PIP_EXTRA_INDEX_URL": ""}
    for _ in range(2):
        result = machine.start(**offline)
        assert result.returncode == 1
        last = result.stderr.strip().splitlines()[-1]
        assert last.startswith("De pakketten zijn niet te bereiken; controleer de internetverbinding")
    assert not (machine.checkout / ".venv-lock").exists()


def test_two_starts_do_not_make_the_environment_at_once(machine: Machine) -> None:
    machine.add_python()
    lock = machine.checkout / ".venv-lock"
    lock.mkdir()
    (lock / "pid").write_text(str(os.getpid()))
    assert "maakt de omgeving al; wacht tot die klaar is" in only_line(machine.start())
    assert lock.exists()
