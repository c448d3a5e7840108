"""The preview: every row gets a verdict. Nothing is written but the preview itself, sealed."""

import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext as _

from spoorboek.dossiers.refusals import Refused
from spoorboek.lists.cells import written
from spoorboek.lists.courses import Course as Told
from spoorboek.lists.courses import Step, courses_of
from spoorboek.lists.entries import Zero, entries_of
from spoorboek.lists.screening import screened
from spoorboek.lists.sheet import Line as Row
from spoorboek.lists.sheet import Sheet
from spoorboek.loading import access
from spoorboek.loading.choices import Choices
from spoorboek.loading.comparing import Deed, Note, Outcome, compare, text_of
from spoorboek.loading.employees import compare_employee
from spoorboek.loading.matching import Match, match
from spoorboek.loading.models import Import, Line
from spoorboek.loading.packing import day_text, packed_contract, packed_deed, packed_who
from spoorboek.loading.questions import next_step
from spoorboek.loading.sealing import Opened
from spoorboek.loading.standing import Standing
from spoorboek.people.actor import Actor
from spoorboek.site import clock

Judged = tuple[Told, Match, Outcome]


@transaction.atomic
def preview(actor: Actor, import_id: uuid.UUID) -> Import:
    """Hold the whole list against Spoorboek. May be done again and again until the list is confirmed."""
    load = access.import_of(actor, import_id, lock=True)
    if load.state not in {Import.State.CHOOSING, Import.State.READING, Import.State.READY}:
        raise Refused(_("Deze lijst is al geladen of gestopt."))
    if next_step(load) != "preview":
        raise Refused(_("Beantwoord eerst alle vragen over deze lijst."))
    opened = Opened(load)
    sheet = opened.sheet()
    judged = list(judge(actor, load, sheet, opened))
    load.lines.all().delete()
    load.courses.all().delete()
    keep_lines(load, sheet, judged, opened)
    load.total = keep_courses(load, judged, opened)
    load.counts = counted(load, judged)
    load.state = Import.State.READY
    load.save()
    return load


def judge(actor: Actor, load: Import, sheet: Sheet, opened: Opened) -> Iterator[Judged]:
    """Every person in the list with a verdict for each row."""
    choices = Choices.of(load)
    employees = load.kind == Import.Kind.EMPLOYEES
    entries = entries_of(sheet, choices.kinds, choices.meaning, clock.today(), employees=employees)
    standing = Standing(actor, load.employer)
    for course in courses_of(entries, Zero(choices.zero)):
        answer = choices.people.get(opened.digest(course.who.key), "") if choices.people else ""
        found = match(course.who, standing, answer)
        yield course, found, compare_employee(course, found) if employees else compare(course, found)


def counted(load: Import, judged: Sequence[Judged]) -> dict[str, Any]:
    """How many rows of each verdict, people and dossiers; right by counting what was kept."""
    verdicts = Counter(str(verdict) for _c, _m, outcome in judged for verdict in outcome.verdicts.values())
    doing = [(found, outcome) for _c, found, outcome in judged if is_to_do(load, outcome)]
    return {
        **{verdict: verdicts.get(verdict, 0) for verdict in Line.Verdict.values},
        "people": len(doing),
        "new_people": sum(1 for found, _outcome in doing if found.known is None),
        "periods": sum(len(outcome.deeds) for _found, outcome in doing),
    }


def is_to_do(load: Import, outcome: Outcome) -> bool:
    if load.kind == Import.Kind.ABSENCES:
        return bool(outcome.deeds)
    return bool({Line.Verdict.NEW, Line.Verdict.CHANGED} & set(outcome.verdicts.values()))


def shown_cells(sheet: Sheet, choices: Choices, row: Row) -> list[str]:
    """The cells that are read, as text; a cell that may not be read is empty."""
    kinds = choices.kinds
    return [
        "" if screened(row.cells[index], kinds[index]) else written(row.cells[index])
        for index in sorted(kinds)
    ]


def keep_lines(load: Import, sheet: Sheet, judged: Iterable[Judged], opened: Opened) -> None:
    """One sealed line a row, all in one statement: COPY does not work under row-level security."""
    choices = Choices.of(load)
    rows = {row.number: row for row in sheet.lines}
    numbers, verdicts, codes, courses, seals = [], [], [], [], []
    for index, (told, _match, outcome) in enumerate(judged):
        understood = understood_by_row(told)
        for number, verdict in outcome.verdicts.items():
            notes = outcome.notes.get(number, [])
            numbers.append(number)
            verdicts.append(str(verdict))
            codes.append(str(notes[0].code) if notes else "")
            courses.append(index)
            cells = shown_cells(sheet, choices, rows[number])
            seals.append(opened.seal([cells, [packed_note(note) for note in notes], understood.get(number)]))
    insert(
        "INSERT INTO loading_line (load_id, number, verdict, code, course, sealed)"
        " SELECT %s, * FROM unnest(%s::int[], %s::text[], %s::text[], %s::int[], %s::bytea[])",
        load, numbers, verdicts, codes, courses, seals,
    )  # fmt: skip


def understood_by_row(told: Told) -> dict[int, list[Any]]:
    """How each row of a period was read: the first day, the day fit again, and the steps in per cent or hours."""
    found = {}
    for period in told.periods:
        steps = [[day_text(step.since), percent_of(step), hours_of(step)] for step in period.steps]
        for row in period.rows:
            found[row] = [day_text(period.starts), day_text(period.fit_from), steps]
    return found


def percent_of(step: Step) -> str:
    return "" if step.at_work is None or step.hours is not None else text_of(step.at_work * 100)


def hours_of(step: Step) -> str:
    return "" if step.hours is None else text_of(step.hours)


def packed_note(note: Note) -> list[Any]:
    return [str(note.code), note.column, note.here, note.there, note.row]


def keep_courses(load: Import, judged: Iterable[Judged], opened: Opened) -> int:
    """What is to be done, one sealed row a person; how many."""
    indexes, seals = [], []
    for index, (told, found, outcome) in enumerate(judged):
        if is_to_do(load, outcome):
            indexes.append(index)
            seals.append(opened.seal(to_be_done(told, found, outcome.deeds)))
    insert(
        "INSERT INTO loading_course (load_id, state, refusal, index, sealed)"
        " SELECT %s, 'waiting', '', * FROM unnest(%s::int[], %s::bytea[])",
        load, indexes, seals,
    )  # fmt: skip
    return len(indexes)


def to_be_done(told: Told, found: Match, deeds: list[Deed]) -> dict[str, Any]:
    return {
        "employment": str(found.known.employment_id) if found.known else "",
        "who": packed_who(told.who),
        "contract": packed_contract(told.contract),
        "deeds": [packed_deed(deed) for deed in deeds],
    }


def insert(statement: str, load: Import, *columns: list[Any]) -> None:
    """Add many rows at once; under row security as any other insert."""
    with connection.cursor() as cursor:
        cursor.execute(statement, [load.pk, *columns])


def headers_shown(sheet: Sheet, choices: Choices) -> list[str]:
    return [sheet.headers[index] for index in sorted(choices.kinds)]
