"""Starting a method with a client: choose, look at the plan with its days and people, then ask or begin."""

import uuid
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.shown import in_language
from spoorboek.dossiers.views.room_pages import tried
from spoorboek.dossiers.views.steps_walk import for_roles
from spoorboek.methods import Method
from spoorboek.methods.planned import Planned
from spoorboek.methods.planning import Loop
from spoorboek.people.models import ROLE_NAMES
from spoorboek.people.policy import EMPLOYERS_SIDE, Role
from spoorboek.programme.courses.acts.starting import STARTS, Wish, start_courses
from spoorboek.programme.courses.editions import offered_to
from spoorboek.programme.courses.forms import StartForm
from spoorboek.programme.courses.models import Activity, Course
from spoorboek.programme.courses.planner import days_of, preview
from spoorboek.programme.courses.shown import Shown
from spoorboek.programme.courses.views.walk import page
from spoorboek.site import clock


@require_http_methods(["GET", "POST"])
@for_roles(*STARTS)
def start(request: HttpRequest, reached: Reached) -> HttpResponse:
    """One page in two steps: choose a method and a day; see the plan; ask the client, or begin together."""
    if not reached.dossier.is_open:
        return redirect("programme", reached.dossier.pk)
    known = offered_to(reached.role, reached.dossier.employment.organisation)
    data = request.POST if request.method == "POST" else request.GET if "methods" in request.GET else None
    choices = [(key, in_language(one.title)) for key, one in known.items()]
    form = StartForm(data, choices=choices, with_private=any(one.private for one in known.values()))
    if data is not None and form.is_valid():
        wish = wish_of(form)
        chosen = [known[key] for key in wish.methods]
        if request.method == "POST":
            if begun(request, reached, wish, chosen, form):
                return redirect("programme", reached.dossier.pk)
        elif (plan := planned(reached, wish, chosen, form)) is not None:
            return shown_plan(request, reached, form, chosen, plan)
    return page(request, "start.html", reached, form=form, methods=list(known.values()))


def wish_of(form: StartForm) -> Wish:
    found = form.cleaned_data
    return Wish(tuple(found["methods"]), found["starts"], tuple(found["has"]))


def begun(request: HttpRequest, reached: Reached, wish: Wish, chosen: list[Method], form: StartForm) -> bool:
    asks = any(one.consent.needed for one in chosen)
    done = (
        _("De vraag staat klaar. %(name)s kiest zelf, en ziet de vraag bij Vandaag.")
        if asks
        else _("Het programma is begonnen. Het plan staat hieronder.")
    )
    name = {"name": reached.dossier.employment.person.first_name}
    return tried(request, lambda: start_courses(reached.actor, reached.dossier.pk, wish), done % name, form)


def planned(reached: Reached, wish: Wish, chosen: list[Method], form: StartForm) -> list[Planned] | None:
    course = Course(
        id=uuid.uuid4(), dossier=reached.dossier, starts=max(wish.starts, clock.today()), facts=wish.facts
    )
    try:
        return preview(chosen, reached.dossier.pk, course)
    except Loop as loop:
        form.add_error(
            "methods",
            _("Deze methoden wachten op elkaar en gaan niet samen: %(way)s.") % {"way": " → ".join(loop.way)},
        )
        return None


def shown_plan(
    request: HttpRequest, reached: Reached, form: StartForm, chosen: list[Method], plan: list[Planned]
) -> HttpResponse:
    """The plan by phase, as this reader may see it: private steps are the client's and the coach's."""
    narrow = reached.role in EMPLOYERS_SIDE
    every = [one for one in plan if not (narrow and one.activity.is_private)]
    phases = {(method.key, phase.key): phase for method in chosen for phase in method.phases}
    titles = {key: in_language(phase.title) for (_method, key), phase in phases.items()}
    order = {key: place for place, key in enumerate(titles)}
    by_phase = sorted(every, key=lambda one: order.get(one.phase, 99))
    groups = [
        (titles.get(key, ""), [as_shown(one, chosen, reached) for one in some])
        for key, some in groupby(by_phase, key=lambda one: one.phase)
    ]
    return page(
        request,
        "start_plan.html",
        reached,
        form=form,
        methods=chosen,
        asks=any(one.consent.needed for one in chosen),
        groups=groups,
        total=len(every),
        kept_apart=narrow and len(every) < len(plan),
        missing=missing_people(chosen, plan),
        may_invite=reached.role is Role.CASE_MANAGER,
    )


def missing_people(chosen: list[Method], plan: list[Planned]) -> list[str]:
    """Whom a method counts on and who takes no part in this dossier yet: their steps are not in the plan."""
    planned = {one.activity.key for one in plan}
    asked = [(key, step.key) for method in chosen for step in method.activities for key in step.only_if.has]
    there = {key for key, step in asked if step in planned}
    return [str(ROLE_NAMES[role]) for role in Role if role in dict(asked) and role not in there]


def as_shown(one: Planned, chosen: list[Method], reached: Reached) -> Shown:
    """A step of a plan that is not stored, shown as one that is."""
    method = next((each for each in chosen if each.key in one.methods), chosen[0])
    row = Activity(
        step=one.activity.key,
        number=one.number,
        kind=one.activity.kind.value,
        who=",".join(one.who),
        expected_minutes=one.activity.minutes,
        core=one.activity.core,
        private=one.activity.is_private,
        **days_of(one),
    )
    return Shown(row, one.activity, method, reached.role, clock.today(), True, None)
