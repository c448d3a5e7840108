"""What would move a date: each entry is a changed set of facts, run through the engine again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from spoorboek.law.accrual import answers_needed, with_answer
from spoorboek.law.facts import Employment, Facts, Sanction, Spell, VoluntaryExtension
from spoorboek.law.results import Text
from spoorboek.law.trace import spoken


@dataclass(frozen=True, slots=True)
class Change:
    """A changed set of facts and the sentence that names the change."""

    id: str
    text: Text
    facts: Facts
    medical: bool = False


Maker = Callable[[Facts, date, date | None], Iterator[Change]]


def changes(facts: Facts, start: date, waiting_end: date | None) -> tuple[Change, ...]:
    """Every change worth showing. start: first day of the running case; waiting_end: last day of the waiting period."""
    return tuple(change for make in MAKERS for change in make(facts, start, waiting_end))


def _spells_with_gap(facts: Facts, days: int) -> tuple[Spell, ...] | None:
    """The last spell interrupted after its first week, if it still runs."""
    *before, last = facts.all_spells
    if last.until is not None or last.resumed or facts.leaves:
        return None
    fit = last.from_ + timedelta(days=7)
    again = last.model_copy(update={"from_": fit + timedelta(days=days)})
    return (*before, last.model_copy(update={"until": fit}), again)


def _gap(facts: Facts, start: date, waiting_end: date | None) -> Iterator[Change]:
    for days, name in ((7, "gap-7"), (28, "gap-28")):
        spells = _spells_with_gap(facts, days)
        if spells is None:
            continue
        fit = spells[-1].from_ - timedelta(days=days)
        text = Text(
            f"Bij {days} dagen helemaal beter, vanaf {spoken(fit, 'nl')}",
            f"With {days} days fully fit, from {spoken(fit, 'en')}",
        )
        yield Change(name, text, facts.model_copy(update={"spells": spells}))


def _first_day(facts: Facts, start: date, waiting_end: date | None) -> Iterator[Change]:
    first = facts.all_spells[0]
    if first.until is not None and first.until <= first.from_ + timedelta(days=1):
        return
    if first.resumed or any(leave.from_ <= first.from_ + timedelta(days=1) for leave in facts.leaves):
        return
    later = first.from_ + timedelta(days=1)
    spells = (first.model_copy(update={"from_": later}), *facts.spells[1:]) if facts.spells else ()
    changed = facts.model_copy(update={"first_sick_day": later, "spells": spells})
    text = Text("Als de eerste ziektedag een dag later was", "If the first sick day were one day later")
    yield Change("first-day-later", text, changed)


def _analysis(facts: Facts, start: date, waiting_end: date | None) -> Iterator[Change]:
    if facts.analysis_on is None:
        day = start + timedelta(days=35)
        text = Text(
            f"Als de probleemanalyse er op {spoken(day, 'nl')} is",
            f"If the problem analysis is there on {spoken(day, 'en')}",
        )
        yield Change("analysis-earlier", text, facts.model_copy(update={"analysis_on": day}))


QUESTIONS = {
    "same_cause": Text(
        "Heeft de ziekte voor en na het verlof dezelfde oorzaak?",
        "Does the sickness before the leave have the same cause as after it?",
    ),
    "related_to_birth": Text(
        "Komt de ziekte rond het verlof door zwangerschap of bevalling?",
        "Is the sickness around the leave caused by pregnancy or birth?",
    ),
    "caused_by_pregnancy": Text("Komt deze periode door zwangerschap?", "Is this spell caused by pregnancy?"),
}


def _answered(facts: Facts, field: str, index: int, answer: Literal["yes", "no"]) -> Change:
    question = QUESTIONS[field]
    nl, en = ("Ja", "Yes") if answer == "yes" else ("Nee", "No")
    text = Text(f"{question.nl} {nl}", f"{question.en} {en}")
    return Change(f"{field}-{index}-{answer}", text, with_answer(facts, field, index, answer), medical=True)


def _answers(facts: Facts, start: date, waiting_end: date | None) -> Iterator[Change]:
    for field, index in answers_needed(facts):
        yield _answered(facts, field, index, "yes")
        yield _answered(facts, field, index, "no")


def _known_answers(facts: Facts, start: date, waiting_end: date | None) -> Iterator[Change]:
    for index, leave in enumerate(facts.leaves):
        if leave.same_cause != "unknown":
            yield _answered(facts, "same_cause", index, "no" if leave.same_cause == "yes" else "yes")


def _sanction(facts: Facts, start: date, waiting_end: date | None) -> Iterator[Change]:
    if facts.sanction is None and waiting_end is not None:
        decided = waiting_end - timedelta(weeks=6)
        text = Text(
            "Als UWV een loonsanctie van 52 weken geeft", "If UWV imposes a wage sanction of 52 weeks"
        )
        changed = facts.model_copy(update={"sanction": Sanction(decided_on=decided, weeks=52)})
        yield Change("sanction-52", text, changed)


def _late_application(facts: Facts, start: date, waiting_end: date | None) -> Iterator[Change]:
    if facts.application_on is None and waiting_end is not None and facts.voluntary_extension is None:
        day = waiting_end - timedelta(weeks=9)
        text = Text(
            f"Als de WIA-aanvraag pas op {spoken(day, 'nl')} komt, twee weken te laat",
            f"If the WIA application only comes on {spoken(day, 'en')}, two weeks late",
        )
        yield Change("application-late", text, facts.model_copy(update={"application_on": day}))


def _voluntary(facts: Facts, start: date, waiting_end: date | None) -> Iterator[Change]:
    if facts.voluntary_extension is None:
        text = Text(
            "Als werkgever en medewerker samen 13 weken verlenging vragen",
            "If employer and employee together ask for 13 weeks' extension",
        )
        changed = facts.model_copy(update={"voluntary_extension": VoluntaryExtension(weeks=13)})
        yield Change("voluntary-13", text, changed)


def _employment_end(facts: Facts, start: date, waiting_end: date | None) -> Iterator[Change]:
    employment = facts.employment or Employment()
    if employment.end is None and employment.kind not in {"none", "temp_agency"}:
        end = start + timedelta(days=181)
        text = Text(
            f"Als het dienstverband eindigt op {spoken(end, 'nl')}",
            f"If the employment ends on {spoken(end, 'en')}",
        )
        changed = facts.model_copy(update={"employment": employment.model_copy(update={"end": end})})
        yield Change("employment-ends", text, changed)


MAKERS: tuple[Maker, ...] = (
    _answers,
    _known_answers,
    _gap,
    _first_day,
    _analysis,
    _late_application,
    _sanction,
    _voluntary,
    _employment_end,
)
