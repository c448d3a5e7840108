"""Facts as columns: one row per set of facts. A column left out means that no row has that fact."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from spoorboek.law.facts import EmploymentKind, Facts
from spoorboek.law.frame import aow_date
from spoorboek.law.rulebook import Rulebook, current_rulebook

Days = NDArray[np.datetime64]
Codes = NDArray[np.int8]
KINDS: tuple[str, ...] = get_args(EmploymentKind)
ANSWERS: dict[str | None, int] = {None: 0, "yes": 1, "no": 2, "unknown": 3}


@dataclass(frozen=True)
class FactArrays:
    """N sets of facts. Dates are datetime64[D] with NaT for absent; shapes (N,) or (N, k) in order of time.

    spell_from, spell_until: (N, spells), NaT in spell_until while running; a row without spells runs from
    first_sick_day. Answers (…_cause, …_birth, no_risk): 0 absent, 1 yes, 2 no, 3 unknown. employment_kind: place in
    KINDS, or -1 where there is no employment in the facts.
    """

    first_sick_day: Days
    spell_from: Days | None = None
    spell_until: Days | None = None
    spell_caused_by_pregnancy: Codes | None = None
    leave_from: Days | None = None
    leave_until: Days | None = None
    leave_same_cause: Codes | None = None
    leave_related_to_birth: Codes | None = None
    employment_kind: Codes | None = None
    no_risk: Codes | None = None
    employment_end: Days | None = None
    safety_net_clear_on: Days | None = None
    own_risk_bearer_zw: NDArray[np.bool_] | None = None
    temporary_agency_clause: NDArray[np.bool_] | None = None
    aow_date: Days | None = None
    analysis_on: Days | None = None
    plan_on: Days | None = None
    evaluations: Days | None = None
    early_signal_on: Days | None = None
    second_track_excepted: NDArray[np.bool_] | None = None
    uwv_letter_on: Days | None = None
    report_42_weeks_on: Days | None = None
    application_on: Days | None = None
    sanction_decided_on: Days | None = None
    sanction_weeks: NDArray[np.int64] | None = None
    shortening_received_on: Days | None = None
    shortening_decided_on: Days | None = None
    shortening_granted: NDArray[np.bool_] | None = None
    shortened_applied_on: Days | None = None
    shortened_weeks: NDArray[np.int64] | None = None
    voluntary_weeks: NDArray[np.int64] | None = None

    def __len__(self) -> int:
        return len(self.first_sick_day)

    def rows(self, chosen: slice | NDArray[np.intp]) -> FactArrays:
        """The same columns for some rows."""
        return replace(self, **{f.name: _chosen(getattr(self, f.name), chosen) for f in fields(self)})

    @classmethod
    def from_facts(cls, facts: Sequence[Facts], rulebook: Rulebook | None = None) -> FactArrays:
        """Columns from validated facts."""
        book = rulebook or current_rulebook()
        columns: dict[str, Any] = {name: _dates([read(f) for f in facts]) for name, read in DATES.items()}
        columns |= {name: _padded([read(f) for f in facts]) for name, read in LISTS.items()}
        columns |= {name: _codes([read(f) for f in facts]) for name, read in CODES.items()}
        columns |= {
            name: np.array([read(f) for f in facts], dtype) for name, (read, dtype) in NUMBERS.items()
        }
        columns["aow_date"] = _dates([aow_date(f, book) for f in facts])
        return cls(**columns)


def _chosen(column: Any, rows: slice | NDArray[np.intp]) -> Any:
    if column is None or isinstance(rows, slice):
        return None if column is None else column[rows]
    return column.take(rows, axis=0)


def _dates(values: Sequence[date | None]) -> Days:
    return np.array(values, dtype="datetime64[D]")


def _padded(rows: Sequence[Sequence[date | None]]) -> Days:
    width = max((len(row) for row in rows), default=0)
    found = np.full((len(rows), width), np.datetime64("NaT", "D"))
    for n, row in enumerate(rows):
        found[n, : len(row)] = _dates(row)
    return found


def _codes(rows: Sequence[Sequence[str | None]]) -> Codes:
    width = max((len(row) for row in rows), default=0)
    found = np.zeros((len(rows), width), np.int8)
    for n, row in enumerate(rows):
        found[n, : len(row)] = [ANSWERS[answer] for answer in row]
    return found


DATES: dict[str, Callable[[Facts], date | None]] = {
    "first_sick_day": lambda f: f.first_sick_day,
    "employment_end": lambda f: f.employment.end if f.employment else None,
    "safety_net_clear_on": lambda f: f.employment.safety_net_clear_on if f.employment else None,
    "analysis_on": lambda f: f.analysis_on,
    "plan_on": lambda f: f.plan_on,
    "early_signal_on": lambda f: f.early_signal_on,
    "uwv_letter_on": lambda f: f.uwv_letter_on,
    "application_on": lambda f: f.application_on,
    "sanction_decided_on": lambda f: f.sanction.decided_on if f.sanction else None,
    "shortening_received_on": lambda f: f.shortening.received_on if f.shortening else None,
    "shortening_decided_on": lambda f: f.shortening.decided_on if f.shortening else None,
    "shortened_applied_on": lambda f: (
        f.shortened_waiting_period.applied_on if f.shortened_waiting_period else None
    ),
}
LISTS: dict[str, Callable[[Facts], list[date | None]]] = {
    "spell_from": lambda f: [spell.from_ for spell in f.spells],
    "spell_until": lambda f: [spell.until for spell in f.spells],
    "leave_from": lambda f: [leave.from_ for leave in f.leaves],
    "leave_until": lambda f: [leave.until for leave in f.leaves],
    "evaluations": lambda f: list(f.evaluations),
    "report_42_weeks_on": lambda f: [
        d.done_on for d in f.done if (d.key, d.ordinal) == ("report-42-weeks", 0)
    ],
}
CODES: dict[str, Callable[[Facts], list[str | None]]] = {
    "spell_caused_by_pregnancy": lambda f: [spell.caused_by_pregnancy for spell in f.spells],
    "leave_same_cause": lambda f: [leave.same_cause for leave in f.leaves],
    "leave_related_to_birth": lambda f: [leave.related_to_birth for leave in f.leaves],
}
NUMBERS: dict[str, tuple[Callable[[Facts], int | bool], type[np.generic]]] = {
    "employment_kind": (lambda f: KINDS.index(f.employment.kind) if f.employment else -1, np.int8),
    "no_risk": (lambda f: ANSWERS[f.employment.no_risk] if f.employment else 0, np.int8),
    "own_risk_bearer_zw": (lambda f: f.employment is not None and f.employment.own_risk_bearer_zw, np.bool_),
    "temporary_agency_clause": (
        lambda f: f.employment is not None and f.employment.temporary_agency_clause,
        np.bool_,
    ),
    "second_track_excepted": (lambda f: f.second_track_exception != "none", np.bool_),
    "sanction_weeks": (lambda f: f.sanction.weeks if f.sanction else 0, np.int64),
    "shortening_granted": (lambda f: f.shortening is None or f.shortening.granted, np.bool_),
    "shortened_weeks": (
        lambda f: (f.shortened_waiting_period and f.shortened_waiting_period.granted_weeks) or 0,
        np.int64,
    ),
    "voluntary_weeks": (lambda f: f.voluntary_extension.weeks if f.voluntary_extension else 0, np.int64),
}
