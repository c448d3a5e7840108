"""Pages on which somebody types: the case beforehand, and a text in a step. What was found comes back marked."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from spoorboek.circle import access
from spoorboek.circle.acts.writing import Traced, write, write_case
from spoorboek.circle.entering import room
from spoorboek.circle.forms import CaseForm
from spoorboek.circle.marked import Marked
from spoorboek.circle.views.meeting import drawn
from spoorboek.circle.views.shared import for_professionals, is_live, page
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import current_actor


def kept_in(request: HttpRequest) -> list[str]:
    """Words of which the writer says that they may stay."""
    return [word[:80] for word in request.POST.getlist("kept")[:60]]


@require_http_methods(["GET", "POST"])
@for_professionals
def case(request: HttpRequest, meeting_id: uuid.UUID) -> HttpResponse:
    """The case, beforehand or while the meeting runs."""
    actor = current_actor()
    access.meeting_of(actor, meeting_id)
    here = room(actor, meeting_id)
    form = CaseForm(request.POST or None, initial={"text": here.case})
    marked = None
    if form.is_bound and form.is_valid():
        try:
            write_case(actor, meeting_id, form.cleaned_data["text"], kept_in(request))
            messages.success(
                request, _("Je casus staat klaar. Anderen zien hem pas als je begint met vertellen.")
            )
            return redirect("circle_meeting", meeting_id)
        except Traced as refusal:
            marked = Marked.of(refusal, kept_in(request))
        except Refused as refusal:
            form.add_error(None, refusal.message)
    status = 422 if form.is_bound else 200
    return page(request, "case", room=here, meeting=here.meeting, form=form, marked=marked, status=status)


@require_POST
@for_professionals
def write_note(request: HttpRequest, meeting_id: uuid.UUID) -> HttpResponse:
    """A text in a step."""
    actor = current_actor()
    access.meeting_of(actor, meeting_id)
    text, step = request.POST.get("text", ""), request.POST.get("step", "")
    try:
        write(actor, meeting_id, step, text, kept_in(request))
    except Refused as refusal:
        marked = Marked.of(refusal, kept_in(request)) if isinstance(refusal, Traced) else None
        more = {"marked": marked, "text": text, "refusal": refusal.message}
        here = room(actor, meeting_id)
        if is_live(request):
            context = {"room": here, "meeting": here.meeting, **more}
            own = render_to_string("circle/parts/own.html", context)
            return JsonResponse({"say": refusal.message, "own": own}, status=422)
        return drawn(request, here, status=422, **more)
    if is_live(request):
        return JsonResponse({})
    return redirect("circle_meeting", meeting_id)
