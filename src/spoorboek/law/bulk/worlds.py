"""Unknown medical answers for many rows: the array twin of `law.worlds`."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from spoorboek.law.bulk.columns import ANSWERS, FactArrays

ANSWER_COLUMNS = ("spell_caused_by_pregnancy", "leave_same_cause", "leave_related_to_birth")
UNKNOWN = ANSWERS["unknown"]


def has_unknown(facts: FactArrays, rows: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Which of `rows` hold an unknown answer."""
    found = np.zeros(len(rows), np.bool_)
    for name in ANSWER_COLUMNS:
        column = getattr(facts, name)
        if column is not None:
            found |= (column[rows] == UNKNOWN).any(axis=1)
    return found


def possibilities(facts: FactArrays) -> tuple[FactArrays, NDArray[np.intp]]:
    """Rows with every unknown answer filled in both ways, and for each of them the row it came from, in order."""
    of_row = np.arange(len(facts))
    for name in ANSWER_COLUMNS:
        column = getattr(facts, name)
        for number in range(0 if column is None else column.shape[1]):
            facts, of_row = _both_ways(facts, of_row, name, number)
    return facts, of_row


def _both_ways(
    facts: FactArrays, of_row: NDArray[np.intp], name: str, number: int
) -> tuple[FactArrays, NDArray[np.intp]]:
    unknown = getattr(facts, name)[:, number] == UNKNOWN
    if not unknown.any():
        return facts, of_row
    doubled = np.repeat(np.arange(len(facts)), np.where(unknown, 2, 1))
    facts, unknown = facts.rows(doubled), unknown[doubled]
    answers = getattr(facts, name).copy()
    second = np.r_[False, doubled[1:] == doubled[:-1]]
    answers[unknown & ~second, number] = ANSWERS["yes"]
    answers[unknown & second, number] = ANSWERS["no"]
    return replace(facts, **{name: answers}), of_row[doubled]
