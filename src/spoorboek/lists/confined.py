"""Reading a spreadsheet in a process of its own, with a bound on memory and time.

A file of one kilobyte can name a cell in the last row and column, or unpack to gigabytes; the compiled reader then ends
its whole process. That must be a process with nothing else in it.
"""

import os
import pickle
import resource
import subprocess
import sys
from contextlib import suppress

from spoorboek.lists.findings import Code, Unreadable
from spoorboek.lists.raw import Raw

MEMORY = 2_000_000_000
"""Bytes of address space: a list of 100,000 rows and 50 columns takes about half of it."""
SECONDS = 60


def read_confined(content: bytes) -> Raw:
    """As `workbook.read_workbook`. Raises `Unreadable`; also where the file is more than the process may hold."""
    paths = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(
            [sys.executable, "-m", "spoorboek.lists.confined"],
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=2 * SECONDS,
            env=paths,  # and none of our keys
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise Unreadable(Code.TOO_LARGE) from late
    if done.returncode:
        raise Unreadable(Code.TOO_LARGE)
    told: Raw | Code = pickle.loads(done.stdout)  # noqa: S301 - written by `main` below, from cells only
    if isinstance(told, Code):
        raise Unreadable(told)
    return told


def confine() -> None:
    """No more memory and time for this process than a list needs, and no dump of what it held."""
    for kind, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


def main() -> None:
    """The other process: a file in, rows or a code out."""
    from spoorboek.lists.workbook import read_workbook

    content = sys.stdin.buffer.read()
    confine()
    told: Raw | Code
    try:
        told = read_workbook(content)
    except Unreadable as unreadable:
        told = unreadable.finding.code
    sys.stdout.buffer.write(pickle.dumps(told, pickle.HIGHEST_PROTOCOL))


if __name__ == "__main__":
    main()
