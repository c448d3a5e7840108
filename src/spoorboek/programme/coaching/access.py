"""Reading goals, ratings, agenda, notes and homework: each reader gets what row security lets through."""

import json
import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from spoorboek.dossiers.models import Appointment
from spoorboek.dossiers.shown import in_language
from spoorboek.instruments.goal_attainment import t_score
from spoorboek.methods.worksheets import Worksheet
from spoorboek.people.actor import Actor
from spoorboek.people.envelopes import Envelope
from spoorboek.programme.coaching.content import Content, read
from spoorboek.programme.coaching.models import (
    Agenda,
    CoachRating,
    Goal,
    GoalShare,
    Homework,
    Note,
    OwnRating,
    Proposal,
)
from spoorboek.programme.folder.sheets import sheets
from spoorboek.site import clock

STILL_GOES_ON = timedelta(hours=4)
"""An appointment stays on the page so long after it began."""
Series = Mapping[uuid.UUID, Sequence[tuple[date, int]]]
"""By goal: days and levels, oldest first."""


@dataclass(frozen=True)
class GoalShown:
    """A goal, opened."""

    row: Goal
    content: Content
    shares: tuple[GoalShare, ...] = ()
    proposal: tuple[Proposal, Content] | None = None


def live_shares(goal: Goal) -> tuple[GoalShare, ...]:
    """Who reads it now: prefetched `shares`."""
    today = clock.today()
    return tuple(
        one
        for one in goal.shares.all()
        if one.withdrawn_at is None and (one.until is None or one.until >= today)
    )


def goals_of(dossier_id: uuid.UUID) -> list[GoalShown]:
    """Every goal within reach, running ones first."""
    rows = list(
        Goal.objects.filter(dossier_id=dossier_id).prefetch_related(
            "shares__account__person", "proposals__author__person"
        )
    )
    if not rows:
        return []
    envelope = Envelope(dossier_id)
    rows.sort(key=lambda row: row.ended_on is not None)
    return [
        GoalShown(row, read(envelope.open(row.sealed)), live_shares(row), latest_proposal(row, envelope))
        for row in rows
    ]


def latest_proposal(goal: Goal, envelope: Envelope) -> tuple[Proposal, Content] | None:
    """Words that the coach proposed since the goal was last changed."""
    if goal.fixed_on or goal.ended_on:
        return None
    waiting = [one for one in goal.proposals.all() if one.made_at > goal.changed_at]
    return (waiting[0], read(envelope.open(waiting[0].sealed))) if waiting else None


def goal_of(dossier_id: uuid.UUID, goal_id: uuid.UUID) -> GoalShown | None:
    """One goal within reach."""
    return next((one for one in goals_of(dossier_id) if one.row.pk == goal_id), None)


def series(rows: QuerySet[OwnRating] | QuerySet[CoachRating], envelope: Envelope) -> Series:
    """Ratings opened, by goal."""
    found: dict[uuid.UUID, list[tuple[date, int]]] = defaultdict(list)
    for row in rows:
        found[row.goal_id].append((row.on, int(envelope.open(row.sealed))))
    return found


def own_series(dossier_id: uuid.UUID) -> Series:
    """What the client said, as far as the reader reaches it."""
    return series(OwnRating.objects.filter(dossier_id=dossier_id), Envelope(dossier_id))


def coach_series(dossier_id: uuid.UUID, author_id: uuid.UUID | None = None) -> Series:
    """What one coach said, or every coach within reach."""
    rows = CoachRating.objects.filter(dossier_id=dossier_id)
    return series(rows.filter(author_id=author_id) if author_id else rows, Envelope(dossier_id))


def last_day(found: Series) -> date | None:
    """The last day on which something was rated."""
    return max((on for days in found.values() for on, _level in days), default=None)


def told_apart(other: Series, mine: Series) -> tuple[Series, bool]:
    """The other's ratings up to one's own last one, and whether there is a newer one that waits.

    Client and coach rate apart: whoever has not rated yet is not led by the other.
    """
    until = last_day(mine)
    seen = {
        goal: [(on, level) for on, level in days if until and on <= until] for goal, days in other.items()
    }
    newer = any(on > (until or date.min) for days in other.values() for on, _level in days)
    return seen, newer


@dataclass(frozen=True)
class Movement:
    """The T-score of a set of goals on one day, and over how many goals it goes."""

    on: date
    score: float
    goals: int


