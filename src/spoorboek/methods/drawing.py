"""A method as a picture: its course over time, a line with the phases as stations and a row for each kind of step."""

from collections.abc import Sequence
from dataclasses import dataclass

from spoorboek.methods import svg
from spoorboek.methods.example import example_plan, week_of
from spoorboek.methods.model import Kind, Method, Phase
from spoorboek.methods.planned import Planned
from spoorboek.methods.wording import KINDS, say

WIDTH, LEFT, RIGHT = 1180, 190, 48
LANE, NAME_HEIGHT, LETTER = 34, 25, 7.4


@dataclass(frozen=True)
class Frame:
    """Where things stand: how many weeks lie across, the height of the line, of the first row and of the whole."""

    weeks: int
    line: int
    top: int
    height: int

    def across(self, week: float) -> float:
        """Where a week stands."""
        return LEFT + (week - 1) * (WIDTH - LEFT - RIGHT) / max(self.weeks - 1, 1)


@dataclass(frozen=True)
class Name:
    """A phase's name: over which week, in how high a row (0 is nearest to the line), and whether it ends there."""

    text: str
    week: int
    tier: int
    ends: bool


def course(method: Method, language: str = "nl", planned: Sequence[Planned] | None = None) -> str:
    """The course of the example as SVG. `planned`: another plan of the example, such as of a draft."""
    steps = [one for one in (example_plan(method) if planned is None else planned) if one.day]
    kinds = [kind for kind in Kind if any(one.activity.kind is kind for one in steps)]
    weeks = max((week_of(one) for one in steps), default=1)
    names = names_of(begun(method, steps), weeks, language)
    line = 34 + NAME_HEIGHT * (1 + max((name.tier for name in names), default=0))
    frame = Frame(weeks, line, line + 44, line + 92 + LANE * len(kinds))
    shapes = [
        *scale(frame),
        *stations(names, frame),
        *(shape for row, kind in enumerate(kinds) for shape in lane(row, kind, steps, frame, language)),
        *legend(frame, language),
    ]
    title = method.title.in_language(language)
    said = say(language, f"{title}: een voorbeeld van {weeks} weken", f"{title}: an example of {weeks} weeks")
    return svg.picture(WIDTH, frame.height, said, in_words(method, steps, language), shapes, "course")


def begun(method: Method, steps: Sequence[Planned]) -> list[tuple[Phase, int, int]]:
    """Each phase with steps in the plan: the week of the first, and how many."""
    found = []
    for phase in method.phases:
        own = [week_of(one) for one in steps if one.phase == phase.key]
        if own:
            found.append((phase, min(own), len(own)))
    return found


def in_words(method: Method, steps: Sequence[Planned], language: str) -> str:
    """What the picture shows, for who does not see it."""
    told = [
        say(
            language,
            f"{phase.title.in_language(language)}: vanaf week {week}, {many} stappen",
            f"{phase.title.in_language(language)}: from week {week}, {many} steps",
        )
        for phase, week, many in begun(method, steps)
    ]
    return ". ".join(told) + "."


def names_of(phases: Sequence[tuple[Phase, int, int]], weeks: int, language: str) -> list[Name]:
    """The names over the line, from the right: each in the lowest row in which it touches no other."""
    frame = Frame(weeks, 0, 0, 0)
    taken: list[tuple[int, float, float]] = []
    names = []
    for number, (phase, week, _) in reversed(list(enumerate(phases, 1))):
        text = f"{number} {phase.title.in_language(language)}"
        x, long = frame.across(week), LETTER * len(text) + 8
        ends = x + long > WIDTH - 8
        begin, end = (x - long, x) if ends else (x, x + long)
        tier = 0
        while any(row == tier and begin < after and before < end for row, before, after in taken):
            tier += 1
        # The stalk of a name in a higher row stands at x, so nothing below may cross it.
        taken += [(tier, begin - 6, end + 6), *((row, x - 4, x + 4) for row in range(tier))]
        names.append(Name(text, week, tier, ends))
    return names


def scale(frame: Frame) -> list[str]:
    """Weeks along the bottom, with a thin line up."""
    apart = next(step for step in (1, 2, 4, 8, 13, 26, 52) if frame.weeks / step <= 14 or step == 52)
    shapes = []
    for week in range(1, frame.weeks + 1, apart):
        x = frame.across(week)
        shapes.append(svg.rule(f"M{x:g} {frame.top - 20}V{frame.height - 44}"))
        named = f"week {week}" if week == 1 else str(week)
        shapes.append(svg.text(x, frame.height - 26, named, svg.QUIET.ending("middle")))
    return shapes


def stations(names: Sequence[Name], frame: Frame) -> list[str]:
    """The line, with a station where the first step of each phase stands."""
    shapes = [svg.track(f"M{frame.across(1):g} {frame.line}H{frame.across(frame.weeks):g}")]
    for name in reversed(names):
        x, y = frame.across(name.week), frame.line - 24 - NAME_HEIGHT * name.tier
        shapes.append(svg.rule(f"M{x:g} {y + 5}V{frame.line - 10}", 1.5))
        end = "end" if name.ends else "start"
        shapes.append(svg.text(x + (9 if name.ends else -6), y, name.text, svg.NAME.ending(end)))
        shapes.append(svg.station(x, frame.line))
    return shapes


def lane(row: int, kind: Kind, steps: Sequence[Planned], frame: Frame, language: str) -> list[str]:
    """One kind of step: a dot for each time."""
    y = frame.top + LANE * row
    name = KINDS[kind].in_language(language)
    shapes = [
        svg.text(LEFT - 24, y + 5, name, svg.PLAIN.ending("end")),
        svg.rule(f"M{LEFT} {y}H{WIDTH - RIGHT}"),
    ]
    for one in steps:
        if one.activity.kind is kind:
            note = f"week {week_of(one)}: {one.activity.title.in_language(language)}"
            x = frame.across(week_of(one) + (one.day.weekday() / 7 if one.day else 0))
            shapes.append(svg.dot(min(x, WIDTH - RIGHT), y, hollow=not one.activity.core, note=note))
    return shapes


def legend(frame: Frame, language: str) -> list[str]:
    core, choice = say(language, "kern", "core"), say(language, "keuze", "optional")
    y = frame.height - 30
    return [
        svg.dot(30, y, hollow=False, note=core),
        svg.text(42, y + 5, core, svg.QUIET),
        svg.dot(88, y, hollow=True, note=choice),
        svg.text(100, y + 5, choice, svg.QUIET),
    ]
