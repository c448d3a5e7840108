"""The preview, and the same as a file to correct."""

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from spoorboek.dossiers.refusals import Refused
from spoorboek.dossiers.shown import short_day
from spoorboek.lists.columns import NAMES, Column
from spoorboek.lists.corrected import written_csv
from spoorboek.lists.sheet import Sheet
from spoorboek.loading import jobs, words
from spoorboek.loading.acts.previewing import headers_shown, preview
from spoorboek.loading.acts.starting import guesses
from spoorboek.loading.choices import Choices
from spoorboek.loading.comparing import Note
from spoorboek.loading.models import Import, Line
from spoorboek.loading.questions import next_step
from spoorboek.loading.sealing import Opened
from spoorboek.loading.trail import where
from spoorboek.loading.views.shared import elsewhere, own, page
from spoorboek.people.actor import current_actor

A_PAGE = 50
AT_ONCE = 6_000
"""Rows; a longer list is looked at by the worker."""
ATTENTION = (Line.Verdict.DOUBTFUL, Line.Verdict.REFUSED)
PILLS = {"new": "law", "changed": "practice", "unchanged": "quiet", "doubtful": "practice", "refused": "late"}


@dataclass(frozen=True)
class Shown:
    """A row of the preview."""

    number: int
    verdict: str
    label: str
    pill: str
    who: str
    said: list[tuple[str, str]]
    why: list[str]


@require_GET
@login_required
def look(request: HttpRequest, import_id: uuid.UUID) -> HttpResponse:
    """What every row comes to. Nothing is written yet."""
    load = own(import_id)
    if elsewhere(load):
        return redirect(elsewhere(load))
    opened = Opened(load)
    sheet = opened.sheet()
    if load.state != Import.State.READY:
        waiting = next_step(load)
        if waiting != "preview":
            return redirect(where(load, waiting))
        if load.rows > AT_ONCE:
            return later(load)
        try:
            load = preview(current_actor(), load.pk)
        except Refused as refusal:
            messages.error(request, refusal.message)
            return redirect("list_columns", load.pk)
    verdict, code = request.GET.get("soort", ""), request.GET.get("waarom", "")
    rows = filtered(load, verdict, code)
    found = list(rows.filter(number__gt=number(request.GET.get("na", "")))[: A_PAGE + 1])
    return page(
        request, "preview", load, "preview", rows=[shown(line, load, sheet, opened) for line in found[:A_PAGE]],
        more=found[A_PAGE - 1].number if len(found) > A_PAGE else 0, verdict=verdict, code=code,
        chips=chips(load), reasons=reasons(load), refused_columns=refused_columns(load, sheet),
        to_load=load.counts["new"] + load.counts["changed"], attention=load.counts["doubtful"] + load.counts["refused"],
        what=words.SHORT.get(code, ""), absences=load.kind == Import.Kind.ABSENCES,
    )  # fmt: skip


def later(load: Import) -> HttpResponse:
    """Let the worker make the preview of a long list."""
    load.state = Import.State.READING
    load.save()
    jobs.soon(jobs.look_at, load)
    return redirect("list_progress", load.pk)


def number(text: str) -> int:
    return int(text) if text.isdigit() and len(text) < 9 else 0


def filtered(load: Import, verdict: str, code: str) -> QuerySet[Line]:
    rows = load.lines.all()
    if verdict == "attention":
        rows = rows.filter(verdict__in=ATTENTION)
    elif verdict in Line.Verdict.values:
        rows = rows.filter(verdict=verdict)
    return rows.filter(code=code) if code in words.SHORT else rows


def chips(load: Import) -> list[tuple[str, str | Promise, int]]:
    """The filters with their counts."""
    return [
        ("", _("Alles"), load.rows),
        *((value, label, load.counts[value]) for value, label in Line.Verdict.choices),
    ]


def reasons(load: Import) -> list[dict[str, Any]]:
    """Why rows ask for attention, most frequent first."""
    counted = load.lines.filter(verdict__in=ATTENTION).values("code", "verdict").annotate(rows=Count("pk"))
    return [
        {
            "code": each["code"],
            "verdict": each["verdict"],
            "label": words.SHORT.get(each["code"], each["code"]),
            "rows": each["rows"],
        }
        for each in counted.order_by("-rows")
    ]


def refused_columns(load: Import, sheet: Sheet) -> list[tuple[str, str]]:
    """Columns that were not read: the header and what kind of thing it is."""
    return [
        (sheet.headers[i], str(guess.refused))
        for i, guess in enumerate(guesses(load, sheet))
        if guess.refused
    ]


def shown(line: Line, load: Import, sheet: Sheet, opened: Opened) -> Shown:
    cells, notes, understood = opened.open(line.sealed or b"")
    kinds = [kind for _index, kind in sorted(Choices.of(load).kinds.items())]
    headers = headers_shown(sheet, Choices.of(load))
    telling = {Column.NUMBER, *NAMES}
    who = " ".join(
        text for kind, text in zip(kinds, cells, strict=True) if kind in telling - {Column.NUMBER} and text
    )
    its_number = next((text for kind, text in zip(kinds, cells, strict=True) if kind is Column.NUMBER), "")
    said = in_words(understood) if understood else [
        (header, text)
        for header, kind, text in zip(headers, kinds, cells, strict=True)
        if text and kind in words.WORTH_SHOWING
    ]  # fmt: skip
    return Shown(
        line.number,
        line.verdict,
        line.get_verdict_display(),
        PILLS[line.verdict],
        " · ".join(filter(None, [who, its_number])),
        said,
        [words.about_row(Note(*note)) for note in notes],
    )


def in_words(understood: list[Any]) -> list[tuple[str, str]]:
    """How a period was read: days in full, so that anybody sees whether it is right."""
    starts, fit_from, steps = understood
    told = [(_("ziek vanaf"), short_day(date.fromisoformat(starts)))]
    for since, percent, hours in steps:
        amount = _("%(hours)s uur") % {"hours": hours} if hours else f"{percent} %"
        told.append(
            (
                _("werkt"),
                _("%(amount)s vanaf %(day)s")
                % {"amount": amount, "day": short_day(date.fromisoformat(since))},
            )
        )
    if fit_from:
        return [*told, (_("weer aan het werk"), short_day(date.fromisoformat(fit_from)))]
    return [*told, (_("nog ziek"), "")]


@require_GET
@login_required
def download(request: HttpRequest, import_id: uuid.UUID) -> HttpResponse:
    """The rows with what there is to say about each: to correct and load again."""
    load = own(import_id)
    if load.state != Import.State.READY:
        return redirect("list", load.pk)
    opened = Opened(load)
    headers = [*headers_shown(opened.sheet(), Choices.of(load)), _("Rij"), _("Wat er mee is")]
    rows = []
    for line in filtered(load, request.GET.get("soort", ""), request.GET.get("waarom", "")).iterator():
        cells, notes, _understood = opened.open(line.sealed or b"")
        said = " ".join(words.about_row(Note(*note)) for note in notes)
        rows.append([*cells, str(line.number), f"{line.get_verdict_display()}. {said}".strip()])
    response = HttpResponse(written_csv(headers, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="lijst-met-uitleg.csv"'
    return response
