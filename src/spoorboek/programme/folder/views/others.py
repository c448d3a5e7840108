"""What another person reads: only what the client shared with them, and until when."""

import uuid
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from spoorboek.dossiers.access import PROFESSIONALS
from spoorboek.dossiers.refusals import NotYours
from spoorboek.dossiers.shown import in_language
from spoorboek.methods.worksheets import Worksheet
from spoorboek.people.access import role_in
from spoorboek.people.actor import current_actor
from spoorboek.people.models import Involvement, Person
from spoorboek.people.policy import Role
from spoorboek.programme.folder.access import (
    SharedSheet,
    attachments_of,
    dossiers_shared_with,
    live_shares,
    shared_with,
)
from spoorboek.programme.folder.models import Share
from spoorboek.programme.folder.reading import as_read
from spoorboek.programme.folder.sheets import sheets


@require_GET
@login_required
def shared_folder(request: HttpRequest, dossier_id: uuid.UUID) -> HttpResponse:
    """*Gedeeld uit de werkmap*. The client reads that this page was opened."""
    try:
        found = shared_with(current_actor(), dossier_id)
    except NotYours as refusal:
        raise Http404(refusal.message) from refusal
    offered = sheets(dossier_id)
    context = {
        "place": "caseload",
        "person": client_of(dossier_id),
        "dossier_id": dossier_id,
        "may_open": role_in(current_actor(), dossier_id) in PROFESSIONALS,
        "shared": [read_by_other(sheet, one) for one in found if (sheet := offered.get(one.share.worksheet))],
    }
    return render(request, "folder/shared_folder.html", context)


def read_by_other(sheet: Worksheet, one: SharedSheet) -> dict[str, Any]:
    files = attachments_of(one.share.dossier_id, one.share.attachments)
    return {
        "title": in_language(sheet.title),
        "drawing": sheet.drawing,
        "share": one.share,
        "reads": as_read(sheet, one.answers, files),
    }


def client_of(dossier_id: uuid.UUID) -> Person | None:
    """Whose folder it is, by name: who takes part knows that."""
    seat = Involvement.objects.filter(dossier_id=dossier_id, role=Role.CLIENT).select_related(
        "account__person"
    )
    found = seat.first()
    return getattr(found.account, "person", None) if found else None


@require_GET
@login_required
def shared_with_me(request: HttpRequest) -> HttpResponse:
    """For who takes part without a caseload, such as a buddy or a peer: whose sheets to read, and how long."""
    actor = current_actor()
    live = list(live_shares(account_id=actor.person_id))
    people = [
        (dossier_id, person, shared_of(dossier_id, live))
        for dossier_id, person in dossiers_shared_with(actor)
    ]
    return render(request, "folder/shared_with_me.html", {"people": people})


def shared_of(dossier_id: uuid.UUID, live: list[Share]) -> list[tuple[str, date]]:
    """The titles of what one person shared, each with its last day; the sheets themselves stay closed."""
    offered = sheets(dossier_id)
    mine = [row for row in live if row.dossier_id == dossier_id and row.worksheet in offered]
    return [(in_language(offered[row.worksheet].title), row.until) for row in mine]
