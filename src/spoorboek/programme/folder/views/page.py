"""What the client's pages of the folder share."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.refusals import NotYours
from spoorboek.methods.worksheets import Worksheet
from spoorboek.programme.folder.sheets import sheet


def shown(
    request: HttpRequest, reached: Reached, template: str, *, status: int = 200, **more: Any
) -> HttpResponse:
    """A page of one's own folder."""
    context = {
        "place": "folder",
        "dossier": reached.dossier,
        "printed_for": reached.dossier.employment.person.name,
        **more,
    }
    return render(request, f"folder/{template}.html", context, status=status)


def sheet_or_404(reached: Reached, key: str) -> Worksheet:
    try:
        return sheet(reached.dossier.pk, key)
    except NotYours as refusal:
        raise Http404(refusal.message) from refusal
