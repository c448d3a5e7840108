"""What a reader sees of the courses in a dossier: a fixed number of queries, whatever their number of steps."""

import uuid
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from spoorboek.dossiers.access import Reached
from spoorboek.methods import Method, Phase
from spoorboek.people.envelopes import Envelope
from spoorboek.programme.courses.editions import method_of
from spoorboek.programme.courses.folding import Line, folded, one_of_each
from spoorboek.programme.courses.lessons import without_learnt
from spoorboek.programme.courses.models import Activity, Course, Handover, OwnReason, Proposal, Usefulness
from spoorboek.programme.courses.proposed import ShownProposal, shown_proposal
from spoorboek.programme.courses.shown import Shown, shown

SOON = timedelta(days=7)
State = Activity.State


@dataclass(frozen=True)
class PhaseShown:
    """A phase of a method with its steps, in the order of their days."""

    phase: Phase
    steps: tuple[Shown, ...]

    @property
    def lines(self) -> list[Line]:
        return folded(self.steps)

    @property
    def done(self) -> int:
        return sum(one.row.state == State.DONE for one in self.steps)

    @property
    def is_now(self) -> bool:
        """Whether something in it waits for this week."""
        return any(one.is_near and not one.was_before for one in self.steps)


@dataclass(frozen=True)
class CourseShown:
    """A course with its phases; `extra` are the steps nobody had planned."""

    course: Course
    method: Method
    phases: tuple[PhaseShown, ...]
    extra: tuple[Shown, ...]

    @property
    def extra_lines(self) -> list[Line]:
        return folded(self.extra)

    @property
    def steps(self) -> list[Shown]:
        return [one for phase in self.phases for one in phase.steps]

    @property
    def done(self) -> int:
        return sum(one.row.state == State.DONE for one in self.steps)


