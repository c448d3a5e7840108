"""The programme of a dossier for professionals: what is near, what the plan proposes, every step; quick to record."""

import uuid
from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.doors import href
from spoorboek.dossiers.views.room_pages import tried
from spoorboek.dossiers.views.steps_walk import for_roles
from spoorboek.people.actor import acting_as
from spoorboek.people.policy import EMPLOYERS_SIDE
from spoorboek.programme.courses.access import handovers_of
from spoorboek.programme.courses.acts import answering, ending, following, versions
from spoorboek.programme.courses.acts.common import TASK_FORCE
from spoorboek.programme.courses.acts.starting import STARTS
from spoorboek.programme.courses.forms import AddForm, MoveForm, RecordForm, SkipForm, StopForm
from spoorboek.programme.courses.lessons import learnt
from spoorboek.programme.courses.models import Activity, Course
from spoorboek.programme.courses.planner import PLANNER
from spoorboek.programme.courses.proposed import shown_proposal
from spoorboek.programme.courses.shown import Shown
from spoorboek.programme.courses.views.walk import found_step, page, programme
from spoorboek.site import clock


@require_GET
@for_roles(*TASK_FORCE)
def programme_page(request: HttpRequest, reached: Reached) -> HttpResponse:
    """Everything of the programme that this reader may see."""
    found = programme(reached)
    return page(
        request,
        "programme.html",
        reached,
        programme=found,
        starts=reached.role in STARTS and reached.dossier.is_open,
        ways=Activity.Way.choices,
        handovers=handovers_of(reached),
        newer=versions.newer_for(found.running, reached.dossier),
        coaching=href("coaching", reached.dossier.pk),
    )


def back(reached: Reached) -> HttpResponse:
    return redirect("programme", reached.dossier.pk)


@require_POST
@for_roles(*TASK_FORCE)
def record(request: HttpRequest, reached: Reached, activity_id: uuid.UUID) -> HttpResponse:
    """Two taps: *Gedaan*, and how. Today, with the minutes that were expected; the step's own page has the rest."""
    step = found_step(reached, activity_id)
    way = request.POST.get("way", "")
    done = _("Vastgelegd: %(step)s.") % {"step": step.title}
    tried(
        request,
        lambda: following.record_activity(
            reached.actor,
            reached.dossier.pk,
            activity_id,
            way=way,
            minutes=step.row.expected_minutes or None,
        ),
        done,
    )
    return redirect("team") if request.POST.get("to") == "team" else back(reached)


@require_http_methods(["GET", "POST"])
@for_roles(*TASK_FORCE)
def step_page(request: HttpRequest, reached: Reached, activity_id: uuid.UUID) -> HttpResponse:
    """One step: why, when, who; and everything that can be done with it."""
    step = found_step(reached, activity_id)
    wanted = request.POST.get("do", "")
    forms = forms_for(request, step, wanted)
    if request.method == "POST" and (answer := done_with(request, reached, step, wanted, forms)):
        return answer
    form = forms.get(wanted)
    did = learnt(reached.actor, [step], clock.today()).get(step.row.ref)
    return page(request, "step.html", reached, step=step, forms=forms, form=form, scale=range(11), did=did)


def forms_for(request: HttpRequest, step: Shown, wanted: str) -> dict[str, RecordForm | MoveForm | SkipForm]:
    """The three forms of the page; what was posted fills its own."""
    row = step.row

    def posted(name: str) -> QueryDict | None:
        return request.POST if wanted == name else None

    noted = {"on": row.done_on, "way": row.way, "minutes": row.minutes} if row.done_on else {}
    initial = {"initial": noted} if noted else {}
    minutes = row.expected_minutes or None
    return {
        "record": RecordForm(posted("record"), meeting=step.is_meeting, minutes=minutes, **initial),
        "move": MoveForm(posted("move"), initial={"day": row.day, "time": row.time}),
        "skip": SkipForm(posted("skip")),
    }


def done_with(
    request: HttpRequest,
    reached: Reached,
    step: Shown,
    wanted: str,
    forms: dict[str, RecordForm | MoveForm | SkipForm],
) -> HttpResponse | None:
    """Do what was asked of a step; None when its form has to be shown again."""
    where = (reached.actor, reached.dossier.pk, step.row.pk)
    form = forms.get(wanted)
    if form is not None and not form.is_valid():
        return None
    said = form.cleaned_data if form is not None else {}
    if wanted == "record":
        ok = tried(request, lambda: following.record_activity(*where, **said), _("Het is vastgelegd."), form)
    elif wanted == "move":
        ok = tried(
            request,
            lambda: following.move_activity(*where, said["day"], said["time"]),
            _("De dag is gekozen. Het plan verzet deze stap niet meer."),
            form,
        )
    elif wanted == "skip":
        ok = tried(request, lambda: following.skip_activity(*where, said["why"]), _("Overgeslagen."), form)
    elif wanted == "reopen":
        ok = tried(request, lambda: following.reopen_activity(*where), _("De stap staat weer open."))
    else:
        return tapped(request, reached, step)
    return back(reached) if ok or form is None else None


def tapped(request: HttpRequest, reached: Reached, step: Shown) -> HttpResponse:
    """The reader's own 0 to 10."""
    value = request.POST.get("value", "")
    if value.isdecimal():
        tried(
            request,
            lambda: following.tap_usefulness(reached.actor, reached.dossier.pk, step.row.pk, int(value)),
            _("Dank je. Alleen jij ziet je eigen cijfer terug."),
        )
    return redirect("programme_step", reached.dossier.pk, step.row.pk)


