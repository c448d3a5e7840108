"""The steps of a closed dossier as they stood when it closed: packed in its route, days from the first sick day.

Rows are for searching, and nothing asks anything of a closed dossier. Its facts stay; a changed rule changes nothing.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from spoorboek.dossiers.models import Dossier, Obligation
from spoorboek.dossiers.stored_steps import Standing, Step, StepRow
from spoorboek.people.policy import TELLS_OF_A_SAFETY_NET

DATES = ("statutory", "practice", "agreed", "done")
Packed = list[Any]
"""rule, key, ordinal, applies, and the four dates as days after the first sick day (or None)."""


def packed(steps: Mapping[Step, StepRow], first_sick_day: date) -> list[Packed]:
    """Stored steps, in the order of their names."""

    def since(day: date | None) -> int | None:
        return (day - first_sick_day).days if day else None

    return [
        [row.rule, *at, row.applies, *(since(getattr(row, name)) for name in DATES)]
        for at, row in sorted(steps.items())
    ]


def closed_standing(dossier: Dossier, stands: Standing) -> Standing:
    """How the dates of a closed dossier are stored. What tells of a safety net stays a row, with nothing to do: rows
    know who may read them."""
    if stands.frozen is not None:
        return stands
    rows = {
        at: row._replace(next_on=None) for at, row in stands.steps.items() if at[0] in TELLS_OF_A_SAFETY_NET
    }
    rest = {at: row for at, row in stands.steps.items() if at not in rows}
    return replace(stands, steps=rows, frozen=packed(rest, dossier.first_sick_day))


def unpacked(dossier: Dossier) -> list[Obligation]:
    """The frozen steps as unsaved rows, with nothing to do any more."""
    return [thawed(dossier, one) for one in dossier.route.steps or ()]


def thawed(dossier: Dossier, one: Packed) -> Obligation:
    rule, key, ordinal, applies, *days = one
    dates = {
        name: dossier.first_sick_day + timedelta(days=number) if number is not None else None
        for name, number in zip(DATES, days, strict=True)
    }
    return Obligation(dossier=dossier, rule=rule, key=key, ordinal=ordinal, applies=applies, **dates)


def steps_on(dossier: Dossier) -> list[Obligation]:
    """The steps of a dossier, running or closed."""
    rows = list(dossier.obligations.all())
    return rows if dossier.is_open else [*rows, *unpacked(dossier)]