@dataclass
class Programme:
    """Everything of one dossier that the reader may see."""

    reached: Reached
    today: date
    courses: list[Course]
    rows: list[Activity]
    open_proposals: list[Proposal] = field(default_factory=list)

    @cached_property
    def methods(self) -> dict[uuid.UUID, Method]:
        """The methods by course."""
        return {course.pk: method_of(course) for course in self.courses}

    @cached_property
    def running(self) -> list[Course]:
        return [one for one in self.courses if one.state == Course.State.RUNNING]

    @cached_property
    def asked(self) -> list[Course]:
        return [one for one in self.courses if one.state == Course.State.ASKED]

    @cached_property
    def taps(self) -> dict[uuid.UUID, int]:
        """How useful the reader found the steps; where there are none this asks nothing."""
        if not self.rows:
            return {}
        own = Usefulness.objects.filter(dossier=self.reached.dossier, account_id=self.reached.actor.person_id)
        return dict(own.values_list("activity_id", "value"))

    @cached_property
    def steps(self) -> list[Shown]:
        """All steps of the courses that may be seen, in the order of their days; those without a day come last."""
        states = {course.pk: course.state for course in self.courses}
        made = [
            shown(row, self.methods, self.reached.role, self.today, states, self.taps) for row in self.rows
        ]
        return sorted(made, key=lambda one: (one.row.on or date.max, one.row.number))

    @property
    def waiting(self) -> list[Shown]:
        """Open steps of courses that run, and added ones, in the order of their days."""
        return [one for one in self.steps if one.is_open and one.runs and one.row.day]

    @cached_property
    def now(self) -> list[Shown]:
        """What is to be done within a week, and then what was: custom's days, so nothing here is ever late."""
        near = one_of_each([one for one in self.waiting if one.is_near], self.today)
        known = without_learnt(self.reached.actor, near, self.today)
        return sorted(known, key=lambda one: one.was_before)

    @cached_property
    def planned(self) -> list[Shown]:
        """What waits and was not laid aside; of what went by, each step once, and no lesson learnt elsewhere."""
        rows = [one for one in self.waiting if not one.is_put_off]
        once = {one.row.pk for one in one_of_each(rows, self.today)}
        kept = [one for one in rows if not one.was_before or one.row.pk in once]
        return without_learnt(self.reached.actor, kept, self.today)

    @property
    def this_week(self) -> list[Shown]:
        return [one for one in self.now if not one.was_before]

    @property
    def from_before(self) -> list[Shown]:
        """What stayed open from the weeks before: it can still be done, but it is not this week's."""
        return [one for one in self.now if one.was_before]

    @property
    def done_now(self) -> list[Shown]:
        """What was done, the last first, without the courses that ended while another goes on."""
        return [one for one in reversed(self.steps) if one.is_done and one.row.course_id not in self.behind]

    @property
    def done_before(self) -> list[Shown]:
        """What was done in courses that ended, while another goes on."""
        return [one for one in reversed(self.steps) if one.is_done and one.row.course_id in self.behind]

    @cached_property
    def behind(self) -> set[uuid.UUID]:
        """The courses that ended, while another goes on."""
        over = {one.pk for one in self.courses if not one.is_on}
        return over if len(over) < len(self.courses) else set()

    @cached_property
    def loose_lines(self) -> list[Line]:
        return folded(self.loose)

    @cached_property
    def shown_courses(self) -> list[CourseShown]:
        return [self.shown_course(course) for course in self.courses if course.state != Course.State.ASKED]

    def shown_course(self, course: Course) -> CourseShown:
        method = self.methods[course.pk]
        mine = [one for one in self.steps if one.row.course_id == course.pk]
        phases = [
            PhaseShown(
                phase, tuple(one for one in mine if not one.row.is_added and one.row.phase == phase.key)
            )
            for phase in method.phases
        ]
        return CourseShown(
            course,
            method,
            tuple(one for one in phases if one.steps),
            tuple(one for one in mine if one.row.is_added),
        )

    @cached_property
    def loose(self) -> list[Shown]:
        """Contacts in between that hang on no course."""
        return [one for one in self.steps if one.row.course_id is None]

    @cached_property
    def proposals(self) -> list[ShownProposal]:
        return [shown_proposal(one, self.methods, self.today) for one in self.open_proposals]


def programme_of(reached: Reached, today: date) -> Programme:
    """The courses of a dossier as the reader may see them: four queries. The database leaves out what is private."""
    courses = (
        Course.objects.filter(dossier=reached.dossier).select_related("edition").order_by("starts", "made_at")
    )
    rows = Activity.objects.filter(dossier=reached.dossier).exclude(state=State.DROPPED)
    return Programme(
        reached=reached,
        today=today,
        courses=list(courses),
        rows=list(rows.select_related("done_by__person")),
        open_proposals=list(
            Proposal.objects.filter(dossier=reached.dossier, state=Proposal.State.OPEN)
            if not reached.is_client
            else ()
        ),
    )


def own_reasons(reached: Reached) -> list[str]:
    """What the client wrote for themselves on stopping, the last first; nobody else has a row to read."""
    rows = list(OwnReason.objects.filter(dossier=reached.dossier).order_by("-pk"))
    if not rows:
        return []
    envelope = Envelope(reached.dossier.pk)
    return [envelope.open(bytes(row.sealed)) for row in rows]


def has_courses(reached: Reached) -> bool:
    """Whether the reader sees any course here, or anything added."""
    return Course.objects.filter(dossier=reached.dossier).exists()


def step_in(programme: Programme, activity_id: uuid.UUID) -> Shown | None:
    """One step of a programme."""
    return next((one for one in programme.steps if one.row.pk == activity_id), None)


def handovers_of(reached: Reached) -> list[Handover]:
    """The handover notes the reader may see: the client's all, one's own, and those written for oneself."""
    return list(
        Handover.objects.filter(dossier=reached.dossier)
        .select_related("author__person", "to__person")
        .order_by("-made_at")
    )
