"""A timetable worked out from given facts, for showing only: nothing is stored."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from spoorboek.dossiers.explanation import CLOCK_NAMES, Explanation, explained_clock, explained_step
from spoorboek.dossiers.explanations import rows_shown
from spoorboek.dossiers.route import drawn_course
from spoorboek.dossiers.shown import ShownStep, Status, full_day, in_language, short_day, shown
from spoorboek.law import Facts, timetable, timetable_json
from spoorboek.site.routemap import RouteMap

HIDDEN = (Status.NOT_APPLICABLE,)


@dataclass(frozen=True)
class ClockShown:
    """One of the three clocks: its name, its last day in words, and why."""

    name: str
    last_day: str
    why: Explanation


@dataclass(frozen=True)
class WorkedOut:
    """What the page shows: the map, each step with its reason, the clocks, and what the law says of the case."""

    map: RouteMap
    steps: list[tuple[ShownStep, Explanation]]
    clocks: list[ClockShown]
    later_evaluations: list[str]
    case: str
    new_case: bool


def clock_shown(name: str, part: dict[str, Any]) -> ClockShown:
    last = part["last_day"]
    day = full_day(date.fromisoformat(last)) if last else _("nog niet bekend")
    return ClockShown(CLOCK_NAMES[name](), day, explained_clock(name, part, {f"clock-{name}": part}))


def evaluations_together(steps: list[ShownStep], today: date) -> tuple[list[ShownStep], list[ShownStep]]:
    """The next six-weekly talk stands for all that follow it: the other steps, and those that follow."""
    talks = [step for step in steps if step.key == "progress-evaluation" and step.status is not Status.DONE]
    ahead = [step for step in talks if step.day and step.day >= today] or talks[:1]
    gone = {step.anchor for step in talks} - {step.anchor for step in ahead[:1]}
    return [step for step in steps if step.anchor not in gone], ahead[1:]


def work_out(facts: Facts, today: date) -> WorkedOut:
    """Everything the page shows, with the full reasons: the facts are the reader's own."""
    result = timetable(facts, today)
    full = timetable_json(result)
    rows = rows_shown(result, full)
    traces = {f"{part['key']}-{part['ordinal']}": part for part in full["obligations"]}
    steps = [step for step in shown(rows, today) if step.status not in HIDDEN]
    first = result.case.first_sick_day
    course = drawn_course(
        first,
        result.clocks.wage.last_day,
        steps,
        today,
        lambda step: f"#why-{step.anchor}",
        facts.early_signal_on if facts.early_signal_on and facts.early_signal_on >= first else None,
    )
    on_the_road = first <= today <= (result.clocks.wage.last_day or today)
    steps, later = evaluations_together(steps, today)
    return WorkedOut(
        map=course.standing(today, _("Vandaag")) if on_the_road else course,
        steps=[(step, explained_step(step, traces)) for step in steps],
        clocks=[clock_shown(name, part) for name, part in full["clocks"].items()],
        later_evaluations=[short_day(step.day) for step in later if step.day],
        case=in_language(full["case"]["why"]),
        new_case=result.case.new_case,
    )


def calendar_file(facts: Facts, today: date) -> bytes:
    """The dates as an iCalendar file (RFC 5545), whole days. It names no person and nothing about health."""
    calendar = Calendar()
    calendar.add("prodid", "-//Spoorboek//timetable//NL")
    calendar.add("version", "2.0")
    for step, why in work_out(facts, today).steps:
        if step.day and step.status not in {Status.DONE, Status.UNKNOWN}:
            event = Event()
            event.add("uid", f"{step.anchor}-{facts.first_sick_day}@spoorboek")
            event.add("dtstamp", timezone.now())
            event.add("dtstart", step.day)
            event.add("dtend", step.day + timedelta(days=1))
            event.add("summary", step.title)
            event.add("description", "\n".join(why.steps))
            calendar.add_component(event)
    return bytes(calendar.to_ical())
