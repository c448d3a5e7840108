"""The client's own pages: the programme, one step, one question. One thing at a time; *nu even niet* always works."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.rooms import rooms_of
from spoorboek.dossiers.views.room_pages import tried
from spoorboek.dossiers.views.steps_walk import for_client
from spoorboek.people.policy import Role
from spoorboek.programme.courses.access import handovers_of, own_reasons
from spoorboek.programme.courses.acts import ending, following, starting
from spoorboek.programme.courses.forms import OwnReasonForm
from spoorboek.programme.courses.models import Course, Handover
from spoorboek.programme.courses.shown import Shown
from spoorboek.programme.courses.views.walk import found_step, page, programme

COMING = 5
"""So many steps ahead stand on the page; a long list only weighs."""


@require_GET
@for_client
def my_programme(request: HttpRequest, reached: Reached) -> HttpResponse:
    """What comes for the client, with whom and how long; what went by; what was done; what rests.

    `?alles` adds what others do.
    """
    found = programme(reached)
    every = "alles" in request.GET
    mine = found.planned if every else [one for one in found.planned if Role.CLIENT in one.row.parties]
    ahead = [one for one in mine if not one.was_before]
    coming = ahead if every else ahead[:COMING]
    return page(
        request,
        "client/programme.html",
        reached,
        programme=found,
        coming=coming,
        from_before=[one for one in mine if one.was_before],
        more=sum(not one.was_before for one in found.planned) - len(coming),
        rooms=[one for one in rooms_of(reached) if one.href != request.path],
        over=bool(found.courses)
        and not any(one.is_on or one.state == one.State.ASKED for one in found.courses),
        resting=[one for one in found.steps if one.is_put_off and one.runs],
        handovers=[one for one in handovers_of(reached) if one.state == Handover.State.WITH_CLIENT],
        done=found.done_now,
        before=found.done_before,
        own_reasons=own_reasons(reached) if reached.is_client_self else [],
    )


@require_http_methods(["GET", "POST"])
@for_client
def question(request: HttpRequest, reached: Reached, course_id: uuid.UUID) -> HttpResponse:
    """Do you want to take part? Yes, or not now: both are good."""
    found = programme(reached)
    course = own_course(found.courses, course_id)
    if course.state != Course.State.ASKED:
        messages.info(request, _("Deze vraag is al beantwoord. Er is niets veranderd."))
        return redirect("my_programme")
    where = (reached.actor, reached.dossier.pk, course.pk)
    if "yes" in request.POST:
        tried(request, lambda: starting.agree_to_course(*where), _("Fijn. Dit is wat er komt."))
        return redirect("my_programme")
    if "no" in request.POST:
        tried(request, lambda: starting.decline_course(*where), _("Dat is goed. Er verandert niets voor je."))
        return redirect("today")
    return page(request, "client/question.html", reached, course=course, method=found.methods[course.pk])


def own_course(courses: list[Course], course_id: uuid.UUID) -> Course:
    found = next((one for one in courses if one.pk == course_id), None)
    if found is None:
        raise Http404("No such course.")
    return found


@require_http_methods(["GET", "POST"])
@for_client
def my_step(request: HttpRequest, reached: Reached, activity_id: uuid.UUID) -> HttpResponse:
    """One step: what, with whom, how long, why. Done, not now, how useful."""
    step = found_step(reached, activity_id)
    if request.method == "POST":
        return done_with(request, reached, step)
    return page(request, "client/step.html", reached, step=step, scale=range(11))


def done_with(request: HttpRequest, reached: Reached, step: Shown) -> HttpResponse:
    where = (reached.actor, reached.dossier.pk, step.row.pk)
    wanted, value = request.POST.get("do", ""), request.POST.get("value", "")
    if value.isdecimal():
        thanks = _("Dank je. Alleen jij ziet je cijfer.")
        tried(request, lambda: following.tap_usefulness(*where, int(value)), thanks)
        return redirect("my_programme")
    if wanted == "done":
        if tried(request, lambda: following.record_activity(*where), _("Mooi. Dat is gedaan.")):
            return redirect("my_step", step.row.pk)
    elif wanted == "not-now":
        tried(
            request,
            lambda: following.put_off_activity(*where),
            _("Dat is goed. De stap ligt opzij. Je kunt hem altijd weer oppakken."),
        )
    elif wanted == "reopen":
        tried(request, lambda: following.reopen_activity(*where), _("De stap staat weer open."))
    return redirect("my_programme")


@require_http_methods(["GET", "POST"])
@for_client
def my_course(request: HttpRequest, reached: Reached, course_id: uuid.UUID) -> HttpResponse:
    """Rest, go on, or stop. Nothing follows from any of them."""
    found = programme(reached)
    course = own_course(found.courses, course_id)
    where = (reached.actor, reached.dossier.pk, course.pk)
    wanted = request.POST.get("do", "")
    form = OwnReasonForm(request.POST if wanted == "stop" else None)
    ok = False
    if wanted == "pause":
        ok = tried(
            request, lambda: ending.pause_course(*where), _("Je programma staat op pauze. Rust is goed.")
        )
    elif wanted == "resume":
        ok = tried(request, lambda: ending.resume_course(*where), _("Je programma gaat weer verder."))
    elif wanted == "stop" and form.is_valid():
        words = form.cleaned_data["own_words"]
        stopped = _("Je programma is gestopt. Dat heeft geen gevolgen.")
        ok = tried(request, lambda: ending.stop_course(*where, own_words=words), stopped, form)
    if ok:
        return redirect("my_programme")
    return page(
        request, "client/course.html", reached, course=course, method=found.methods[course.pk], form=form
    )
