"""The practice clock: which day it is here, and setting it."""

from collections.abc import Callable
from datetime import date, timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.actor import Actor, current_actor
from spoorboek.rehearsal import acts
from spoorboek.rehearsal.access import last_move, lesson_of, next_asking_day, schools, world_of
from spoorboek.rehearsal.forms import DayForm
from spoorboek.rehearsal.meanwhile import meanwhile
from spoorboek.site import clock

STEPS: dict[str, Callable[[Actor], date | None]] = {
    "day": lambda actor: clock.today() + timedelta(days=1),
    "week": lambda actor: clock.today() + timedelta(days=7),
    "next": next_asking_day,
    "today": lambda actor: clock.real_today(),
}


def chosen_day(actor: Actor, request: HttpRequest, form: DayForm) -> date:
    """The day that was asked for; raises `Refused` where there is none."""
    step = STEPS.get(request.POST.get("step", ""))
    if step:
        day = step(actor)
        if day is None:
            raise Refused(_("Er komt niets meer in je dossiers. Kies zelf een dag."))
        return day
    if not form.is_valid():
        raise Refused("")
    chosen: date = form.cleaned_data["to"]
    return chosen


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def practice_clock(request: HttpRequest) -> HttpResponse:
    """The day, the buttons that set it, and what happened meanwhile. In the real world this page does not exist."""
    actor = current_actor()
    try:
        acts.check(actor)
    except NotYours as refused:
        raise Http404 from refused
    form = DayForm(request.POST if request.method == "POST" and "step" not in request.POST else None)
    if request.method == "POST":
        try:
            acts.set_day(actor, chosen_day(actor, request, form))
        except Refused as refused:
            if refused.message and form.is_bound:
                form.add_error(refused.field or None, refused.message)
            elif refused.message:
                messages.warning(request, refused.message)
        else:
            return redirect("practice_clock")
    return render(request, "rehearsal/clock.html", context(actor, form), status=422 if form.errors else 200)


def context(actor: Actor, form: DayForm) -> dict[str, object]:
    move = last_move(world_of(actor))
    return {
        "today": clock.today(),
        "real_today": clock.real_today(),
        "ahead": clock.shift(),
        "next_day": next_asking_day(actor),
        "meanwhile": meanwhile(actor, move) if move else None,
        "form": form,
        "lesson": lesson_of(actor),
        "may_learn": bool(schools(actor)),
        "place": "practice_clock",
    }
