"""A paper as an answer to the browser."""

from django.http import HttpResponse
from django.utils.translation import get_language

from spoorboek.papers import Paper, made
from spoorboek.papers.content import Language


def language() -> Language:
    """The reader's language, of those that a paper can be in."""
    return "en" if (get_language() or "nl").startswith("en") else "nl"


def as_file(paper: Paper, name: str) -> HttpResponse:
    """The paper as a PDF that opens in the browser; `name` is the file's, without its ending."""
    answer = HttpResponse(made(paper), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return answer
