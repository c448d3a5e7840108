"""Loading lists: the same way as on the pages. Nothing is written before the confirmation, and all can be undone."""

import uuid
from collections.abc import Callable
from typing import Annotated, Literal, cast

from django.http import HttpRequest
from django.utils.translation import gettext
from ninja import File, Query, Router, Status, UploadedFile

from spoorboek.api import cursors
from spoorboek.api.bearer import LOADS, here
from spoorboek.api.paging import Cursor, Limit
from spoorboek.api.problems import error, invalid, not_found
from spoorboek.api.schemas.imports import (
    AnswersGiven,
    ColumnTold,
    CountsTold,
    ImportTold,
    RowPage,
    RowTold,
    Waiting,
)
from spoorboek.api.words import summary as _
from spoorboek.dossiers.refusals import NotYours
from spoorboek.lists.columns import REFUSED, Column
from spoorboek.loading import access, jobs, words
from spoorboek.loading.acts import choosing, ending, previewing, starting, undoing
from spoorboek.loading.acts.applying import confirm as say_yes
from spoorboek.loading.choices import Choices
from spoorboek.loading.comparing import Note
from spoorboek.loading.models import Import, Line
from spoorboek.loading.questions import next_step
from spoorboek.loading.sealing import Opened

router = Router(tags=["imports"])
I = "/imports/{uuid:import_id}"  # noqa: E741
AT_ONCE = 6_000
"""Rows; a longer list is looked at by the worker."""
UNDECIDED = (Import.State.CHOOSING, Import.State.READY)
MEANINGS = ("order", "part", "end", "zero")
Verdict = Literal["new", "changed", "unchanged", "doubtful", "refused"]


def own(import_id: uuid.UUID) -> Import:
    """A list that this link began; any other one is not there."""
    try:
        return access.import_of(here(), import_id)
    except NotYours as refusal:
        raise not_found() from refusal


def told(load: Import) -> ImportTold:
    """The list as it stands."""
    open_still = load.state in UNDECIDED
    known = {name: load.counts.get(name, 0) for name in CountsTold.model_fields}
    return ImportTold(
        id=load.pk,
        employer_id=load.employer_id,
        kind=load.kind,
        state=load.state,
        rows=load.rows,
        waits_for=cast(Waiting, next_step(load)) if open_still else None,
        columns=columns(load) if open_still else [],
        counts=CountsTold(**known),
        gone_at=load.gone_at,
    )


def columns(load: Import) -> list[ColumnTold]:
    """Each header, what it is taken for, and whether it may be read at all."""
    sheet, chosen = Opened(load).sheet(), Choices.of(load).columns
    return [
        ColumnTold(
            index=index,
            header=sheet.headers[index],
            kind=chosen.get(str(index), Column.IGNORED.value),
            refused=str(guess.refused) if guess.refused else "",
        )
        for index, guess in enumerate(starting.guesses(load, sheet))
    ]


@router.post("/imports", auth=LOADS, response={201: ImportTold}, summary=_("Een lijst insturen"))
def start(
    request: HttpRequest,
    employer: Annotated[uuid.UUID, Query(description="For which employer, from `organisations`.")],
    file: Annotated[UploadedFile, File(description="CSV, XLSX, XLS or ODS, at most 20 MB.")],
    kind: Annotated[Literal["absences", "employees"], Query(description="What is in it.")] = "absences",
) -> Status[ImportTold]:
    """The file is sealed, its columns are guessed, and nothing else happens. It is gone within a day."""
    if not access.employers(here()).filter(pk=employer).exists():
        raise not_found()
    load = starting.start_import(here(), employer, file.name or "", file.read(), kind)
    return Status(201, told(load))


@router.get(I, auth=LOADS, response=ImportTold, summary=_("Hoe het met een lijst staat"))
def read(request: HttpRequest, import_id: uuid.UUID) -> ImportTold:
    """Its state, its columns, and what it waits for."""
    return told(own(import_id))


