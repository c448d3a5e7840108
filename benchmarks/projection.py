"""Dates of running dossiers counted anew after a change of rules, through the worker's own job.

    .venv/bin/python benchmarks/projection.py 10000 100000 [--write benchmarks/RESULTS.md]

Sizes are numbers of running dossiers, made by population.py in a database of their own. The job runs as the
application's role with row security on. Twice: a change that moves no date (only the rules' version differs), and one
that moves a date in most dossiers (the report of 42 weeks a week later). Beside each stands what the machine can do at
most: the bulk timetable of as many rows in memory, and COPY of the same steps into a table with the same indexes.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from unittest import mock

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django  # noqa: E402

django.setup()

from django.db import connections  # noqa: E402
from tests.databases import own_database  # noqa: E402

from benchmarks.population import populate  # noqa: E402
from benchmarks.results import write_section  # noqa: E402
from benchmarks.timetable import columns  # noqa: E402
from spoorboek.dossiers import jobs, reprojection  # noqa: E402
from spoorboek.dossiers.stored_steps import COLUMNS  # noqa: E402
from spoorboek.law import Rulebook, current_rulebook  # noqa: E402
from spoorboek.law.bulk import timetable_arrays  # noqa: E402


def nothing_moves() -> Rulebook:
    return current_rulebook().model_copy(update={"version": "nothing-moves"})


def report_later() -> Rulebook:
    """The report of 42 weeks a week later."""
    book = current_rulebook()
    rules = [
        rule.model_copy(update={"due": rule.due.model_copy(update={"days": rule.due.days + 7})})
        if rule.key == "report-42-weeks" and rule.due
        else rule
        for rule in book.rules
    ]
    return book.model_copy(update={"rules": tuple(rules), "version": "report-later"})


def through_the_worker(book: Rulebook) -> int:
    """Every job the queue would run, one after the other; how many."""
    queue = [str(uuid.UUID(int=0))]
    ran = 0
    with (
        mock.patch.object(reprojection, "current_rulebook", return_value=book),
        mock.patch.object(jobs.reproject, "defer", lambda after: queue.append(after)),
    ):
        while queue:
            jobs.reproject(after=queue.pop())
            ran += 1
        assert not reprojection.behind()
    return ran


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock, and of this process's processor."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - processor


def floor() -> float:
    """Seconds to COPY the stored steps into an empty table with the same indexes."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("CREATE TABLE floor (LIKE dossiers_obligation INCLUDING ALL)")
        names = ", ".join(COLUMNS)
        with cursor.copy(f"COPY dossiers_obligation ({names}) TO STDOUT") as out:
            data = [bytes(block) for block in out]
        begun = time.perf_counter()
        with cursor.copy(f"COPY floor ({names}) FROM STDIN") as copy:
            for block in data:
                copy.write(block)
        seconds = time.perf_counter() - begun
        cursor.execute("DROP TABLE floor")
    return seconds


def measure(size: int) -> list[str]:
    with own_database():
        made = populate(size, many=min(size, 20_000))
        bulk = timed(lambda: timetable_arrays(columns(size)))[0]
        copied = floor()
        rows = []
        for name, book in (("nothing moves", nothing_moves()), ("a date moves", report_later())):
            clock, processor = timed(lambda book=book: through_the_worker(book))
            rows.append(
                f"| {size:,} | {name} | {clock:,.1f} s | {size / clock:,.0f} | {processor / size * 1000:.2f} ms | "
                f"{bulk:.2f} s | {clock / bulk:,.0f}× | {copied:.1f} s | {clock / copied:.1f}× |"
            )
        print(f"{size:,} dossiers made in {made.seconds:.0f} s", file=sys.stderr)
    return rows


def measured_apart(size: int) -> list[str]:
    """In a process of its own: a database is made, filled and thrown away in each."""
    done = subprocess.run(
        [sys.executable, __file__, "--rows", str(size)], stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout.splitlines()


def report(sizes: list[int]) -> str:
    rows = [row for size in sizes for row in measured_apart(size)]
    return "\n".join(
        [
            "Every running dossier after a change of rules, by the worker's job, a thousand dossiers a transaction, in",
            "one process. Facts read, dates computed, differences written and journalled, caseload lines kept up.",
            "",
            "| running | change | time | dossiers a second | processor a dossier | bulk law alone | ratio |"
            " COPY of the same steps | ratio |",
            "|---|---|---|---|---|---|---|---|---|",
            *rows,
            "",
            "The ratio to the bulk law says what reading and writing cost beside computing; the one to COPY how far",
            "this is from only putting as many rows on disk. Where a date moves, much time goes to what people are",
            "owed then: a sealed journal entry and new caseload lines for each dossier.",
            f"Python {platform.python_version()}, PostgreSQL without fsync, on this machine's {os.cpu_count()} cores.",
        ]
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000])
    parser.add_argument("--write", type=Path, help="file with results to write this section into")
    parser.add_argument("--rows", type=int, help="only the rows of one size")
    options = parser.parse_args()
    if options.rows:
        print("\n".join(measure(options.rows)))
        return
    text = report(options.sizes)
    print(text)
    if options.write:
        command = f"python benchmarks/projection.py {' '.join(map(str, options.sizes))}"
        write_section(options.write, "projection", "Dates after a change of rules", command, text)


if __name__ == "__main__":
    main()
