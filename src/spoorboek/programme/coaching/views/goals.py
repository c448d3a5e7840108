"""The client's goals: name one, write the levels, fix them, say where one stands, share."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.acts.seats import seats_in
from spoorboek.dossiers.onlookers import role_name
from spoorboek.dossiers.views.room_pages import done, tried
from spoorboek.dossiers.views.steps_walk import for_client
from spoorboek.people.policy import GUIDES
from spoorboek.programme.coaching import access
from spoorboek.programme.coaching.acts import goals as acts
from spoorboek.programme.coaching.content import LEVEL_NAMES, LEVELS, WEIGHTS
from spoorboek.programme.coaching.forms import GoalForm, LevelsForm, RateForm
from spoorboek.programme.coaching.views.frame import found, shown
from spoorboek.programme.profile.forms import ShareForm


@require_GET
@for_client
def my_goals(request: HttpRequest, reached: Reached) -> HttpResponse:
    """Every goal with its levels, where it stands, and who reads it."""
    every = access.goals_of(reached.dossier.pk)
    own = access.own_series(reached.dossier.pk) if every else {}
    coaches, newer = access.told_apart(access.coach_series(reached.dossier.pk), own) if every else ({}, False)
    seats = seats_in(reached.dossier.pk, *GUIDES).order_by("since", "pk")
    return shown(
        request,
        reached,
        "my_goals",
        goals=[goal_card(one, own, coaches) for one in every if not one.row.ended_on],
        ended=[one for one in every if one.row.ended_on],
        movement=access.movement(own, access.weights_of(every)),
        newer=newer,
        seats=[(seat, role_name(seat.role)) for seat in seats],
    )


def goal_card(one: access.GoalShown, own: access.Series, coaches: access.Series) -> dict[str, Any]:
    """A goal with its ladder: which tread the client last chose, and which the coach."""
    mine, theirs = own.get(one.row.pk, ()), coaches.get(one.row.pk, ())
    return {
        "goal": one,
        "weight": dict(WEIGHTS)[one.row.weight],
        "rated": mine[-1] if mine else None,
        **proposed(one),
        "treads": [
            {
                "level": level,
                "name": LEVEL_NAMES[level],
                "words": one.content.level(level),
                "mine": bool(mine) and mine[-1][1] == level,
                "theirs": bool(theirs) and theirs[-1][1] == level,
            }
            for level in reversed(LEVELS)
        ],
    }


def proposed(one: access.GoalShown) -> dict[str, Any]:
    """What the coach proposes, best level first as on the ladder; the title only where it would change."""
    if one.proposal is None:
        return {}
    _row, words = one.proposal
    return {
        "proposed_title": words.title if words.title != one.content.title else "",
        "proposed": [(LEVEL_NAMES[level], words.level(level)) for level in reversed(LEVELS)],
    }


@require_http_methods(["GET", "POST"])
@for_client
def name_goal(request: HttpRequest, reached: Reached) -> HttpResponse:
    """One question: what do you want to reach?"""
    form = GoalForm(request.POST if request.method == "POST" else None)
    made: list[uuid.UUID] = []

    def act() -> None:
        said = form.cleaned_data
        made.append(acts.name_goal(reached.actor, reached.dossier.pk, said["title"], said["weight"]).pk)

    if done(request, form, act, _("Je doel staat er. Nu de treden.")):
        return redirect("goal_levels", made[0])
    return shown(request, reached, "goal_name", form=form)


@require_http_methods(["GET", "POST"])
@for_client
def levels(request: HttpRequest, reached: Reached, goal_id: uuid.UUID) -> HttpResponse:
    """The five levels in words, as long as they are not fixed."""
    goal = found(reached, goal_id)
    form = LevelsForm(
        request.POST if request.method == "POST" else None, initial=LevelsForm.first(goal.content)
    )

    def act() -> None:
        acts.write_levels(
            reached.actor, reached.dossier.pk, goal_id, form.content, goal.row.weight, form.kept
        )

    if done(request, form, act, _("Bewaard. Je kunt het nog veranderen tot je het vastlegt.")):
        return redirect("my_goals")
    return shown(request, reached, "goal_levels", form=form, goal=goal)


@require_POST
@for_client
def fix(request: HttpRequest, reached: Reached, goal_id: uuid.UUID) -> HttpResponse:
    """From now on the levels stand."""
    found(reached, goal_id)
    tried(
        request,
        lambda: acts.fix_goal(reached.actor, reached.dossier.pk, goal_id),
        _("De treden liggen vast. Nu kun je kijken waar je staat."),
    )
    return redirect("my_goals")


@require_POST
@for_client
def end(request: HttpRequest, reached: Reached, goal_id: uuid.UUID) -> HttpResponse:
    """Close the goal."""
    found(reached, goal_id)
    tried(
        request,
        lambda: acts.end_goal(reached.actor, reached.dossier.pk, goal_id),
        _("Het doel is afgesloten. Je kunt het nog lezen."),
    )
    return redirect("my_goals")


@require_http_methods(["GET", "POST"])
@for_client
def rate(request: HttpRequest, reached: Reached, goal_id: uuid.UUID) -> HttpResponse:
    """Where do I stand with this goal? One question, alone."""
    goal = found(reached, goal_id)
    if goal.row.fixed_on is None or goal.row.ended_on:
        return redirect("my_goals")
    form = RateForm(request.POST if request.method == "POST" else None, goals=[goal])

    def act() -> None:
        acts.rate_own_goals(reached.actor, reached.dossier.pk, form.levels)

    if done(request, form, act, _("Bewaard. Dit is waar je vandaag staat.")):
        return redirect("my_goals")
    return shown(request, reached, "goal_rate", form=form, goal=goal)


@require_http_methods(["GET", "POST"])
@for_client
def share(request: HttpRequest, reached: Reached, goal_id: uuid.UUID, account_id: uuid.UUID) -> HttpResponse:
    """First exactly what the other will read, then yes."""
    goal = found(reached, goal_id)
    seat = seats_in(reached.dossier.pk, *GUIDES).filter(account_id=account_id).first()
    if seat is None:
        raise Http404("Nobody like that takes part.")
    form = ShareForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        acts.share_goal(
            reached.actor, reached.dossier.pk, goal_id, account_id, form.cleaned_data["until"], form.kept
        )

    if done(request, form, act, _("%(name)s leest nu mee.") % {"name": seat.account.person.first_name}):
        return redirect("my_goals")
    treads = [(LEVEL_NAMES[level], goal.content.level(level)) for level in reversed(LEVELS)]
    return shown(request, reached, "goal_share", form=form, goal=goal, who=seat.account.person, treads=treads)


@require_POST
@for_client
def withdraw(request: HttpRequest, reached: Reached, goal_share_id: int) -> HttpResponse:
    """Stop sharing."""
    tried(
        request,
        lambda: acts.withdraw_goal(reached.actor, reached.dossier.pk, goal_share_id),
        _("Er wordt niet meer meegelezen."),
    )
    return redirect("my_goals")


@require_POST
@for_client
def take_over(request: HttpRequest, reached: Reached, proposal_id: int) -> HttpResponse:
    """Take over the coach's words."""
    tried(
        request,
        lambda: acts.take_over(reached.actor, reached.dossier.pk, proposal_id),
        _("De woorden staan er nu. Je kunt ze nog veranderen."),
    )
    return redirect("my_goals")
