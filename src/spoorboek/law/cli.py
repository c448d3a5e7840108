"""`spoorboek timetable`: facts from a file, standard input or flags; a table or JSON out.

Exit codes: 0 done, 1 the facts cannot be used, 2 wrong use of the command.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from spoorboek.law.fact_input import facts_from
from spoorboek.law.jsonout import timetable_json
from spoorboek.law.problems import FactsError
from spoorboek.law.table import table
from spoorboek.law.timetable import timetable

EXAMPLE = """examples:
  timetable --first-sick-day 2026-01-12
  timetable --first-sick-day 2026-01-12 --spell 2026-01-12:2026-03-02 --spell 2026-03-16 --on 2026-06-01
  timetable facts.json --json
  echo '{"first_sick_day": "2026-01-12"}' | timetable - --lang en
"""


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a date; write YYYY-MM-DD, such as 2026-01-12"
        ) from None


def _interval(text: str) -> dict[str, str]:
    start, _, until = text.partition(":")
    parts = {"from": _day(start).isoformat()}
    return {**parts, "until": _day(until).isoformat()} if until else parts


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="spoorboek timetable",
        description="Reken de wettelijke data bij ziekte uit / Work out the statutory dates during sickness.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("facts", nargs="?", help="file with facts as JSON, or - for standard input")
    add("--first-sick-day", type=_day, metavar="DATE", help="first sick day (simple case, no file)")
    add(
        "--spell",
        type=_interval,
        action="append",
        metavar="FROM[:UNTIL]",
        help="a spell; UNTIL: first fit day",
    )
    add(
        "--leave",
        type=_interval,
        action="append",
        metavar="FROM:UNTIL",
        help="WAZO leave; UNTIL: first day after",
    )
    add("--employment-end", type=_day, metavar="DATE", help="last day of employment")
    add("--aow-date", type=_day, metavar="DATE", help="day state pension age is reached")
    add("--on", type=_day, metavar="DATE", help="status on this day")
    add("--lang", choices=("nl", "en"), default="nl", help="language of the table (default nl)")
    add("--json", action="store_true", help="full result as JSON")
    add("--why", action="store_true", help="show the reason under each date")
    return parser


def _from_flags(options: argparse.Namespace) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    if options.first_sick_day:
        facts["first_sick_day"] = options.first_sick_day.isoformat()
    if options.spell:
        facts["spells"] = options.spell
    if options.leave:
        facts["leaves"] = [{"kind": "wazo", **leave} for leave in options.leave]
    if options.employment_end:
        facts["employment"] = {"end": options.employment_end.isoformat()}
    if options.aow_date:
        facts["person"] = {"aow_date": options.aow_date.isoformat()}
    return facts


def _read(name: str, stdin: TextIO) -> object:
    text = stdin.read() if name == "-" else Path(name).read_text("utf-8")
    return json.loads(text)


def main(argv: Sequence[str] | None = None, stdin: TextIO | None = None) -> int:
    """Run the command; returns the exit code."""
    parser = _parser()
    options = parser.parse_args(argv)
    given = _from_flags(options)
    if bool(options.facts) == bool(given):
        parser.error("give a facts file (or -), or flags such as --first-sick-day 2026-01-12; not both")
    try:
        facts = facts_from(_read(options.facts, stdin or sys.stdin) if options.facts else given)
    except FactsError as error:
        return _refuse(*error.lines(options.lang))
    except json.JSONDecodeError as error:
        return _refuse(
            f"{options.facts}: line {error.lineno}, column {error.colno}: this is not JSON ({error.msg})"
        )
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
        return _refuse(f"{options.facts}: cannot be read: {reason}")
    result = timetable(facts, options.on)
    if options.json:
        sys.stdout.write(json.dumps(timetable_json(result), ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.writelines(line + "\n" for line in table(result, options.lang, why=options.why))
    return 0


def _refuse(*lines: str) -> int:
    sys.stderr.writelines(line + "\n" for line in lines)
    return 1


if __name__ == "__main__":
    sys.exit(main())
