"""On paper: the whole folder or one sheet, filled in or blank, in ordinary or large letters; `?pdf` as a file."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.views.steps_walk import for_client
from spoorboek.methods.worksheets import Worksheet
from spoorboek.programme.folder.access import Folder, folder_of
from spoorboek.programme.folder.asking import asked
from spoorboek.programme.folder.shown import card, said
from spoorboek.programme.folder.views.page import sheet_or_404, shown
from spoorboek.programme.folder.views.pdf import as_pdf


@require_GET
@for_client
def print_worksheet(request: HttpRequest, reached: Reached, key: str) -> HttpResponse:
    """One sheet. `?leeg`: as a form to write on; `?groot`: in large letters."""
    sheet = sheet_or_404(reached, key)
    folder = folder_of(reached.actor, reached.dossier.pk, key)
    return paper(request, reached, folder, [sheet], key)


@require_GET
@for_client
def print_folder(request: HttpRequest, reached: Reached) -> HttpResponse:
    """Every sheet with an answer; `?leeg`: all sheets as forms to write on."""
    folder = folder_of(reached.actor, reached.dossier.pk)
    begun = {worksheet for (worksheet, _question), page in folder.pages.items() if page.is_answered}
    blank = "leeg" in request.GET
    return paper(
        request, reached, folder, [sheet for sheet in folder.sheets.values() if blank or sheet.key in begun]
    )


def paper(
    request: HttpRequest, reached: Reached, folder: Folder, chosen: list[Worksheet], key: str = ""
) -> HttpResponse:
    blank = "leeg" in request.GET
    if "pdf" in request.GET and chosen:
        return as_pdf(reached, folder, chosen, key, blank=blank, large="groot" in request.GET)
    return shown(
        request,
        reached,
        "paper",
        key=key,
        blank=blank,
        large="groot" in request.GET,
        sheets=[on_paper(sheet, folder, blank=blank) for sheet in chosen],
    )


def on_paper(sheet: Worksheet, folder: Folder, *, blank: bool) -> dict[str, Any]:
    """A sheet with its answers, or with room to write them."""
    return {
        "card": card(sheet, folder),
        "said": [] if blank else said(sheet, folder),
        "asked": [asked(question, {}) for question in sheet.pages] if blank else [],
    }