def movement(found: Series, weights: Mapping[uuid.UUID, int]) -> list[Movement]:
    """The set's T-score on each day that something was rated; goals keep their last level until then."""
    days = sorted({on for goal, rated in found.items() if goal in weights for on, _level in rated})
    told: list[Movement] = []
    for day in days:
        levels = {
            goal: [level for on, level in rated if on <= day][-1]
            for goal, rated in found.items()
            if goal in weights and any(on <= day for on, _level in rated)
        }
        score = t_score(list(levels.values()), [weights[goal] for goal in levels])
        if score is not None:
            told.append(Movement(day, score, len(levels)))
    return told


def weights_of(goals: Sequence[GoalShown]) -> dict[uuid.UUID, int]:
    """Weights of the goals whose levels are fixed."""
    return {one.row.pk: one.row.weight for one in goals if one.row.fixed_on}


@dataclass(frozen=True)
class HomeworkShown:
    """Homework in words. `said` is empty while it waits."""

    row: Homework
    title: str
    minutes: int
    said: str
    said_on: date | None


def title_of(worksheet: str, offered: Mapping[str, Worksheet]) -> tuple[str, int]:
    """The title of a worksheet in the reader's language, and its minutes; the key where the file is gone."""
    found = offered.get(worksheet)
    return (in_language(found.title), found.minutes) if found else (worksheet, 0)


def homework_of(dossier_id: uuid.UUID) -> list[HomeworkShown]:
    """Homework within reach that was not taken back, latest first."""
    rows = list(
        Homework.objects.filter(dossier_id=dossier_id, withdrawn_on__isnull=True)
        .select_related("reply", "author__person")
        .order_by("-given_on", "-pk")
    )
    envelope = Envelope(dossier_id) if any(row.sealed for row in rows) else None
    offered = sheets(dossier_id) if rows else {}
    return [shown_homework(row, envelope, offered) for row in rows]


def shown_homework(
    row: Homework, envelope: Envelope | None, offered: Mapping[str, Worksheet]
) -> HomeworkShown:
    words = envelope.open(row.sealed) if envelope and row.sealed else ""
    title, minutes = (words, 0) if words else title_of(row.worksheet, offered)
    reply = getattr(row, "reply", None)
    return HomeworkShown(row, title, minutes, reply.said if reply else "", reply.said_on if reply else None)


def notes_of(dossier_id: uuid.UUID) -> list[tuple[Note, str]]:
    """Notes within reach, latest first; a redacted one has no text."""
    rows = list(Note.objects.filter(dossier_id=dossier_id).select_related("author__person"))
    envelope = Envelope(dossier_id) if rows else None
    return [(row, envelope.open(row.sealed) if envelope and not row.redacted_at else "") for row in rows]


def agendas_of(dossier_id: uuid.UUID) -> list[tuple[Agenda, list[str]]]:
    """Agendas of sessions that were not held yet, within reach."""
    rows = list(
        Agenda.objects.filter(dossier_id=dossier_id, held_on__isnull=True).select_related(
            "appointment", "author__person"
        )
    )
    envelope = Envelope(dossier_id) if rows else None
    return [(row, json.loads(envelope.open(row.sealed))) for row in rows if envelope]


def talks_with(actor: Actor, dossier_id: uuid.UUID) -> QuerySet[Appointment]:
    """The reader's own appointments with this client that still come."""
    return Appointment.objects.filter(
        dossier_id=dossier_id,
        with_account_id=actor.person_id,
        state=Appointment.State.PLANNED,
        starts_at__gte=clock.now() - STILL_GOES_ON,
    )


def talks_between(actor: Actor, first: datetime, last: datetime) -> list[Appointment]:
    """All the reader's appointments in a stretch of time, over all dossiers, first one first."""
    rows = (
        Appointment.objects.filter(
            with_account_id=actor.person_id,
            state=Appointment.State.PLANNED,
            starts_at__gte=first,
            starts_at__lt=last,
        )
        .select_related("dossier__employment__person")
        .prefetch_related("replies")
        .order_by("starts_at")
    )
    return list(rows)


def by_day(rows: Sequence[Appointment]) -> list[tuple[date, list[Appointment]]]:
    """Appointments under their Dutch day."""
    days: dict[date, list[Appointment]] = defaultdict(list)
    for row in rows:
        days[timezone.localtime(row.starts_at).date()].append(row)
    return sorted(days.items())
