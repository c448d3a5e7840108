"""A list of employees held against who works here."""

from typing import Any

from spoorboek.dossiers.acts.employees import NewEmployee
from spoorboek.lists.courses import Course
from spoorboek.lists.entries import Contract, Who
from spoorboek.loading.comparing import Note, Outcome, Verdict, Why, note_of, person_problem, text_of, written
from spoorboek.loading.matching import Match
from spoorboek.loading.standing import Known
from spoorboek.site import clock

NO_JOB = "–"
"""Where the list names no job."""


def compare_employee(course: Course, match: Match) -> Outcome:
    """New, completed, unchanged or doubtful; one verdict for all rows of a person."""
    outcome = Outcome()
    notes = [note_of(finding) for _row, finding in course.problems]
    blocked = person_problem(course, match)
    if blocked:
        notes.append(blocked)
    if notes:
        refused = any(not finding.is_doubt for _row, finding in course.problems)
        outcome.say(course.rows, Verdict.REFUSED if refused else Verdict.DOUBTFUL, *notes)
        return outcome
    if match.known is None:
        later = course.contract.starts and course.contract.starts > clock.today()
        note = (
            [Note(Why.STARTS_LATER, there=written(course.contract.starts))]
            if later and course.contract.starts
            else []
        )
        outcome.say(course.rows, Verdict.REFUSED if note else Verdict.NEW, *note)
        return outcome
    against_known(outcome, course, match.known)
    return outcome


def against_known(outcome: Outcome, course: Course, known: Known) -> None:
    changes = what_changes(course.who, course.contract, known)
    other = other_hours(course.contract, known)
    moves = set(changes) - {"number", "job_title"} or (course.contract.hours and not known.contracts)
    if other:
        outcome.say(course.rows, Verdict.DOUBTFUL, other)
    elif moves and known.running:
        outcome.say(course.rows, Verdict.DOUBTFUL, Note(Why.RUNNING_DOSSIER))
    else:
        anything = changes or (course.contract.hours and not known.contracts)
        outcome.say(course.rows, Verdict.CHANGED if anything else Verdict.UNCHANGED)


def what_changes(who: Who, contract: Contract, known: Known, *, only_fill: bool = False) -> dict[str, Any]:
    """What a list fills in or says anew, by the names of `complete_employee`. It never empties anything."""
    said = {
        "number": (who.number, known.number),
        "birth_date": (who.born, known.born),
        "starts": (contract.starts, known.starts),
        "ends": (contract.ends, known.ends),
        "job_title": (contract.job, known.job),
    }
    found = {name: new for name, (new, old) in said.items() if new and new != old}
    if only_fill:
        return {name: new for name, new in found.items() if not said[name][1]}
    if known.number:
        found.pop("number", None)
    return found


def other_hours(contract: Contract, known: Known) -> Note | None:
    """A list does not say since when other hours hold; that moves dates, so it is asked in the dossier."""
    stands = known.contract_on(clock.today())
    if contract.hours is None or stands is None or stands == contract.hours:
        return None
    return Note(Why.OTHER_CONTRACT, here=text_of(stands), there=text_of(contract.hours))


def new_employee(who: Who, contract: Contract, supervisor: Any) -> NewEmployee:
    """What the list says of somebody who is not known yet."""
    return NewEmployee(
        who.name.first,
        who.name.last,
        contract.job or NO_JOB,
        contract.hours or None,
        email="",
        starts=contract.starts,
        ends=contract.ends,
        birth_date=who.born,
        supervisor=supervisor,
        number=who.number,
    )
