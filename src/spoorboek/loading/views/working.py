"""From the yes on: progress, the outcome, and taking it back."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRedirect

from spoorboek.dossiers.access import dossiers_of
from spoorboek.dossiers.refusals import Refused
from spoorboek.loading.acts.applying import confirm
from spoorboek.loading.acts.undoing import undo
from spoorboek.loading.models import Course, Import
from spoorboek.loading.views.looking import number
from spoorboek.loading.views.shared import BUSY, elsewhere, own, page
from spoorboek.people.actor import current_actor
from spoorboek.people.policy import Role

A_PAGE = 50


@require_POST
@login_required
def load(request: HttpRequest, import_id: uuid.UUID) -> HttpResponse:
    """Say yes."""
    found = own(import_id)
    try:
        confirm(current_actor(), found.pk)
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("list", found.pk)
    return redirect("list_progress", found.pk)


@require_GET
@login_required
def progress(request: HttpRequest, import_id: uuid.UUID) -> HttpResponse:
    """How far it is; the page looks again by itself, with or without script."""
    found = own(import_id)
    if found.state not in BUSY:
        target = elsewhere(found) or f"/laden/{found.pk}/voorbeeld/"
        return HttpResponseClientRedirect(target) if getattr(request, "htmx", False) else redirect(target)
    done, total = how_far(found)
    return page(
        request,
        "progress",
        found,
        "load" if found.state != Import.State.READING else "preview",
        done=done,
        total=total,
    )


def how_far(found: Import) -> tuple[int, int]:
    """People done, of how many."""
    if found.state == Import.State.UNDOING:
        changes = found.changes
        return changes.filter(undone__isnull=False).count(), changes.count()
    return found.courses.exclude(state=Course.State.WAITING).count(), found.total


@require_GET
@login_required
def outcome(request: HttpRequest, import_id: uuid.UUID) -> HttpResponse:
    """What was loaded, what was not, and the dossiers."""
    found = own(import_id)
    if found.state in BUSY:
        return redirect("list_progress", found.pk)
    if not found.confirmed_at:
        return page(request, "over", found, "file")
    start = number(request.GET.get("na", ""))
    touched = found.touched.all()
    mine = dossiers_of(current_actor(), (Role.CASE_MANAGER,)).filter(pk__in=touched.values("dossier_id"))
    running_first = mine.order_by(F("closed_on").asc(nulls_first=True), "-first_sick_day", "pk")
    rows = list(running_first[start : start + A_PAGE + 1])
    left = set(touched.filter(left=True).values_list("dossier_id", flat=True))
    return page(
        request, "outcome", found, "load", dossiers=rows[:A_PAGE],
        more=start + A_PAGE if len(rows) > A_PAGE else 0,
        updated=found.counts.get("dossiers", 0) - found.counts.get("opened", 0),
        left=left, refusals=refusals(found), absences=found.kind == Import.Kind.ABSENCES,
    )  # fmt: skip


def refusals(found: Import) -> list[tuple[str, list[int]]]:
    """What the acts refused, with the rows of the file it was about."""
    told: dict[str, list[int]] = {}
    for course in found.courses.filter(state=Course.State.REFUSED)[:200]:
        rows = found.lines.filter(course=course.index).values_list("number", flat=True)
        told.setdefault(course.refusal, []).extend(rows)
    return list(told.items())


@require_http_methods(["GET", "POST"])
@login_required
def take_back(request: HttpRequest, import_id: uuid.UUID) -> HttpResponse:
    """Ask, and then take the whole list back."""
    found = own(import_id)
    if request.method == "POST":
        try:
            undo(current_actor(), found.pk)
        except Refused as refusal:
            messages.error(request, refusal.message)
            return redirect("list", found.pk)
        return redirect("list_progress", found.pk)
    if found.state != Import.State.DONE:
        return redirect("list", found.pk)
    return page(request, "undo", found, "load")
