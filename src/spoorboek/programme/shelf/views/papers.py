"""The papers that belong to a method, as files: what there is, and each in both languages and in large print."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from spoorboek.dossiers.views.pdf import as_file, language
from spoorboek.methods import Method
from spoorboek.papers.content import Language
from spoorboek.papers.of_methods import PaperFile, method_paper, papers_of
from spoorboek.papers.of_methods.composing import NoSuchPaper
from spoorboek.programme.shelf.views.reading import chosen, reader
from spoorboek.site import clock


@dataclass(frozen=True)
class Listed:
    """One paper of a method as the page lists it."""

    key: str
    kind: str
    about: str
    title: str
    for_client: bool
    signed: bool


@login_required
@require_safe
def method_papers(request: HttpRequest, key: str) -> HttpResponse:
    """Which papers a method has."""
    shelved = chosen(reader(), request, key)[0]
    here = shelved.method
    context = {
        "key": key,
        "version": shelved.version,
        "title": here.title.in_language(language()),
        "papers": [listed(here, name, file) for name, file in papers_of(here).items()],
        "ours": [one.in_language(language()) for one in here.design.ours],
        "place": "methods",
    }
    return render(request, "shelf/papers.html", context)


def listed(method: Method, key: str, file: PaperFile) -> Listed:
    code, title = language(), method.title.in_language(language())
    return Listed(
        key=key,
        kind=file.kind.in_language(code),
        about=file.about.in_language(code),
        title=file.title.in_language(code).replace("{method}", title),
        for_client=file.reader == "client",
        signed=file.signed,
    )


@login_required
@require_safe
def paper_of_method(request: HttpRequest, key: str, name: str) -> HttpResponse:
    """One paper, blank. `?taal=nl|en`, `?groot`: in large print, `?version`: of an earlier version."""
    shelved = chosen(reader(), request, key)[0]
    here = shelved.method.model_copy(update={"version": shelved.version})
    return paper_file(request, here, name)


def paper_file(request: HttpRequest, method: Method, name: str, person: str = "") -> HttpResponse:
    """A paper of this method as the browser asks for it; `person` is printed where the client signs."""
    asked = request.GET.get("taal", "")
    code: Language = "en" if (asked or language()) == "en" else "nl"
    large = "groot" in request.GET
    try:
        paper = method_paper(method, name, code, large=large, person=person, made_on=clock.today())
    except NoSuchPaper as missing:
        raise Http404(str(missing)) from missing
    return as_file(paper, f"{method.key}-{name}-{code}")
