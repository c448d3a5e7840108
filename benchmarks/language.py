"""Time to measure how plain every Dutch text for clients is.

    .venv/bin/python benchmarks/language.py [--write benchmarks/RESULTS.md]

Finding the texts and measuring them apart, each in a new process (the check runs once a build, so nothing is warm). The
floor is textstat's own score over the same texts, one call a text.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

from benchmarks.results import write_section  # noqa: E402


def once(what: str) -> list[float]:
    """Processor seconds to find the texts, and for this way of measuring; how many texts and words there are."""
    from tests.language.checking import all_found
    from tests.language.gathering import texts
    from tests.language.measure import textstat, words

    began = time.process_time()
    every = texts()
    found = time.process_time()
    if what == "measure":
        list(all_found(every))
    else:
        textstat.set_lang("nl")
        for text in every:
            textstat.flesch_reading_ease(text.words)
    done = time.process_time()
    return [found - began, done - found, len(every), sum(len(words(text.words)) for text in every)]


def apart(what: str) -> list[float]:
    command = [sys.executable, __file__, "--once", what]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return [float(one) for one in done.stdout.split()]


def report(runs: int) -> str:
    rows = [apart("measure") for _ in range(runs)]
    find, measure, texts, count = (statistics.median(column) for column in zip(*rows, strict=True))
    floor = statistics.median(apart("floor")[1] for _ in range(runs))
    return "\n".join(
        [
            f"{texts:,.0f} texts, {count:,.0f} words; processor seconds, median of {runs} new processes.",
            "",
            "| finding the texts | measuring them | textstat's score alone (floor) | × floor |",
            "|---|---|---|---|",
            f"| {find:.2f} s | {measure:.2f} s | {floor:.2f} s | {measure / floor:.1f}× |",
            "",
            f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} when it ended.",
        ]
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--once", choices=("measure", "floor"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.once:
        print(*once(options.once))
        return
    text = report(options.runs)
    if options.write:
        write_section(
            options.write, "language", "Plain language", ".venv/bin/python benchmarks/language.py", text
        )
    print(text)


if __name__ == "__main__":
    main()
