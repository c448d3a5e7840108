"""Changing or taking back one fact that stands in the dossier."""

import uuid
from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.acts.facts import correct_fact, remove_fact
from spoorboek.dossiers.correctable import BY_KEY, Fact, FactKind
from spoorboek.dossiers.forms.facts_correct import RemovalForm
from spoorboek.dossiers.views.facts import frame, reach, submitted

TEMPLATE = "dossiers/facts/correct.html"


@require_http_methods(["GET", "POST"])
@login_required
def correct(request: HttpRequest, dossier_id: uuid.UUID, kind: str, row: str) -> HttpResponse:
    """The fact as it stands in a form; saving tells which dates moved."""
    reached, found, fact = standing(dossier_id, kind, row)
    act = partial(correct_fact, kind=found, row=row)
    form = found.form(dossier=reached.dossier, initial=dict(fact.values))
    context = frame(reached, kind=found, fact=fact, form=form)
    if request.method == "GET":
        return render(request, TEMPLATE, context)
    return submitted(request, reached, found.form, act, context, TEMPLATE, _("Het feit is gewijzigd."))


@require_http_methods(["GET", "POST"])
@login_required
def remove(request: HttpRequest, dossier_id: uuid.UUID, kind: str, row: str) -> HttpResponse:
    """Take back a fact that never was, after a page that says what that does."""
    reached, found, fact = standing(dossier_id, kind, row)
    if not fact.removable:
        raise Http404
    act = partial(remove_fact, kind=found, row=row)
    context: dict[str, Any] = frame(
        reached, kind=found, fact=fact, form=RemovalForm(dossier=reached.dossier), removing=True
    )
    if request.method == "GET":
        return render(request, TEMPLATE, context)
    return submitted(request, reached, RemovalForm, act, context, TEMPLATE, _("Het feit is verwijderd."))


def standing(dossier_id: uuid.UUID, kind: str, row: str) -> tuple[Reached, FactKind, Fact]:
    """The fact, for a role that may change its kind."""
    found = BY_KEY.get(kind)
    if found is None:
        raise Http404
    reached = reach(dossier_id, found.roles)
    fact = found.find(reached.dossier, row)
    if fact is None:
        raise Http404
    return reached, found, fact
