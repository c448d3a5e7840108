"""The theory of change of a draft: drawn, and its boxes and arrows each in a form."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spoorboek.dossiers.refusals import Refused, Stale
from spoorboek.methods import Method
from spoorboek.methods import theory_editing as change
from spoorboek.methods.reading import Mistakes
from spoorboek.methods.theory import Level, Theory
from spoorboek.methods.theory_drawing import LEVELS
from spoorboek.methods.wording import say
from spoorboek.people.actor import current_actor
from spoorboek.programme.shelf import access, acts
from spoorboek.programme.shelf.models import Draft
from spoorboek.programme.shelf.overtaken import differences
from spoorboek.programme.shelf.shown import language, theory_picture
from spoorboek.programme.shelf.theory_forms import ArrowForm, NodeForm
from spoorboek.programme.shelf.views.editing import found, page, saw, seen
from spoorboek.programme.shelf.views.reading import arrows

Form = NodeForm | ArrowForm


@login_required
@require_safe
def theory(request: HttpRequest, draft_id: uuid.UUID) -> HttpResponse:
    """The drawing, and below it the boxes by column and the arrows with their reasons."""
    draft = found(draft_id)
    here = access.drafted(draft)
    more: dict[str, Any] = {"picture": theory_picture(here), "heading": _("Theorie van verandering")}
    if here.theory:
        told = zip(here.theory.arrows, arrows(here, here.theory), strict=True)
        more |= {"columns": columns(here.theory), "arrows": [(arrow.key, *words) for arrow, words in told]}
    return page(request, "shelf/theory.html", draft, **more)


def columns(theory: Theory) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """By column: its key, its heading, and its boxes with their keys."""
    code = language()
    return [
        (
            level.value,
            say(code, *LEVELS[level]),
            [(one.key, one.title.in_language(code)) for one in theory.nodes if one.level is level],
        )
        for level in Level
    ]


def theory_in(draft: Draft) -> tuple[Method, Theory]:
    """A draft's method with its theory; not found without one."""
    here = access.drafted(draft)
    if here.theory is None:
        raise Http404
    return here, here.theory


def form_of(request: HttpRequest, draft: Draft, part: str, key: str) -> Form:
    """The form of a box or an arrow; of a new one where a colleague took it out while someone typed."""
    here, whole = theory_in(draft)
    given = {"whole": whole, "method": here, "language": language()}
    try:
        return FORMS[part](request, {**given, "key": key})
    except KeyError as gone:
        if request.method != "POST":
            raise Http404 from gone
    form = FORMS[part](request, given)
    form.is_valid()
    form.add_error(None, _("Een collega haalde dit net weg. Bewaar je, dan komt het er weer bij."))
    return form


def node_form(request: HttpRequest, given: dict[str, Any]) -> Form:
    column = request.POST.get("column") or request.GET.get("kolom") or Level.ACTIVITY
    if column not in set(Level):
        raise Http404
    return NodeForm(request.POST or None, level=column, **given)


def arrow_form(request: HttpRequest, given: dict[str, Any]) -> Form:
    return ArrowForm(request.POST or None, start=request.GET.get("van", ""), **given)


FORMS: dict[str, Callable[[HttpRequest, dict[str, Any]], Form]] = {"vak": node_form, "pijl": arrow_form}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def part(request: HttpRequest, draft_id: uuid.UUID, part: str, key: str = "") -> HttpResponse:
    """A box or an arrow in a form; without a key a new one."""
    draft = found(draft_id)
    form = form_of(request, draft, part, key)
    if request.method == "POST" and form.is_valid() and kept(request, draft, form):
        return back(draft, part)
    here, _whole = theory_in(draft)
    more = {
        "form": form,
        "part": part,
        "heading": form.title(),
        "picture": theory_picture(would_be(here, form)),
        "column": form.column() if isinstance(form, NodeForm) else "",
        "here": address(draft, part, form.key),
        "drawn_at": address(draft, part, form.key, "_drawn"),
    }
    return page(request, "shelf/theory_part.html", draft, **more)


def address(draft: Draft, part: str, key: str, more: str = "") -> str:
    name = {"vak": "method_node", "pijl": "method_arrow"}[part]
    return (
        reverse(f"{name}{more}", args=[draft.pk, key])
        if key
        else reverse(f"{name}_new{more}", args=[draft.pk])
    )


def kept(request: HttpRequest, draft: Draft, form: Form) -> bool:
    try:
        acts.change_draft(current_actor(), draft.pk, saw(request, draft, form), in_theory(form.changed))
    except Refused as refused:
        if isinstance(refused, Stale):
            form.overtaken = list(differences(form))  # type: ignore[union-attr]
        form.add_error(None, refused.message)
        return False
    messages.success(request, _("Bewaard. Het geldt pas na vrijgeven."))
    return True


def in_theory(doing: Callable[[Theory], Theory]) -> Callable[[Method], Method]:
    """The change of a method whose theory is changed so. Raises `KeyError` where it has none."""

    def changed(method: Method) -> Method:
        if method.theory is None:
            raise KeyError("theory")
        return change.with_theory(method, doing(method.theory))

    return changed


def would_be(here: Method, form: Form) -> Method:
    """The method with what is being typed; as it is where that is not whole yet."""
    try:
        return in_theory(form.changed)(here) if form.is_bound and form.is_valid() else here
    except (Mistakes, KeyError):
        return here


@login_required
@require_POST
def drawn(request: HttpRequest, draft_id: uuid.UUID, part: str, key: str = "") -> HttpResponse:
    """The drawing as it would be. Nothing is saved."""
    draft = found(draft_id)
    form = form_of(request, draft, part, key)
    here, _whole = theory_in(draft)
    context = {"picture": theory_picture(would_be(here, form)), "wrong": bool(form.errors)}
    return render(request, "shelf/theory_drawing.html", context)


MOVES: dict[str, Callable[[Theory, str], Theory]] = {
    "up": lambda theory, key: change.moved_node(theory, key, -1),
    "down": lambda theory, key: change.moved_node(theory, key, 1),
    "drop": change.without_node,
    "arrow-drop": change.without_arrow,
}


@login_required
@require_POST
def move(request: HttpRequest, draft_id: uuid.UUID) -> HttpResponse:
    """One button: a box up, down or out, an arrow out; or a first theory to begin with."""
    draft = found(draft_id)
    verb, _colon, key = request.POST.get("do", "").partition(":")
    try:
        if verb == "begin":
            doing: Callable[[Method], Method] = begun
        elif verb in MOVES:
            doing = in_theory(lambda theory: MOVES[verb](theory, key))
        else:
            raise Refused(_("Kies wat er moet veranderen."))
        acts.change_draft(current_actor(), draft.pk, seen(request), doing)
    except Refused as refused:
        messages.error(request, refused.message)
    return back(draft, "pijl" if verb == "arrow-drop" else "vak")


def begun(method: Method) -> Method:
    """A colleague's theory stays."""
    return method if method.theory else change.with_theory(method, change.begun(method))


def back(draft: Draft, part: str) -> HttpResponse:
    answer = redirect("method_theory", draft.pk)
    answer["Location"] += {"vak": "#vakken", "pijl": "#pijlen"}[part]
    return answer
