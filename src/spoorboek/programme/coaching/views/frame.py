"""What the pages of coaching share: their templates, and reaching a goal."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.views import room_pages
from spoorboek.programme.coaching import access
from spoorboek.programme.coaching.access import GoalShown


def shown(request: HttpRequest, reached: Reached, template: str, **more: Any) -> HttpResponse:
    return room_pages.shown(request, reached, f"coaching/{template}.html", **more)


def found(reached: Reached, goal_id: uuid.UUID) -> GoalShown:
    """A goal within reach, or *not found*."""
    goal = access.goal_of(reached.dossier.pk, goal_id)
    if goal is None:
        raise Http404("No such goal.")
    return goal
