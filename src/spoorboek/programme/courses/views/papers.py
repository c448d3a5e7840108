"""Papers of a programme in this dossier: the explanation and the consent of its own version, with the client's name."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.views.room_pages import tried
from spoorboek.dossiers.views.steps_walk import for_client, for_roles
from spoorboek.papers.of_methods import papers_of
from spoorboek.programme.courses.acts.common import TASK_FORCE
from spoorboek.programme.courses.acts.on_paper import agree_on_paper, withdraw_on_paper
from spoorboek.programme.courses.acts.starting import STARTS
from spoorboek.programme.courses.forms import PaperForm
from spoorboek.programme.courses.models import Course
from spoorboek.programme.courses.views.walk import page, programme
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


@require_http_methods(["GET", "POST"])
@for_roles(*STARTS)
def on_paper(request: HttpRequest, reached: Reached, course_id: uuid.UUID) -> HttpResponse:
    """For a client without a way in: signed on paper, or taken back on paper."""
    found = programme(reached)
    course = next((one for one in [*found.asked, *found.courses] if one.pk == course_id), None)
    if course is None or not found.methods[course_id].consent.needed:
        raise Http404("No such programme.")
    where = (reached.actor, reached.dossier.pk, course_id)
    is_asked = course.state == Course.State.ASKED
    form = PaperForm(request.POST if request.method == "POST" and is_asked else None)
    if request.method == "POST" and not is_asked:
        if tried(
            request,
            lambda: withdraw_on_paper(*where),
            _("Het programma is gestopt. Dat heeft geen gevolgen."),
        ):
            return redirect("programme", reached.dossier.pk)
    elif request.method == "POST" and form.is_valid():
        signed_on = form.cleaned_data["signed_on"]
        if tried(
            request,
            lambda: agree_on_paper(*where, signed_on),
            _("Vastgelegd. Het programma is begonnen."),
            form,
        ):
            return redirect("programme", reached.dossier.pk)
    used = reached.dossier.employment.person.account.is_used
    more = {"course": course, "method": found.methods[course_id], "is_used": used, "is_asked": is_asked}
    return page(request, "on_paper.html", reached, form=form, **more)