@require_http_methods(["GET", "POST"])
@for_roles(*TASK_FORCE)
def add(request: HttpRequest, reached: Reached) -> HttpResponse:
    """A contact in between: welcome, and never counted against the plan."""
    form = AddForm(request.POST or None, role=reached.role)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        ok = tried(
            request,
            lambda: following.add_activity(
                reached.actor,
                reached.dossier.pk,
                said["kind"],
                day=said["on"],
                way=said["way"],
                minutes=said["minutes"],
                done=True,
            ),
            _("Het extra contact staat erbij."),
            form,
        )
        if ok:
            return back(reached)
    return page(request, "add.html", reached, form=form)


@require_POST
@for_roles(*TASK_FORCE)
def proposals(request: HttpRequest, reached: Reached) -> HttpResponse:
    """Take over what was ticked, or leave it as it stands."""
    chosen = [uuid.UUID(key) for key in request.POST.getlist("proposal") if is_id(key)]
    if not chosen:
        messages.info(request, _("Je koos geen voorstel. Er is niets veranderd."))
        return back(reached)
    takes = "accept" in request.POST
    act = answering.accept_proposals if takes else answering.leave_proposals
    done = (
        ngettext("%(number)s stap is aangepast.", "%(number)s stappen zijn aangepast.", len(chosen))
        if takes
        else _("De stappen blijven waar ze stonden.")
    )
    tried(request, lambda: act(reached.actor, reached.dossier.pk, chosen), done % {"number": len(chosen)})
    return back(reached)


def is_id(key: str) -> bool:
    try:
        uuid.UUID(key)
    except ValueError:
        return False
    return True


@require_http_methods(["GET", "POST"])
@for_roles(*TASK_FORCE)
def course_page(request: HttpRequest, reached: Reached, course_id: uuid.UUID) -> HttpResponse:
    """Pause, go on, stop with a reason from the list, or finish."""
    found = programme(reached)
    course = next((one for one in found.courses if one.pk == course_id), None)
    if course is None:
        raise Http404("No such course.")
    wanted = request.POST.get("do", "")
    form = StopForm(request.POST if wanted == "stop" else None)
    if request.method == "POST" and changed(request, reached, course, wanted, form):
        return back(reached)
    return page(
        request,
        "course.html",
        reached,
        course=course,
        method=found.methods[course.pk],
        form=form,
        newer=versions.newer(course, reached.dossier),
    )


@require_http_methods(["GET", "POST"])
@for_roles(*TASK_FORCE)
def version(request: HttpRequest, reached: Reached, course_id: uuid.UUID) -> HttpResponse:
    """What the newer version of a method would change here, and going over to it."""
    found = programme(reached)
    course = next((one for one in found.courses if one.pk == course_id), None)
    if course is None:
        raise Http404("No such course.")
    method = versions.newer(course, reached.dossier)
    if method is None or course.state != Course.State.RUNNING:
        return page(
            request, "version.html", reached, course=course, method=found.methods[course.pk], same=True
        )
    if request.method == "POST":
        done = _("Het programma volgt nu versie %(version)s.") % {"version": method.version}
        shown = request.POST.get("version", "")
        went = tried(
            request,
            lambda: versions.move_to_version(reached.actor, reached.dossier.pk, course.pk, shown),
            done,
        )
        return back(reached) if went else redirect("programme_version", reached.dossier.pk, course.pk)
    with acting_as(PLANNER):
        move = versions.move_with(course, method)
    narrow = reached.role in EMPLOYERS_SIDE
    both = {**found.methods, course.pk: method}
    gone = {row.pk for row in move.gone}
    return page(
        request,
        "version.html",
        reached,
        course=course,
        method=method,
        proposals=[
            shown_proposal(one, both, found.today) for one in move.proposals if not (narrow and one.private)
        ],
        gone=[one for one in found.steps if one.row.pk in gone],
        renewed=renewed_lines(move, found.steps),
    )


def renewed_lines(move: versions.Move, steps: list[Shown]) -> list[tuple[str, str, str]]:
    """Of the steps the reader sees: the title, how long and with whom it is now, and how it becomes. Each step once."""
    seen = {one.row.pk: one for one in steps}
    lines = {}
    for one in move.renewed:
        old = seen.get(one.row.pk)
        if old:
            words = _("%(minutes)s minuten, %(who)s")
            new = replace(old, row=replace_row(one))
            lines[old.row.step] = (
                old.title,
                words % {"minutes": old.row.expected_minutes, "who": old.who},
                words % {"minutes": one.minutes, "who": new.who},
            )
    return list(lines.values())


def replace_row(one: versions.Renewed) -> Activity:
    """The step as it becomes, not stored."""
    return Activity(who=one.who, kind=one.row.kind, ref=one.ref)


def changed(request: HttpRequest, reached: Reached, course: Course, wanted: str, form: StopForm) -> bool:
    where = (reached.actor, reached.dossier.pk, course.pk)
    if wanted == "pause":
        return tried(request, lambda: ending.pause_course(*where), _("Het programma staat op pauze."))
    if wanted == "resume":
        return tried(request, lambda: ending.resume_course(*where), _("Het programma gaat weer verder."))
    if wanted == "finish":
        return tried(request, lambda: ending.finish_course(*where), _("Het programma is afgerond."))
    if wanted != "stop" or not form.is_valid():
        return False
    why = form.cleaned_data["why"]
    return tried(request, lambda: ending.stop_course(*where, why=why), _("Het programma is gestopt."), form)
