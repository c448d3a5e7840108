"""Papers of a programme in this dossier: the explanation and the consent of its own version, with the client's name."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.views.steps_walk import for_client, for_roles
from spoorboek.papers.of_methods import papers_of
from spoorboek.programme.courses.acts.common import TASK_FORCE
from spoorboek.programme.courses.views.walk import programme
from spoorboek.programme.shelf.views.papers import paper_file


@require_GET
@for_client
def my_paper(request: HttpRequest, reached: Reached, course_id: uuid.UUID, name: str) -> HttpResponse:
    """For the client. `?taal=`, `?groot`."""
    return paper_of_course(request, reached, course_id, name)


@require_GET
@for_roles(*TASK_FORCE)
def paper(request: HttpRequest, reached: Reached, course_id: uuid.UUID, name: str) -> HttpResponse:
    """For whoever explains the programme; that the dossier was opened stands on *Wie ziet wat*."""
    return paper_of_course(request, reached, course_id, name)


def paper_of_course(request: HttpRequest, reached: Reached, course_id: uuid.UUID, name: str) -> HttpResponse:
    """A paper for the client, of a programme that the reader may know of."""
    method = programme(reached).methods.get(course_id)
    file = papers_of(method).get(name) if method else None
    if method is None or file is None or file.reader != "client":
        raise Http404("No such paper.")
    person = reached.dossier.employment.person.name if file.signed else ""
    return paper_file(request, method, name, person)
