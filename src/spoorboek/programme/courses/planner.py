"""Making plans and proposals: the library computes, the planner's system actor writes.

Nothing here moves a step by itself: a new plan only becomes proposals, which people accept or leave.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from spoorboek.methods import Method
from spoorboek.methods.planned import Change, Facts, LinkKind, Planned
from spoorboek.methods.planned import Proposal as Proposed
from spoorboek.methods.planning import plan, replan
from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.programme.courses.editions import method_of
from spoorboek.programme.courses.knowing import Known, facts_of, known_of, noted, running
from spoorboek.programme.courses.models import Activity, Course, Proposal
from spoorboek.programme.courses.past import EARLIER, learnt_elsewhere, not_again, of_the_past, set_apart
from spoorboek.programme.courses.pauses import Pause, later, pauses_of, told
from spoorboek.site import clock

PLANNER = Actor(system=System.PLANNER)
State = Activity.State
CLOSED = (State.SKIPPED, State.NOT_NOW)
OPEN = (State.PLANNED, State.NOT_NOW)
NOT_ON_ITS_WAY = (Course.State.PAUSED, Course.State.STOPPED, Course.State.FINISHED)


@dataclass
class Group:
    """Courses that began together in one dossier, with their methods and the facts for their plan."""

    courses: list[Course]
    methods: list[Method]
    facts: Facts

    @property
    def first(self) -> Course:
        return self.courses[0]

    @property
    def noted(self) -> dict[str, Any]:
        return noted(self.facts, self.methods)

    def pauses(self, serving: Sequence[str]) -> list[Pause]:
        """The rests that count for a step: of the first course here that it serves, from which its day is counted."""
        return next((pauses_of(one) for one in self.courses if one.method in serving), [])

    @property
    def public(self) -> frozenset[str]:
        """Methods that may be told of."""
        return frozenset(method.key for method in self.methods if not method.private)


def group_of(courses: Sequence[Course], known: Known) -> Group:
    return Group(list(courses), [method_of(one) for one in courses], facts_of(courses, known))


def groups_of(courses: Iterable[Course], known: Mapping[uuid.UUID, Known]) -> list[Group]:
    """The courses by when they began together, in their order."""
    by_start: dict[uuid.UUID, list[Course]] = {}
    for course in courses:
        by_start.setdefault(course.together, []).append(course)
    return [group_of(some, known[some[0].dossier_id]) for some in by_start.values()]


def is_private(planned: Planned, public: frozenset[str]) -> bool:
    """A step is private by its kind, and all steps are that serve private methods only."""
    return planned.activity.is_private or not public & set(planned.methods)


def preview(methods: Sequence[Method], dossier_id: uuid.UUID, course: Course) -> list[Planned]:
    """The plan as it would be, nothing stored. `course` is unsaved and holds the start and what was chosen."""
    with acting_as(PLANNER):
        known = known_of([dossier_id])[dossier_id]
        past = {row.plan_id for row in of_the_past(dossier_id)}
        stands = standing(dossier_id).keys() - past
    facts = facts_of([course], known)
    made = from_the_start(plan(list(methods), facts), facts)
    return [one for one in made if one.id not in stands]


def from_the_start(made: Iterable[Planned], facts: Facts) -> list[Planned]:
    """Without steps whose moment had passed before the course began, such as one beside a talk of a year ago."""
    return [one for one in made if one.latest is None or one.latest >= facts.start_of(one.methods[0])]


def standing(dossier_id: uuid.UUID) -> dict[str, Activity]:
    """Steps that stand in the dossier already: a method that joins later brings a shared step no second time."""
    rows = Activity.objects.filter(dossier=dossier_id).exclude(plan_id="").exclude(state=State.DROPPED)
    return {row.plan_id: row for row in rows}


def write_plan(courses: Sequence[Course], answered: Mapping[str, date] | None = None) -> list[Activity]:
    """Plan courses that begin together now. Called inside an act, by the planner.

    `answered`: steps that the beginning itself does, by the id of their plan; what hangs on them counts from that day.
    """
    ordered = sorted(courses, key=lambda one: one.private)
    dossier_id = ordered[0].dossier_id
    set_apart([row for row in of_the_past(dossier_id, courses) if EARLIER not in row.plan_id])
    group = group_of(ordered, known_of([dossier_id])[dossier_id])
    made = from_the_start(plan(group.methods, group.facts, answered), group.facts)
    stands = standing(dossier_id)
    serve_too([(stands[one.id], one) for one in made if one.id in stands], group)
    for course in group.courses:
        course.known = group.noted
        course.save(update_fields=["known"])
    rows = [row_of(one, group) for one in made if one.id not in stands]
    not_again(rows, dossier_id)
    learnt_elsewhere(rows)
    return Activity.objects.bulk_create(rows)


def serve_too(pairs: Iterable[tuple[Activity, Planned]], group: Group) -> None:
    """Steps that stand already serve the methods that join; a private method is not named on what all may read."""
    changed = []
    for row, planned in pairs:
        more = [key for key in planned.methods if row.private or key in group.public]
        if set(more) - set(row.serves):
            row.serves = list(dict.fromkeys([*row.serves, *more]))
            changed.append(row)
    Activity.objects.bulk_update(changed, ["serves"])


def row_of(planned: Planned, group: Group) -> Activity:
    """A step of the plan as it is stored, not yet saved."""
    step, private = planned.activity, is_private(planned, group.public)
    serving = [one for one in group.courses if one.method in planned.methods]
    course = next((one for one in serving if private or not one.private), serving[0])
    return Activity(
        dossier_id=course.dossier_id,
        course=course,
        serves=[key for key in planned.methods if private or key in group.public],
        plan_id=planned.id,
        phase=planned.phase,
        step=step.key,
        number=planned.number,
        kind=step.kind.value,
        ref=step.ref or "",
        core=step.core,
        private=private,
        who=",".join(planned.who),
        expected_minutes=step.minutes,
        **days_of(planned, group.pauses(planned.methods)),
    )


def days_of(planned: Planned, pauses: Sequence[Pause] = ()) -> dict[str, Any]:
    """What a plan decides about the day of a step."""
    return {
        "day": planned.day,
        "latest": planned.latest,
        "waits_for": planned.waits_for,
        "after": planned.after,
        "because": list(told(planned.because, pauses)),
    }


def as_planned(row: Activity, methods: Mapping[str, Method], group: Group) -> Planned | None:
    """A stored step as the library knows it; None when its edition has no such step (an added one).

    What was done or closed before a rest counts as so much later, for the steps that hang on it.
    """
    method = methods.get(row.plan_id.partition("/")[0]) or next(
        (one for one in methods.values() if one.activity(row.step)), None
    )
    step = method.activity(row.step) if method else None
    if step is None:
        return None
    closed, pauses = row.state in CLOSED, group.pauses(row.serves)
    return Planned(
        id=row.plan_id,
        methods=tuple(row.serves),
        phase=row.phase,
        activity=step,
        number=row.number,
        day=later(row.day, pauses) if closed and row.day else row.day,
        latest=row.latest,
        who=step.who,
        waits_for=row.waits_for,
        after=row.after,
        hand_set=row.hand_set,
        done=later(row.done_on, pauses) if row.done_on else None,
        closed=closed,
    )


def propose(dossiers: Sequence[uuid.UUID], *, anew: bool = False) -> int:
    """Look at the plans of these dossiers with the facts as they are now; how many proposals stand after it.

    A plan whose days did not move costs no reading of its steps. `anew`: look at every plan all the same. Called by
    the planner.
    """
    courses = running(dossiers)
    if not courses:
        return 0
    groups = groups_of(courses, known_of(list({one.dossier_id for one in courses})))
    touched = [one for one in groups if anew or one.first.known != one.noted]
    return write_proposals(touched) if touched else 0


def write_proposals(groups: Sequence[Group]) -> int:
    """Replace the open proposals of these groups by those of their new plans."""
    steps = steps_of(groups)
    made = needed(
        proposal_of(one, group)
        for group in groups
        for one in proposals_of(group, steps.get(group.first.together, []))
    )
    courses = [course for group in groups for course in group.courses]
    Proposal.objects.filter(course__in=courses, state=Proposal.State.OPEN).update(
        state=Proposal.State.OVERTAKEN, answered_at=clock.now()
    )
    Proposal.objects.bulk_create(made, batch_size=5_000)
    for group in groups:
        for course in group.courses:
            course.known = group.noted
    Course.objects.bulk_update(courses, ["known"], batch_size=1_000)
    return len(made)


def needed(made: Iterable[Proposal]) -> list[Proposal]:
    """Without adding a shared step that another course of the dossier has: it was done there, or is on its way."""
    every = list(made)
    adding = [one for one in every if one.change == Change.ADD]
    there = Activity.objects.filter(
        dossier__in={one.dossier_id for one in adding}, plan_id__in={one.plan_id for one in adding}
    ).exclude(state=State.DROPPED)
    waits = Q(state__in=OPEN, course__state__in=NOT_ON_ITS_WAY)
    stands = set(there.exclude(waits).values_list("dossier_id", "plan_id")) if adding else set()
    return [one for one in every if one.change != Change.ADD or (one.dossier_id, one.plan_id) not in stands]


def steps_of(groups: Sequence[Group]) -> dict[uuid.UUID, list[Activity]]:
    """The planned steps of each group, in one query."""
    by_course = {course.pk: group.first.together for group in groups for course in group.courses}
    found: dict[uuid.UUID, list[Activity]] = {}
    rows = Activity.objects.filter(course__in=by_course).exclude(Q(plan_id="") | Q(state=State.DROPPED))
    for row in rows.defer("because"):
        assert row.course_id is not None
        found.setdefault(by_course[row.course_id], []).append(row)
    return found


def proposals_of(group: Group, rows: Iterable[Activity]) -> list[Proposed]:
    """What the new plan would change; nothing about days that are over."""
    methods = {method.key: method for method in group.methods}
    old = [known for row in rows if (known := as_planned(row, methods, group))]
    return [one for one in replan(group.methods, old, group.facts) if worth_asking(one)]


def worth_asking(one: Proposed) -> bool:
    """Nobody is asked about a step that would be new in the past, or that moves within the past."""
    today = clock.today()
    if one.change is Change.ADD:
        return one.becomes is None or one.becomes >= today
    return one.was is None or one.becomes is None or max(one.was, one.becomes) >= today


def proposal_of(one: Proposed, group: Group) -> Proposal:
    """A proposal as it is stored, not yet saved."""
    private = is_private(one.planned, group.public)
    serving = [course for course in group.courses if course.method in one.planned.methods] or group.courses
    course = next((each for each in serving if private or not each.private), serving[0])
    return Proposal(
        dossier_id=course.dossier_id,
        course=course,
        plan_id=one.id,
        step=one.planned.activity.key,
        change=one.change.value,
        was=one.was,
        becomes=one.becomes,
        cause=cause_of(one, course),
        because=list(told(one.because, group.pauses(one.planned.methods))),
        private=private,
    )


def cause_of(one: Proposed, course: Course) -> str:
    """The date that moved: the anchor outside the method that the day hangs on."""
    if one.planned.waits_for:
        return one.planned.waits_for
    outside = (LinkKind.LAW, LinkKind.EVENT, LinkKind.START)
    return next((link.key for link in one.because if link.kind in outside), "")


def planned_now(group: Group, rows: Iterable[Activity]) -> dict[str, Planned]:
    """The plan with the facts as they are now, steps by their id, what is done or set by hand left where it is."""
    methods = {method.key: method for method in group.methods}
    old = [known for row in rows if (known := as_planned(row, methods, group))]
    fixed = {one.id: day for one in old if one.fixed and (day := one.done or one.day)}
    return {one.id: one for one in plan(group.methods, group.facts, fixed)}
