"""Timetables in bulk against a plain loop over the single path, and against the numpy floor.

    export MALLOC_MMAP_THRESHOLD_=1048576
    PYTHONPATH=src python -m benchmarks.timetable 10000 100000 1000000 [--write benchmarks/RESULTS.md]

The floor is the cheapest numpy can do: as many date additions, into as many columns of the same length, as there are
columns of dates in the result. The plain loop is timed on a sample and scaled to the size.
"""

from __future__ import annotations

import argparse
import platform
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.results import write_section
from spoorboek.law import Facts, current_rulebook, facts_from, timetable
from spoorboek.law.bulk import FactArrays, timetable_arrays
from spoorboek.law.worlds import find

SAMPLE = 300
ANSWERS = [1, 1, 2, 2, 3]
NAT = np.datetime64("NaT", "D")
MIX = (
    "10 % with a gap, 4 % with leave (a fifth of the medical answers still unknown), 3 % with a sanction, "
    "5 % with an end of employment, 2 % near pension age, analysis and plan known for half"
)


def columns(size: int, seed: int = 7) -> FactArrays:
    """A caseload: the mix above; analysis and plan known for half."""
    rng = np.random.default_rng(seed)
    first = np.datetime64("2022-01-01", "D") + rng.integers(0, 1600, size)

    def some(share: float, low: int, high: int) -> np.ndarray:
        days = first + rng.integers(low, high, size)
        return np.where(rng.random(size) < share, days, NAT)

    until = some(0.10, 20, 300)
    spell_until = np.stack([until, np.full(size, NAT)], axis=1)
    again = until + rng.integers(1, 35, size)
    spell_from = np.stack([np.where(np.isnat(until), NAT, first), again], axis=1)
    leave_from = np.where(np.isnat(until), some(0.04, 30, 300), NAT)
    leave_until = leave_from + 112
    leaves = ~np.isnat(leave_from)
    return FactArrays(
        first,
        spell_from=spell_from,
        spell_until=spell_until,
        leave_from=leave_from[:, None],
        leave_until=leave_until[:, None],
        leave_same_cause=np.where(leaves, rng.choice(ANSWERS, size), 0).astype(np.int8)[:, None],
        leave_related_to_birth=np.where(leaves, rng.choice(ANSWERS, size), 0).astype(np.int8)[:, None],
        employment_kind=np.where(rng.random(size) < 0.2, 1, 0).astype(np.int8),
        no_risk=rng.integers(2, 4, size).astype(np.int8),
        employment_end=some(0.05, 60, 900),
        aow_date=some(0.02, 0, 900),
        analysis_on=some(0.5, 20, 60),
        plan_on=some(0.5, 30, 80),
        sanction_decided_on=some(0.03, 640, 728),
        sanction_weeks=np.full(size, 52, np.int64),
    )


def facts_of(rows: FactArrays) -> list[Facts]:
    """The same rows as single sets of facts."""
    return [facts_from(_fact(rows, n)) for n in range(len(rows))]


def _fact(rows: Any, n: int) -> dict[str, object]:
    fact: dict[str, object] = {"first_sick_day": rows.first_sick_day[n].item()}
    if not np.isnat(rows.spell_from[n, 0]):
        first, again = rows.spell_from[n]
        fact["spells"] = [
            {"from": first.item(), "until": rows.spell_until[n, 0].item()},
            {"from": again.item()},
        ]
    if not np.isnat(rows.leave_from[n, 0]):
        fact["leaves"] = [_leave(rows, n)]
    answer = {1: "yes", 2: "no", 3: "unknown"}
    employment: dict[str, object] = {
        "kind": ("permanent", "fixed_term")[rows.employment_kind[n]],
        "no_risk": answer[int(rows.no_risk[n])],
    }
    fact["employment"] = employment | _dates(rows, n, end="employment_end")
    fact["person"] = _dates(rows, n, aow_date="aow_date")
    sanction = _dates(rows, n, decided_on="sanction_decided_on")
    if sanction:
        fact["sanction"] = sanction
    return fact | _dates(rows, n, analysis_on="analysis_on", plan_on="plan_on")


def _leave(rows: Any, n: int) -> dict[str, object]:
    answer = {1: "yes", 2: "no", 3: "unknown"}
    return {
        "from": rows.leave_from[n, 0].item(),
        "until": rows.leave_until[n, 0].item(),
        "same_cause": answer[int(rows.leave_same_cause[n, 0])],
        "related_to_birth": answer[int(rows.leave_related_to_birth[n, 0])],
    }


def _dates(rows: Any, n: int, **names: str) -> dict[str, object]:
    found = {key: getattr(rows, name)[n] for key, name in names.items()}
    return {key: day.item() for key, day in found.items() if not np.isnat(day)}


