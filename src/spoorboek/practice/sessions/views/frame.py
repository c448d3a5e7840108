"""What the pages of practising share: their templates, and reaching a session."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from spoorboek.dossiers.access import Reached, log_opening
from spoorboek.dossiers.refusals import NotYours
from spoorboek.dossiers.views import room_pages
from spoorboek.people.policy import Layer
from spoorboek.practice.sessions.access import session_for
from spoorboek.practice.sessions.models import Session


def shown(request: HttpRequest, reached: Reached, template: str, **more: Any) -> HttpResponse:
    return room_pages.shown(
        request, reached, f"practice_sessions/{template}.html", State=Session.State, **more
    )


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
