"""What the pages of this room share: trying an act, and saying in the page what it refused."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.forms.asking import refuse
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.policy import Role
from spoorboek.programme.courses.access import Programme, programme_of, step_in
from spoorboek.programme.courses.shown import Shown
from spoorboek.site import clock


def tried(request: HttpRequest, act: Callable[[], object], done: str, form: Form | None = None) -> bool:
    """Try an act; a refusal stands in the form, or above the next page. Whether it was done."""
    try:
        act()
    except NotYours as refusal:
        raise Http404(refusal.message) from refusal
    except Refused as refusal:
        if form is not None:
            refuse(form, refusal)
        else:
            messages.warning(request, refusal.message)
        return False
    if done:
        messages.success(request, done)
    return True


def programme(reached: Reached) -> Programme:
    return programme_of(reached, clock.today())


def found_step(reached: Reached, activity_id: uuid.UUID) -> Shown:
    """A step within the reader's reach; any other does not exist."""
    found = step_in(programme(reached), activity_id)
    if found is None:
        raise Http404("No such step.")
    return found


def page(request: HttpRequest, template: str, reached: Reached, **more: Any) -> HttpResponse:
    """A page of this room in the reader's face. A refused form answers 422."""
    form = more.get("form")
    refused = form is not None and form.is_bound and bool(form.errors)
    place = "route" if reached.is_client else "team" if reached.role is Role.SUPERVISOR else "caseload"
    context = {
        "place": place,
        "dossier": reached.dossier,
        "reached": reached,
        "person": reached.dossier.employment.person,
        "printed_for": reached.dossier.employment.person.name,
        "today": clock.today(),
        **more,
    }
    return render(request, f"courses/{template}", context, status=422 if refused else 200)
