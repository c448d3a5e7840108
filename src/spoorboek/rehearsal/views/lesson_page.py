"""The lesson of 104 weeks: one stop a page, with a door to the real page on which it is done."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.dossiers.shown import week_of
from spoorboek.people.actor import current_actor
from spoorboek.rehearsal import lessons
from spoorboek.rehearsal.access import dossier_of, lesson_of, schools
from spoorboek.rehearsal.acts import check
from spoorboek.rehearsal.lesson import stops
from spoorboek.rehearsal.lessons import Standing
from spoorboek.site import clock


def door(here: Standing) -> str:
    """The real page on which the stop's step is done."""
    dossier = here.dossier.pk
    if here.stop.door == "mark_done":
        return reverse("mark_done", args=[dossier, here.stop.step, 0])
    return reverse(here.stop.door or "dossier", args=[dossier])


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def practice_lesson(request: HttpRequest) -> HttpResponse:
    """Begin, go on, stop; or the stop where one is."""
    actor = current_actor()
    try:
        check(actor)
        if request.method == "POST":
            return acted(request)
        lesson = lesson_of(actor)
        here = lessons.standing(lesson, dossier_of(lesson)) if lesson else None
    except NotYours as refused:
        raise Http404 from refused
    context: dict[str, object] = {
        "stops": stops(),
        "may_learn": bool(schools(actor)),
        "place": "practice_clock",
    }
    if here:
        context |= {
            "here": here,
            "door": door(here),
            "week": week_of(here.dossier, clock.today()),
            "person": here.dossier.employment.person,
        }
    return render(request, "rehearsal/lesson.html", context)


def acted(request: HttpRequest) -> HttpResponse:
    """Do what the button said, and show where one stands."""
    actor = current_actor()
    wanted = request.POST.get("step", "")
    try:
        if wanted == "begin":
            lessons.begin(actor)
        elif wanted == "next":
            lesson = lesson_of(actor)
            if lesson:
                lessons.go_on(actor, dossier_of(lesson))
        elif wanted == "end":
            lessons.end(actor, back_to_today="back" in request.POST)
            return redirect("practice_clock")
    except Refused as refused:
        messages.warning(request, refused.message)
    return redirect("practice_lesson")
