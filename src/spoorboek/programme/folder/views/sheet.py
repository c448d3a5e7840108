"""One sheet: what it is, one question a page, looking back, earlier answers."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.refusals import Refused
from spoorboek.dossiers.views.steps_walk import for_client
from spoorboek.methods.questions import Question
from spoorboek.programme.folder.access import Folder, folder_of, live_shares
from spoorboek.programme.folder.acts import answering
from spoorboek.programme.folder.asking import asked
from spoorboek.programme.folder.forms.answer import Posted
from spoorboek.programme.folder.helping import reasons
from spoorboek.programme.folder.merging import worth_showing
from spoorboek.programme.folder.models import Share
from spoorboek.programme.folder.offline.media import with_media
from spoorboek.programme.folder.shown import REACHES, card, named, of_answers, said, standing, versions
from spoorboek.programme.folder.views.page import sheet_or_404, shown
from spoorboek.site import clock


@require_GET
@for_client
def worksheet(request: HttpRequest, reached: Reached, key: str) -> HttpResponse:
    """The sheet's first page: what it is good for, who may read it, and what is there so far."""
    sheet = sheet_or_404(reached, key)
    folder = folder_of(reached.actor, reached.dossier.pk, key)
    made = card(sheet, folder, reasons(reached, clock.today()))
    return shown(
        request,
        reached,
        "sheet",
        card=made,
        reach=REACHES[sheet.may_reach],
        may_share=bool(sheet.roles),
        shares=shares_of(folder, key),
        said=said(sheet, folder),
        just_done="klaar" in request.GET and made.is_begun,
    )


def shares_of(folder: Folder, key: str) -> list[dict[str, Any]]:
    """With whom the sheet is shared now, and whether something was written since that they do not read."""
    rows = live_shares(dossier_id=folder.dossier_id, worksheet=key).select_related("account__person")
    return [
        {"share": row, "person": getattr(row.account, "person", None), "changed": is_changed(folder, row)}
        for row in rows
    ]


def is_changed(folder: Folder, row: Share) -> bool:
    """Whether another answer stands than the one that was shared."""
    standing = (folder.page(row.worksheet, question).answer for question in row.questions)
    return any(one is None or one.id not in row.answers for one in standing)


@require_http_methods(["GET", "POST"])
@with_media
@for_client
def question(request: HttpRequest, reached: Reached, key: str, number: int) -> HttpResponse:
    """One question. Every button saves; nothing has to be filled in."""
    sheet = sheet_or_404(reached, key)
    if not 1 <= number <= len(sheet.pages):
        raise Http404("No such question.")
    asking = sheet.pages[number - 1]
    if request.method == "POST":
        posted = Posted(request, reached, sheet, asking)
        if posted.save():
            is_through = number == len(sheet.pages) and request.POST.get("go", "next") == "next"
            if is_through and not answering.close_sheet(reached.actor, reached.dossier.pk, key):
                return redirect("worksheet", key)
            return redirect(after(request, key, number, len(sheet.pages)))
        return ask(request, reached, key, number, posted.value, posted.refusals)
    return ask(request, reached, key, number)


def ask(
    request: HttpRequest,
    reached: Reached,
    key: str,
    number: int,
    typed: dict[str, Any] | None = None,
    refusals: tuple[str, ...] = (),
) -> HttpResponse:
    """The page of a question, with what stands or what was typed just now."""
    sheet = sheet_or_404(reached, key)
    asking = sheet.pages[number - 1]
    folder = folder_of(reached.actor, reached.dossier.pk, key)
    page = folder.page(key, asking.key)
    value = page.value if typed is None else typed
    return shown(
        request,
        reached,
        "question",
        status=422 if refusals else 200,
        card=card(sheet, folder),
        number=number,
        asked=asked(asking, value),
        choosing=standing(asking, folder, page) if page.asks_which and typed is None else [],
        refusals=refusals,
        attachments=named(of_answers(folder, [value]), value),
        over=",".join(map(str, page.heads)),
        previous=reverse("worksheet-question", args=[key, number - 1]) if number > 1 else "",
        is_last=number == len(sheet.pages),
    )


def after(request: HttpRequest, key: str, number: int, last: int) -> str:
    """Where a button leads once the answer is kept."""
    go = request.POST.get("go", "next")
    if go == "back" and number > 1:
        return reverse("worksheet-question", args=[key, number - 1])
    if go == "stay":
        return reverse("worksheet-question", args=[key, number])
    if go == "stop":
        return reverse("work-folder")
    if number < last:
        return reverse("worksheet-question", args=[key, number + 1])
    return reverse("worksheet", args=[key]) + "?klaar"


@require_POST
@for_client
def finish(request: HttpRequest, reached: Reached, key: str) -> HttpResponse:
    """*Dit blad is klaar*, whatever was left empty. An empty sheet stays as it is."""
    sheet_or_404(reached, key)
    try:
        is_done = answering.close_sheet(reached.actor, reached.dossier.pk, key)
    except Refused as refusal:
        messages.info(request, refusal.message)
        is_done = False
    return redirect(reverse("worksheet", args=[key]) + ("?klaar" if is_done else ""))


@require_GET
@for_client
def earlier(request: HttpRequest, reached: Reached, key: str, question: str) -> HttpResponse:
    """What stood there before, newest first. Each can be put back."""
    sheet = sheet_or_404(reached, key)
    asking = question_or_404(sheet.pages, question)
    folder = folder_of(reached.actor, reached.dossier.pk, key)
    page = folder.page(key, question)
    return shown(
        request,
        reached,
        "earlier",
        card=card(sheet, folder),
        asked=asked(asking, page.value),
        now=versions(asking, folder, page.standing),
        earlier=versions(asking, folder, worth_showing(page)),
    )


@require_POST
@for_client
def choose(request: HttpRequest, reached: Reached, key: str, question: str) -> HttpResponse:
    """This version stands. The other one stays among the earlier answers."""
    sheet = sheet_or_404(reached, key)
    asking = question_or_404(sheet.pages, question)
    try:
        answering.choose_answer(reached.actor, reached.dossier.pk, uuid.UUID(request.POST.get("answer", "")))
        messages.success(request, _("Bewaard. De andere tekst staat bij je eerdere antwoorden."))
    except ValueError:
        messages.info(request, _("Kies een van de antwoorden."))
    except Refused as refusal:
        messages.info(request, refusal.message)
    return redirect("worksheet-question", key, sheet.pages.index(asking) + 1)


@require_http_methods(["GET", "POST"])
@for_client
def wipe(request: HttpRequest, reached: Reached, key: str) -> HttpResponse:
    """Everything on a sheet is gone for good; asked once more before it happens."""
    sheet = sheet_or_404(reached, key)
    if request.method == "POST":
        try:
            answering.wipe_sheet(reached.actor, reached.dossier.pk, key)
            messages.success(request, _("Het blad is leeg. Wat erop stond is weg."))
            return redirect("work-folder")
        except Refused as refusal:
            messages.info(request, refusal.message)
            return redirect("worksheet", key)
    folder = folder_of(reached.actor, reached.dossier.pk, key)
    return shown(request, reached, "wipe", card=card(sheet, folder))


def question_or_404(pages: tuple[Any, ...], key: str) -> Question:
    found: Question | None = next((page for page in pages if page.key == key), None)
    if found is None:
        raise Http404("No such question.")
    return found
