"""What a mail and a calendar cost for small and large caseloads, and how many mails a worker sends.

    .venv/bin/python benchmarks/reminders.py 60000 [--write benchmarks/RESULTS.md]

The number is how many running dossiers there are: one case manager has 20,000 of them, the others 200 each. Mails go
to memory: what a mail server takes comes on top.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connections  # noqa: E402
from django.test import Client  # noqa: E402
from tests.databases import own_database  # noqa: E402

from benchmarks.population import Population, populate  # noqa: E402
from benchmarks.results import write_section  # noqa: E402

REPEATS = 15


def milliseconds(act: Callable[[], object]) -> tuple[float, float]:
    """Median and p95 over the repeats, the first one left out."""
    act()
    times = []
    for _ in range(REPEATS):
        begun = time.perf_counter()
        act()
        times.append((time.perf_counter() - begun) * 1000)
    times.sort()
    return statistics.median(times), times[int(len(times) * 0.95) - 1]


def counted(account_id: object) -> Callable[[], object]:
    """Making the numbers of one mail."""
    from spoorboek.people.actor import Actor, acting_as
    from spoorboek.reminders.asking import asks
    from spoorboek.site import clock

    def act() -> None:
        with acting_as(Actor(account_id=account_id)):  # type: ignore[arg-type]
            asks(Actor(account_id=account_id), clock.today())  # type: ignore[arg-type]

    return act


def reader(account_id: object) -> tuple[Callable[[], object], Callable[[], object], int]:
    """Fetching a calendar whole, and again with its tag; and its size in bytes."""
    from spoorboek.people.actor import Actor, acting_as
    from spoorboek.reminders.acts import make_address

    actor = Actor(account_id=account_id)  # type: ignore[arg-type]
    with acting_as(actor):
        path = f"/agenda/{make_address(actor)}/spoorboek.ics"
    program = Client(headers={"host": "localhost"})
    first = program.get(path)
    assert first.status_code == 200, first.status_code
    tag = first["ETag"]
    again = Client(headers={"host": "localhost", "if-none-match": tag})
    return lambda: program.get(path), lambda: again.get(path), len(first.content)


def mails_a_second() -> tuple[int, float]:
    """Everyone's mail is due at once."""
    from django.utils import timezone

    from spoorboek.people.actor import acting_as
    from spoorboek.reminders.access import REMINDER
    from spoorboek.reminders.enrolment import enrol
    from spoorboek.reminders.models import Reminder
    from spoorboek.reminders.sending import Outcome, send_due

    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "UPDATE people_account SET email = id || '@example.org', email_confirmed_at = now(), password = 'x'"
            " WHERE id IN (SELECT account_id FROM people_involvement WHERE role = 'case_manager')"
        )
    enrol()
    now = timezone.now()
    with acting_as(REMINDER):
        Reminder.objects.update(next_at=now)
    begun = time.perf_counter()
    sent = send_due(now).get(Outcome.SENT, 0)
    return sent, sent / (time.perf_counter() - begun)


def rows(people: Population) -> list[str]:
    lines = []
    for size, account_id in ((200, people.manager_of_200), (20_000, people.manager_of_many)):
        whole, again, size_of = reader(account_id)
        for name, act in (
            ("numbers of a mail", counted(account_id)),
            (f"calendar, {size_of / 1000:.0f} kB", whole),
            ("calendar, nothing changed", again),
        ):
            median, p95 = milliseconds(act)
            lines.append(f"| {min(size, people.running):,} | {name} | {median:.1f} | {p95:.1f} |")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("running", type=int)
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    with own_database():
        from spoorboek.caseload.keeping import make_anew

        people = populate(given.running)
        make_anew()
        lines = rows(people)
        sent, pace = mails_a_second()
    text = "\n".join(
        [
            f"{given.running:,} running dossiers, role `spoorboek_app`, row-level security on, "
            f"Python {platform.python_version()}, {os.cpu_count()} cores; {REPEATS} repeats. "
            f"Load average {os.getloadavg()[1]:.0f}: other work on these cores makes all times longer.",
            "",
            "| own dossiers | what | median ms | p95 ms |",
            "|---|---|---|---|",
            *lines,
            "",
            f"One worker wrote {sent} mails at {pace:.0f} a second (to memory), each read as its own reader.",
        ]
    )
    print(text)
    if given.write:
        command = f".venv/bin/python benchmarks/reminders.py {given.running}"
        write_section(given.write, "reminders", "Reminders", command, text)


if __name__ == "__main__":
    main()
