"""Server time and queries of the caseload and of a dossier, as the number of dossiers in the database grows.

    .venv/bin/python benchmarks/caseload.py 10000 100000 1000000 [--write benchmarks/RESULTS.md]
    .venv/bin/python benchmarks/caseload.py --fill 10000000        # an hour; the database stays
    .venv/bin/python benchmarks/caseload.py 10000 10000000 --write benchmarks/RESULTS.md

A size that was filled before is measured as it stands, on a quiet machine if you wait for one; `--drop` throws it away.
As the application's role with row-level security on, for a reader with 200 dossiers and one with 20,000. Beside each
page stands its ratio to the same page at the smallest size, and to the floor of the same run: one signed-in request
that reads one row by its key (the preferences page). Sizes are all dossiers; 1 in 20 of them runs, and at least 22,000
where there are so many. Time is of the whole request inside Django, rendering included, network excluded.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection, connections  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from tests.databases import own_database  # noqa: E402

from benchmarks.pages import signed_in  # noqa: E402
from benchmarks.population import Population, populate  # noqa: E402
from benchmarks.results import write_section  # noqa: E402
from spoorboek.caseload.keeping import make_anew, refresh_stale  # noqa: E402
from spoorboek.caseload.models import Line  # noqa: E402
from spoorboek.people.actor import Actor, acting_as  # noqa: E402
from spoorboek.site import clock  # noqa: E402

REPEATS = 40
RUNNING, OF_MANY = 22_000, 20_000


@dataclass(frozen=True)
class Measured:
    """One page: milliseconds and queries."""

    page: str
    median: float
    p95: float
    python: float
    """Milliseconds of processor in Python alone: what a busy machine does not change."""
    queries: int


def measured(page: str, browser: Client, address: str) -> Measured:
    """The same request many times, after two that warm it."""
    for _ in range(2):
        answer = browser.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
    with CaptureQueriesContext(connection) as asked:
        browser.get(address)
    queries = sum(not one["sql"].startswith(("SAVEPOINT", "RELEASE")) for one in asked.captured_queries)
    times, cpu = [], time.process_time()
    for _ in range(REPEATS):
        begun = time.perf_counter()
        browser.get(address)
        times.append((time.perf_counter() - begun) * 1000)
    python = (time.process_time() - cpu) * 1000 / REPEATS
    times.sort()
    return Measured(page, statistics.median(times), times[int(len(times) * 0.95) - 1], python, queries)


def first_of(account_id: object) -> tuple[object, int]:
    """A dossier of this reader, and how many lines they have."""
    someone = Actor(account_id=account_id)  # type: ignore[arg-type]
    with acting_as(someone):
        lines = Line.objects.filter(account_id=account_id)
        return lines.order_by("dossier_id").values_list("dossier_id", flat=True)[0], lines.count()


def pages(people: Population) -> Iterator[Measured]:
    """Every page that is measured, for both readers."""
    for account_id in (people.manager_of_200, people.manager_of_many):
        dossier, own = first_of(account_id)
        browser = signed_in(account_id)
        yield measured(f"floor ({own:,} own)", browser, "/voorkeuren/")
        yield measured(f"caseload ({own:,} own)", browser, "/caseload/")
        yield measured(f"caseload, searched ({own:,} own)", browser, "/caseload/zoeken/?q=vries")
        yield measured(f"caseload, filtered ({own:,} own)", browser, "/caseload/?fase=eerste-jaar&aanzet=ik")
        yield measured(f"caseload, month ({own:,} own)", browser, "/caseload/maand/")
        yield measured(f"dossier ({own:,} own)", browser, f"/dossiers/{dossier}/")


def lines_made() -> tuple[float, int]:
    """Seconds to make every line anew, and how many there are."""
    begun = time.perf_counter()
    make_anew()
    refresh_stale(clock.today())
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM caseload_line")
        made = int(cursor.fetchone()[0])
        cursor.execute("ANALYZE caseload_line")
        cursor.execute("VACUUM caseload_line")
    return time.perf_counter() - begun, made


def filled(size: int) -> tuple[Population, str]:
    """Everyone and every line at one number of dossiers, and how long the lines took."""
    running = max(size // 20, min(size, RUNNING))
    people = populate(running=running, closed=size - running, many=min(OF_MANY, running * 9 // 10))
    seconds, made = lines_made()
    return people, (
        f"{size:,}: {running:,} running; {made:,} lines made in {seconds:.0f} s ({made / seconds:,.0f} a second)"
    )


def kept(size: int) -> str:
    """The name of a database that was filled to be measured later."""
    return f"spoorboek_caseload_{size}"


def fill(size: int) -> None:
    """Fill a database that stays, and note beside it who is in it."""
    with database_of_its_own(kept(size)):
        people, said = filled(size)
        memo(size).write_text(json.dumps({"people": asdict(people), "said": said}, default=str))
        print(said)


def memo(size: int) -> Path:
    return Path(settings.DATA) / f"{kept(size)}.json"


def at_size(size: int) -> tuple[list[Measured], str]:
    """Everything at one number of dossiers: as filled before, or filled now and thrown away."""
    if not memo(size).exists():
        with database_of_its_own():
            people, said = filled(size)
            return list(pages(people)), said
    noted = json.loads(memo(size).read_text())
    with database_of_its_own(kept(size)):
        return list(pages(Population(**noted["people"]))), noted["said"]


def table(by_size: dict[int, list[Measured]]) -> str:
    """Every page at every size, with its ratios."""
    lines = [
        "| dossiers | page | median ms | p95 ms | Python ms | queries | x smallest | x floor |"
        + "\n"
        + "|---" * 8
        + "|"
    ]
    smallest = {one.page.split(" (")[0]: one.median for one in reversed(by_size[min(by_size)])}
    for size, found in by_size.items():
        floor = next(one.median for one in found if one.page.startswith("floor"))
        for one in found:
            first = smallest[one.page.split(" (")[0]]
            lines.append(
                f"| {size:,} | {one.page} | {one.median:.1f} | {one.p95:.1f} | {one.python:.1f} | {one.queries}"
                f" | {one.median / first:.2f} | {one.median / floor:.1f} |"
            )
    return "\n".join(lines)


def drop(size: int) -> None:
    memo(size).unlink(missing_ok=True)
    with own_database(), connections["owner"].cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {kept(size)}")


@contextmanager
def database_of_its_own(kept: str = "") -> Iterator[None]:
    """A database for each size; afterwards the settings are as before, for the next."""
    names = {alias: connections[alias].settings_dict["NAME"] for alias in connections}
    with own_database(kept):
        yield
    for alias, name in names.items():
        connections[alias].settings_dict["NAME"] = name


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000])
    parser.add_argument("--write", type=Path)
    parser.add_argument("--fill", type=int, help="fill a database of this size, to be measured later")
    parser.add_argument("--drop", type=int, help="throw a filled database away")
    given = parser.parse_args()
    if given.fill:
        fill(given.fill)
    elif given.drop:
        drop(given.drop)
    else:
        measure_all(given.sizes, given.write)


def measure_all(sizes: list[int], results: Path | None) -> None:
    by_size, said = {}, []
    for size in sorted(sizes):
        by_size[size], line = at_size(size)
        said.append(line)
        print(line, *by_size[size], sep="\n  ", flush=True)
    load = os.getloadavg()[0]
    text = (
        f"{REPEATS} requests each through Django's test client, role `spoorboek_app`, row-level security on, Python "
        f"{platform.python_version()}, {os.cpu_count()} cores, load {load:.1f}.\n\n" + table(by_size) + "\n\n"
        "Lines made anew: " + "; ".join(said) + "."
    )
    print(text)
    if results:
        command = ".venv/bin/python benchmarks/caseload.py " + " ".join(map(str, sizes))
        write_section(results, "caseload", "Caseload", command, text)


if __name__ == "__main__":
    main()
