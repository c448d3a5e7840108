"""Which column is what, and what its values mean: one question a page."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from spoorboek.dossiers.refusals import Refused
from spoorboek.dossiers.shown import short_day
from spoorboek.lists.cells import written
from spoorboek.lists.columns import DAYS, Column
from spoorboek.lists.days import Order, read_day
from spoorboek.lists.guessing import Guess
from spoorboek.lists.sheet import Sheet
from spoorboek.loading import words
from spoorboek.loading.acts.choosing import answer, choose_columns
from spoorboek.loading.acts.starting import guesses
from spoorboek.loading.asking import ASKED, Answer
from spoorboek.loading.choices import Choices
from spoorboek.loading.models import Import
from spoorboek.loading.questions import Worked, worked_ends, worked_orders, worked_parts, worked_zeros
from spoorboek.loading.sealing import Opened
from spoorboek.loading.views.shared import elsewhere, on, own, page
from spoorboek.people.actor import current_actor
from spoorboek.site import clock

SAMPLES = 3
WORKED: dict[str, Callable[[Choices, Sheet], list[Worked]]] = {
    "part": worked_parts,
    "end": worked_ends,
    "order": worked_orders,
    "zero": worked_zeros,
}


@dataclass(frozen=True)
class Shown:
    """A column on the page: its header, a few values, and what it is taken for. Refused ones show no value."""

    index: int
    header: str
    samples: list[str]
    chosen: str
    refused: str
    doubtful: bool


@require_http_methods(["GET", "POST"])
@login_required
def columns(request: HttpRequest, import_id: uuid.UUID) -> HttpResponse:
    """Say what each column is."""
    load = own(import_id)
    if elsewhere(load):
        return redirect(elsewhere(load))
    opened = Opened(load)
    sheet = opened.sheet()
    chosen = dict(Choices.of(load).columns)
    problem = ""
    if request.method == "POST":
        chosen = {str(i): request.POST.get(f"column-{i}", Column.IGNORED) for i in range(len(sheet.headers))}
        try:
            return on(choose_columns(current_actor(), load.pk, {int(i): kind for i, kind in chosen.items()}))
        except Refused as refusal:
            problem = refusal.message
        except ValueError:
            raise Http404 from None
    return page(
        request, "columns", load, "columns", problem=problem, status=422 if problem else 200,
        shown=shown_columns(sheet, guesses(load, sheet), chosen), filename=opened.filename,
        offered=offered(load), notes=passed_over(sheet), rows=len(sheet.lines),
    )  # fmt: skip


def offered(load: Import) -> list[tuple[str, words.Words]]:
    """What a column can be, for this kind of list."""
    left_out = words.ONLY_ABSENCES if load.kind == Import.Kind.EMPLOYEES else frozenset()
    return [(kind.value, label) for kind, label in words.COLUMNS.items() if kind not in left_out]


def shown_columns(sheet: Sheet, found: list[Guess], chosen: dict[str, str]) -> list[Shown]:
    return [
        Shown(
            index,
            header,
            [] if guess.refused else samples(sheet, index, chosen.get(str(index), "")),
            chosen.get(str(index), Column.IGNORED),
            guess.refused or "",
            bool(guess.refused) and not guess.sure,
        )
        for index, (header, guess) in enumerate(zip(sheet.headers, found, strict=True))
    ]


def samples(sheet: Sheet, index: int, kind: str) -> list[str]:
    """The first different values; a day that is written as a number with the day that it is."""
    found: dict[str, None] = {}
    for line in sheet.lines:
        text = written(line.cells[index])
        if text:
            found.setdefault(text[:40])
        if len(found) == SAMPLES:
            break
    return [with_its_day(text) if kind in DAYS else text for text in found]


def with_its_day(text: str) -> str:
    """`46024 = 2 jan 2026`."""
    day = read_day(text, Order.DAY_FIRST, clock.today()).day if text.isdigit() else None
    return f"{text} = {short_day(day)}" if day else text


def passed_over(sheet: Sheet) -> list[str]:
    """What was left out while reading, in words with row numbers."""
    told = []
    for note in sheet.notes:
        rows = ", ".join(str(row) for row in note.rows[:6]) + (" …" if len(note.rows) > 6 else "")
        told.append(f"{words.PASSED.get(note.code, '')}: {rows}")
    return told


@require_http_methods(["GET", "POST"])
@login_required
def question(request: HttpRequest, import_id: uuid.UUID, question: str) -> HttpResponse:
    """One question, with rows of the list worked out each way."""
    load = own(import_id)
    if elsewhere(load):
        return redirect(elsewhere(load))
    if question not in ASKED:
        raise Http404
    asked = ASKED[question]
    problem = ""
    if request.method == "POST":
        given = request.POST.get("answer", "")
        if given in {each.value for each in asked.answers}:
            return on(answer(current_actor(), load.pk, **{question: given}))
        problem = str(asked.choose)
    choices = Choices.of(load)
    try:
        rows = WORKED[question](choices, Opened(load).sheet())
    except StopIteration:
        return on(load)
    return page(
        request, "question", load, question, asked=asked, problem=problem, answers=worked_out(asked.answers, rows),
        header=header_of(load, question), given=getattr(choices, question) if question in choices.seen else "",
        status=422 if problem else 200,
    )  # fmt: skip


def worked_out(
    answers: tuple[Answer, ...], rows: list[Worked]
) -> list[tuple[Answer, list[tuple[Worked, str]]]]:
    """Each answer with what it makes of the rows."""
    return [(each, [(row, str(each.tell(row))) for row in rows]) for each in answers]


def header_of(load: Import, question: str) -> str:
    wanted = {"part": Column.PERCENTAGE, "zero": Column.PERCENTAGE, "end": Column.ENDS}.get(question)
    sheet = Opened(load).sheet()
    return next((sheet.headers[i] for i, kind in Choices.of(load).kinds.items() if kind is wanted), "")
