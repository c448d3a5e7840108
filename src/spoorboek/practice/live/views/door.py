"""Reaching a session as its coach."""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

from spoorboek.dossiers.access import Reached, open_dossier
from spoorboek.dossiers.refusals import NotYours
from spoorboek.people.actor import current_actor
from spoorboek.people.policy import GUIDES
from spoorboek.practice.sessions.models import Session
from spoorboek.practice.sessions.views.frame import found

P = ParamSpec("P")
Page = Callable[Concatenate[HttpRequest, Reached, Session, P], HttpResponse]
WAITS = frozenset({Session.State.PROPOSED, Session.State.NOT_NOW})


def for_its_coach(view: Page[P]) -> Callable[..., HttpResponse]:
    """A page for the coach of this session; for everyone else it does not exist."""

    @wraps(view)
    def reached_first(
        request: HttpRequest, session_id: uuid.UUID, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        actor = current_actor()
        row = Session.objects.filter(pk=session_id, coach_id=actor.person_id).first()
        if row is None:
            raise Http404("No session that this person coaches.")
        try:
            reached = open_dossier(actor, row.dossier_id)
        except NotYours as refusal:
            raise Http404(refusal.message) from refusal
        if reached.role not in GUIDES:
            raise Http404("Not a coach in this dossier.")
        return view(request, reached, found(reached, session_id), *args, **kwargs)

    return login_required(reached_first)
