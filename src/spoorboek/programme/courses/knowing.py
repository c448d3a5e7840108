"""What a plan is made from, read for many courses in a fixed number of queries."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Min

from spoorboek.dossiers.models import Milestone, Obligation, ResumedHours, Route, Spell
from spoorboek.law.keys import KEYS
from spoorboek.methods.model import PHASE, START, Method
from spoorboek.methods.planned import Facts
from spoorboek.people.access import still
from spoorboek.people.models import Involvement
from spoorboek.people.policy import TELLS_OF_A_SAFETY_NET
from spoorboek.programme.courses.models import Course

CLOCKS = {"wage": "wage_last_day", "wia": "wia_last_day", "dismissal-ban": "ban_last_day"}
ALWAYS = frozenset({"employer", "colleagues"})
TOLD_ANCHORS = frozenset(KEYS) - frozenset(TELLS_OF_A_SAFETY_NET)
"""A step planned on the day of another one would tell who may not know that a safety net applies."""


@dataclass
class Known:
    """What is known of one dossier: days by key, who takes part, which tracks run."""

    dates: dict[str, date] = field(default_factory=dict)
    has: set[str] = field(default_factory=set)
    tracks: set[int] = field(default_factory=lambda: {1})


def known_of(dossiers: Sequence[uuid.UUID]) -> dict[uuid.UUID, Known]:
    """Six queries, whatever their number. Asked by the planner, who reads the process layer of all of them."""
    found = {key: Known() for key in dossiers}
    add_obligations(found)
    add_clocks(found)
    add_events(found)
    for row in Involvement.objects.filter(still(), dossier_id__in=found).values_list("dossier_id", "role"):
        found[row[0]].has.add(row[1].replace("_", "-"))
    started = Milestone.objects.filter(dossier__in=found, key="second-track-start")
    for dossier_id in started.values_list("dossier_id", flat=True):
        found[dossier_id].tracks.add(2)
    return found


def add_obligations(found: Mapping[uuid.UUID, Known]) -> None:
    """The day of each step of the law: done, or else agreed, or else the law's, or else the usual one."""
    rows = Obligation.objects.filter(dossier__in=found, ordinal=0, key__in=TOLD_ANCHORS).exclude(
        applies=False
    )
    for dossier_id, key, *days in rows.values_list(
        "dossier_id", "key", "done", "agreed", "statutory", "practice"
    ):
        day = next((day for day in days if day), None)
        if day:
            found[dossier_id].dates[key] = day


def add_clocks(found: Mapping[uuid.UUID, Known]) -> None:
    for row in Route.objects.filter(pk__in=found).values("pk", *CLOCKS.values()):
        found[row["pk"]].dates |= {key: row[column] for key, column in CLOCKS.items() if row[column]}


def add_events(found: Mapping[uuid.UUID, Known]) -> None:
    """First hours back, and all hours back."""
    first = ResumedHours.objects.filter(dossier__in=found, hours__gt=0).values("dossier_id")
    for row in first.annotate(day=Min("since")):
        found[row["dossier_id"]].dates["first-return"] = row["day"]
    for dossier_id, ends in (
        Spell.objects.filter(dossier__in=found).order_by("starts").values_list("dossier_id", "ends")
    ):
        found[dossier_id].dates.pop("full-return", None)
        if ends:
            found[dossier_id].dates["full-return"] = ends
            found[dossier_id].dates.setdefault("first-return", ends)


def facts_of(courses: Sequence[Course], known: Known) -> Facts:
    """The facts for courses that began together. A pause counts on: what was not done comes so much later.

    Each course counts from its own start and rests by itself.
    """
    chosen, start = courses[0].facts, begins(courses[0])
    return Facts(
        start=start,
        dates={
            **known.dates,
            **{key: date.fromisoformat(day) for key, day in chosen.get("dates", {}).items()},
        },
        has=frozenset(known.has | ALWAYS | set(chosen.get("has", ()))),
        tracks=frozenset(known.tracks | set(chosen.get("tracks", ()))),
        answers=dict(chosen.get("answers", {})),
        starts={one.method: begins(one) for one in courses if begins(one) != start},
    )


def begins(course: Course) -> date:
    """The day from which a course counts: so much later as it rested."""
    return course.starts + timedelta(days=course.facts.get("paused_days", 0))


def anchors_of(methods: Iterable[Method]) -> frozenset[str]:
    """The names of days outside the methods that their phases and steps hang on."""
    phases = {phase.anchor for method in methods for phase in method.phases}
    steps = {step.anchor for method in methods for step in method.activities}
    return frozenset((phases | steps) - {START, PHASE})


def noted(facts: Facts, methods: Sequence[Method]) -> dict[str, Any]:
    """The part of the facts that these methods look at, as it is kept beside the plan."""
    anchors = anchors_of(methods)
    asked = frozenset(one for method in methods for step in method.activities for one in step.only_if.has)
    apart = {key: day.isoformat() for key, day in sorted(facts.starts.items())}
    return {
        "start": facts.start.isoformat(),
        **({"starts": apart} if apart else {}),
        "dates": {key: day.isoformat() for key, day in sorted(facts.dates.items()) if key in anchors},
        "has": sorted(facts.has & asked),
        "tracks": sorted(facts.tracks),
        "answers": dict(facts.answers),
    }


def running(dossiers: Iterable[uuid.UUID]) -> list[Course]:
    """Courses that run in these open dossiers, private ones last, so that a shared step belongs to one that is told."""
    rows = Course.objects.filter(
        dossier__in=dossiers, state=Course.State.RUNNING, dossier__closed_on__isnull=True
    )
    return list(rows.select_related("edition").order_by("private", "starts", "made_at", "pk"))
