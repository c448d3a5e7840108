"""An own worksheet in forms: its name and explanation, one question at a time, and beside it what a client sees."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from spoorboek.dossiers.refusals import Refused, Stale
from spoorboek.methods import sheet_editing as change
from spoorboek.methods.plain_language import findings
from spoorboek.methods.questions import KINDS, Question
from spoorboek.methods.reading import Mistakes
from spoorboek.methods.worksheets import MOST_QUESTIONS, Worksheet
from spoorboek.people.actor import current_actor
from spoorboek.programme.shelf import material_access as access
from spoorboek.programme.shelf import material_acts as acts
from spoorboek.programme.shelf.models import MaterialDraft, MaterialKind
from spoorboek.programme.shelf.overtaken import differences
from spoorboek.programme.shelf.own_sheets import words_in
from spoorboek.programme.shelf.part_form import PartForm, as_data
from spoorboek.programme.shelf.question_forms import QuestionForm
from spoorboek.programme.shelf.question_kinds import KINDS_TOLD
from spoorboek.programme.shelf.question_rows import rearranged
from spoorboek.programme.shelf.sheet_forms import SheetForm
from spoorboek.programme.shelf.shown import language
from spoorboek.programme.shelf.views.editing import saw, seen
from spoorboek.programme.shelf.views.material import found

Part = PartForm[Worksheet]


def written(draft_id: uuid.UUID) -> tuple[MaterialDraft, Worksheet]:
    """A draft of a worksheet, and the sheet in it; not found while its file is wrong."""
    draft = found(draft_id)
    if draft.kind != MaterialKind.WORKSHEET:
        raise Http404
    try:
        return draft, access.sheet_in(draft)
    except Mistakes as wrong:
        raise Http404 from wrong


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def about(request: HttpRequest, draft_id: uuid.UUID) -> HttpResponse:
    """What the sheet is called, and the rest that is not a question."""
    draft, sheet = written(draft_id)
    form = SheetForm(request.POST or None, whole=sheet, language=language())
    if request.method == "POST":
        return saved(request, draft, form)
    return page(request, draft, troubled(form))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, draft_id: uuid.UUID, key: str) -> HttpResponse:
    """One question. `do` moves a row or shows another kind, and saves nothing."""
    draft, sheet = written(draft_id)
    try:
        form = QuestionForm(asked_for(request), whole=sheet, key=key, language=language(), taken=taken(draft))
    except KeyError as gone:
        if request.method != "POST":
            raise Http404 from gone
        return taken_away(request, draft, sheet)
    if request.method == "POST" and not request.POST.get("do"):
        return saved(request, draft, form)
    return page(request, draft, form if form.is_bound else troubled(form))


def taken_away(request: HttpRequest, draft: MaterialDraft, sheet: Worksheet) -> HttpResponse:
    """A colleague took the question out meanwhile: what was typed stands on the page of a new one."""
    kind = request.POST.get("kind", "")
    form = QuestionForm(
        request.POST, whole=sheet, kind=kind if kind in KINDS else "short-text", language=language()
    )
    form.is_valid()
    form.add_error(None, _("Een collega haalde deze vraag net weg. Bewaar je, dan komt hij er weer bij."))
    return page(request, draft, form)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_question(request: HttpRequest, draft_id: uuid.UUID) -> HttpResponse:
    """First what kind, then the question; it is there once it is whole."""
    draft, sheet = written(draft_id)
    kind = request.POST.get("kind") or request.GET.get("soort", "")
    if kind not in KINDS:
        told = {"kinds": KINDS_TOLD.items(), "is_full": len(sheet.pages) >= MOST_QUESTIONS}
        return render(request, "shelf/sheet_kinds.html", {"draft": draft, "place": "methods", **told})
    form = QuestionForm(asked_for(request), whole=sheet, kind=kind, language=language(), taken=taken(draft))
    if request.method == "POST" and not request.POST.get("do"):
        return saved(request, draft, form)
    return page(request, draft, form)


def taken(draft: MaterialDraft) -> frozenset[str]:
    return access.keys_before(draft)


def asked_for(request: HttpRequest) -> QueryDict | None:
    """What was sent, with the rows as the pressed button wants them."""
    if request.method != "POST":
        return None
    return rearranged(request.POST, request.POST.get("do", ""))


def troubled(form: Part) -> Part:
    """The form as it stands; where it may not be released so, with what is wrong beside its fields."""
    if not any(form.field_of(one) is not None for one in form.troubles(form.whole)):
        return form
    made = type(form)(as_data(form.initial), whole=form.whole, key=form.key, language=form.language)
    made.is_valid()
    made.say_troubles(made.whole)
    made.is_kept = True  # type: ignore[attr-defined]
    return made


def saved(request: HttpRequest, draft: MaterialDraft, form: Part) -> HttpResponse:
    if not form.is_valid():
        return page(request, draft, form)
    try:
        acts.change_sheet(current_actor(), draft.pk, saw(request, draft, form), form.changed)
    except Refused as refused:
        if isinstance(refused, Stale):
            form.overtaken = list(differences(form))  # type: ignore[attr-defined]
        form.add_error(None, refused.message)
        return page(request, found(draft.pk), form)
    messages.success(request, _("Bewaard. Het geldt pas na vrijgeven."))
    answer = redirect("own-material", draft.pk)
    answer["Location"] += "#vragen" if isinstance(form, QuestionForm) else ""
    return answer


def page(request: HttpRequest, draft: MaterialDraft, form: Part) -> HttpResponse:
    asking = isinstance(form, QuestionForm)
    shown = as_typed(form) if isinstance(form, QuestionForm) else None
    if request.POST.get("do"):
        form.errors.clear()
    context = {
        "draft": draft,
        "form": form,
        "heading": form.title(),
        "place": "methods",
        "kinds": KINDS_TOLD,
        **beside(shown),
    }
    is_refused = request.method == "POST" and form.errors and not request.POST.get("do")
    template = "shelf/sheet_question.html" if asking else "shelf/sheet_about.html"
    return render(request, template, context, status=422 if is_refused else 200)


def as_typed(form: QuestionForm) -> Question | None:
    """The question as far as it was typed; nothing while a number in it makes no sense."""
    if not form.is_bound:
        return form.stored
    form.is_valid()
    try:
        return form.question(form.key or "new", "…")
    except ValueError:
        return form.stored


def beside(question: Question | None) -> dict[str, Any]:
    """What a client sees of a question, and what in its Dutch is hard for who is tired."""
    if question is None:
        return {"asked": None, "hard": []}
    from spoorboek.programme.folder.asking import asked

    texts = [
        text for name in type(question).model_fields for _at, text in words_in(getattr(question, name), ())
    ]
    hard = [(one.about, one.advice.in_language(language())) for text in texts for one in findings(text.nl)]
    return {"asked": asked(question, {}), "hard": hard}


@login_required
@require_POST
def as_client(request: HttpRequest, draft_id: uuid.UUID, key: str = "") -> HttpResponse:
    """The question that is being typed as a client would see it. Nothing is saved."""
    _draft, sheet = written(draft_id)
    there = key if any(one.key == key for one in sheet.pages) else ""
    kind = request.POST.get("kind", "")
    form = QuestionForm(
        request.POST,
        whole=sheet,
        key=there,
        kind=kind if kind in KINDS else "short-text",
        language=language(),
    )
    return render(request, "shelf/sheet_beside.html", beside(as_typed(form)))


MOVES = {
    "up": lambda sheet, key: change.moved_question(sheet, key, -1),
    "down": lambda sheet, key: change.moved_question(sheet, key, 1),
    "drop": change.without_question,
}


@login_required
@require_POST
def move(request: HttpRequest, draft_id: uuid.UUID) -> HttpResponse:
    """One button in the list of questions: earlier, later, or out."""
    draft, _sheet = written(draft_id)
    verb, _colon, key = request.POST.get("do", "").partition(":")
    try:
        if verb not in MOVES:
            raise Refused(_("Kies wat er moet veranderen."))
        acts.change_sheet(current_actor(), draft.pk, seen(request), lambda sheet: MOVES[verb](sheet, key))
    except Refused as refused:
        messages.error(request, refused.message)
    answer = redirect("own-material", draft.pk)
    answer["Location"] += "#vragen"
    return answer
