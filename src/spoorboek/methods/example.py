"""An example course, to show what a method comes to over time. The days are of nobody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from spoorboek.law import facts_from, timetable
from spoorboek.methods.checks import HAS
from spoorboek.methods.model import Activity, Kind, Method
from spoorboek.methods.planned import Facts, Planned
from spoorboek.methods.planning import plan

BEGIN = date(2026, 1, 5)
SICK_BEFORE = timedelta(weeks=4)
EVENT_WEEKS = {"placement-start": 8, "first-return": 14, "full-return": 26}
CONTACT_KINDS = frozenset({Kind.CONTACT, Kind.CONVERSATION, Kind.COACHING_SESSION, Kind.GROUP_MEETING})


@cache
def example_facts() -> Facts:
    """Someone who starts in the fourth week of sickness, with everybody there, and is back after half a year."""
    course = timetable(facts_from({"first_sick_day": (BEGIN - SICK_BEFORE).isoformat()}), on=BEGIN)
    dates = {duty.key: day for duty in course.obligations if (day := duty.due or duty.practice)}
    dates |= {clock.key.replace("_", "-"): clock.last_day for clock in course.clocks if clock.last_day}
    dates |= {event: BEGIN + timedelta(weeks=weeks) for event, weeks in EVENT_WEEKS.items()}
    return Facts(BEGIN, dates, HAS, frozenset({1, 2}))


def example_plan(method: Method) -> list[Planned]:
    """The method planned for the example."""
    return plan([method], example_facts())


@dataclass(frozen=True)
class Rhythm:
    """What a method comes to in the example: `contacts` are moments with someone; minutes are the client's own."""

    steps: int
    contacts: int
    minutes: int
    weeks: int
    busiest: int
    """Most steps in one week for the client."""

    @property
    def time(self) -> tuple[int, int]:
        """Hours and minutes of the client."""
        return divmod(self.minutes, 60)


def rhythm_of(planned: Sequence[Planned]) -> Rhythm:
    """Counted over a plan with days."""
    dated = [one for one in planned if one.day]
    own = [one for one in dated if "client" in one.who]
    last = max((one.day for one in dated if one.day), default=BEGIN)
    weeks: dict[int, int] = {}
    for one in own:
        week = week_of(one)
        weeks[week] = weeks.get(week, 0) + 1
    return Rhythm(
        steps=len(dated),
        contacts=sum(with_someone(one.activity) for one in own),
        minutes=sum(one.activity.minutes for one in own),
        weeks=(last - BEGIN).days // 7 + 1,
        busiest=max(weeks.values(), default=0),
    )


def with_someone(step: Activity) -> bool:
    """Whether the client meets or speaks somebody in this step."""
    return step.kind in CONTACT_KINDS and len(step.who) > 1


def week_of(planned: Planned) -> int:
    """The week of the example, from 1."""
    return ((planned.day or BEGIN) - BEGIN).days // 7 + 1
