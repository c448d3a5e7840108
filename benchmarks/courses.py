"""Courses of some 60 steps: planned and stored, then looked at again after a date of the law moved, as the worker does.

    .venv/bin/python benchmarks/courses.py 2000 10000 [--write benchmarks/RESULTS.md]

Sizes are numbers of running dossiers, made by population.py in a database of their own, each with a course of "Back to
work your way". The job runs as the application's role with row security on, 500 dossiers a transaction. Twice: no date
moved (what every other change of rules costs), and the first-year evaluation a week later in all of them. Beside it
stands what the machine can do at most: the library's `replan` of as many plans in memory, nothing read or written.
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

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django  # noqa: E402

django.setup()

from django.db import connections  # noqa: E402
from tests.databases import own_database  # noqa: E402

from benchmarks.population import populate  # noqa: E402
from benchmarks.results import write_section  # noqa: E402
from spoorboek.dossiers.models import Dossier  # noqa: E402
from spoorboek.methods import methods  # noqa: E402
from spoorboek.methods.planning import plan, replan  # noqa: E402
from spoorboek.people.actor import acting_as  # noqa: E402
from spoorboek.programme.courses.knowing import known_of  # noqa: E402
from spoorboek.programme.courses.models import Activity, Course, Edition, Proposal  # noqa: E402
from spoorboek.programme.courses.planner import PLANNER, group_of, row_of  # noqa: E402
from spoorboek.programme.courses.watching import A_JOB, look_again  # noqa: E402
from spoorboek.site import clock  # noqa: E402

METHOD = methods()["back-to-work-your-way"]
LATER = (
    "UPDATE dossiers_obligation SET statutory = statutory + 7, practice = practice + 7, agreed = agreed + 7"
    " WHERE key = 'first-year-evaluation' AND done IS NULL"
)


def portions(ids: list[uuid.UUID]) -> list[list[uuid.UUID]]:
    return [ids[begin : begin + A_JOB] for begin in range(0, len(ids), A_JOB)]


def begin_everywhere() -> tuple[list[uuid.UUID], int]:
    """A course in every running dossier, planned from what is known of it; the dossiers, and how many steps."""
    with acting_as(PLANNER):
        ids = list(Dossier.objects.filter(closed_on__isnull=True).order_by("pk").values_list("pk", flat=True))
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "INSERT INTO courses_edition (digest, method, version, content, kept_at) VALUES (%s, %s, %s, %s, now())",
            ["d", METHOD.key, METHOD.version, METHOD.model_dump_json()],
        )
    steps = 0
    for some in portions(ids):
        with acting_as(PLANNER):
            steps += planned(some)
    return ids, steps


def planned(some: list[uuid.UUID]) -> int:
    edition, known = Edition(digest="d", content=METHOD.model_dump_json()), known_of(some)
    courses = [
        Course(dossier_id=key, edition=edition, method=METHOD.key, starts=clock.today()) for key in some
    ]
    groups = [group_of([one], known[one.dossier_id]) for one in courses]
    for group in groups:
        group.first.known = group.noted
    Course.objects.bulk_create(courses)
    rows = [row_of(one, group) for group in groups for one in plan(group.methods, group.facts)]
    Activity.objects.bulk_create(rows, batch_size=5_000)
    return len(rows)


def look(ids: list[uuid.UUID]) -> int:
    """Every job the queue would run; how many proposals stand."""
    for some in portions(ids):
        look_again([str(key) for key in some])
    with acting_as(PLANNER):
        return Proposal.objects.filter(state=Proposal.State.OPEN).count()


def in_memory(ids: list[uuid.UUID]) -> float:
    """Processor seconds for the library alone to plan anew as many courses, from one dossier's plan."""
    with acting_as(PLANNER):
        known = known_of(ids[:1])[ids[0]]
        group = group_of(list(Course.objects.select_related("edition").filter(dossier=ids[0])), known)
    old = plan(group.methods, group.facts)
    begun = time.process_time()
    for _ in ids:
        replan(group.methods, old, group.facts)
    return time.process_time() - begun


def timed(work: Callable[[], int]) -> tuple[float, float, int]:
    """Seconds on the clock, and of this process's processor."""
    begun, processor = time.perf_counter(), time.process_time()
    found = work()
    return time.perf_counter() - begun, time.process_time() - processor, found


def measure(size: int) -> str:
    with own_database():
        populate(size, many=min(size, 20_000))
        begun = time.perf_counter()
        ids, steps = begin_everywhere()
        started = time.perf_counter() - begun
        same, _idle, _none = timed(lambda: look(ids))
        with connections["owner"].cursor() as cursor:
            cursor.execute(LATER)
        moved, processor, proposals = timed(lambda: look(ids))
        floor = in_memory(ids)
    count = len(ids)
    return (
        f"| {count:,} | {steps / count:.0f} | {started / count * 1000:.1f} ms | {same:.1f} s |"
        f" {same / count * 1000:.2f} ms | {moved:.1f} s | {moved / count * 1000:.1f} ms | {proposals:,} |"
        f" {processor:.1f} s | {floor:.1f} s | {processor / floor:.1f}× |"
    )


def measured_apart(size: int) -> str:
    """In a process of its own: a database is made, filled and thrown away in each."""
    done = subprocess.run(
        [sys.executable, __file__, "--rows", str(size)], stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout.strip()


def report(sizes: list[int]) -> str:
    return "\n".join(
        [
            "A course of the whole method in every running dossier, as the planner's system actor with row security.",
            "",
            "| courses | steps each | plan and store one | looked at, nothing moved | each | looked at, a date moved |"
            " each | proposals | processor | `replan` alone, in memory | ratio |",
            "|---|---|---|---|---|---|---|---|---|---|---|",
            *(measured_apart(size) for size in sizes),
            "",
            "Where nothing moved no step is read: the days a plan was made from stand beside the course. Where a date",
            "moved, all steps of the course are read and planned anew, and what would move is written as proposals.",
            f"Python {platform.python_version()}, PostgreSQL without fsync, one process, {os.cpu_count()} cores.",
        ]
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", nargs="*", type=int, default=[2_000, 10_000])
    parser.add_argument("--write", type=Path, help="file with results to write this section into")
    parser.add_argument("--rows", type=int, help="only the row of one size")
    options = parser.parse_args()
    if options.rows:
        print(measure(options.rows))
        return
    text = report(options.sizes)
    print(text)
    if options.write:
        command = f"python benchmarks/courses.py {' '.join(map(str, options.sizes))}"
        write_section(options.write, "courses", "Courses planned, and planned anew", command, text)


if __name__ == "__main__":
    main()
