"""A supervisor's own people who are ill: who, which week, and the one step of this week."""

import uuid
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spoorboek.dossiers.access import Reached, dossiers_of
from spoorboek.dossiers.doors import Door, step_door
from spoorboek.dossiers.guides import How, how_for
from spoorboek.dossiers.models import Appointment, Dossier
from spoorboek.dossiers.now import open_steps
from spoorboek.dossiers.offers import TeamLine, offered_to_team
from spoorboek.dossiers.overview import recovered_from
from spoorboek.dossiers.shown import ShownStep, Status, shown, week_of
from spoorboek.people.actor import Actor
from spoorboek.people.policy import Role
from spoorboek.site import clock

THIS_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Member:
    """One person of the team with this week's step, if one is the supervisor's, and how to do it."""

    dossier: Dossier
    name: str
    week: int
    recovered_from: date | None
    step: ShownStep | None
    how: How
    door: Door | None
    appointment: Appointment | None
    offers: tuple[TeamLine, ...] = ()


def members(actor: Actor, today: date) -> list[Member]:
    """Open dossiers in which the actor is the supervisor, those with a step of this week first."""
    found = (
        dossiers_of(actor, (Role.SUPERVISOR,))
        .filter(closed_on__isnull=True)
        .prefetch_related("obligations", "spells")
    )
    rows = list(found)
    talks = next_talks(actor, [row.pk for row in rows])
    offers = offered_to_team(actor, [row.pk for row in rows], today)
    made = [
        replace(member(actor, row, today, talks.get(row.pk)), offers=tuple(offers.get(row.pk, ())))
        for row in rows
    ]
    return sorted(made, key=lambda one: (asks(one), one.step.day if one.step else today, one.name))


def asks(one: Member) -> int:
    """First who has a step of this week, then who has something of a method, then whoever asks for nothing."""
    return 0 if one.step else 1 if one.offers else 2


def next_talks(actor: Actor, ids: list[uuid.UUID]) -> dict[uuid.UUID, Appointment]:
    """The supervisor's own next appointment in each dossier."""
    planned = Appointment.objects.filter(
        dossier__in=ids,
        with_account_id=actor.account_id,
        state=Appointment.State.PLANNED,
        starts_at__gte=clock.now(),
    ).order_by("-starts_at")
    return {row.dossier_id: row for row in planned}


def member(actor: Actor, dossier: Dossier, today: date, talk: Appointment | None) -> Member:
    """One person of the team."""
    fit = recovered_from(dossier)
    step = None if fit else step_of_this_week(dossier, today)
    door = step_door(Reached(dossier, Role.SUPERVISOR, actor), step) if step else None
    how = how_for("recovered" if fit else step.key if step else "keep-in-touch")
    return Member(
        dossier, dossier.employment.person.name, week_of(dossier, today), fit, step, how, door, talk
    )


def step_of_this_week(dossier: Dossier, today: date) -> ShownStep | None:
    """The first step in which the supervisor has a part and that asks for something within a week."""
    steps = open_steps(shown(dossier.obligations.all(), today, Role.SUPERVISOR), today)
    mine = [step for step in steps if step.mine and step.day and step.day <= today + THIS_WEEK]
    return next((step for step in mine if step.status is not Status.COMING), None)
