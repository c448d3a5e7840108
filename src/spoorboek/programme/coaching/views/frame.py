"""What the pages of coaching share: their face, and how a refused act comes back on its form."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.forms.asking import AsksAboutWords, refuse
from spoorboek.dossiers.refusals import Refused
from spoorboek.programme.coaching import access
from spoorboek.programme.coaching.access import GoalShown


def shown(request: HttpRequest, reached: Reached, template: str, **more: Any) -> HttpResponse:
    """A page in the reader's face; a form with errors answers 422."""
    person = reached.dossier.employment.person
    form = more.get("form")
    context = {
        "place": "today" if reached.is_client else "caseload",
        "dossier": reached.dossier,
        "reached": reached,
        "person": person,
        "printed_for": person.name,
        **more,
    }
    if isinstance(form, AsksAboutWords):
        context["marked"] = form.marked
    refused = form is not None and form.is_bound and bool(form.errors)
    return render(request, f"coaching/{template}.html", context, status=422 if refused else 200)


def done(request: HttpRequest, form: Any, act: Callable[[], object], message: str) -> bool:
    """Whether the act was done with a filled-in form; otherwise the form says why not."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        act()
    except Refused as refusal:
        refuse(form, refusal)
        return False
    messages.success(request, message)
    return True


def tried(request: HttpRequest, act: Callable[[], object], message: str) -> None:
    """One button: do it, and say on the next page how it went."""
    try:
        act()
        messages.success(request, message)
    except Refused as refusal:
        messages.info(request, refusal.message)


def found(reached: Reached, goal_id: uuid.UUID) -> GoalShown:
    """A goal within reach, or *not found*."""
    goal = access.goal_of(reached.dossier.pk, goal_id)
    if goal is None:
        raise Http404("No such goal.")
    return goal
