"""What the pages of this room share: their templates, the programme, and reaching a step."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.views.room_pages import shown
from spoorboek.people.policy import Role
from spoorboek.programme.courses.access import Programme, programme_of, step_in
from spoorboek.programme.courses.shown import Shown
from spoorboek.site import clock


def programme(reached: Reached) -> Programme:
    return programme_of(reached, clock.today())


def found_step(reached: Reached, activity_id: uuid.UUID) -> Shown:
    """A step within the reader's reach; any other does not exist."""
    found = step_in(programme(reached), activity_id)
    if found is None:
        raise Http404("No such step.")
    return found


def page(request: HttpRequest, template: str, reached: Reached, **more: Any) -> HttpResponse:
    """A page of this room, on the route of the client and the team of a supervisor."""
    place = "route" if reached.is_client else "team" if reached.role is Role.SUPERVISOR else "caseload"
    return shown(request, reached, f"courses/{template}", **{"place": place, "today": clock.today(), **more})
