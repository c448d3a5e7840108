"""Reporting sick: which employer, which employee (or a new one), which first day."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from spoorboek.dossiers.acts.employees import add_employee
from spoorboek.dossiers.acts.opening import report_sick, reportable
from spoorboek.dossiers.forms.asking import refuse
from spoorboek.dossiers.forms.facts_new import NewEmployeeForm, ReportSickForm, SearchForm
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.moved import payload_of
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.dossiers.shown import full_day
from spoorboek.people import access
from spoorboek.people.actor import Actor, current_actor
from spoorboek.people.models import Employment, Organisation
from spoorboek.people.policy import Role

AT_MOST = 20


@dataclass(frozen=True)
class Found:
    """An employee in the list; `href` leads to the running dossier where the reader takes part in it."""

    employment: Employment
    href: str
    runs: bool


@require_http_methods(["GET", "POST"])
@login_required
def choose(request: HttpRequest) -> HttpResponse:
    """Choose the employee. Searching is a post: names do not belong in an address."""
    actor = current_actor()
    employers = list(access.employers_for(actor))
    if not employers:
        raise PermissionDenied(_("Ziek melden doet een casemanager of leidinggevende."))
    employer = chosen_employer(employers, request.GET.get("employer", ""))
    form = SearchForm(request.POST if request.method == "POST" else None)
    name = form.cleaned_data["name"] if form.is_bound and form.is_valid() else ""
    every = named(access.employments_for(actor, employer), name)
    rows = list(every[: AT_MOST + 1])
    context = {
        "place": "caseload",
        "employers": employers,
        "employer": employer,
        "form": form,
        "searched": name,
        "rows": found(rows[:AT_MOST]),
        "more": len(rows) > AT_MOST,
        "may_add": is_case_manager(actor, employer),
    }
    return render(request, "dossiers/facts/choose_employee.html", context)


def chosen_employer(employers: list[Organisation], asked: str) -> Organisation:
    if not asked:
        return employers[0]
    for employer in employers:
        if str(employer.pk) == asked:
            return employer
    raise Http404


def named(employments: QuerySet[Employment], name: str) -> QuerySet[Employment]:
    """Those whose first or last name holds each of the words."""
    for word in name.split():
        employments = employments.filter(
            Q(person__last_name__icontains=word) | Q(person__first_name__icontains=word)
        )
    return employments.order_by("person__last_name", "person__first_name", "pk")


def found(rows: list[Employment]) -> list[Found]:
    running = dict(
        Dossier.objects.filter(employment__in=rows, closed_on__isnull=True).values_list("employment_id", "pk")
    )
    return [
        Found(row, reverse("dossier", args=[running[row.pk]]), True)
        if row.pk in running
        else Found(row, reverse("report_sick_for", args=[row.pk]), False)
        for row in rows
    ]


def is_case_manager(actor: Actor, employer: Organisation) -> bool:
    return access.employers_for(actor, (Role.CASE_MANAGER,)).filter(pk=employer.pk).exists()


@require_http_methods(["GET", "POST"])
@login_required
def report(request: HttpRequest, employment_id: uuid.UUID) -> HttpResponse:
    """The first sick day, with the workday rule beside it."""
    actor = current_actor()
    try:
        employment = reportable(actor, employment_id)
    except NotYours as refusal:
        raise Http404(refusal.message) from refusal
    offered = offers(actor, employment.organisation)
    form = ReportSickForm(request.POST if request.method == "POST" else None, **offered)
    context = {"place": "caseload", "employment": employment, "person": employment.person, "form": form}
    if not (form.is_bound and form.is_valid()):
        return render(
            request, "dossiers/facts/report_sick.html", context, status=422 if form.is_bound else 200
        )
    try:
        dossier = report_sick(actor, employment_id, **form.cleaned_data)
    except Refused as refusal:
        refuse(form, refusal)
        return render(request, "dossiers/facts/report_sick.html", context, status=422)
    tell(request, dossier, employment)
    return redirect("dossier", dossier.pk)


def offers(actor: Actor, employer: Organisation) -> dict[str, Any]:
    """Whom to choose from: the company doctors, and for a supervisor the case managers."""
    managers = (
        [] if is_case_manager(actor, employer) else access.staff_for(actor, employer, Role.CASE_MANAGER)
    )
    return {"doctors": access.staff_for(actor, employer, Role.COMPANY_DOCTOR), "managers": managers}


def tell(request: HttpRequest, dossier: Dossier, employment: Employment) -> None:
    """Say what happened: a new route, or the old one that goes on and why."""
    last = dossier.journal.latest("sequence")
    if last.act == "report_sick_again":
        messages.info(
            request, _("Dit hoort bij het vorige dossier; dat is weer open.") + " " + payload_of(last)["why"]
        )
        return
    messages.success(
        request,
        _("%(name)s is ziek gemeld vanaf %(day)s. De route staat klaar.")
        % {"name": employment.person.name, "day": full_day(dossier.first_sick_day)},
    )


@require_http_methods(["GET", "POST"])
@login_required
def add(request: HttpRequest, employer_id: uuid.UUID) -> HttpResponse:
    """A new employee with contract hours; then on to the first sick day."""
    actor = current_actor()
    employer = access.employers_for(actor, (Role.CASE_MANAGER,)).filter(pk=employer_id).first()
    if employer is None:
        raise Http404
    supervisors = access.staff_for(actor, employer, Role.SUPERVISOR)
    form = NewEmployeeForm(request.POST if request.method == "POST" else None, supervisors=supervisors)
    context = {"place": "caseload", "employer": employer, "form": form}
    if not (form.is_bound and form.is_valid()):
        return render(
            request, "dossiers/facts/new_employee.html", context, status=422 if form.is_bound else 200
        )
    another = bool(form.cleaned_data.get("another_person"))
    try:
        employment = add_employee(actor, employer_id, form.new_employee, another_person=another)
    except Refused as refusal:
        if refusal.field == "another_person":
            form = context["form"] = NewEmployeeForm(request.POST, supervisors=supervisors, namesake=True)
        refuse(form, refusal)
        return render(request, "dossiers/facts/new_employee.html", context, status=422)
    return redirect("report_sick_for", employment.pk)
