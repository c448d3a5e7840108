"""The dossier as professionals read it, the explanation of one date, and the whole story."""

import uuid
from datetime import timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from spoorboek.dossiers import overview
from spoorboek.dossiers.access import Reached, log_medical, open_dossier
from spoorboek.dossiers.doors import (
    Door,
    doors_of,
    facts_doors,
    people_doors,
    plan_doors,
    statement_doors,
    step_door,
    step_doors,
)
from spoorboek.dossiers.explanation import Explanation, explained_clock, explained_step, full_traces
from spoorboek.dossiers.hours_chart import hours_chart
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.now import ASKING, what_now
from spoorboek.dossiers.refusals import NotYours
from spoorboek.dossiers.retention import readable_until, term_of
from spoorboek.dossiers.rooms import rooms_of
from spoorboek.dossiers.route import route_map
from spoorboek.dossiers.shown import ShownStep
from spoorboek.dossiers.story import Told, story_of
from spoorboek.people.actor import current_actor
from spoorboek.people.policy import Role
from spoorboek.site import clock

LATEST = 8
"""So many acts of the story stand on the dossier page; the rest is one click away."""
JUST_NOW = timedelta(minutes=3)
"""How long the dates that one's own act moved stand at the top."""


def reach(request: HttpRequest, dossier_id: uuid.UUID) -> Reached:
    """The dossier, or 'not found' as if it did not exist."""
    try:
        return open_dossier(current_actor(), dossier_id)
    except NotYours as refusal:
        raise Http404(refusal.message) from refusal


def traces_for(reached: Reached) -> dict[str, Any]:
    """Full reasons for the company doctor, nothing for the employer's side and the re-integration company."""
    if reached.role is not Role.COMPANY_DOCTOR:
        return {}
    log_medical(reached)
    return full_traces(reached.dossier)


def explanation_for(
    reached: Reached, steps: list[ShownStep], asked: str, first: ShownStep | None, traces: dict[str, Any]
) -> Explanation | None:
    """The panel that was asked for, or else that of the first step that has to be done."""
    clocks = reached.dossier.route.clocks
    if asked.removeprefix("clock-") in clocks:
        name = asked.removeprefix("clock-")
        return explained_clock(name, clocks[name], traces)
    chosen = next((step for step in steps if step.anchor == asked), first)
    return explained_step(chosen, traces) if chosen else None


@require_GET
@login_required
def dossier(request: HttpRequest, dossier_id: uuid.UUID) -> HttpResponse:
    """The whole dossier; with htmx and `waarom`, only the explanation."""
    reached = reach(request, dossier_id)
    if reached.is_client:
        return redirect("my_route")
    overview.read(reached.dossier)
    steps = overview.steps(reached)
    waiting = what_now(steps, clock.today()) if is_running(reached.dossier) else []
    asked = request.GET.get("waarom", "")
    first = waiting[0] if waiting else None
    traces = traces_for(reached)
    panel = explanation_for(reached, steps, asked, None if folds(reached) else first, traces)
    about = {"panel": panel, "panel_doors": panel_doors(reached, steps, panel)}
    if getattr(request, "htmx", False) and asked:
        in_row = "" if request.headers.get("HX-Target") == "waarom" else "_in_row"
        return render(request, f"dossiers/dossier/explanation{in_row}.html", about)
    return render(
        request, "dossiers/dossier/page.html", {**about, **context(reached, steps, waiting, traces)}
    )


def asking_door(reached: Reached, step: ShownStep) -> Door | None:
    """The button beside a step that asks for something now; one that is still to come has its button in the panel."""
    return step_door(reached, step) if step.status in ASKING else None


def panel_doors(reached: Reached, steps: list[ShownStep], panel: Explanation | None) -> list[Door]:
    """What can be done with the step that is explained."""
    chosen = next((step for step in steps if panel and step.anchor == panel.key), None)
    return step_doors(reached, chosen) if chosen else []


def is_running(dossier: Dossier) -> bool:
    """Whether someone is ill now; otherwise nothing has to be done."""
    return dossier.is_open and overview.recovered_from(dossier) is None


def folds(reached: Reached) -> bool:
    """Whether what is not today's stands folded: for who guides someone and keeps no file of the law's dates."""
    return reached.role in {Role.COACH, Role.LABOUR_EXPERT}


def place_of(reached: Reached) -> str:
    """Which navigation the page stands in: a supervisor has a team, others a caseload."""
    return "team" if reached.role is Role.SUPERVISOR else "caseload"


def just_moved(told: list[Told], reached: Reached) -> Told | None:
    """The reader's own last act, for a few minutes, when it moved dates."""
    last = told[0] if told else None
    if last is None or not last.moved or last.account_id != reached.actor.account_id:
        return None
    return last if timedelta(0) <= clock.now() - last.at < JUST_NOW else None


def context(
    reached: Reached, steps: list[ShownStep], waiting: list[ShownStep], traces: dict[str, Any]
) -> dict[str, Any]:
    """Everything the page shows."""
    found = reached.dossier
    envelope = overview.envelope_of(found)
    worked = overview.hours(found)
    address = reverse("dossier", args=[found.pk])
    on = overview.stands_on(found)
    told = story_of(found, limit=LATEST + 1, envelope=envelope, role=reached.role)
    return {
        "place": place_of(reached),
        "dossier": found,
        "reached": reached,
        "person": found.employment.person,
        "facts": overview.facts_line(found, worked),
        "map": route_map(
            found, on, role=reached.role, href=lambda step: f"{address}?waarom={step.anchor}#waarom"
        ),
        "now": [
            (step, overview.with_whom(step, reached.role), asking_door(reached, step)) for step in waiting
        ],
        "clocks": overview.clocks(found, traces),
        "dates": overview.dates(steps, on),
        "worked": worked,
        "chart": hours_chart(worked, on) if any(step.hours for step in worked) else None,
        "parties": overview.parties(reached),
        "appointments": overview.appointments(found),
        "notes": overview.notes(found, envelope),
        "story": told,
        "just_moved": just_moved(told, reached),
        "statements": statement_doors(reached),
        "latest": LATEST,
        "latest_slice": f":{LATEST}",
        "goes_on_until": overview.goes_on_until(found),
        "over": found.is_open and overview.recovered_from(found) and not overview.goes_on_until(found),
        "readable_until": readable_until(found),
        "term": term_of(found.closing),
        "recovered_from": overview.recovered_from(found),
        "died": found.closing == Dossier.Closing.DIED,
        "doors": doors_of(reached),
        "rooms": rooms_of(reached),
        "facts_doors": facts_doors(reached),
        "plan_doors": plan_doors(reached),
        "people_doors": people_doors(reached),
        "is_doctor": reached.role is Role.COMPANY_DOCTOR,
        "folds": folds(reached),
        "printed_for": found.employment.person.name,
    }


@require_GET
@login_required
def story(request: HttpRequest, dossier_id: uuid.UUID) -> HttpResponse:
    """Every act from the first sick day on, newest first."""
    reached = reach(request, dossier_id)
    if reached.is_client:
        return redirect("who_sees")
    return render(
        request,
        "dossiers/dossier/story.html",
        {
            "place": place_of(reached),
            "dossier": reached.dossier,
            "person": reached.dossier.employment.person,
            "story": story_of(reached.dossier, role=reached.role),
            "printed_for": reached.dossier.employment.person.name,
        },
    )
