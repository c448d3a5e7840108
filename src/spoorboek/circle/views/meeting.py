"""A meeting: before it begins, the room while it runs, and afterwards; and what one does in it with one tap."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from spoorboek.circle import access
from spoorboek.circle.acts import ending, planning, running, writing
from spoorboek.circle.acts.presence import be_there
from spoorboek.circle.entering import room
from spoorboek.circle.forms import MoveForm
from spoorboek.circle.message import message, spoken
from spoorboek.circle.models import Attendance, Meeting, Usefulness
from spoorboek.circle.room import Room
from spoorboek.circle.views.shared import for_professionals, is_live, page, said_no
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import Actor, current_actor

Act = Callable[[Actor, uuid.UUID, HttpRequest], Any]


@require_GET
@for_professionals
def meeting(request: HttpRequest, meeting_id: uuid.UUID) -> HttpResponse:
    """The page that fits where the meeting is."""
    actor = current_actor()
    be_there(actor, meeting_id, by_socket=False)
    return drawn(request, room(actor, meeting_id))


def drawn(request: HttpRequest, here: Room, status: int = 200, **more: Any) -> HttpResponse:
    """The room as a page."""
    found = here.meeting
    context = {"room": here, "meeting": found, "group": found.group, **more}
    if found.state == Meeting.State.LIVE:
        return page(request, "room", spoken=spoken(here), status=status, **context)
    if found.state == Meeting.State.CLOSED:
        return page(request, "afterwards", status=status, **context, **looked_back(here))
    return page(request, "beforehand", status=status, move_form=MoveForm(initial=moment(found)), **context)


def moment(found: Meeting) -> dict[str, Any]:
    from django.utils import timezone

    local = timezone.localtime(found.starts_at)
    return {"day": local.date(), "at": local.time()}


def looked_back(here: Room) -> dict[str, Any]:
    """Whether one was there, and how useful one found it."""
    mine = {"meeting": here.meeting, "account_id": here.me}
    own = Usefulness.objects.filter(**mine).first()
    return {
        "was_there": Attendance.objects.filter(**mine).exists(),
        "score": own.score if own else None,
        "scores": range(11),
    }


@require_GET
@for_professionals
def now(request: HttpRequest, meeting_id: uuid.UUID) -> HttpResponse:
    """The room as a message, for a screen without a socket; 204 where it has this number already (`?na=`)."""
    actor = current_actor()
    be_there(actor, meeting_id, by_socket=False)
    here = room(actor, meeting_id)
    if request.GET.get("na") == str(here.meeting.number) and not here.chair_offered:
        return HttpResponse(status=204)
    return JsonResponse(message(here))


@require_POST
@for_professionals
def do(request: HttpRequest, meeting_id: uuid.UUID, act: str) -> HttpResponse:
    """One of `ACTS`."""
    if act not in ACTS:
        raise Http404(act)
    access.meeting_of(current_actor(), meeting_id)
    try:
        ACTS[act](current_actor(), meeting_id, request)
    except Refused as refusal:
        refused = said_no(request, refusal)
        if refused:
            return refused
    else:
        if is_live(request):
            return JsonResponse({})
        if act in THANKS:
            messages.success(request, str(THANKS[act]()))
    return redirect("circle_meeting", meeting_id)


def account_in(request: HttpRequest) -> uuid.UUID:
    """Whom a form names."""
    try:
        return uuid.UUID(request.POST.get("account", ""))
    except ValueError as error:
        raise Refused(_("Kies iemand uit de groep.")) from error


def number_in(request: HttpRequest, name: str) -> int:
    given = request.POST.get(name, "")
    if not given.isascii() or not given.isdigit() or len(given) > 18:
        raise Refused(_("Dit lukte niet. Laad de pagina opnieuw en probeer het nog eens."))
    return int(given)


def move(actor: Actor, meeting_id: uuid.UUID, request: HttpRequest) -> None:
    form = MoveForm(request.POST)
    if not form.is_valid():
        raise Refused(_("Kies een dag en een tijd."))
    planning.move_meeting(actor, meeting_id, form.starts_at)


ACTS: dict[str, Act] = {
    "begin": lambda actor, which, _request: running.begin(actor, which),
    "verder": lambda actor, which, request: running.on(actor, which, number_in(request, "step")),
    "terug": lambda actor, which, request: running.back(actor, which, number_in(request, "step")),
    "pauze": lambda actor, which, _request: running.pause(actor, which),
    "ga-door": lambda actor, which, _request: running.go_on(actor, which),
    "voorzitten": lambda actor, which, _request: running.take_chair(actor, which),
    "voorzitter": lambda actor, which, request: planning.choose_chair(actor, which, account_in(request)),
    "inbrenger": lambda actor, which, request: planning.choose_presenter(actor, which, account_in(request)),
    "ik-breng-in": lambda actor, which, _request: planning.choose_presenter(actor, which, actor.account_id),
    "toch-niet": lambda actor, which, _request: planning.choose_presenter(actor, which, None),
    "sluit": lambda actor, which, _request: running.close(actor, which),
    "weg": lambda actor, which, request: writing.take_back(actor, which, number_in(request, "note")),
    "verzet": move,
    "gaat-niet-door": lambda actor, which, _request: planning.cancel_meeting(actor, which),
    "cijfer": lambda actor, which, request: ending.rate(actor, which, number_in(request, "score")),
}
"""By the word in the address."""

THANKS: dict[str, Callable[[], str]] = {
    "verzet": lambda: _("De bijeenkomst is verzet."),
    "cijfer": lambda: _("Dank je. Alleen jij ziet dit cijfer."),
}
