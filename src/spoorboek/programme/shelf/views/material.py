"""Worksheets of one's own: begin, write with the mistakes beside the lines, see as a client, have released."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spoorboek.dossiers.refusals import NotYours, Refused, Stale
from spoorboek.methods.questions import KINDS
from spoorboek.methods.reading import Mistakes, Words
from spoorboek.people.actor import current_actor
from spoorboek.programme.shelf import access as methods_access
from spoorboek.programme.shelf import material_access as access
from spoorboek.programme.shelf import material_acts as acts
from spoorboek.programme.shelf.acts import WrongFile
from spoorboek.programme.shelf.material_forms import (
    AgainForm,
    CopyForm,
    NewForm,
    OfOrganisation,
    TextsForm,
    UploadForm,
)
from spoorboek.programme.shelf.material_kinds import FORMS
from spoorboek.programme.shelf.models import MaterialDraft, MaterialKind
from spoorboek.programme.shelf.overtaken import differences
from spoorboek.programme.shelf.own_sheets import FILE, Hard
from spoorboek.programme.shelf.sheet_shown import sheet_shown
from spoorboek.programme.shelf.shown import ToldMistake, language, told_mistakes
from spoorboek.programme.shelf.views.editing import seen
from spoorboek.programme.shelf.whole_forms import RemarkForm

BEGINS: dict[str, type[OfOrganisation]] = {
    "copy": CopyForm, "again": AgainForm, "new": NewForm, "file": UploadForm,
}  # fmt: skip


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def materials(request: HttpRequest) -> HttpResponse:
    """What the organisation wrote itself, and three ways to begin: from ours, new, from a file."""
    organisations = methods_access.edited(current_actor())
    if not organisations:
        raise Http404
    wanted = request.POST.get("begin", "")
    forms: dict[str, Any] = {name: form(organisations=organisations) for name, form in BEGINS.items()}
    wrong: list[ToldMistake] = []
    if request.method == "POST" and wanted in BEGINS:
        form = forms[wanted] = BEGINS[wanted](request.POST, request.FILES, organisations=organisations)
        draft, wrong = begun(form) if form.is_valid() else (None, [])
        if draft:
            return redirect("own-material", draft.pk)
    context = {
        "forms": forms,
        "mistakes": wrong,
        "drafts": [(draft, title_of(draft)) for draft in access.drafts(current_actor())],
        "released": [(row, title_in(row.kind, row.texts, row.key)) for row in access.in_use(current_actor())],
        "place": "methods",
    }
    failed = any(form.is_bound and form.errors for form in forms.values())
    return render(request, "shelf/materials.html", context, status=422 if failed else 200)


def begun(form: OfOrganisation) -> tuple[MaterialDraft | None, list[ToldMistake]]:
    """The draft that was begun; without one what is wrong stands with the form."""
    actor, kind = current_actor(), MaterialKind.WORKSHEET
    try:
        if isinstance(form, UploadForm):
            upload = form.cleaned_data["file"]
            text = upload.read(FORMS[kind].largest * 4 + 1).decode("utf-8")
            return acts.import_material(actor, form.chosen, kind, {FILE: text}), []
        if isinstance(form, NewForm):
            title = Words(nl=form.cleaned_data["title_nl"], en=form.cleaned_data["title_en"])
            return acts.begin_new(actor, form.chosen, kind, title), []
        return acts.begin_material(actor, form.chosen, kind, form.cleaned_data["key"]), []
    except UnicodeDecodeError:
        form.add_error("file", _("Dit is geen tekstbestand. Kies een bestand dat eindigt op .yaml."))
    except Refused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, refused.message)
        if isinstance(refused, WrongFile):
            return None, told_mistakes(refused.mistakes)
    return None, []


def title_of(draft: MaterialDraft) -> str:
    return title_in(draft.kind, draft.texts, draft.key)


def title_in(kind: str, texts: dict[str, str], key: str) -> str:
    """The title in the reader's language; the key while there are mistakes in the text."""
    try:
        return FORMS[kind].title(texts, language())
    except Mistakes:
        return key


def found(draft_id: uuid.UUID) -> MaterialDraft:
    """The draft, for who adapts methods in its organisation; for others it does not exist."""
    try:
        return access.open_draft(current_actor(), draft_id)
    except NotYours as stranger:
        raise Http404 from stranger


