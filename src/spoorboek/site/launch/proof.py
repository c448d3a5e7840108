"""`./spoorboek test`: all checks and all tests, side by side, each with its result and time.

With arguments only pytest runs, with those arguments. Otherwise pytest's own closing line is the last line written.
"""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from spoorboek.site.launch import chromium, frontend, messages, own_python
from spoorboek.site.launch.frontend import PROJECT
from spoorboek.site.launch.speech import Trouble, either, say, seconds


@dataclass(frozen=True)
class Outcome:
    """How one part went: its exit code, what it wrote, and how long it took."""

    code: int
    output: str
    took: float


@dataclass(frozen=True)
class Part:
    """One check: its name and how to run it."""

    name: str
    run: Callable[[], Outcome]


def module(name: str, *arguments: str) -> Callable[[], Outcome]:
    """A check that is a Python module of the test set."""
    return lambda: finished([sys.executable, "-m", name, *arguments])


def program(name: str, *arguments: str) -> Callable[[], Outcome]:
    """A check that is a program beside our Python."""
    return lambda: finished([str(Path(sys.executable).parent / name), *arguments])


def finished(command: list[str]) -> Outcome:
    start = time.monotonic()
    ran = subprocess.run(
        command, cwd=PROJECT, env=surroundings(), stdin=subprocess.DEVNULL, text=True, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return Outcome(ran.returncode, ran.stdout, time.monotonic() - start)


def front_end_checks() -> Outcome:
    """Lint, types and tests of the front-end, one by one: the packaged npm cannot be called from a script of npm."""
    start = time.monotonic()
    frontend.install_packages()
    ran = [frontend.npm("run", check) for check in ("lint", "typecheck", "test")]
    code = max(part.returncode for part in ran)
    return Outcome(code, "".join(part.stdout for part in ran if part.returncode), time.monotonic() - start)


PARTS = (
    Part("ruff check", program("ruff", "check", ".")),
    Part("ruff format", program("ruff", "format", "--check", ".")),
    Part("lint-imports", program("lint-imports")),
    Part("messages", module("spoorboek", "messages", "--check")),
    Part("mypy", module("mypy")),
    Part("front-end", front_end_checks),
)


def main(arguments: list[str]) -> int:
    """Run everything, or pytest with the given arguments; the exit code is 0 only when all went well."""
    arguments = [argument for argument in arguments if not argument.startswith("--lang")]
    prepare(in_full=not arguments)
    if arguments:
        return subprocess.run(
            pytest_command(arguments), cwd=PROJECT, env=test_surroundings(), check=False
        ).returncode
    return prove()


def prepare(in_full: bool) -> None:
    """What the tests stand on: languages, the built front-end, a browser."""
    messages.compile_all()
    frontend.build()
    browser = chromium.lightest() if in_full else chromium.found()
    if browser:
        os.environ["SPOORBOEK_CHROMIUM"] = browser


def surroundings() -> dict[str, str]:
    """A run starts Python some fifty times, so what was compiled is kept, also where the machine is told not to."""
    given = own_python.surroundings() | {"PYTHONUNBUFFERED": "1"}
    return {name: value for name, value in given.items() if name != "PYTHONDONTWRITEBYTECODE"}


def test_surroundings() -> dict[str, str]:
    """Tests have settings and a data folder of their own; the launcher has already named those of the product."""
    return surroundings() | {"DJANGO_SETTINGS_MODULE": "tests.settings"}


def finished_here(module: str, arguments: list[str]) -> int:
    """Run a module of the tests in this terminal; its exit code. An installation without the tests has none."""
    if not (PROJECT / "tests").is_dir():
        raise Trouble(
            "Dit kan alleen in de broncode van Spoorboek, waar de tests bij staan; haal die op en probeer het daar.",
            "This only works in Spoorboek's source, where the tests are; fetch that and try it there.",
        )
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, cwd=PROJECT, env=test_surroundings(), check=False).returncode


def pytest_command(arguments: list[str]) -> list[str]:
    return [sys.executable, "-m", "pytest", *arguments]


def prove() -> int:
    """Checks in one lane, pytest in the other; pytest's last line is held back until the checks are done."""
    failed: list[str] = []
    lane = threading.Thread(target=run_parts, args=(failed,))
    lane.start()
    processes = str(max(2, os.cpu_count() or 2))
    # A file stays in one process, so that what its tests share is made once; in our order, the longest file first.
    sharing = ["--dist", "loadfile", "--no-loadscope-reorder"]
    code, closing = stream(pytest_command(["-n", processes, *sharing]))
    lane.join()
    if failed:
        names = ", ".join(failed)
        say(f"Niet in orde: {names}.", f"Not in order: {names}.")
    sys.stdout.write(closing)
    sys.stdout.flush()
    return code or (1 if failed else 0)


def run_parts(failed: list[str]) -> None:
    """Each check in turn; what a failed one said is shown in full."""
    for part in PARTS:
        try:
            outcome = part.run()
        except (Trouble, OSError) as error:
            outcome = Outcome(1, f"{error}\n", 0.0)
        if outcome.code:
            failed.append(part.name)
        report(part.name, outcome)


def report(name: str, outcome: Outcome) -> None:
    verdict = either("niet in orde", "not in order") if outcome.code else either("in orde", "in order")
    shown = outcome.output if outcome.code else ""
    sys.stdout.write(f"{shown}{name}: {verdict} ({seconds(outcome.took)})\n")
    sys.stdout.flush()


def stream(command: list[str]) -> tuple[int, str]:
    """Run a command, passing its lines on as they come, save the last: that is returned with the exit code."""
    held = ""
    with subprocess.Popen(
        command, cwd=PROJECT, env=test_surroundings(), stdin=subprocess.DEVNULL, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ) as process:  # fmt: skip
        assert process.stdout
        for line in process.stdout:
            if line.strip():
                sys.stdout.write(held)
                sys.stdout.flush()
                held = line
    return process.returncode, held
