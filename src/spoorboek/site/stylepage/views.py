"""The style page, once per face."""

import json
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from spoorboek.site.stylepage import samples

FACES = {"professional": "base_professional.html", "client": "base_client.html", "public": "base_public.html"}
WORDS = Path(__file__).with_name("words.json")


def style_page(request: HttpRequest, face: str = "professional") -> HttpResponse:
    """All components on one page; 404 with real people's data."""
    if not (settings.DEMO or settings.DEBUG) or face not in FACES:
        raise Http404
    context = {
        "base": FACES[face],
        "face": face,
        "faces": FACES,
        "place": "today" if face == "client" else "caseload",
        "reader_label": {"name": "Casemanager", "organisation": "De Linde"},
        "one_line": samples.one_line(),
        "two_lines": samples.two_lines(),
        "few": samples.few(),
        "chart": samples.hours(),
        "form": samples.ExampleForm({"hours": "veel", "kind": "vast"}),
    }
    return render(request, "style.html", context | json.loads(WORDS.read_text()))
