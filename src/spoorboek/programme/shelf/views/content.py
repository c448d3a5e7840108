"""What a method says about itself, adapted: for whom, permission, evidence and sources."""

import uuid
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from spoorboek.dossiers.refusals import Refused
from spoorboek.methods import editing as change
from spoorboek.people.actor import current_actor
from spoorboek.programme.shelf import access, acts
from spoorboek.programme.shelf.content_forms import (
    ConsentForm,
    Rows,
    claim_rows,
    filled,
    source_rows,
    words_rows,
)
from spoorboek.programme.shelf.models import Draft
from spoorboek.programme.shelf.views.editing import effect_of, found, page, saved, seen


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def whom(request: HttpRequest, draft_id: uuid.UUID) -> HttpResponse:
    """For whom the method is, and for whom not."""
    draft = found(draft_id)
    here = access.drafted(draft)
    sent = request.POST or None
    yes = words_rows(sent, "for", here.for_whom)
    no = words_rows(sent, "not", here.not_for_whom)
    parts = [part(_("Voor wie"), yes), part(_("Voor wie niet"), no)]
    values = {
        "for_whom": lambda: tuple(form.words() for form in filled(yes)),
        "not_for_whom": lambda: tuple(form.words() for form in filled(no)),
    }
    return rows_page(request, draft, parts, values, _("Voor wie"))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def evidence(request: HttpRequest, draft_id: uuid.UUID) -> HttpResponse:
    """What is known and where that ends, and the sources it rests on."""
    draft = found(draft_id)
    here = access.drafted(draft)
    sent = request.POST or None
    claims, sources = claim_rows(sent, here), source_rows(sent, here)
    parts = [
        part(_("Wat er bekend is"), claims, _("Een nieuwe bron zet je eerst hieronder en bewaar je.")),
        part(_("Bronnen"), sources),
    ]
    values = {
        "evidence": lambda: tuple(form.claim() for form in filled(claims)),
        "sources": lambda: tuple(form.source() for form in filled(sources)),
    }
    return rows_page(request, draft, parts, values, _("Bewijs en bronnen"))


def part(title: str, rows: Rows, hint: str = "") -> dict[str, Any]:
    return {"title": title, "rows": rows, "hint": hint}


def rows_page(
    request: HttpRequest, draft: Draft, parts: list[dict[str, Any]], values: dict[str, Any], heading: str
) -> HttpResponse:
    """Show lists of rows; save them when all are right."""
    wrong: str | None = None
    if request.method == "POST":
        right = [one["rows"].is_valid() for one in parts]
        if all(right):
            wrong = refused(request, draft, {name: value() for name, value in values.items()})
            if wrong is None:
                return redirect(request.path)
        else:
            wrong = _("Kijk bij de regels met een rode streep.")
    more = {"parts": parts, "wrong": wrong, "heading": heading}
    answer = page(request, "shelf/rows.html", draft, **more)
    answer.status_code = 422 if wrong else 200
    return answer


def refused(request: HttpRequest, draft: Draft, values: dict[str, Any]) -> str | None:
    """Why the method cannot be so; None when it was saved."""
    try:
        saw = seen(request)
        acts.change_draft(
            current_actor(), draft.pk, saw, lambda method: change.changed_about(method, **values)
        )
    except Refused as said:
        return said.message
    return None


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def consent(request: HttpRequest, draft_id: uuid.UUID) -> HttpResponse:
    """Whether the client is asked first, and in which words."""
    draft = found(draft_id)
    here = access.drafted(draft)
    form = ConsentForm(request.POST or None, method=here)
    if request.method == "POST" and form.is_valid():
        asked = form.consent()
        if saved(request, draft, lambda method: change.changed_about(method, consent=asked), form):
            return redirect("method_draft", draft.pk)
    more = {"form": form, "effect": effect_of(draft, here), "heading": _("Toestemming")}
    return page(request, "shelf/phase.html", draft, **more)
