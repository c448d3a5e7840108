"""Cold and warm start of the demo, measured as a person meets it: from the command to the first answer.

    python benchmarks/start.py [--fresh] [--repeat 5]

`--fresh` measures in a clone of its own, with an empty `.venv` and the package caches as they are ("fresh machine
with a warm package cache"); without it only the second start in this checkout is measured. Prints JSON.
"""

import argparse
import json
import os
import re
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
TARGETS = {"fresh": 120.0, "second": 5.0}


def start(checkout: Path, data: Path) -> dict[str, float]:
    """Start the demo, stop it once it answers; seconds of the whole and of each step."""
    began, worked = time.perf_counter(), processor_time()
    steps: dict[str, float] = {}
    with subprocess.Popen(
        [
            str(checkout / "spoorboek"),
            "demo",
            "--lang",
            "en",
            "--port",
            "0",
            "--no-browser",
            "--data",
            str(data),
        ],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr
        for line in process.stderr:
            if match := re.match(r"\d/\d (.+?) … .*?([\d.]+) s", line):
                steps[match[1]] = float(match[2])
            if "is ready at" in line:
                steps["total"] = round(time.perf_counter() - began, 2)
                process.send_signal(signal.SIGINT)
        if process.wait() or "total" not in steps:
            raise SystemExit("The demo did not start; start it by hand to see why.")
    return steps | {"processor": round(processor_time() - worked, 2)}


def processor_time() -> float:
    """Processor seconds of all that was started and has ended: what a busy machine does not stretch."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def second_starts(checkout: Path, data: Path, repeat: int) -> dict[str, object]:
    """Several starts of a demo that is already there."""
    runs = [start(checkout, data) for _ in range(repeat)]
    totals = [run["total"] for run in runs]
    return {"median": statistics.median(totals), "all": totals, "steps": runs[totals.index(min(totals))]}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--repeat", type=int, default=5)
    chosen = parser.parse_args()
    measured: dict[str, object] = {"targets": TARGETS, "cores": os.cpu_count(), "load": os.getloadavg()[0]}
    with tempfile.TemporaryDirectory() as folder:
        checkout = PROJECT
        if chosen.fresh:
            checkout = Path(folder) / "checkout"
            subprocess.run(["git", "clone", "-q", str(PROJECT), str(checkout)], check=True)
        first = start(checkout, Path(folder) / "data")
        measured["fresh" if chosen.fresh else "new data"] = first
        measured["second"] = second_starts(checkout, Path(folder) / "data", chosen.repeat)
    print(json.dumps(measured, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
