"""How every page with an act goes: reach the dossier, read the form, try the act, show what it refuses."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from spoorboek.dossiers import moved, own, stale
from spoorboek.dossiers.access import Reached, open_dossier
from spoorboek.dossiers.forms.act import ActForm
from spoorboek.dossiers.models import JournalEntry
from spoorboek.dossiers.refusals import NotYours, Refused, Stale
from spoorboek.people.actor import current_actor
from spoorboek.people.policy import Role

P = ParamSpec("P")
Page = Callable[Concatenate[HttpRequest, Reached, P], HttpResponse]
Address = Callable[..., HttpResponse]


def for_roles(*roles: Role) -> Callable[[Page[P]], Address]:
    """A page of one dossier for these roles. A stranger finds nothing; another role reads that it is not theirs."""

    def page(request: HttpRequest, template: str, reached: Reached, **more: Any) -> HttpResponse:
    """A page in the face of the reader. A refused form answers 422, so that no script takes it for a success."""
    form = more.get("form")
    refused = form is not None and form.is_bound and bool(form.errors)
    context = {
        "place": "caseload",
        "dossier": reached.dossier,
        "reached": reached,
        "person": reached.dossier.employment.person,
        "printed_for": reached.dossier.employment.person.name,
        **more,
    }
    status = 409 if more.get("comparison") else 422 if refused else 200
    return render(request, f"dossiers/steps/{template}", context, status=status)


def after(reached: Reached) -> HttpResponse:
    """To the dates that the reader's last act moved, or else back."""
    entry = (
        JournalEntry.objects.filter(dossier=reached.dossier, account=reached.actor.account_id)
        .order_by("-sequence")
        .first()
    )
    if entry and not reached.is_client and moved.of_entry(entry):
        return redirect("facts_moved", reached.dossier.pk, entry.sequence)
    return back(reached)


def back(reached: Reached) -> HttpResponse:
    """To the client's first page, or to the dossier."""
    if reached.is_client:
        return redirect("today")
    return redirect("dossier", reached.dossier.pk)
