"""Adapting a method: the route with its steps, one step or phase at a time, and beside it what a change does."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spoorboek.dossiers.refusals import NotYours, Refused, Stale
from spoorboek.methods import Activity, Method, Phase
from spoorboek.methods import editing as change
from spoorboek.methods.effect import Effect, effect
from spoorboek.methods.reading import Mistakes
from spoorboek.people.actor import current_actor
from spoorboek.programme.shelf import access, acts
from spoorboek.programme.shelf.forms import NewStepForm, StepForm, TimingForm
from spoorboek.programme.shelf.models import Draft, MaterialDraft
from spoorboek.programme.shelf.overtaken import differences
from spoorboek.programme.shelf.part_form import ListedForm, PartForm
from spoorboek.programme.shelf.shown import course_picture, language, shown
from spoorboek.programme.shelf.whole_forms import AboutForm, PhaseForm


def found(draft_id: uuid.UUID) -> Draft:
    """The draft, for who adapts methods in its organisation; for others it does not exist."""
    try:
        return access.open_draft(current_actor(), draft_id)
    except NotYours as stranger:
        raise Http404 from stranger


def seen(request: HttpRequest) -> int:
    """How many changes the person saw; -1 for a form that was tampered with."""
    value = request.POST.get("seen", "")
    return int(value) if value.isdecimal() else -1


def saw(request: HttpRequest, draft: Draft | MaterialDraft, form: PartForm[Any]) -> int:
    """The count of changes that the person saw; that of now where a colleague only changed other parts meanwhile."""
    is_new = isinstance(form, ListedForm) and not form.key
    return draft.changes if is_new or request.POST.get("was") == form.was else seen(request)


def page(request: HttpRequest, template: str, draft: Draft, **more: Any) -> HttpResponse:
    here = access.drafted(draft)
    context = {"draft": draft, "title": here.title.in_language(language()), "place": "methods", **more}
    status = 422 if getattr(more.get("form"), "errors", None) else 200
    return render(request, template, context, status=status)


@login_required
@require_POST
def copy(request: HttpRequest, key: str) -> HttpResponse:
    """Begin to adapt a method."""
    actor = current_actor()
    wanted = request.POST.get("organisation", "")
    organisation = next((one for one in access.edited(actor) if str(one.pk) == wanted), None)
    if organisation is None:
        if not access.edited(actor):
            raise Http404
        messages.error(request, _("Kies voor welke organisatie je deze methode aanpast."))
        return redirect("method", key)
    try:
        draft = acts.copy_method(actor, organisation, key)
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect("method", key)
    return redirect("method_draft", draft.pk)


@login_required
@require_safe
def draft_page(request: HttpRequest, draft_id: uuid.UUID) -> HttpResponse:
    """The route of a draft, and what it does to the example."""
    draft = found(draft_id)
    here = access.drafted(draft)
    more = {"method": shown(here), "effect": effect_of(draft, here), "course": course_picture(here)}
    return page(request, "shelf/draft.html", draft, **more)


def effect_of(draft: Draft, here: Method) -> Effect:
    return effect(access.base_of(draft), here)


MOVES: dict[str, Callable[[Method, str], Method]] = {
    "up": lambda method, key: change.moved_step(method, key, -1),
    "down": lambda method, key: change.moved_step(method, key, 1),
    "drop": change.without_step,
    "core": lambda method, key: change.changed_step(method, key, core=True),
    "choice": lambda method, key: change.changed_step(method, key, core=False),
    "phase-up": lambda method, key: change.moved_phase(method, key, -1),
    "phase-down": lambda method, key: change.moved_phase(method, key, 1),
}


@login_required
@require_POST
def move(request: HttpRequest, draft_id: uuid.UUID) -> HttpResponse:
    """One button on the route: order, core or choice, or take out."""
    draft = found(draft_id)
    verb, _colon, key = request.POST.get("do", "").partition(":")
    try:
        if verb not in MOVES:
            raise Refused(_("Kies wat er moet veranderen."))
        acts.change_draft(current_actor(), draft.pk, seen(request), lambda method: MOVES[verb](method, key))
    except Refused as refused:
        messages.error(request, refused.message)
    home = phase_with(access.drafted(found(draft_id)), key)
    answer = redirect("method_draft", draft.pk)
    answer["Location"] += f"#phase-{home}" if home else ""
    return answer


def phase_with(method: Method, key: str) -> str:
    return next((phase.key for phase, step in method.placed() if key in {step.key, phase.key}), "")


def step_of(method: Method, key: str) -> tuple[Phase, Activity]:
    for phase, step in method.placed():
        if step.key == key:
            return phase, step
    raise Http404


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, draft_id: uuid.UUID, key: str) -> HttpResponse:
    """One step: when, how often, texts, who. `show` tells what it would do and saves nothing."""
    draft = found(draft_id)
    here = access.drafted(draft)
    phase, one = step_of(here, key)
    form = StepForm(request.POST or None, method=here, step=one)
    would = here
    if request.method == "POST" and form.is_valid():
        values = form.values()
        if "show" in request.POST:
            would = tried(here, key, values, form)
        elif saved(request, draft, lambda method: change.changed_step(method, key, **values), form):
            return to_phase(draft, phase.key)
    more = {"form": form, "step": one, "phase": phase, "effect": effect_of(draft, would)}
    return page(request, "shelf/step.html", draft, **more, heading=one.title.in_language(language()))


def tried(here: Method, key: str, values: dict[str, Any], form: Form) -> Method:
    """The method with the change, or as it is when that cannot be."""
    try:
        return change.changed_step(here, key, **values)
    except Mistakes as wrong:
        form.add_error(*plainly(wrong))
        return here


def plainly(wrong: Mistakes) -> tuple[str | None, str]:
    """The field and the sentence for what cannot be; of steps that wait for each other without the keys of the file."""
    first = wrong.found[0]
    if first.key.endswith(".anchor"):
        return "anchor", _("Zo wachten stappen op elkaar. Kies een ander begin.")
    return None, first.message.in_language(language())


def saved(request: HttpRequest, draft: Draft, doing: Callable[[Method], Method], form: Form) -> bool:
    try:
        acts.change_draft(current_actor(), draft.pk, seen(request), doing)
    except Refused as refused:
        wrong = refused.__cause__
        field, said = plainly(wrong) if isinstance(wrong, Mistakes) else (refused.field, refused.message)
        if isinstance(refused, Stale):
            form.overtaken = list(differences(form))  # type: ignore[attr-defined]
        form.add_error(field if field in form.fields else None, said)
        return False
    messages.success(request, _("Bewaard. Het geldt pas na vrijgeven."))
    return True


def to_phase(draft: Draft, key: str) -> HttpResponse:
    answer = redirect("method_draft", draft.pk)
    answer["Location"] += f"#phase-{key}"
    return answer


@login_required
@require_POST
def step_effect(request: HttpRequest, draft_id: uuid.UUID, key: str) -> HttpResponse:
    """What the moment that is being filled in would do; nothing is saved."""
    draft = found(draft_id)
    here = access.drafted(draft)
    _phase, one = step_of(here, key)
    form = TimingForm(request.POST, method=here, step=one)
    would = tried(here, key, form.values(), form) if form.is_valid() else here
    context = {"effect": effect_of(draft, would), "wrong": form.errors}
    return render(request, "shelf/effect.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_step(request: HttpRequest, draft_id: uuid.UUID, key: str) -> HttpResponse:
    """A step of one's own at the end of a phase."""
    draft = found(draft_id)
    here = access.drafted(draft)
    phase = here.phase(key)
    if phase is None:
        raise Http404
    form = NewStepForm(request.POST or None, method=here)
    if request.method == "POST" and form.is_valid():
        made = form.step()
        if saved(request, draft, lambda method: change.added_step(method, key, made), form):
            return to_phase(draft, key)
    more = {"form": form, "phase": phase, "effect": effect_of(draft, here), "heading": _("Eigen stap")}
    return page(request, "shelf/step.html", draft, **more)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def about(request: HttpRequest, draft_id: uuid.UUID) -> HttpResponse:
    """The texts above the method."""
    draft = found(draft_id)
    here = access.drafted(draft)
    form = AboutForm(request.POST or None, method=here)
    if request.method == "POST" and form.is_valid():
        values = form.values()
        if saved(request, draft, lambda method: change.changed_about(method, **values), form):
            return redirect("method_draft", draft.pk)
    more = {"form": form, "effect": effect_of(draft, here), "heading": _("Naam en samenvatting")}
    return page(request, "shelf/phase.html", draft, **more)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def phase(request: HttpRequest, draft_id: uuid.UUID, key: str) -> HttpResponse:
    """One phase."""
    draft = found(draft_id)
    here = access.drafted(draft)
    one = here.phase(key)
    if one is None:
        raise Http404
    form = PhaseForm(request.POST or None, method=here, phase=one)
    if request.method == "POST" and form.is_valid():
        values = form.values()
        if saved(request, draft, lambda method: change.changed_phase(method, key, **values), form):
            return to_phase(draft, key)
    heading = one.title.in_language(language())
    return page(
        request,
        "shelf/phase.html",
        draft,
        form=form,
        phase=one,
        effect=effect_of(draft, here),
        heading=heading,
    )
