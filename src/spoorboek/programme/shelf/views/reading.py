"""The methods to read: what there is, for whom, how well founded, step by step."""

from django.contrib.auth.decorators import login_required
from django.forms import DateTimeField, Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from spoorboek.methods import Method
from spoorboek.methods.theory import Theory
from spoorboek.methods.writing import as_yaml
from spoorboek.people.actor import Actor, current_actor
from spoorboek.programme.shelf import access, news
from spoorboek.programme.shelf.access import Shelved
from spoorboek.programme.shelf.shown import course_picture, language, shown, theory_picture


class SeenForm(Form):
    """Up to which moment the reader was shown what is new."""

    until = DateTimeField()


def reader() -> Actor:
    """Who is here for work; for anyone else these pages do not exist."""
    actor = current_actor()
    if not access.may_read(actor):
        raise Http404
    return actor


@login_required
@require_safe
def methods(request: HttpRequest) -> HttpResponse:
    """What there is, and what colleagues are adapting."""
    actor = reader()
    context = {
        "methods": [(shelved, shown(shelved.method)) for shelved in access.shelf_of(actor).values()],
        "drafts": [
            (draft, access.drafted(draft).title.in_language(language())) for draft in access.drafts(actor)
        ],
        "may_edit": bool(access.edited(actor)),
        "news": news.news_for(actor),
        "place": "methods",
    }
    return render(request, "shelf/methods.html", context)


@login_required
@require_POST
def news_seen(request: HttpRequest) -> HttpResponse:
    """*Gezien*: what was shown is not told again to this reader."""
    actor, form = current_actor(), SeenForm(request.POST)
    if not access.edited(actor):
        raise Http404
    if form.is_valid():
        news.see_news(actor, form.cleaned_data["until"])
    return redirect("agenda" if request.POST.get("next") == "agenda" else "methods")


def chosen(actor: Actor, request: HttpRequest, key: str) -> tuple[Shelved, list[Shelved]]:
    """The version that was asked for, or the one in use; and all there are."""
    versions = access.versions_of(actor, key)
    if not versions:
        raise Http404
    wanted = request.GET.get("version", "")
    found = next((one for one in versions if one.version == wanted), None)
    if wanted and found is None:
        raise Http404
    return found or versions[0], versions


@login_required
@require_safe
def method(request: HttpRequest, key: str) -> HttpResponse:
    """One method, whole."""
    actor = reader()
    shelved, versions = chosen(actor, request, key)
    here = shelved.method
    context = {
        "shelved": shelved,
        "versions": versions,
        "method": shown(here, to_guides=True),
        "course": course_picture(here),
        "theory": theory_picture(here),
        "arrows": arrows(here, here.theory) if here.theory else [],
        "organisations": access.edited(actor),
        "draft": access.drafts(actor).filter(key=key).first(),
        "place": "methods",
    }
    return render(request, "shelf/method.html", context)


def arrows(here: Method, theory: Theory) -> list[tuple[str, str, str]]:
    """The theory of change as lines of text: from, to, why."""
    names = {node.key: node.title.in_language(language()) for node in theory.nodes}
    return [
        (
            names[arrow.begin],
            names[arrow.end],
            _("onze aanname: %(why)s") % {"why": arrow.assumption.in_language(language())}
            if arrow.assumption
            else (source.title if (source := here.source(arrow.source)) else ""),
        )
        for arrow in theory.arrows
    ]


@login_required
@require_safe
def method_file(request: HttpRequest, key: str) -> HttpResponse:
    """The method as a file."""
    shelved, _versions = chosen(reader(), request, key)
    return as_file(shelved.method.model_copy(update={"version": shelved.version}))


def as_file(method: Method) -> HttpResponse:
    answer = HttpResponse(as_yaml(method), content_type="application/yaml; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{method.key}-{method.version}.yaml"'
    return answer
