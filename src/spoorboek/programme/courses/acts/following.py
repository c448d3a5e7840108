"""Acts on one step: done, skipped, not now, moved by hand, added, open again; and how useful it was."""

import uuid
from datetime import date, time, timedelta

from django.utils.translation import gettext as _

from spoorboek.dossiers.acts.door import Work, check_role
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.methods import Kind
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.policy import EMPLOYERS_SIDE, Layer, Role
from spoorboek.programme.courses.acts.common import (
    EVERYONE,
    TASK_FORCE,
    activity_in,
    at_work,
    check_runs,
    title,
)
from spoorboek.programme.courses.kinds import is_private
from spoorboek.programme.courses.models import Activity, Course, Usefulness
from spoorboek.programme.courses.planner import PLANNER
from spoorboek.site import clock

State = Activity.State
MOST_MINUTES = 600
FURTHEST = timedelta(days=1000)


def record_activity(
    actor: Actor,
    dossier_id: uuid.UUID,
    activity_id: uuid.UUID,
    *,
    on: date | None = None,
    minutes: int | None = None,
    way: str = "",
) -> Activity:
    """Note that a step was done: on which day (today), how many minutes, how. Again corrects what was noted."""
    with at_work(actor, dossier_id, "record_activity") as work:
        row = activity_in(work, activity_id)
        check_runs(row.course)
        check_part(work, row)
        check_done(work.dossier.first_sick_day, on or clock.today(), minutes, way)
        note_done(row, actor, work.role, on or clock.today(), minutes, way)
        kept(row)
        work.said(what=title(row), activity=row.pk, on=row.done_on, minutes=minutes, **how(way))
    return row


def note_done(row: Activity, actor: Actor, role: Role, on: date, minutes: int | None, way: str) -> None:
    row.state, row.done_on = State.DONE, on
    row.done_by_id, row.done_role = actor.account_id, role
    row.minutes, row.way, row.why_skipped = minutes, way, ""


def check_part(work: Work, row: Activity) -> None:
    """A client has no say over what only others do, such as the lesson of a supervisor."""
    if work.role is Role.CLIENT and Role.CLIENT not in row.parties:
        raise Refused(_("Deze stap doet een ander. Jij hoeft niets te doen."))


def how(way: str) -> dict[str, str]:
    """How people met, for the story; a lesson or a worksheet has no way, and the story then says nothing of it."""
    return {"way": way} if way else {}


def check_done(earliest: date, on: date, minutes: int | None, way: str) -> None:
    if on > clock.today():
        raise Refused(_("Deze dag moet nog komen. Leg het vast als het geweest is."), "on")
    if on < earliest:
        raise Refused(_("Deze dag ligt voor de eerste ziektedag. Kijk of de datum klopt."), "on")
    if minutes is not None and not 0 <= minutes <= MOST_MINUTES:
        raise Refused(_("Vul het aantal minuten in, van 0 tot 600."), "minutes")
    if way and way not in Activity.Way.values:
        raise Refused(_("Kies hoe jullie contact hadden."), "way")


def kept(row: Activity) -> None:
    row.changed_at = clock.now()
    row.save()


def reopen_activity(actor: Actor, dossier_id: uuid.UUID, activity_id: uuid.UUID) -> Activity:
    """Take back done, skipped or not now: the step stands again as it was planned."""
    with at_work(actor, dossier_id, "reopen_activity") as work:
        row = activity_in(work, activity_id)
        check_runs(row.course)
        check_part(work, row)
        if row.state == State.PLANNED:
            raise Refused(_("Deze stap staat al open. Er is niets veranderd."))
        if row.state == State.NOT_NOW and work.role is Role.CLIENT:
            only_the_client_is_told(work)
        row.state, row.done_on, row.done_by, row.done_role = State.PLANNED, None, None, ""
        row.minutes, row.way, row.why_skipped = None, "", ""
        kept(row)
        work.said(what=title(row), activity=row.pk)
    return row


def skip_activity(actor: Actor, dossier_id: uuid.UUID, activity_id: uuid.UUID, why: str) -> Activity:
    """A professional skips a step, with a reason from the list; never one about health."""
    with at_work(actor, dossier_id, "skip_activity", roles=TASK_FORCE) as work:
        row = activity_in(work, activity_id)
        check_runs(row.course)
        check_open(row)
        if why not in Activity.WhySkipped.values:
            raise Refused(_("Kies waarom deze stap niet nodig is."), "why")
        row.state, row.why_skipped = State.SKIPPED, why
        kept(row)
        work.said(what=title(row), activity=row.pk, why_skipped=why)
    return row


def check_open(row: Activity) -> None:
    if not row.is_open:
        raise Refused(_("Deze stap is al afgerond. Er is niets veranderd."))


def only_the_client_is_told(work: Work) -> None:
    """Saying *nu even niet* has no consequence: it shows on the step while it rests, and is no part of the file."""
    work.layer = Layer.PERSONAL


