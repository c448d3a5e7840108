"""The same timetable for a million sets of facts: columns of facts to columns of dates, equal to the single path.

Rows with nothing but a first day, an employment and the dates of analysis and plan take a short way; the others run
through the same rules with masks, in pieces that fit in the processor's cache.
"""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
from numpy.typing import NDArray

from spoorboek.law.bulk.clocks import clock_last_days
from spoorboek.law.bulk.columns import ANSWERS, KINDS, FactArrays
from spoorboek.law.bulk.days import Dates, Mask
from spoorboek.law.bulk.frame import FrameArrays, extension_rows
from spoorboek.law.bulk.obligations import rule_dates
from spoorboek.law.bulk.outputs import Outputs
from spoorboek.law.keys import CLOCK_KEYS, KEYS
from spoorboek.law.rulebook import Rulebook, current_rulebook

__all__ = ["FactArrays", "timetable_arrays"]

PLAIN = {"first_sick_day", "employment_kind", "no_risk", "analysis_on", "plan_on", "evaluations"}
# Columns that change nothing by themselves, only together with one that makes a row special.
COMPANIONS = {
    "own_risk_bearer_zw",
    "sanction_weeks",
    "shortening_granted",
    "shortened_weeks",
    "report_42_weeks_on",
}
CHUNK = 16_384
UNKNOWN = ANSWERS["unknown"]
ANSWER_COLUMNS = ("spell_caused_by_pregnancy", "leave_same_cause", "leave_related_to_birth")


def timetable_arrays(
    columns: FactArrays, rulebook: Rulebook | None = None
) -> dict[str, NDArray[np.datetime64]]:
    """Dates for N sets of facts, each an (N,) array of datetime64[D] with NaT for no date.

    Names: `wage/last_day`, `wage/first_day_after` (and `wia`, `dismissal_ban`); `<key>/due`, `<key>/practice`; for a
    repeating obligation `<key>/<ordinal>/due` and so on. A name that is absent holds no date for any row.
    """
    book = rulebook or current_rulebook()
    outputs = Outputs(len(columns))
    special = _special(columns)
    plain = replace(FactArrays(columns.first_sick_day), **{name: getattr(columns, name) for name in PLAIN})
    if len(special) < len(columns):
        for start in range(0, len(columns), CHUNK):
            piece = slice(start, min(start + CHUNK, len(columns)))
            _fill(plain.rows(piece), book, outputs, piece)
    for start in range(0, len(special), CHUNK):
        rows = special[start : start + CHUNK]
        part = Outputs(len(rows))
        _fill_with_answers(columns.rows(rows), book, part)
        outputs.scatter(rows, part)
    return outputs.arrays()


def _special(columns: FactArrays) -> NDArray[np.intp]:
    """Rows with any fact beyond the plain ones."""
    special = np.zeros(len(columns), np.bool_)
    for field in fields(columns):
        column = getattr(columns, field.name)
        if field.name in PLAIN | COMPANIONS or column is None or column.size == 0:
            continue
        there = ~np.isnat(column) if column.dtype.kind == "M" else column != 0
        special |= there.any(axis=1) if there.ndim == 2 else there
    if columns.employment_kind is not None:
        special |= columns.employment_kind == KINDS.index("none")
        special |= columns.employment_kind == KINDS.index("household")
    return np.flatnonzero(special)


def _fill(facts: FactArrays, book: Rulebook, outputs: Outputs, piece: slice) -> None:
    """Work out one piece of rows whose medical answers are all known."""
    frame = FrameArrays(facts, book)
    ext = extension_rows(frame)
    for clock in CLOCK_KEYS:
        last = clock_last_days(frame, ext, clock)
        outputs.put(f"{clock}/last_day", piece, last)
        outputs.put(f"{clock}/first_day_after", piece, Dates(last.days + 1, last.ok))
    for key in KEYS:
        for rule in (rule for rule in book.rules if rule.key == key):
            for ordinal, (due, practice) in rule_dates(frame, ext, rule):
                name = f"{key}/{ordinal}" if rule.counting.every else key
                outputs.put_first(name, piece, due, practice)


def _fill_with_answers(facts: FactArrays, book: Rulebook, outputs: Outputs) -> None:
    """Rows with an unknown medical answer get only the dates on which all possibilities agree."""
    found = _first_unknown(facts)
    if found is None:
        _fill(facts, book, outputs, slice(0, len(facts)))
        return
    name, number, unknown = found
    sure, unsure = np.flatnonzero(~unknown), np.flatnonzero(unknown)
    if len(sure):
        part = Outputs(len(sure))
        _fill_with_answers(facts.rows(sure), book, part)
        outputs.scatter(sure, part)
    worlds = []
    for answer in ("yes", "no"):
        answered = facts.rows(unsure)
        column = getattr(answered, name).copy()
        column[:, number] = ANSWERS[answer]
        part = Outputs(len(unsure))
        _fill_with_answers(replace(answered, **{name: column}), book, part)
        worlds.append(part)
    outputs.scatter(unsure, worlds[0].agreed(worlds[1]))


def _first_unknown(facts: FactArrays) -> tuple[str, int, Mask] | None:
    for name in ANSWER_COLUMNS:
        column = getattr(facts, name)
        for number in range(0 if column is None else column.shape[1]):
            unknown = column[:, number] == UNKNOWN
            if unknown.any():
                return name, number, unknown
    return None
