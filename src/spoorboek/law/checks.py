"""Contradictions between facts that a schema cannot see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from spoorboek.law.problems import Problem
from spoorboek.law.results import Text

if TYPE_CHECKING:
    from spoorboek.law.facts import Facts

FIRST_KNOWN_DAY = date(2004, 1, 1)
LAST_KNOWN_DAY = date(2090, 12, 31)


class _Interval(Protocol):
    @property
    def from_(self) -> date: ...
    @property
    def until(self) -> date | None: ...


def with_first_day(data: object) -> object:
    """Fill `first_sick_day` from the first spell where only spells were given."""
    if not isinstance(data, dict) or "first_sick_day" in data:
        return data
    spells = data.get("spells")
    if isinstance(spells, list | tuple) and spells and isinstance(spells[0], dict):
        return {**data, "first_sick_day": spells[0].get("from", spells[0].get("from_"))}
    return data


def contradictions(facts: Facts) -> Iterator[Problem]:
    yield from _first_day(facts)
    yield from _in_order("spells", facts.spells)
    yield from _in_order("leaves", facts.leaves)
    yield from _resumed(facts)
    yield from _decisions(facts)
    yield from _employment(facts)
    yield from _sequence("evaluations", facts.evaluations)


def _first_day(facts: Facts) -> Iterator[Problem]:
    if not FIRST_KNOWN_DAY <= facts.first_sick_day <= LAST_KNOWN_DAY:
        yield Problem(
            "first_sick_day",
            Text(
                "ligt buiten de wetten die deze tijdlijn kent: 1 januari 2004 tot en met 2090.",
                "lies outside the laws this timetable knows: 1 January 2004 to the end of 2090.",
            ),
            "2026-01-12",
        )
    if facts.spells and facts.spells[0].from_ != facts.first_sick_day:
        yield Problem(
            "spells[0].from",
            Text(
                "moet gelijk zijn aan first_sick_day. Het programma zoekt zelf uit of later een nieuw geval begon.",
                "must equal first_sick_day. Leave it to the program to find out whether a new case began later.",
            ),
            facts.first_sick_day.isoformat(),
        )


def _in_order(name: str, rows: Sequence[_Interval]) -> Iterator[Problem]:
    for n, row in enumerate(rows):
        if row.until is not None and row.until <= row.from_:
            yield Problem(
                f"{name}[{n}].until",
                Text(
                    "moet na `from` liggen: het is de eerste dag erna.",
                    "must be after `from`: it is the first day after.",
                ),
                row.from_.replace(year=row.from_.year + 1, day=1).isoformat(),
            )
        if n and not _follows(rows[n - 1], row):
            yield Problem(
                f"{name}[{n}].from",
                Text(
                    "moet na het einde van de vorige liggen. Alleen de laatste mag geen `until` hebben.",
                    "must not be before the end of the one before it. Only the last may lack `until`.",
                ),
                (rows[n - 1].until or row.from_).isoformat(),
            )


def _follows(before: _Interval, row: _Interval) -> bool:
    return before.until is not None and row.from_ >= before.until


def _resumed(facts: Facts) -> Iterator[Problem]:
    for n, spell in enumerate(facts.spells):
        days = [step.from_ for step in spell.resumed]
        outside = any(day < spell.from_ or (spell.until and day >= spell.until) for day in days)
        if outside or days != sorted(set(days)):
            yield Problem(
                f"spells[{n}].resumed",
                Text(
                    "moet op volgorde staan en binnen de periode vallen.",
                    "must be in order and lie within the spell.",
                ),
                f'[{{"from": "{spell.from_.isoformat()}", "percentage": 50}}]',
            )


def _decisions(facts: Facts) -> Iterator[Problem]:
    shortening = facts.shortening
    if shortening is None:
        return
    if facts.sanction is None:
        yield Problem(
            "shortening",
            Text(
                "kan alleen bij een loonsanctie: vul ook `sanction` in.",
                "needs a sanction: give `sanction` too.",
            ),
            '"sanction": {"decided_on": "2027-11-15", "weeks": 52}',
        )
    if shortening.decided_on is not None and shortening.decided_on < shortening.received_on:
        yield Problem(
            "shortening.decided_on",
            Text("ligt voor de dag van ontvangst.", "is before the day of receipt."),
            shortening.received_on.isoformat(),
        )


def _employment(facts: Facts) -> Iterator[Problem]:
    employment = facts.employment
    if employment and employment.start and employment.end and employment.end < employment.start:
        yield Problem(
            "employment.end",
            Text("ligt voor het begin van het dienstverband.", "is before the start of the employment."),
            employment.start.isoformat(),
        )


def _sequence(name: str, days: Sequence[date]) -> Iterator[Problem]:
    if list(days) != sorted(days):
        yield Problem(
            name,
            Text("moet op volgorde van datum staan.", "must be in order of date."),
            "[" + ", ".join(f'"{day.isoformat()}"' for day in sorted(days)[:2]) + "]",
        )
