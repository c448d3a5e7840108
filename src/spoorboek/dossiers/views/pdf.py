"""A paper as an answer to the browser."""

from dataclasses import replace

from django.http import HttpResponse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from spoorboek.papers import Paper, made
from spoorboek.papers.content import Language
from spoorboek.site import clock


def language() -> Language:
    """The reader's language, of those that a paper can be in."""
    return "en" if (get_language() or "nl").startswith("en") else "nl"


def as_file(paper: Paper, name: str) -> HttpResponse:
    """The paper as a PDF that opens in the browser; `name` is the file's, without its ending."""
    answer = HttpResponse(
        made(as_practice(paper) if clock.is_practice() else paper), content_type="application/pdf"
    )
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return answer


def as_practice(paper: Paper) -> Paper:
    """The paper with that word above its title and on every page: nobody takes an exercise for a real consent."""
    with override(paper.language):
        kind, foot = _("Oefening"), _("Oefening, geen echt stuk")
    return replace(
        paper,
        kind=" · ".join(filter(None, (kind, paper.kind))),
        foot=" · ".join(filter(None, (foot, paper.foot))),
    )
