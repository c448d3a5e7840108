"""Loading an absence list: reading, previewing and applying, as the application's role with row-level security on.

    .venv/bin/python benchmarks/loading.py 5000 50000 [--people 200] [--write benchmarks/RESULTS.md]

The list is the messy one of the tests (tests/lists/messy.py). Reading is held against the csv module and calamine alone
on the same bytes; applying against COPY of the same rows as they are. `--people`: apply this many people of the list
and scale to all of them (0: apply them all); people are alike, so the scaled time is what it would take.
"""

from __future__ import annotations

import argparse
import csv
import io
import os
import platform
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django  # noqa: E402

django.setup()

import python_calamine  # noqa: E402
from django.db import connections  # noqa: E402
from tests.builders import Company, actor  # noqa: E402
from tests.databases import own_database  # noqa: E402
from tests.lists.messy import Messy, as_csv, as_xlsx, messy  # noqa: E402

from benchmarks.results import write_section  # noqa: E402
from spoorboek.lists.sheet import read  # noqa: E402
from spoorboek.loading.acts import applying, choosing, previewing, starting  # noqa: E402
from spoorboek.people.actor import acting_as  # noqa: E402
from spoorboek.site import clock  # noqa: E402


@dataclass(frozen=True)
class Measured:
    """Seconds of one list."""

    rows: int
    csv_alone: float
    read_csv: float
    calamine_alone: float
    read_xlsx: float
    copied: float
    previewed: float
    people: int
    applied_people: int
    applied: float

    @property
    def all_applied(self) -> float:
        return self.applied * self.people / max(1, self.applied_people)


def timed(work: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def best(work: Callable[[], Any]) -> float:
    return min(timed(work) for _ in range(3))


def csv_alone(content: bytes) -> int:
    return len(list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")))


def calamine_alone(content: bytes) -> int:
    with python_calamine.load_workbook(io.BytesIO(content)) as book:
        return len(book.get_sheet_by_index(0).to_python())


def copied(made: Messy) -> None:
    """The rows as they are, into a bare table: what a database costs at least."""
    with connections["owner"].cursor() as cursor:
        columns = ", ".join(f"c{number} text" for number in range(len(made.rows[0])))
        cursor.execute(f"CREATE TEMP TABLE IF NOT EXISTS floor ({columns})")
        with cursor.copy("COPY floor FROM STDIN") as sink:
            for row in made.rows:
                sink.write_row(row)


def measure(rows: int, people: int) -> Measured:
    """One list at a company of its own."""
    made = messy(rows, clock.today())
    as_text, as_book = as_csv(made), as_xlsx(made)
    company = Company()
    manager = actor(company.case_manager)
    with acting_as(manager):
        load = starting.start_import(manager, company.employer.pk, "lijst.csv", as_text)
        columns = {int(index): kind for index, kind in load.choices["columns"].items()}
        choosing.choose_columns(manager, load.pk, columns)
        choosing.answer(manager, load.pk, part="absent", end="last-day", zero="recovered")
        choosing.choose_people(manager, load.pk, doctor=str(company.doctor.pk))
    begun = time.perf_counter()
    with acting_as(manager):
        total = previewing.preview(manager, load.pk).total
    previewed = time.perf_counter() - begun
    with acting_as(manager):
        applying.confirm(manager, load.pk)
    begun, done, more = time.perf_counter(), 0, True
    while more and (not people or done < people):
        with acting_as(manager):
            more = applying.work(manager, load.pk)
        done = min(total, done + applying.A_TURN)
    return Measured(
        len(made.rows), best(lambda: csv_alone(as_text)), best(lambda: read(as_text)),
        best(lambda: calamine_alone(as_book)), best(lambda: read(as_book)), best(lambda: copied(made)),
        previewed, total, done, time.perf_counter() - begun,
    )  # fmt: skip


def table(found: list[Measured]) -> str:
    lines = [
        "| Rows | CSV read (× csv module) | XLSX read (× calamine) | preview | rows/s previewed | people | applied"
        " | rows/s applied | × COPY of the same rows |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for one in found:
        scaled = "" if one.applied_people >= one.people else f" (scaled from {one.applied_people} people)"
        lines.append(
            f"| {one.rows:,} | {one.read_csv:.2f} s ({one.read_csv / one.csv_alone:.1f}×)"
            f" | {one.read_xlsx:.2f} s ({one.read_xlsx / one.calamine_alone:.1f}×) | {one.previewed:.1f} s"
            f" | {one.rows / one.previewed:,.0f} | {one.people:,} | {one.all_applied:,.0f} s{scaled}"
            f" | {one.rows / one.all_applied:,.1f} | {one.all_applied / one.copied:,.0f}× |"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="+")
    parser.add_argument("--people", type=int, default=0)
    parser.add_argument("--write", type=Path)
    chosen = parser.parse_args()
    with own_database():
        text = table([measure(size, chosen.people) for size in chosen.sizes])
    load = os.getloadavg()[0]
    text += f"\n\n{platform.machine()}, {os.cpu_count()} processors, load {load:.1f} when it ended."
    print(text)
    if chosen.write:
        write_section(
            chosen.write, "loading", "Loading an absence list",
            f"python benchmarks/loading.py {' '.join(map(str, chosen.sizes))} --people {chosen.people}", text,
        )  # fmt: skip


if __name__ == "__main__":
    main()
