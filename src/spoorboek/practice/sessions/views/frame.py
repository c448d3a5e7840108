"""What the pages of practising share: reaching a session, their face, and how a refused act comes back on its form."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from spoorboek.dossiers.access import Reached, log_opening
from spoorboek.dossiers.forms.asking import AsksAboutWords, refuse
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.policy import Layer
from spoorboek.practice.sessions.access import session_for
from spoorboek.practice.sessions.models import Session


def shown(request: HttpRequest, reached: Reached, template: str, **more: Any) -> HttpResponse:
    """A page in the reader's face; a form with errors answers 422. A browser keeps no copy of it."""
    person = reached.dossier.employment.person
    form = more.get("form")
    context = {
        "place": "today" if reached.is_client else "caseload",
        "dossier": reached.dossier,
        "reached": reached,
        "person": person,
        "printed_for": person.name,
        "State": Session.State,
        **more,
    }
    if isinstance(form, AsksAboutWords):
        context["marked"] = form.marked
    refused = form is not None and form.is_bound and bool(form.errors)
    return render(request, f"practice_sessions/{template}.html", context, status=422 if refused else 200)


def done(request: HttpRequest, form: Any, act: Callable[[], object], message: str) -> bool:
    """Whether the act was done with a filled-in form; otherwise the form says why not."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        act()
    except Refused as refusal:
        refuse(form, refusal)
        return False
    if message:
        messages.success(request, message)
    return True


def tried(request: HttpRequest, act: Callable[[], object], message: str = "") -> bool:
    """One button: do it, and say on the next page how it went."""
    try:
        act()
    except NotYours as refusal:
        raise Http404(refusal.message) from refusal
    except Refused as refusal:
        messages.info(request, refusal.message)
        return False
    if message:
        messages.success(request, message)
    return True


def found(reached: Reached, session_id: uuid.UUID) -> Session:
    """A session of this dossier within reach, or *not found*. A coach who opens one is seen doing so."""
    try:
        session = session_for(reached.actor, session_id)
    except NotYours as refusal:
        raise Http404(refusal.message) from refusal
    if session.dossier_id != reached.dossier.pk:
        raise Http404("Not of this dossier.")
    if not reached.is_client:
        log_opening(reached.actor, reached.dossier, reached.role, Layer.PERSONAL)
    return session