@router.post(I + "/answers", auth=LOADS, response=ImportTold, summary=_("Vragen over een lijst beantwoorden"))
def answers(request: HttpRequest, import_id: uuid.UUID, given: AnswersGiven) -> ImportTold:
    """What each column is, what percentages and ends mean, and who looks after new dossiers."""
    load = own(import_id)
    if given.columns is not None:
        choosing.choose_columns(here(), load.pk, read_columns(given.columns))
    meanings = {name: getattr(given, name) for name in MEANINGS if getattr(given, name) is not None}
    if meanings:
        choosing.answer(here(), load.pk, **meanings)
    if given.case_manager or given.company_doctor:
        choosing.choose_people(
            here(),
            load.pk,
            manager=str(given.case_manager or ""),
            doctor=str(given.company_doctor or ""),
        )
    return told(own(import_id))


def read_columns(sent: dict[str, str]) -> dict[int, str]:
    """The columns by number; a kind that is not there, or may not be read, is told at its place."""
    known = {column.value for column in Column if column not in REFUSED}
    strange = [index for index, kind in sent.items() if kind not in known]
    if strange:
        message = gettext("Kies een van: %(kinds)s.") % {"kinds": ", ".join(sorted(known))}
        raise invalid([error(f"columns.{index}", message) for index in strange])
    return {int(index): kind for index, kind in sent.items()}


@router.post(
    I + "/preview",
    auth=LOADS,
    response={200: ImportTold, 202: ImportTold},
    summary=_("Bekijken wat een lijst zou doen"),
)
def preview(request: HttpRequest, import_id: uuid.UUID) -> Status[ImportTold]:
    """Every row gets a verdict. A long list is looked at by the worker (202): ask again for its state."""
    load = own(import_id)
    if load.rows <= AT_ONCE or load.state not in UNDECIDED:
        return Status(200, told(previewing.preview(here(), load.pk)))
    load.state = Import.State.READING
    load.save()
    jobs.soon(jobs.look_at, load)
    return Status(202, told(load))


@router.get(I + "/rows", auth=LOADS, response=RowPage, summary=_("Wat elke rij oplevert, en waarom"))
def rows(
    request: HttpRequest,
    import_id: uuid.UUID,
    verdict: Annotated[Verdict | None, Query(description="Only these rows.")] = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> RowPage:
    """After the preview, and until the list is confirmed."""
    load = own(import_id)
    question = {"import": import_id, "verdict": verdict}
    after = cursors.read(cursor, question)
    lines = load.lines.filter(sealed__isnull=False)
    if verdict:
        lines = lines.filter(verdict=verdict)
    found = list((lines.filter(number__gt=int(after)) if after else lines)[: limit + 1])
    opened = Opened(load) if found else None
    more = cursors.made(str(found[limit - 1].number), question) if len(found) > limit else None
    return RowPage(items=[row(line, opened) for line in found[:limit] if opened], next_cursor=more)


def row(line: Line, opened: Opened) -> RowTold:
    _cells, notes, _understood = opened.open(line.sealed or b"")
    return RowTold(
        row=line.number,
        verdict=line.verdict,
        code=line.code,
        why=[words.about_row(Note(*note)) for note in notes],
    )


@router.post(I + "/confirm", auth=LOADS, response={202: ImportTold}, summary=_("Een lijst laden"))
def confirm(request: HttpRequest, import_id: uuid.UUID) -> Status[ImportTold]:
    """Say yes to the preview; the worker does it, act by act. New dossiers need a case manager who is a person."""
    load = own(import_id)
    new = load.kind == Import.Kind.ABSENCES and not Choices.of(load).manager
    if load.state == Import.State.READY and new:
        raise invalid(
            [error("case_manager", gettext("Kies eerst bij answers wie de nieuwe dossiers beheert."))]
        )
    return decided(say_yes, load)


@router.post(I + "/undo", auth=LOADS, response={202: ImportTold}, summary=_("Een geladen lijst terugdraaien"))
def undo(request: HttpRequest, import_id: uuid.UUID) -> Status[ImportTold]:
    """By acts that take back what it did, last first. What somebody changed afterwards is left and counted."""
    return decided(undoing.undo, own(import_id))


@router.post(I + "/cancel", auth=LOADS, response={202: ImportTold}, summary=_("Een lijst niet laden"))
def cancel(request: HttpRequest, import_id: uuid.UUID) -> Status[ImportTold]:
    """Nothing was written, and nothing of the file is kept."""
    return decided(ending.cancel, own(import_id))


def decided(act: Callable[..., Import], load: Import) -> Status[ImportTold]:
    return Status(202, told(act(here(), load.pk)))
