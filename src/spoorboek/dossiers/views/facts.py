"""The facts of a dossier: what stands there, the page of each act, and which dates it moved."""

import uuid
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from spoorboek.dossiers import moved, preview, stale, story
from spoorboek.dossiers.access import PROFESSIONALS, Reached, open_dossier
from spoorboek.dossiers.acts.sickness import SickAgain
from spoorboek.dossiers.forms.act import ActForm
from spoorboek.dossiers.forms.asking import refuse
from spoorboek.dossiers.models import Dossier, JournalEntry
from spoorboek.dossiers.refusals import NotYours, Refused, Stale
from spoorboek.dossiers.shown import in_language
from spoorboek.dossiers.views.facts_list import medical_rows, sections, ways_in
from spoorboek.dossiers.views.facts_pages import FactPage
from spoorboek.people.actor import current_actor
from spoorboek.people.policy import Layer, Role

Act = Callable[..., object]


def reach(dossier_id: uuid.UUID, roles: tuple[Role, ...], layer: Layer = Layer.PROCESS) -> Reached:
    """The dossier for one of these roles; a stranger finds nothing, another role may not."""
    try:
        reached = open_dossier(current_actor(), dossier_id, layer)
    except NotYours as refusal:
        raise Http404(refusal.message) from refusal
    if reached.role not in roles:
        raise PermissionDenied(_("Dit kun je niet doen vanuit jouw rol in dit dossier."))
    return reached


def frame(reached: Reached, **more: Any) -> dict[str, Any]:
    """What every page of facts shows around its content."""
    person = reached.dossier.employment.person
    return {
        "place": "caseload",
        "dossier": reached.dossier,
        "person": person,
        "reached": reached,
        "printed_for": person.name,
        **more,
    }


def reads_medical(reached: Reached) -> bool:
    return reached.role is Role.COMPANY_DOCTOR and settings.MEDICAL_LAYER


@require_GET
@login_required
def facts(request: HttpRequest, dossier_id: uuid.UUID) -> HttpResponse:
    """All facts as they stand, each with a link that changes it, and everything new that can be entered."""
    reached = reach(dossier_id, PROFESSIONALS)
    context = frame(
        reached,
        sections=sections(reached),
        ways_in=ways_in(reached),
        medical=medical_rows(reached) if reads_medical(reached) else None,
    )
    return render(request, "dossiers/facts/list.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def act_page(request: HttpRequest, dossier_id: uuid.UUID, page: FactPage, **about: Any) -> HttpResponse:
    """The page of one act. `about` says what it is about, such as which leave."""
    if not page.is_here:
        raise Http404
    reached = reach(dossier_id, page.roles, page.layer)
    act = partial(page.act, **about)
    form = page.form(dossier=reached.dossier, **page.first(reached.dossier, **about))
    context = frame(reached, page=page, form=form)
    if request.method == "GET":
        return render(request, "dossiers/facts/act.html", context)
    return submitted(request, reached, page.form, act, context, "dossiers/facts/act.html", str(page.done))


def submitted(
    request: HttpRequest,
    reached: Reached,
    form_class: type[ActForm],
    act: Act,
    context: dict[str, Any],
    template: str,
    done: str,
) -> HttpResponse:
    """Do the act with what was typed, show what it would do, or say what stands in the way. Nothing is lost."""
    if stale.is_choice(request.POST) and stale.all_theirs(request.POST):
        messages.info(request, _("Er is niets gewijzigd: je koos wat er al stond."))
        return redirect("facts", reached.dossier.pk)
    data = stale.chosen(request.POST)
    form = context["form"] = form_class(data, dossier=reached.dossier)
    if not form.is_valid():
        return render(request, template, context, status=422)
    ready = partial(
        act,
        reached.actor,
        reached.dossier.pk,
        **form.act_values,
        version=form.cleaned_data["version"],
    )
    try:
        if "preview" in request.POST:
            context["preview"] = preview.would_move(reached.dossier, ready)
            context["previewed"] = True
            return render(request, template, context)
        return done_page(request, reached, ready(), done)
    except Stale as found:
        return stale_page(request, reached, form, found, context)
    except Refused as refusal:
        refuse(form, refusal)
        return render(request, template, context, status=422)


def done_page(request: HttpRequest, reached: Reached, result: object, done: str) -> HttpResponse:
    """Where to go once it is done: to the dates that moved, or else back to the dossier."""
    messages.success(request, done)
    dossier = reached.dossier
    if isinstance(result, SickAgain):
        messages.info(request, result.why)
        dossier = result.dossier
    entry = (
        JournalEntry.objects.filter(dossier=dossier, account=request.user.pk).order_by("-sequence").first()
    )
    if entry and moved.of_entry(entry):
        return redirect("facts_moved", dossier.pk, entry.sequence)
    return redirect("dossier", dossier.pk)


def stale_page(
    request: HttpRequest, reached: Reached, form: ActForm, found: Stale, context: dict[str, Any]
) -> HttpResponse:
    """Both values of each field, to choose from; the same value twice was only a double click."""
    now = Dossier.objects.get(pk=reached.dossier.pk)
    compared = stale.comparison(form, found, now)
    if compared.already_so:
        messages.info(request, _("Dit stond er al zo."))
        return redirect("dossier", now.pk)
    if not compared.fields:
        context["form"] = type(form)({**dict(form.data.items()), "version": now.version}, dossier=now)
        context["form"].add_error(None, found.message)
        return render(request, "dossiers/facts/act.html", context, status=409)
    return render(request, "dossiers/facts/stale.html", context | {"compared": compared}, status=409)


@require_GET
@login_required
def facts_moved(request: HttpRequest, dossier_id: uuid.UUID, sequence: int) -> HttpResponse:
    """Which dates one act moved, old and new, with the reason in a line."""
    reached = reach(dossier_id, PROFESSIONALS)
    entry = story.entries_told(reached.dossier, reached.role).filter(sequence=sequence).first()
    if entry is None:
        raise Http404
    case = reached.dossier.route.case
    context = frame(
        reached,
        rows=moved.of_entry(entry),
        route=reached.dossier.route,
        case_day=date.fromisoformat(case["first_sick_day"]),
        case_why=in_language(case.get("why_public")),
    )
    return render(request, "dossiers/facts/moved.html", context)