def put_off_activity(actor: Actor, dossier_id: uuid.UUID, activity_id: uuid.UUID) -> Activity:
    """*Nu even niet*: the client lays a step aside. No reason is asked, nothing follows, it can be taken up again."""
    with at_work(actor, dossier_id, "put_off_activity", roles=(Role.CLIENT,)) as work:
        row = activity_in(work, activity_id)
        check_runs(row.course)
        check_open(row)
        row.state = State.NOT_NOW
        kept(row)
        only_the_client_is_told(work)
        work.said(what=title(row), activity=row.pk)
    return row


def move_activity(
    actor: Actor, dossier_id: uuid.UUID, activity_id: uuid.UUID, day: date, at: time | None = None
) -> Activity:
    """Choose the day by hand. From then on no plan moves it."""
    with at_work(actor, dossier_id, "move_activity") as work:
        row = activity_in(work, activity_id)
        check_runs(row.course)
        check_open(row)
        check_day(work.dossier.first_sick_day, day)
        was = row.day
        row.latest = day + (row.latest - was if row.latest and was else timedelta(days=7))
        row.day, row.time, row.hand_set, row.waits_for = day, at, True, ""
        row.state = State.PLANNED
        kept(row)
        work.said(what=title(row), activity=row.pk, day=day, was=was, time=at)
    return row


def check_day(earliest: date, day: date) -> None:
    if day < earliest:
        raise Refused(_("Deze dag ligt voor de eerste ziektedag. Kies een latere dag."), "day")
    if day > clock.today() + FURTHEST:
        raise Refused(_("Deze dag ligt te ver weg. Kies een dag die dichterbij ligt."), "day")


def add_activity(
    actor: Actor,
    dossier_id: uuid.UUID,
    kind: str,
    *,
    day: date | None = None,
    ref: str = "",
    who: tuple[str, ...] = (),
    minutes: int | None = None,
    way: str = "",
    done: bool = False,
    course_id: uuid.UUID | None = None,
) -> Activity:
    """Add a step that no plan had: a contact in between (`done`), an extra talk, homework (`ref`, the worksheet's key).

    Added steps are welcome: they count as extra, and never against what was planned. What is private by its kind stays
    so; the employer's side cannot add it.
    """
    role = check_role(actor, dossier_id, EVERYONE)
    private = is_private(kind)
    if kind not in set(Kind) or (private and role in EMPLOYERS_SIDE):
        raise Refused(_("Dit kun je hier niet toevoegen. Kies een andere soort stap."), "kind")
    on = day or clock.today()
    course = course_to_add_to(dossier_id, course_id, private)
    private = private or bool(course and course.private)
    with at_work(actor, dossier_id, "add_activity", private=private) as work:
        if done:
            check_done(work.dossier.first_sick_day, on, minutes, way)
        else:
            check_day(work.dossier.first_sick_day, on)
        row = Activity(
            dossier_id=dossier_id,
            course=course,
            serves=[course.method] if course else [],
            kind=kind,
            ref=ref,
            private=private,
            who=",".join(who or parties_of(role)),
            expected_minutes=minutes or 0,
            day=on,
            latest=on + timedelta(days=7),
            hand_set=True,
            added_by_id=actor.account_id,
        )
        if done:
            note_done(row, actor, work.role, on, minutes, way)
        with acting_as(PLANNER):
            row.save(force_insert=True)
        work.said(what=title(row), activity=row.pk, day=on, minutes=minutes, done=done, **how(way))
    return row


def parties_of(role: Role) -> tuple[str, ...]:
    """Who adds something and the client."""
    return (role.value,) if role is Role.CLIENT else (role.value, Role.CLIENT.value)


def course_to_add_to(dossier_id: uuid.UUID, course_id: uuid.UUID | None, private: bool) -> Course | None:
    """The course that was named, or the first one that runs; a step for all to see never hangs on a private course."""
    rows = Course.objects.select_related("edition").filter(dossier=dossier_id, state=Course.State.RUNNING)
    if course_id:
        return rows.filter(pk=course_id).first()
    return rows.order_by("private", "starts").first() if private else rows.filter(private=False).first()


def tap_usefulness(actor: Actor, dossier_id: uuid.UUID, activity_id: uuid.UUID, value: int) -> Usefulness:
    """One tap, 0 to 10, on something that was done; another tap replaces it.

    Deliberately not journalled: it is one's own, and nobody in the dossier reads it.
    """
    role = check_role(actor, dossier_id, EVERYONE)
    row = Activity.objects.filter(pk=activity_id, dossier_id=dossier_id).first()
    if row is None:
        raise NotYours(_("Deze stap is niet gevonden."))
    if row.state != State.DONE:
        raise Refused(_("Dit is nog niet gedaan. Daarna kun je zeggen of het nuttig was."), "value")
    if not 0 <= value <= 10:
        raise Refused(_("Kies een cijfer van 0 tot 10."), "value")
    assert actor.account_id is not None
    tap, _made = Usefulness.objects.update_or_create(
        activity=row,
        account_id=actor.account_id,
        defaults={"value": value, "role": role, "dossier_id": dossier_id, "tapped_at": clock.now()},
    )
    return tap
