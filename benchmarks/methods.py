"""Planning and re-planning a course, against the floor of the same day arithmetic in the same run.

    PYTHONPATH=src python -m benchmarks.methods 2000 [--write benchmarks/RESULTS.md]

The floor is what no plan can do without: for each step one date addition and a look whether it is a working day, with
the result kept in a tuple. The course is "Back to work your way" for someone with everybody there.
"""

import argparse
import platform
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from benchmarks.results import write_section
from spoorboek.law.calendar import is_working_day
from spoorboek.methods import methods, read_method
from spoorboek.methods.effect import effect
from spoorboek.methods.example import example_facts
from spoorboek.methods.planning import plan, replan
from spoorboek.methods.reading import load
from spoorboek.methods.scenes import CATALOGUE as SCENES
from spoorboek.methods.scenes import read_scene
from spoorboek.methods.shipped import CATALOGUE

METHOD = "back-to-work-your-way"


def microseconds(act: Callable[[], object], times: int) -> float:
    """Median of one call, in processor time: others may work on this machine."""
    took = []
    for _ in range(times):
        began = time.process_time()
        act()
        took.append(time.process_time() - began)
    return statistics.median(took) * 1e6


def floor(begin: date, offsets: list[int]) -> list[tuple[int, date]]:
    """The day arithmetic alone."""
    days = []
    for offset in offsets:
        day = begin + timedelta(offset)
        while not is_working_day(day):
            day += timedelta(1)
        days.append((offset, day))
    return days


def every(reading: Callable[[Path], object]) -> None:
    for file in SCENES.glob("*.yaml"):
        reading(file)


def measured(times: int) -> str:
    method, facts = methods()[METHOD], example_facts()
    planned = plan([method], facts)
    offsets = [(one.day - facts.start).days for one in planned if one.day]
    later = replace(facts, dates={**facts.dates, "full-return": facts.dates["full-return"] + timedelta(21)})
    ground = microseconds(lambda: floor(facts.start, offsets), times)
    rows = [
        (f"floor: {len(offsets)} days", ground),
        (f"plan, {len(planned)} steps with reasons", microseconds(lambda: plan([method], facts), times)),
        ("three methods together", microseconds(lambda: plan(list(methods().values())[:3], facts), times)),
        ("replan, nothing changed", microseconds(lambda: replan([method], planned, facts), times)),
        ("replan, return three weeks later", microseconds(lambda: replan([method], planned, later), times)),
        ("effect of a change, before and after", microseconds(lambda: effect(method, method), times // 4)),
        ("reading and checking the file", microseconds(lambda: read_method(CATALOGUE / METHOD), 3)),
        ("reading and checking ten practice scenes", microseconds(lambda: every(read_scene), 3)),
        ("only reading these, with the line of each key", microseconds(lambda: every(load), 3)),
    ]
    lines = ["| what | microseconds | × floor |", "|---|---|---|"]
    lines += [f"| {name} | {took:,.0f} | {took / ground:,.1f} |" for name, took in rows]
    each = rows[1][1] / 1e6
    lines += ["", f"So a plain loop plans 10,000 courses in {each * 10_000:.1f} s on one core.", ""]
    return "\n".join([*lines, f"Python {platform.python_version()}, median of {times}."])


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("times", type=int, nargs="?", default=2000)
    options.add_argument("--write", type=Path)
    given = options.parse_args()
    text = measured(given.times)
    print(text)
    if given.write:
        command = f"PYTHONPATH=src python -m benchmarks.methods {given.times}"
        write_section(given.write, "methods", "Planning a course", command, text)


if __name__ == "__main__":
    main()
