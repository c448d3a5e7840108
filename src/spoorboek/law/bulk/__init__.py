"""The same timetable for a million sets of facts: columns of facts to columns of dates, equal to the single path.

Rows with nothing but a first day, an employment and the dates of analysis and plan take a short way; the others run
through the same rules with masks, in pieces that fit in the processor's cache.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from spoorboek.law.bulk.clocks import clock_last_days
from spoorboek.law.bulk.columns import KINDS, FactArrays
from spoorboek.law.bulk.days import NAT
from spoorboek.law.bulk.frame import FrameArrays, extension_rows
from spoorboek.law.bulk.obligations import rule_dates
from spoorboek.law.bulk.outputs import Outputs
from spoorboek.law.bulk.worlds import has_unknown, possibilities
from spoorboek.law.keys import CLOCK_KEYS, KEYS
from spoorboek.law.rulebook import Rulebook, current_rulebook

__all__ = ["FactArrays", "timetable_arrays"]

PLAIN = {"first_sick_day", "employment_kind", "no_risk", "analysis_on", "plan_on", "evaluations"}
# Columns that change nothing by themselves, only together with one that makes a row special.
COMPANIONS = {
    "spell_until",
    "spell_caused_by_pregnancy",
    "leave_until",
    "leave_same_cause",
    "leave_related_to_birth",
    "own_risk_bearer_zw",
    "sanction_weeks",
    "shortening_granted",
    "shortened_weeks",
    "report_42_weeks_on",
}
GO_TOGETHER = {
    "spell_from": ("spell_until", "spell_caused_by_pregnancy"),
    "leave_from": ("leave_until", "leave_same_cause", "leave_related_to_birth"),
    "sanction_decided_on": ("sanction_weeks",),
    "employment_end": (),
    "aow_date": (),
}
"""Columns that say nothing in rows where the first one is empty; most special rows have only one of these."""
OWN_ROADS = ("none", "household")
"""Kinds of employment with another course than the plain one."""
PLAIN_CHUNK = 65_536
CHUNK = 6_144
"""Rows at a time; special rows hold many columns between steps, and those should fit in a core's own cache."""


def timetable_arrays(
    columns: FactArrays, rulebook: Rulebook | None = None
) -> dict[str, NDArray[np.datetime64]]:
    """Dates for N sets of facts, each an (N,) array of datetime64[D] with NaT for no date.

    Names: `wage/last_day`, `wage/first_day_after` (and `wia`, `dismissal_ban`); `<key>/due`, `<key>/practice`; for a
    repeating obligation `<key>/<ordinal>/due` and so on. A name that is absent holds no date for any row.
    """
    book = rulebook or current_rulebook()
    outputs = Outputs(len(columns))
    plain = replace(FactArrays(columns.first_sick_day), **{name: getattr(columns, name) for name in PLAIN})
    for piece in _pieces(len(columns), PLAIN_CHUNK):
        _fill(plain.rows(piece), book, outputs, piece)
    special = _special(columns)
    unknown = has_unknown(columns, special)
    for rows in (special[~unknown], special[unknown]):
        for piece in _pieces(len(rows), CHUNK):
            chunk = rows[piece]
            outputs.scatter(chunk, _worked_out(_rows_with_facts(columns, chunk), book))
    return outputs.arrays()


def _pieces(size: int, chunk: int) -> list[slice]:
    return [slice(start, min(start + chunk, size)) for start in range(0, size, chunk)]


def _special(columns: FactArrays) -> NDArray[np.intp]:
    """Rows with any fact beyond the plain ones, those with the same kinds of facts next to each other."""
    kinds = np.zeros(len(columns), np.uint16)
    for number, there in enumerate(_beyond_plain(columns)):
        # With more kinds of facts than bits the last ones share a bit: they only stand less sorted.
        kinds |= there.astype(np.uint16) << np.uint16(min(number, 15))
    rows = np.flatnonzero(kinds)
    return rows[np.argsort(kinds[rows], kind="stable")]


def _rows_with_facts(columns: FactArrays, rows: NDArray[np.intp]) -> FactArrays:
    """These rows, without the columns in which none of them has anything."""
    empty = [name for name in GO_TOGETHER if _is_empty(getattr(columns, name), rows)]
    absent: dict[str, Any] = {name: None for first in empty for name in (first, *GO_TOGETHER[first])}
    return replace(columns, **absent).rows(rows)


def _is_empty(column: NDArray[np.datetime64] | None, rows: NDArray[np.intp]) -> bool:
    if column is None or column.size == 0:
        return True
    first = column[:, 0] if column.ndim == 2 else column
    return bool((first[rows].view(np.int64) == NAT).all())


def _beyond_plain(columns: FactArrays) -> Iterator[NDArray[np.bool_]]:
    """For each kind of fact beyond the plain ones: the rows that have it."""
    if columns.employment_kind is not None:
        yield np.isin(columns.employment_kind, [KINDS.index(kind) for kind in OWN_ROADS])
    for field in fields(columns):
        column = getattr(columns, field.name)
        if field.name in PLAIN | COMPANIONS or column is None or column.size == 0:
            continue
        # In order of time: where the first place is empty, so are the others.
        first = column[:, 0] if column.ndim == 2 else column
        yield first.view(np.int64) != NAT if first.dtype.kind == "M" else first != 0


def _worked_out(facts: FactArrays, book: Rulebook) -> Outputs:
    """Special rows: each possibility of an unknown medical answer becomes a row; then only what they agree on stays."""
    worlds, of_row = possibilities(facts)
    found = Outputs(len(worlds))
    for piece in _pieces(len(worlds), CHUNK):
        _fill(worlds.rows(piece), book, found, piece)
    return found.agreed(of_row, len(facts)) if len(worlds) > len(facts) else found


def _fill(facts: FactArrays, book: Rulebook, outputs: Outputs, piece: slice) -> None:
    """Work out one piece of rows whose medical answers are all known."""
    frame = FrameArrays(facts, book)
    ext = extension_rows(frame)
    for clock in CLOCK_KEYS:
        last = clock_last_days(frame, ext, clock)
        outputs.put(f"{clock}/last_day", piece, last)
        outputs.put(f"{clock}/first_day_after", piece, last.later(1))
    for key in KEYS:
        for rule in book.rules_of(key):
            complete = False
            for ordinal, (due, practice) in rule_dates(frame, ext, rule):
                name = f"{key}/{ordinal}" if rule.counting.every else key
                complete = outputs.put_first(name, piece, due, practice)
            if complete:
                break
