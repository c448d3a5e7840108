"""What happened while the clock ran: steps whose day passed, talks, and what the nights closed."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from spoorboek.dossiers.models import Appointment, Obligation
from spoorboek.dossiers.shown import shown
from spoorboek.people.actor import Actor
from spoorboek.people.policy import TELLS_OF_A_SAFETY_NET
from spoorboek.rehearsal.access import running
from spoorboek.rehearsal.models import Move
from spoorboek.site import clock

MOST = 12


@dataclass(frozen=True)
class Passed:
    """One step whose day came or passed, still open."""

    name: str
    title: str
    day: date
    is_late: bool
    href: str


@dataclass(frozen=True)
class Meanwhile:
    """Between two days: `days` (negative: back), the first open steps, how many more there are, talks and closings."""

    move: Move
    days: int
    passed: list[Passed]
    more: int
    talks: int
    late: int


def meanwhile(actor: Actor, move: Move) -> Meanwhile:
    """As the actor's own dossiers show it."""
    mine = running(actor)
    rows = (
        Obligation.objects.filter(
            dossier__in=mine, applies=True, next_on__gt=move.from_day, next_on__lte=move.to_day
        )
        .exclude(key__in=TELLS_OF_A_SAFETY_NET)
        .select_related("dossier__employment__person")
    )
    steps = shown(rows, clock.today())
    talks = Appointment.objects.filter(
        dossier__in=mine,
        state=Appointment.State.PLANNED,
        starts_at__date__gt=move.from_day,
        starts_at__date__lte=move.to_day,
    )
    seen = Counter(step.is_late for step in steps)
    passed = [
        Passed(
            str(step.row.dossier.employment.person.name),
            step.title,
            step.day or move.to_day,
            step.is_late,
            reverse("dossier", args=[step.row.dossier_id]),
        )
        for step in steps[:MOST]
    ]
    days = (move.to_day - move.from_day).days
    return Meanwhile(move, days, passed, max(len(steps) - MOST, 0), talks.count(), seen[True])
