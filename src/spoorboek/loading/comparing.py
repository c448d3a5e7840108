"""One person's course against what stands in Spoorboek: what is new, what changes, what stays, what is doubtful."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from spoorboek.lists.courses import Course, Period
from spoorboek.lists.findings import Code, Finding
from spoorboek.loading.matching import Match
from spoorboek.loading.models import Line
from spoorboek.loading.standing import Known, KnownSpell

Verdict = Line.Verdict


class Why(StrEnum):
    """What comparing finds, beside the codes of the library."""

    COLLEAGUES = "colleagues"
    OTHER_END = "other-end"
    ENDED_HERE = "ended-here"
    OTHER_HOURS = "other-hours"
    CLOSED_HERE = "closed-here"
    OTHER_START = "other-start"
    OLDER = "older"
    NO_HOURS = "no-hours"
    TOO_MANY_HOURS = "too-many-hours"
    BEFORE_EMPLOYMENT = "before-employment"
    AFTER_EMPLOYMENT = "after-employment"
    UNKNOWN_PERSON = "unknown-person"
    MAYBE_KNOWN = "maybe-known"
    OTHER_NAME = "other-name"
    NO_FIRST_NAME = "no-first-name"
    RUNNING_DOSSIER = "running-dossier"
    OTHER_CONTRACT = "other-contract"
    STARTS_LATER = "starts-later"


REFUSALS = frozenset(
    {
        Why.BEFORE_EMPLOYMENT, Why.AFTER_EMPLOYMENT, Why.TOO_MANY_HOURS, Why.OLDER, Why.COLLEAGUES, Why.STARTS_LATER,
    }
)  # fmt: skip


@dataclass(frozen=True)
class Note:
    """Why a row is what it is. `here` is what stands in Spoorboek, `there` what the list says."""

    code: str
    column: str = ""
    here: str = ""
    there: str = ""
    row: int = 0


@dataclass
class Deed:
    """One period to do: in a dossier that stands, or by reporting sick. Hours a week by day."""

    starts: date
    fit_from: date | None
    hours: list[tuple[date, Decimal]]
    dossier_id: uuid.UUID | None = None


@dataclass
class Outcome:
    """What a course comes to: a verdict and notes for each of its rows, and what to do."""

    verdicts: dict[int, Verdict] = field(default_factory=dict)
    notes: dict[int, list[Note]] = field(default_factory=dict)
    deeds: list[Deed] = field(default_factory=list)

    def say(self, rows: tuple[int, ...], verdict: Verdict, *notes: Note) -> None:
        for row in rows:
            self.verdicts[row] = verdict
            self.notes.setdefault(row, []).extend(notes)


def note_of(finding: Finding) -> Note:
    other = finding.other or next((row for row in finding.rows if row != finding.row), 0)
    return Note(finding.code.value, finding.column, there=finding.value, row=other)


def compare(course: Course, match: Match) -> Outcome:
    """Hold a course of absences against who it is about."""
    outcome = Outcome()
    for row, finding in course.problems:
        kind = Verdict.DOUBTFUL if finding.is_doubt else Verdict.REFUSED
        worst = Verdict.REFUSED if outcome.verdicts.get(row) == Verdict.REFUSED else kind
        outcome.say((row,), worst, note_of(finding))
    blocked = person_problem(course, match)
    for period in course.periods:
        compare_period(outcome, course, period, match.known, blocked)
    for row, same in course.repeated:
        verdict = outcome.verdicts.get(same, Verdict.UNCHANGED)
        fine = verdict in {Verdict.NEW, Verdict.CHANGED, Verdict.UNCHANGED}
        outcome.say((row,), Verdict.UNCHANGED if fine else verdict, Note(Code.REPEATED.value, row=same))
    return outcome


def person_problem(course: Course, match: Match) -> Note | None:
    """Why nothing can be loaded for this person yet."""
    if match.other_name and match.known:
        return Note(Why.OTHER_NAME, here=match.known.name.written, there=course.who.name.written)
    if match.known:
        return None
    if match.candidates:
        return Note(Why.MAYBE_KNOWN, here=match.candidates[0].name.written)
    if not course.who.name.last:
        return Note(Why.UNKNOWN_PERSON, there=course.who.number)
    if not course.who.name.first:
        return Note(Why.NO_FIRST_NAME, there=course.who.name.last)
    return None


def compare_period(
    outcome: Outcome, course: Course, period: Period, known: Known | None, blocked: Note | None
) -> None:
    if period.doubts or blocked:
        notes = [note_of(finding) for finding in period.doubts] or ([blocked] if blocked else [])
        outcome.say(period.rows, Verdict.DOUBTFUL, *notes)
        return
    hours, wrong = hours_of(course, period, known)
    notes = [*([wrong] if wrong else []), *against_employment(course, period, known)]
    held = next((spell for spell in known.spells if spell.starts == period.starts), None) if known else None
    if not notes and known:
        notes = list(against_spell(period, hours, held, known) if held else against_others(period, known))
    if notes:
        refused = all(note.code in REFUSALS for note in notes)
        outcome.say(period.rows, Verdict.REFUSED if refused else Verdict.DOUBTFUL, *notes)
    elif held and known:
        to_do(outcome, period, hours, held, known)
    else:
        outcome.say(period.rows, Verdict.NEW)
        outcome.deeds.append(Deed(period.starts, period.fit_from, hours))


def to_do(
    outcome: Outcome, period: Period, hours: list[tuple[date, Decimal]], held: KnownSpell, known: Known
) -> None:
    """What is missing in a period that stands: hours, or the recovery."""
    missing = [step for step in hours if (held.dossier_id, step[0]) not in known.hours]
    recovers = held.ends is None and period.fit_from is not None
    if not missing and not recovers:
        outcome.say(period.rows, Verdict.UNCHANGED)
        return
    outcome.say(period.rows, Verdict.CHANGED)
    # What comes later in this list is held against the period as it will then be.
    held.ends = period.fit_from if recovers else held.ends
    outcome.deeds.append(Deed(period.starts, period.fit_from if recovers else None, missing, held.dossier_id))


def hours_of(
    course: Course, period: Period, known: Known | None
) -> tuple[list[tuple[date, Decimal]], Note | None]:
    """The steps in hours a week, by the contract that holds on each day."""
    found = []
    for step in period.steps:
        contract = (known.contract_on(step.since) if known else None) or course.contract.hours
        if step.hours is not None:
            if contract is not None and step.hours > contract:
                return [], Note(Why.TOO_MANY_HOURS, here=text_of(contract), there=text_of(step.hours))
            found.append((step.since, step.hours))
        elif contract is None:
            return [], Note(Why.NO_HOURS)
        elif step.at_work is not None:
            found.append((step.since, (step.at_work * contract).quantize(Decimal("0.1"))))
    return found, None


def text_of(hours: Decimal) -> str:
    return f"{hours.normalize():f}".replace(".", ",")


def against_employment(course: Course, period: Period, known: Known | None) -> Iterator[Note]:
    starts = known.starts if known else course.contract.starts
    ends = known.ends if known else course.contract.ends
    if starts and period.starts < starts:
        yield Note(Why.BEFORE_EMPLOYMENT, here=written(starts), there=written(period.starts))
    if ends and period.starts > ends:
        yield Note(Why.AFTER_EMPLOYMENT, here=written(ends), there=written(period.starts))


def written(day: date) -> str:
    return f"{day:%d-%m-%Y}"


def against_spell(
    period: Period, hours: list[tuple[date, Decimal]], held: KnownSpell, known: Known
) -> Iterator[Note]:
    """What contradicts the same period as it stands. An import never overrules what somebody entered."""
    if not held.mine:
        yield Note(Why.COLLEAGUES)
        return
    if held.ends and period.fit_from is None:
        yield Note(Why.ENDED_HERE, here=written(held.ends))
    elif held.ends and period.fit_from and held.ends != period.fit_from:
        yield Note(Why.OTHER_END, here=written(held.ends), there=written(period.fit_from))
    for since, amount in hours:
        stands = known.hours.get((held.dossier_id, since))
        if stands is not None and stands != amount:
            yield Note(Why.OTHER_HOURS, here=text_of(stands), there=text_of(amount))
        elif stands is None and held.ends:
            yield Note(Why.CLOSED_HERE, here=written(held.ends), there=written(since))


def against_others(period: Period, known: Known) -> Iterator[Note]:
    """What stands in the way of a new period."""
    over = [
        spell
        for spell in known.spells
        if spell.starts < (period.fit_from or date.max) and period.starts < (spell.ends or date.max)
    ]
    if over:
        code = Why.OTHER_START if over[0].mine else Why.COLLEAGUES
        yield Note(code, here=written(over[0].starts) if over[0].mine else "", there=written(period.starts))
    elif any(spell.starts > period.starts for spell in known.spells):
        yield Note(Why.OLDER, there=written(period.starts))
    elif known.running and not known.running.mine:
        yield Note(Why.COLLEAGUES)
