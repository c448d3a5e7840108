"""Before a version is released: how client and professional read it, what changed, and a second pair of eyes."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spoorboek.dossiers.refusals import Refused
from spoorboek.methods.difference import difference
from spoorboek.methods.reading import Mistake
from spoorboek.methods.references import unknown_refs
from spoorboek.people.actor import current_actor
from spoorboek.programme.shelf import access, acts
from spoorboek.programme.shelf.models import Draft
from spoorboek.programme.shelf.shown import language, shown, told_mistakes
from spoorboek.programme.shelf.views.editing import effect_of, found, page, seen
from spoorboek.programme.shelf.views.reading import as_file
from spoorboek.programme.shelf.whole_forms import FileForm, RemarkForm, UploadForm

CLIENT, PROFESSIONAL = "client", "professional"


@login_required
@require_safe
def preview(request: HttpRequest, draft_id: uuid.UUID) -> HttpResponse:
    """As a client reads it, or as a professional does."""
    draft = found(draft_id)
    reader = request.GET.get("as", CLIENT)
    if reader not in {CLIENT, PROFESSIONAL}:
        raise Http404
    return page(
        request,
        "shelf/preview.html",
        draft,
        reader=reader,
        method=shown(access.drafted(draft), to_guides=reader != "client"),
    )


@login_required
@require_safe
def review(request: HttpRequest, draft_id: uuid.UUID) -> HttpResponse:
    """What changed, in words, and who may release it."""
    return review_page(request, draft_id, RemarkForm())


def review_page(request: HttpRequest, draft_id: uuid.UUID, form: RemarkForm) -> HttpResponse:
    draft = found(draft_id)
    here = access.drafted(draft)
    more = {
        "changes": difference(access.base_of(draft), here, language()),
        "effect": effect_of(draft, here),
        "is_last_editor": draft.last_editor_id == current_actor().person_id,
        "unknown": [step.title.in_language(language()) for step in unknown_refs(here)],
        "form": form,
    }
    return page(request, "shelf/review.html", draft, **more)


@login_required
@require_POST
def decide(request: HttpRequest, draft_id: uuid.UUID) -> HttpResponse:
    """Ask a colleague to look, send it back, release it, or throw it away."""
    draft, actor, saw = found(draft_id), current_actor(), seen(request)
    verb, form = request.POST.get("do", ""), RemarkForm(request.POST)
    try:
        if verb == "ask":
            acts.ask_review(actor, draft.pk, saw)
            messages.success(request, _("Een collega kan nu kijken en de versie vrijgeven."))
        elif verb == "back" and form.is_valid():
            acts.send_back(actor, draft.pk, saw, form.cleaned_data["remark"])
            messages.success(request, _("Teruggestuurd, met wat er anders moet."))
        elif verb == "release":
            made = acts.release_draft(actor, draft.pk, saw)
            told = _("Versie %(version)s is vrijgegeven. Wie nu begint, krijgt deze versie.")
            messages.success(request, told % {"version": made.version})
            return redirect("method", made.key)
        elif verb == "discard":
            acts.discard_draft(actor, draft.pk, saw)
            messages.success(request, _("De aanpassing is weg. Vrijgegeven versies blijven."))
            return redirect("methods")
        else:
            raise Refused(_("Kies wat er moet gebeuren."))
    except Refused as refused:
        form.is_valid()
        form.add_error(refused.field or None, refused.message)
        return review_page(request, draft_id, form)
    return redirect("method_review", draft.pk)


@login_required
@require_safe
def draft_file(request: HttpRequest, draft_id: uuid.UUID) -> HttpResponse:
    """The draft as a file."""
    return as_file(access.drafted(found(draft_id)))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def import_file(request: HttpRequest) -> HttpResponse:
    """A method from a file, with every mistake in it."""
    actor = current_actor()
    organisations = access.edited(actor)
    if not organisations:
        raise Http404
    sent = request.method == "POST"
    form = (
        FileForm(request.POST or None, request.FILES or None, organisations=organisations)
        if sent
        else FileForm(organisations=organisations)
    )
    wrong: tuple[Mistake, ...] = ()
    if sent and form.is_valid():
        organisation = next(one for one in organisations if str(one.pk) == form.cleaned_data["organisation"])
        draft, wrong = read_upload(
            form, lambda text, name: acts.import_method(actor, organisation, text, name)
        )
        if draft:
            return redirect("method_draft", draft.pk)
    context = {"form": form, "mistakes": told_mistakes(wrong), "place": "methods"}
    return render(request, "shelf/import.html", context, status=422 if form.errors else 200)


def read_upload(form: Form, read: Callable[[str, str], Draft]) -> tuple[Draft | None, tuple[Mistake, ...]]:
    """Hand an uploaded text and its name to an act; what that refuses stands with the form."""
    upload = form.cleaned_data["file"]
    try:
        return read(upload.read(acts.LARGEST_FILE * 4 + 1).decode("utf-8"), upload.name), ()
    except UnicodeDecodeError:
        form.add_error("file", _("Dit is geen tekstbestand. Kies een bestand dat eindigt op .yaml."))
    except Refused as refused:
        form.add_error("file" if refused.field else None, refused.message)
        if isinstance(refused, acts.WrongFile):
            return None, refused.mistakes
    return None, ()


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def replace_file(request: HttpRequest, draft_id: uuid.UUID) -> HttpResponse:
    """The file of a draft, changed elsewhere, back into that draft."""
    draft = found(draft_id)
    form = UploadForm(request.POST or None, request.FILES or None)
    wrong: tuple[Mistake, ...] = ()
    if request.method == "POST" and form.is_valid():
        saw = seen(request)
        read, wrong = read_upload(
            form, lambda text, name: acts.replace_draft(current_actor(), draft.pk, saw, text, name)
        )
        if read:
            messages.success(request, _("Het bestand is ingelezen. Het geldt pas na vrijgeven."))
            return redirect("method_draft", draft.pk)
    return page(request, "shelf/import.html", draft, form=form, mistakes=told_mistakes(wrong))
