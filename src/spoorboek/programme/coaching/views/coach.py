"""A coach's room in a dossier: goals that were shared, the next session, notes. Another coach sees none of it."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from spoorboek.dossiers import health_words
from spoorboek.dossiers.access import Reached, log_opening
from spoorboek.dossiers.views.room_pages import done, tried
from spoorboek.dossiers.views.steps_walk import for_roles
from spoorboek.people.policy import GUIDES, Layer
from spoorboek.programme.coaching import access
from spoorboek.programme.coaching.acts import goals, sessions
from spoorboek.programme.coaching.forms import AgendaForm, LevelsForm, NoteForm, RateForm
from spoorboek.programme.coaching.models import Agenda, Note
from spoorboek.programme.coaching.proposing import proposed_points
from spoorboek.programme.coaching.views.frame import found, shown
from spoorboek.programme.coaching.views.goals import goal_card


@require_GET
@for_roles(*GUIDES)
def coaching(request: HttpRequest, reached: Reached) -> HttpResponse:
    """The next session, goals, homework and notes on one page."""
    dossier_id = reached.dossier.pk
    talks = list(access.talks_with(reached.actor, dossier_id)[:3])
    agendas = access.agendas_of(dossier_id)
    return shown(
        request,
        reached,
        "coaching",
        talks=[(row, lines_of(agendas, row.pk)) for row in talks],
        loose=next((lines for row, lines in agendas if row.appointment_id is None), []),
        homework=access.homework_of(dossier_id),
        notes=access.notes_of(dossier_id),
        **goals_shown(reached),
    )


def goals_shown(reached: Reached) -> dict[str, Any]:
    """Goals that were shared, with both sides' ratings as far as the reader should see them."""
    dossier_id = reached.dossier.pk
    every = [one for one in access.goals_of(dossier_id) if not one.row.ended_on]
    if not every:
        return {"goals": [], "movement": [], "newer": False}
    log_opening(reached.actor, reached.dossier, reached.role, Layer.PERSONAL)
    mine = access.coach_series(dossier_id, reached.actor.person_id)
    theirs, newer = access.told_apart(access.own_series(dossier_id), mine)
    return {
        "goals": [goal_card(one, theirs, mine) for one in every],
        "movement": access.movement(theirs, access.weights_of(every)),
        "own_movement": access.movement(mine, access.weights_of(every)),
        "newer": newer,
        "fixed": any(one.row.fixed_on for one in every),
    }


def lines_of(agendas: list[tuple[Agenda, list[str]]], appointment_id: uuid.UUID) -> list[str]:
    return next((lines for row, lines in agendas if row.appointment_id == appointment_id), [])


@require_http_methods(["GET", "POST"])
@for_roles(*GUIDES)
def write_agenda(request: HttpRequest, reached: Reached) -> HttpResponse:
    """Tick what was proposed, add one's own, done."""
    talk = access.talks_with(reached.actor, reached.dossier.pk).first()
    points = proposed_points(reached.actor, reached.dossier.pk)
    before = lines_of(access.agendas_of(reached.dossier.pk), talk.pk) if talk else []
    first = {
        "points": [point for point in points if not before or point in before],
        "own": "\n".join(line for line in before if line not in points),
    }
    form = AgendaForm(request.POST if request.method == "POST" else None, points=points, initial=first)

    def act() -> None:
        sessions.write_agenda(
            reached.actor, reached.dossier.pk, form.lines, talk.pk if talk else None, form.kept
        )

    if done(request, form, act, _("De agenda staat klaar. Je kandidaat kan hem lezen.")):
        return redirect("coaching", reached.dossier.pk)
    return shown(request, reached, "agenda_form", form=form, talk=talk)


@require_http_methods(["GET", "POST"])
@for_roles(*GUIDES)
def write_note(request: HttpRequest, reached: Reached) -> HttpResponse:
    """A working note; the field says who reads it."""
    form = NoteForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        said = form.cleaned_data
        sessions.write_note(reached.actor, reached.dossier.pk, said["on"], said["text"], form.kept)

    if done(request, form, act, _("De notitie is bewaard.")):
        return redirect("coaching", reached.dossier.pk)
    may_not = health_words.may_not_be_written()
    return shown(request, reached, "note_form", form=form, may_not=may_not)


@require_http_methods(["GET", "POST"])
@for_roles(*GUIDES)
def redact_note(request: HttpRequest, reached: Reached, coaching_note_id: uuid.UUID) -> HttpResponse:
    """Take the text of one's own note away for good."""
    row = Note.objects.filter(
        pk=coaching_note_id, dossier_id=reached.dossier.pk, author_id=reached.actor.person_id
    ).first()
    if row is None:
        raise Http404("No such note.")
    if request.method == "POST":
        tried(
            request,
            lambda: sessions.redact_note(reached.actor, reached.dossier.pk, row.pk),
            _("De tekst is weg."),
        )
        return redirect("coaching", reached.dossier.pk)
    return shown(request, reached, "redact", note=row)


@require_http_methods(["GET", "POST"])
@for_roles(*GUIDES)
def rate(request: HttpRequest, reached: Reached) -> HttpResponse:
    """Where the coach sees the goals standing, before seeing what the client said."""
    fixed = [one for one in access.goals_of(reached.dossier.pk) if one.row.fixed_on and not one.row.ended_on]
    form = RateForm(request.POST if request.method == "POST" else None, goals=fixed)

    def act() -> None:
        goals.rate_as_coach(reached.actor, reached.dossier.pk, form.levels)

    if done(request, form, act, _("Bewaard. Nu zie je ook wat je kandidaat koos.")):
        return redirect("coaching", reached.dossier.pk)
    return shown(request, reached, "rate_form", form=form, fixed=fixed)


@require_http_methods(["GET", "POST"])
@for_roles(*GUIDES)
def propose(request: HttpRequest, reached: Reached, goal_id: uuid.UUID) -> HttpResponse:
    """Propose words for the levels; the client decides."""
    goal = found(reached, goal_id)
    if goal.row.fixed_on:
        return redirect("coaching", reached.dossier.pk)
    form = LevelsForm(
        request.POST if request.method == "POST" else None, initial=LevelsForm.first(goal.content)
    )

    def act() -> None:
        goals.propose_levels(reached.actor, reached.dossier.pk, goal_id, form.content, form.kept)

    if done(request, form, act, _("Je voorstel staat bij het doel. Je kandidaat kiest of het zo wordt.")):
        return redirect("coaching", reached.dossier.pk)
    return shown(request, reached, "propose_form", form=form, goal=goal)
