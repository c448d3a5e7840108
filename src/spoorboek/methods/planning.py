"""Planning: methods and facts in, steps with proposed days and reasons out. Pure; equal facts give an equal plan.

A step stands `offset` days from its anchor, on a working day: later where the offset looks forward, earlier where it
looks back. A step that repeats counts from its first time. What hangs on a repeated step hangs on its first time.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from spoorboek.law.calendar import is_working_day
from spoorboek.methods.checks import LAW
from spoorboek.methods.model import EVENTS, PHASE, START, Activity, Method, OnlyIf, Phase
from spoorboek.methods.planned import (
    Change,
    Done,
    Facts,
    Fidelity,
    Link,
    LinkKind,
    Planned,
    Proposal,
    Share,
)

MOST_TIMES = 200


class Loop(ValueError):
    """Steps wait for each other. A method that was checked has no loop, and sharing steps makes none: a step hangs on a
    step of its own method or of one before it.
    """

    def __init__(self, way: Sequence[str]) -> None:
        self.way = tuple(way)
        super().__init__(f"These wait for each other: {' → '.join(way)}")


Reason = tuple[Link, ...]
Found = tuple[date | None, Reason, str, str]
"""A day, the reason for it, what it waits for when there is none, and the id of the step it hangs on."""


def plan(methods: Sequence[Method], facts: Facts, fixed: Mapping[str, date] | None = None) -> list[Planned]:
    """All steps of the methods, in order of their days; undated ones last.

    `fixed`: days set by hand or done, by the id of a planned step. Raises `Loop`.
    """
    return Plan(methods, facts, fixed or {}).all()


class Plan:
    """One run of planning: each phase and step is worked out once, when first asked for."""

    def __init__(self, methods: Sequence[Method], facts: Facts, fixed: Mapping[str, date]) -> None:
        self.facts, self.fixed = facts, fixed
        self.phases = {(method.key, phase.key): phase for method in methods for phase in method.phases}
        self.steps: dict[tuple[str, str], tuple[str, Phase, Activity]] = {}
        self.kept: dict[tuple[str, str], tuple[str, str]] = {}
        self.serves: dict[tuple[str, str], tuple[str, ...]] = {}
        self.found: dict[tuple[str, str], Found] = {}
        self.way: list[tuple[str, str]] = []
        self.choose(methods)

    def choose(self, methods: Sequence[Method]) -> None:
        """The steps whose conditions hold; of a shared one the first, which then serves the other methods too."""
        shared: dict[str, tuple[str, str]] = {}
        for method in methods:
            for phase, step in method.placed():
                name = (method.key, step.key)
                self.steps[name] = (method.key, phase, step)
                if not holds(step.only_if, self.facts):
                    continue
                first = shared.setdefault(step.shared, name) if step.shared else name
                self.kept[name] = first
                self.serves[first] = (*self.serves.get(first, ()), *self.new_for(first, method.key))

    def new_for(self, name: tuple[str, str], method: str) -> tuple[str, ...]:
        return () if method in self.serves.get(name, ()) else (method,)

    def all(self) -> list[Planned]:
        """Every time of every step, in order."""
        every = [one for name in self.serves for one in self.times_of(name)]
        return sorted(every, key=lambda one: one.day or date.max)

    def times_of(self, name: tuple[str, str]) -> list[Planned]:
        """A step each time it comes round."""
        method, phase, step = self.steps[name]
        day, reason, waits, after = self.unmoved(name)
        if day is None or step.repeat is None:
            return [self.planned(name, 1, day, reason, waits, after)]
        every = step.repeat.every
        return [
            self.planned(name, number + 1, *again(day, reason, step, number * every), "", after)
            for number in range(self.times(method, phase, step, day))
        ]

    def times(self, method: str, phase: Phase, step: Activity, first: date) -> int:
        """How often a repeated step comes, at least once."""
        repeat = step.repeat
        if repeat is None:
            return 1
        if repeat.times:
            return repeat.times
        until = phase.key if repeat.until in {None, PHASE} else str(repeat.until)
        begin, *_ = self.day_of((method, until))
        if begin is None:
            return 1
        last = begin + timedelta(self.phases[method, until].window)
        return min(MOST_TIMES, max(1, -((first - last).days // repeat.every)))

    def planned(
        self, name: tuple[str, str], number: int, day: date | None, reason: Reason, waits: str, after: str
    ) -> Planned:
        _, phase, step = self.steps[name]
        id = id_of(name[0], step, number)
        if id in self.fixed:
            day = self.fixed[id]
            reason, waits = (*reason, Link(LinkKind.BY_HAND, step.key, day)), ""
        elif day is not None:
            day, reason = on_a_working_day(day, reason, step)
        latest = day + timedelta(step.window) if day else None
        serves = self.serves[name]
        return Planned(id, serves, phase.key, step, number, day, latest, step.who, reason, waits, after)

    def unmoved(self, name: tuple[str, str]) -> Found:
        """The first day of a step before weekends, holidays and hands move it."""
        method, phase, step = self.steps[name]
        anchor = phase.key if step.anchor == PHASE else step.anchor
        return moved_on(self.anchor(method, anchor), step.key, step.offset)

    def day_of(self, name: tuple[str, str]) -> Found:
        """The day on which a phase begins, or on which a step stands for the first time. Raises `Loop`."""
        if name in self.found:
            return self.found[name]
        if name in self.way:
            raise Loop([key for _, key in [*self.way[self.way.index(name) :], name]])
        self.way.append(name)
        try:
            self.found[name] = self.phase_day(name) if name in self.phases else self.step_day(name)
        finally:
            self.way.pop()
        return self.found[name]

    def phase_day(self, name: tuple[str, str]) -> Found:
        phase = self.phases[name]
        day, reason, waits, after = moved_on(self.anchor(name[0], phase.anchor), phase.key, phase.offset)
        if day is not None:
            reason = (*reason, Link(LinkKind.PHASE, phase.key, day))
        return day, reason, waits, after

    def step_day(self, name: tuple[str, str]) -> Found:
        """A step as an anchor. Where it is not planned itself, what hangs on it stands as if it were."""
        if name not in self.serves:
            return self.unmoved(name)
        step = self.steps[name][2]
        id = id_of(name[0], step, 1)
        by_hand = self.fixed.get(id)
        if by_hand is not None:
            return by_hand, (Link(LinkKind.BY_HAND, step.key, by_hand),), "", id
        day, reason, waits, _ = self.unmoved(name)
        if day is not None:
            day, reason = on_a_working_day(day, reason, step)
            reason = (*reason, Link(LinkKind.STEP, step.key, day))
        return day, reason, waits, id

    def anchor(self, method: str, key: str) -> Found:
        """Where an anchor stands."""
        if key == START:
            begins = self.facts.start_of(method)
            return begins, (Link(LinkKind.START, START, begins),), "", ""
        if key in LAW or key in EVENTS:
            known = self.facts.dates.get(key)
            kind = LinkKind.LAW if key in LAW else LinkKind.EVENT
            return (known, (Link(kind, key, known),), "", "") if known else (None, (), key, "")
        name = (method, key)
        if name in self.phases:
            return self.day_of(name)
        return self.day_of(self.kept.get(name, name))


def id_of(method: str, step: Activity, number: int) -> str:
    return f"shared/{step.shared}/{number}" if step.shared else f"{method}/{step.key}/{number}"


def moved_on(anchor: Found, key: str, days: int) -> Found:
    """So many days from an anchor."""
    day, reason, waits, after = anchor
    if day is None or not days:
        return anchor
    on = day + timedelta(days)
    return on, (*reason, Link(LinkKind.OFFSET, key, on, days)), waits, after


def again(day: date, reason: Reason, step: Activity, days: int) -> tuple[date, Reason]:
    """So many days after the first time."""
    on = day + timedelta(days)
    return on, (*reason, Link(LinkKind.REPEAT, step.key, on, days)) if days else reason


def on_a_working_day(day: date, reason: Reason, step: Activity) -> tuple[date, Reason]:
    """The day itself, or the nearest working day: after it, or before it for a step that stands before its anchor."""
    on, ahead = day, timedelta(-1 if step.offset < 0 else 1)
    while not is_working_day(on):
        on += ahead
    return (
        (day, reason)
        if on == day
        else (on, (*reason, Link(LinkKind.WORKING_DAY, step.key, on, (on - day).days)))
    )


def holds(only_if: OnlyIf, facts: Facts) -> bool:
    """Whether all conditions hold."""
    return (
        all(one in facts.has for one in only_if.has)
        and (only_if.track is None or only_if.track in facts.tracks)
        and all(facts.answers.get(key) == value for key, value in only_if.answered.items())
    )


def replan(methods: Sequence[Method], old: Iterable[Planned], facts: Facts) -> list[Proposal]:
    """What would change with these facts. Never a step that was done, closed or set by hand. Raises `Loop`."""
    before = {one.id: one for one in old}
    fixed = {one.id: day for one in before.values() if one.fixed and (day := one.done or one.day)}
    after = {one.id: one for one in plan(methods, facts, fixed)}
    found = [changed(before.get(id), one) for id, one in after.items()]
    gone = [one for id, one in before.items() if id not in after and not one.fixed]
    return [one for one in found if one] + [Proposal(Change.DROP, one, one.day, None) for one in gone]


def changed(old: Planned | None, new: Planned) -> Proposal | None:
    if old is None:
        return Proposal(Change.ADD, new, None, new.day)
    if old.fixed or old.day == new.day:
        return None
    return Proposal(Change.MOVE if new.day else Change.WAIT, new, old.day, new.day)


def accept(old: Iterable[Planned], proposals: Iterable[Proposal]) -> list[Planned]:
    """The plan with these proposals carried out; marks are kept."""
    kept = {one.id: one for one in old}
    for proposal in proposals:
        if proposal.change is Change.DROP:
            kept.pop(proposal.id, None)
        else:
            kept[proposal.id] = proposal.planned
    return sorted(kept.values(), key=lambda one: one.day or date.max)


def fidelity(planned: Iterable[Planned], done: Iterable[Done], on: date) -> Fidelity:
    """How far the steps whose window ended by `on`, or that were done before, were done as planned."""
    every = {one.id: one for one in planned}
    did = list(done)
    known = {one.id: one for one in did if one.id in every}
    due = [one for one in every.values() if one.id in known or (one.latest is not None and one.latest <= on)]
    core = [one for one in due if one.activity.core]
    pairs = [
        (known[one.id].day, known[one.after].day) for one in due if one.id in known and one.after in known
    ]
    spent = sum(minutes_of(one, every[id]) for id, one in known.items())
    return Fidelity(
        dose=Share(len(known), len(due)),
        minutes=Share(spent, sum(one.activity.minutes for one in due)),
        core=Share(sum(one.id in known for one in core), len(core)),
        order=Share(sum(step >= anchor for step, anchor in pairs), len(pairs)),
        extra=sum(one.id not in every for one in did),
    )


def minutes_of(done: Done, planned: Planned) -> int:
    """Minutes spent; where nobody wrote them down, the minutes expected."""
    return planned.activity.minutes if done.minutes is None else done.minutes


def marked(planned: Planned, **marks: object) -> Planned:
    """A step with a mark: `hand_set`, `done`, `closed` or another `day`."""
    return replace(planned, **marks)  # type: ignore[arg-type]