def timed(work: Callable[[], object], repeats: int = 5) -> float:
    """Least processor seconds of some runs, after one to warm up; so that other work on the machine counts little."""
    work()
    times = []
    for _ in range(repeats):
        begin = time.thread_time()
        work()
        times.append(time.thread_time() - begin)
    return min(times)


def floor(first: np.ndarray, count: int) -> list[np.ndarray]:
    """As many date additions, each to a column of its own."""
    return [first + np.timedelta64(n, "D") for n in range(count)]


def loop(rows: list[Facts]) -> None:
    book = current_rulebook()
    for row in rows:
        find(row, book)


def loop_with_reasons(rows: list[Facts]) -> None:
    for row in rows:
        timetable(row, date(2026, 1, 1))


def equal_to_single(rows: FactArrays, found: dict[str, np.ndarray]) -> None:
    """The sample's bulk dates are the single path's dates."""
    book = current_rulebook()
    for n, row in enumerate(facts_of(rows)):
        single = find(row, book)
        for clock, end in single.clocks.items():
            day = found[f"{clock}/last_day"][n]
            assert end.last_day == (None if np.isnat(day) else day.item()), (row, clock)
        for (key, ordinal), dated in single.obligations.items():
            name = f"{key}/{ordinal}/due" if dated.rule.counting.every else f"{key}/due"
            day = found[name][n] if name in found else NAT
            assert dated.due == (None if np.isnat(day) else day.item()), (row, key)


def plain(rows: FactArrays) -> FactArrays:
    """Only what most running cases have: first day, employment, analysis and plan."""
    names = ("employment_kind", "no_risk", "analysis_on", "plan_on")
    return FactArrays(rows.first_sick_day, **{name: getattr(rows, name) for name in names})


def measure(size: int) -> str:
    data = columns(size)
    sample = data.rows(slice(0, SAMPLE))
    facts = facts_of(sample)
    equal_to_single(sample, timetable_arrays(sample))
    count, plain_count = len(timetable_arrays(data)), len(timetable_arrays(plain(data)))
    bulk = timed(lambda: timetable_arrays(data))
    least = timed(lambda: floor(data.first_sick_day, count))
    plain_bulk = timed(lambda: timetable_arrays(plain(data)))
    plain_least = timed(lambda: floor(data.first_sick_day, plain_count))
    dates = timed(lambda: loop(facts), 1) / SAMPLE * size
    reasons = timed(lambda: loop_with_reasons(facts[:60]), 1) / 60 * size
    return (
        f"| {size:,} | {count} | {bulk * 1000:,.1f} ms | {least * 1000:,.1f} ms | {bulk / least:.2f}× | "
        f"{plain_bulk / plain_least:.2f}× | {timedelta(seconds=round(dates))} | {dates / bulk:,.0f}× | "
        f"{timedelta(seconds=round(reasons))} |"
    )


def report(sizes: list[int]) -> str:
    lines = [
        f"Mix of facts: {MIX}. The loop is timed on {SAMPLE} rows of the same mix and scaled; on those rows the bulk",
        "dates are first checked to equal the single path. The floor is as many date additions, each into a column",
        "of its own. Target: within 3× of the floor, at least 100× the plain loop over the single path (dates only).",
        "",
        "| rows | date columns | bulk | floor | bulk / floor | plain facts / floor | loop, dates only | loop / bulk "
        "| loop with reasons |",
        "|---|---|---|---|---|---|---|---|---|",
        *(measure(size) for size in sizes),
        "",
        "Rows with a gap, leave, an end or a decision are gathered, worked out under masks and written back in their",
        "places: they cost some ten times a plain row, which is what keeps a mix above the floor. Small sizes are",
        "ruled by the fixed cost of some thousand numpy calls. The largest size is the one the target is about.",
        "",
        "Half of the floor is the system handing out new memory. `MALLOC_MMAP_THRESHOLD_=1048576` keeps it so in every",
        "run, as in a job that runs once. With memory used before (`MALLOC_MMAP_THRESHOLD_=4000000000",
        "MALLOC_TRIM_THRESHOLD_=8000000000`) both are faster, the floor most, and the ratios are about twice as high.",
        "",
        f"Python {platform.python_version()}, numpy {np.__version__}, processor seconds of one core.",
    ]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--write", type=Path, help="file with results to write this section into")
    options = parser.parse_args()
    text = report(options.sizes)
    print(text)
    if options.write:
        sizes = " ".join(map(str, options.sizes))
        command = f"MALLOC_MMAP_THRESHOLD_=1048576 PYTHONPATH=src python -m benchmarks.timetable {sizes}"
        write_section(options.write, "timetable", "Timetable in bulk", command, text)


if __name__ == "__main__":
    main()
