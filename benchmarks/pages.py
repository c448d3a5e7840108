"""Server time, queries and bytes of the main pages, as the application's role with row-level security on.

    .venv/bin/python benchmarks/pages.py 50 200 [--write benchmarks/RESULTS.md]

Sizes are numbers of dossiers in the database. Beside each page stands its ratio to the cheapest signed-in page of the
same run (the preferences page: session, account, one template, no dossier).
"""

from __future__ import annotations

import argparse
import gzip
import os
import platform
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django  # noqa: E402

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from tests.builders import Company, client_of, days_ago  # noqa: E402
from tests.databases import own_database  # noqa: E402

from benchmarks.results import write_section  # noqa: E402

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
REPEATS = 20


def signed_in(account_id: object) -> Client:
    """A browser of this account; it has its second factor."""
    from spoorboek.people.models import Account

    browser = Client(headers={"host": "localhost"})
    browser.force_login(Account.objects.get(pk=account_id), backend=BACKEND)
    session = browser.session
    session["second_factor_in_place"] = True
    session.save()
    return browser


def measured(browser: Client, address: str) -> tuple[float, float, int, int]:
    """Median and p95 in ms over the repeats, number of queries, gzipped bytes of the page."""
    with CaptureQueriesContext(connection) as queries:
        response = browser.get(address)
    assert response.status_code == 200, (address, response.status_code)
    asked = len(queries)
    times = []
    for _ in range(REPEATS):
        begun = time.perf_counter()
        browser.get(address)
        times.append((time.perf_counter() - begun) * 1000)
    times.sort()
    p95 = times[int(len(times) * 0.95) - 1]
    return statistics.median(times), p95, asked, len(gzip.compress(response.content))


def rows(company: Company, made: int, size: int) -> list[str]:
    """Fill up to `size` dossiers, then measure each page."""
    for number in range(made, size):
        company.dossier(days_ago(10 + number * 7 % 700))
    last = company.dossier(days_ago(216))
    manager, client = signed_in(company.case_manager.pk), signed_in(client_of(last).account_id)
    floor = measured(manager, "/voorkeuren/")
    lines = []
    for name, browser, address in (
        ("caseload", manager, "/caseload/"),
        ("dossier", manager, f"/dossiers/{last.pk}/"),
        ("client: Vandaag", client, "/vandaag/"),
        ("client: Mijn route", client, "/mijn-route/"),
    ):
        median, p95, queries, size_of = measured(browser, address)
        lines.append(
            f"| {size} | {name} | {median:.0f} | {p95:.0f} | {median / floor[0]:.1f} "
            f"| {queries} | {size_of / 1000:.1f} |"
        )
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", nargs="*", type=int, default=[50, 200])
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    head = "| dossiers | page | median ms | p95 ms | × floor | queries | kB (gzip) |\n" + "|---" * 7 + "|"
    lines: list[str] = []
    with own_database():
        company, made = Company(), 0
        for size in sorted(given.sizes):
            lines += rows(company, made, size)
            made = size + 1
    text = (
        f"{REPEATS} requests each through Django's test client, role `spoorboek_app`, row-level security on, "
        f"Python {platform.python_version()}, {os.cpu_count()} cores.\n\n" + "\n".join([head, *lines])
    )
    print(text)
    if given.write:
        write_section(
            given.write,
            "pages",
            "Pages",
            ".venv/bin/python benchmarks/pages.py " + " ".join(map(str, given.sizes)),
            text,
        )


if __name__ == "__main__":
    main()