def page(request: HttpRequest, template: str, draft: MaterialDraft, **more: Any) -> HttpResponse:
    context = {"draft": draft, "title": title_of(draft), "place": "methods", **more}
    status = 422 if getattr(more.get("form"), "errors", None) else 200
    return render(request, template, context, status=status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def material(request: HttpRequest, draft_id: uuid.UUID) -> HttpResponse:
    """A worksheet in parts with a form each; what has no forms, or cannot be read, as its text."""
    draft = found(draft_id)
    if request.method == "POST" or draft.kind != MaterialKind.WORKSHEET:
        return text(request, draft_id)
    try:
        sheet = access.sheet_in(draft)
    except Mistakes:
        return text(request, draft_id)
    is_last = draft.last_editor_id == current_actor().person_id
    told = sheet_shown(draft, sheet)
    return page(request, "shelf/sheet.html", draft, is_last_editor=is_last, remark=RemarkForm(), **told)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def text(request: HttpRequest, draft_id: uuid.UUID) -> HttpResponse:
    """The text, what is wrong in it with the line, and what makes it hard to read."""
    draft = found(draft_id)
    form = TextsForm(request.POST or None, kind=draft.kind, texts=draft.texts)
    if request.method == "POST" and form.is_valid():
        try:
            acts.write_material(current_actor(), draft.pk, seen(request), form.texts())
        except Refused as refused:
            if isinstance(refused, Stale):
                form.overtaken = list(differences(form))  # type: ignore[attr-defined]
            form.add_error(None, refused.message)
        else:
            messages.success(request, _("Bewaard. Het geldt pas na vrijgeven."))
            return redirect(request.path)
    mistakes, hard = looked_over(draft)
    told = [{"line": one.line, "about": one.finding.about, "advice": advice_of(one)} for one in hard]
    more = {"form": form, "mistakes": mistakes, "hard": told, "kinds": list(KINDS), "remark": RemarkForm()}
    is_last = draft.last_editor_id == current_actor().person_id
    return page(request, "shelf/material.html", draft, is_last_editor=is_last, **more)


def advice_of(one: Hard) -> str:
    return one.finding.advice.in_language(language())


def looked_over(draft: MaterialDraft) -> tuple[list[ToldMistake], list[Hard]]:
    """What is wrong in the text, and else what is hard in it."""
    form = FORMS[draft.kind]
    try:
        form.check(draft.texts, draft.key)
        return [], form.hard(draft.texts)
    except Mistakes as wrong:
        return told_mistakes(wrong.found), []


@login_required
@require_safe
def preview(request: HttpRequest, draft_id: uuid.UUID) -> HttpResponse:
    """As a client sees it, one page at a time; nothing can be filled in."""
    draft = found(draft_id)
    number = request.GET.get("bladzijde", "0")
    try:
        shown = FORMS[draft.kind].preview(draft.texts, int(number) if number.isdecimal() else 0)
    except Mistakes:
        messages.info(request, _("Er staan nog fouten in de tekst. Los die eerst op."))
        return redirect("own-material", draft.pk)
    if shown is None:
        raise Http404
    return page(request, "shelf/material_preview.html", draft, **shown)


@login_required
@require_POST
def decide(request: HttpRequest, draft_id: uuid.UUID) -> HttpResponse:
    """Ask a colleague to look, send it back, release it, or throw it away."""
    draft, verb = found(draft_id), request.POST.get("do", "")
    try:
        if verb not in DECISIONS:
            raise Refused(_("Kies wat er moet gebeuren."))
        messages.success(request, DECISIONS[verb](request, draft))
    except Refused as refused:
        messages.error(request, refused.message)
    gone = verb in {"release", "discard"} and not access.drafts(current_actor()).filter(pk=draft.pk).exists()
    return redirect("own-materials") if gone else redirect("own-material", draft.pk)


def asked(request: HttpRequest, draft: MaterialDraft) -> str:
    acts.ask_review(current_actor(), draft.pk, seen(request))
    return _("Een collega kan nu kijken en het blad vrijgeven.")


def sent_back(request: HttpRequest, draft: MaterialDraft) -> str:
    acts.send_back(current_actor(), draft.pk, seen(request), request.POST.get("remark", "")[:500])
    return _("Teruggestuurd, met wat er anders moet.")


def released(request: HttpRequest, draft: MaterialDraft) -> str:
    acts.release_material(current_actor(), draft.pk, seen(request))
    return _("Vrijgegeven. Het staat nu in de werkmap van jullie medewerkers.")


def discarded(request: HttpRequest, draft: MaterialDraft) -> str:
    acts.discard_material(current_actor(), draft.pk, seen(request))
    return _("De aanpassing is weg. Wat vrijgegeven is, blijft.")


DECISIONS: dict[str, Callable[[HttpRequest, MaterialDraft], str]] = {
    "ask": asked,
    "back": sent_back,
    "release": released,
    "discard": discarded,
}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, release_id: uuid.UUID) -> HttpResponse:
    """Take a sheet out of use, after a page that says who keeps it."""
    try:
        row = access.released(current_actor(), release_id)
        if request.method == "POST":
            acts.withdraw_material(current_actor(), row.pk)
            messages.success(request, _("Uit gebruik. Wie al begon, houdt het blad."))
            return redirect("own-materials")
    except NotYours as stranger:
        raise Http404 from stranger
    except Refused as refused:
        messages.info(request, refused.message)
        return redirect("own-materials")
    more = {"row": row, "title": title_in(row.kind, row.texts, row.key), "place": "methods"}
    return render(request, "shelf/material_withdraw.html", more)


@login_required
@require_safe
def material_file(request: HttpRequest, draft_id: uuid.UUID, name: str) -> HttpResponse:
    """One of its texts as a file."""
    draft = found(draft_id)
    if name not in FORMS[draft.kind].names:
        raise Http404
    answer = HttpResponse(draft.texts.get(name, ""), content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{draft.key}-{name}"'
    return answer
