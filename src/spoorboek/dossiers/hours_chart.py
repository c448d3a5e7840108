"""Hours worked a week since the first sick day, as steps: for the face's chart and the table beside it.

A work fact and nothing else: hours, never a percentage of fitness (AP Beleidsregels De zieke werknemer, BWBR0037896).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby, pairwise

from django.utils.translation import gettext as _

from spoorboek.dossiers.facts import contract_on
from spoorboek.dossiers.models import Dossier
from spoorboek.site.chart import Point, StepChart


@dataclass(frozen=True)
class Step:
    """Hours a week from a day until another (exclusive; None while it lasts). `contract` is what was agreed then."""

    starts: date
    until: date | None
    hours: Decimal
    contract: Decimal | None
    recovered: bool

    @property
    def last_day(self) -> date | None:
        """The last day of this step, inclusive."""
        return self.until - timedelta(days=1) if self.until else None


def moments(dossier: Dossier) -> list[date]:
    """Every day on which the hours or the contract may change, first sick day first."""
    days = {dossier.first_sick_day}
    for spell in dossier.spells.all():
        days |= {spell.starts} | ({spell.ends} if spell.ends else set())
    days |= {row.since for row in dossier.resumed_hours.all()}
    days |= {row.since for row in dossier.employment.contract_hours.all()}
    return sorted(day for day in days if day >= dossier.first_sick_day)


def is_sick_on(dossier: Dossier, day: date) -> bool:
    """Whether a spell runs on this day."""
    return any(row.starts <= day and (row.ends is None or day < row.ends) for row in dossier.spells.all())


def hours_on(dossier: Dossier, day: date) -> Decimal:
    """Hours a week worked: what was reported since the running spell began, all of them when recovered."""
    if not is_sick_on(dossier, day):
        return contract_on(dossier, day) or Decimal(0)
    begun = max(row.starts for row in dossier.spells.all() if row.starts <= day)
    known = [row.hours for row in dossier.resumed_hours.all() if begun <= row.since <= day]
    return known[-1] if known else Decimal(0)


def steps_of_hours(dossier: Dossier, until: date) -> tuple[Step, ...]:
    """The steps from the first sick day on; days on which nothing changed are joined."""
    days = [day for day in moments(dossier) if day <= until] or [dossier.first_sick_day]
    found = [
        (day, (hours_on(dossier, day), contract_on(dossier, day), not is_sick_on(dossier, day)))
        for day in days
    ]
    kept = [next(group) for _, group in groupby(found, key=lambda pair: pair[1])]
    ends: list[date | None] = [after[0] for _, after in pairwise(kept)]
    return tuple(Step(day, end, *state) for (day, state), end in zip(kept, [*ends, None], strict=True))


def hours_chart(steps: tuple[Step, ...], until: date) -> StepChart:
    """The steps as the face draws them, up to a day."""
    top = max(max(step.contract or Decimal(0), step.hours) for step in steps) or Decimal(1)
    return StepChart(
        key="hours",
        title=_("Gewerkte uren per week"),
        unit=_("Uren"),
        points=tuple(Point(step.starts, float(step.hours)) for step in steps),
        until=until,
        maximum=float(top),
    )
