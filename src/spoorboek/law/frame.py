"""One set of facts with every medical answer known, and what is derived from it once: clocks, end, extensions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from spoorboek.law.accrual import Accrual, accrue
from spoorboek.law.calendar import add_years
from spoorboek.law.facts import Facts
from spoorboek.law.keys import CLOCK_KEYS, ClockKey
from spoorboek.law.rulebook import Rulebook, Situation


def aow_date(facts: Facts, book: Rulebook) -> date | None:
    """The day state pension age is reached: given, or worked out from the birth date where the table reaches."""
    born = facts.person.birth_date
    if facts.person.aow_date or born is None:
        return facts.person.aow_date
    row = next((row for row in book.aow.table if row.born_from <= born <= row.born_until), None)
    if row is None:
        return None
    years, month = divmod(born.month - 1 + row.months, 12)
    first = add_years(born.replace(day=1), row.years + years).replace(month=month + 1)
    next_month = (first + timedelta(days=31)).replace(day=1)
    return min(first + timedelta(days=born.day - 1), next_month - timedelta(days=1))


@dataclass(frozen=True)
class Frame:
    """Facts, rulebook, and values derived once. Facts dated before the running case belong to an earlier one."""

    facts: Facts
    book: Rulebook

    @cached_property
    def accruals(self) -> dict[ClockKey, Accrual | None]:
        return {clock: accrue(clock, self.facts, self.book.gap.longest_days) for clock in CLOCK_KEYS}

    @property
    def wia(self) -> Accrual | None:
        return self.accruals["wia"]

    @cached_property
    def aow(self) -> date | None:
        return aow_date(self.facts, self.book)

    @cached_property
    def _dates(self) -> dict[str, date | None]:
        facts = self.facts
        return {
            "analysis_on": facts.analysis_on,
            "plan_on": facts.plan_on,
            "early_signal_on": facts.early_signal_on,
            "second_track_started_on": facts.second_track_started_on,
            "uwv_letter_on": facts.uwv_letter_on,
            "safety_net_clear_on": facts.employment.safety_net_clear_on if facts.employment else None,
            "riv_to_employee_on": facts.riv_to_employee_on,
            "application_on": facts.application_on,
            "shortened_applied_on": facts.shortened_waiting_period.applied_on
            if facts.shortened_waiting_period
            else None,
            "sanction_decided_on": facts.sanction.decided_on if facts.sanction else None,
            "shortening_received_on": facts.shortening.received_on if facts.shortening else None,
            "shortening_decided_on": facts.shortening.decided_on if facts.shortening else None,
        }

    def fact(self, name: str) -> date | None:
        """A dated fact of the running case, or None."""
        if name == "employment_end":
            return self.employment_end
        if name == "recovered_on":
            return self.recovered_on
        day = self._dates[name]
        return day if day and self.wia and day >= self.wia.start else None

    @property
    def employment_end(self) -> date | None:
        return self.facts.employment.end if self.facts.employment else None

    @cached_property
    def recovered_on(self) -> date | None:
        """First day fully fit, when the case has ended; leave that follows at once is no recovery."""
        wage = self.accruals["wage"]
        day = wage.ended_on if wage else None
        on_leave = day and any(leave.from_ <= day < leave.until for leave in self.facts.leaves)
        return None if on_leave else day

    @property
    def without_employer(self) -> bool:
        """No employer from the first day: none at all, or agency work that ended by the sickness report."""
        employment = self.facts.employment
        return employment is not None and (
            employment.kind == "none"
            or (employment.kind == "temp_agency" and employment.temporary_agency_clause)
        )

    def situation(self, day: date) -> Situation:
        """Who plays the employer on `day`."""
        employment = self.facts.employment
        if employment is None:
            return "employer"
        ended = self.without_employer or (employment.end is not None and employment.end < day)
        if not ended:
            return "employer"
        return "erd_zw" if employment.own_risk_bearer_zw else "uwv"

    @cached_property
    def evaluations(self) -> tuple[date, ...]:
        return tuple(day for day in self.facts.evaluations if self.wia and day >= self.wia.start)

    def done_on(self, key: str, ordinal: int, since: date | None) -> date | None:
        days = [d.done_on for d in self.facts.done if d.key == key and d.ordinal == ordinal]
        return next((day for day in days if since is None or day >= since), None)

    @property
    def granted_weeks(self) -> int | None:
        shortened = self.facts.shortened_waiting_period
        return shortened.granted_weeks if shortened and self.fact("shortened_applied_on") else None
