"""Acts that start a course: with the client, who says yes where the method asks for it."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from spoorboek.dossiers.acts.door import Work, check_role
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.methods import Kind, Method
from spoorboek.methods.planning import Loop, id_of
from spoorboek.people import consent
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.policy import Role
from spoorboek.programme.courses.acts.common import at_work, course_in, titles
from spoorboek.programme.courses.editions import keep, method_of, offered_to
from spoorboek.programme.courses.lessons import STAYS_FRESH
from spoorboek.programme.courses.models import Activity, Course
from spoorboek.programme.courses.planner import PLANNER, write_plan
from spoorboek.programme.learning.access import finished_since
from spoorboek.site import clock

STARTS = (Role.CASE_MANAGER, Role.COMPANY_DOCTOR, Role.LABOUR_EXPERT, Role.COACH)
FURTHEST = timedelta(days=183)
CONSENT_STEP = "consent-client"
"""The paper that the client's yes answers, where a method has it as a step."""


@dataclass(frozen=True)
class Wish:
    """What is to be started. `has` and `answers` are what the dossier does not know by itself."""

    methods: tuple[str, ...]
    starts: date
    has: tuple[str, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()

    @property
    def facts(self) -> dict[str, Any]:
        return {"has": list(self.has), "answers": dict(self.answers)}


def start_courses(actor: Actor, dossier_id: uuid.UUID, wish: Wish) -> list[Course]:
    """Start one or several methods together; shared steps come once. What asks for consent waits for the client's yes.

    Methods that the employer's side may not know of are journalled apart, and nobody on that side can start one.
    """
    role = check_role(actor, dossier_id, STARTS)
    methods = wanted(role, dossier_id, wish)
    together = uuid.uuid4()
    made: list[Course] = []
    for private in (False, True):
        some = [one for one in methods if one.private is private]
        for asks in (False, True):
            chosen = [one for one in some if one.consent.needed is asks]
            if chosen:
                made += started(actor, dossier_id, wish, chosen, together, role)
    return made


def started(
    actor: Actor,
    dossier_id: uuid.UUID,
    wish: Wish,
    methods: Sequence[Method],
    together: uuid.UUID,
    role: Role,
) -> list[Course]:
    """One act: these methods alike in whether they are private and whether they ask for consent."""
    private, asks = methods[0].private, methods[0].consent.needed
    act = "ask_to_take_part" if asks else "start_courses"
    with at_work(actor, dossier_id, act, roles=STARTS, private=private) as work:
        check_start(work.dossier, wish.starts)
        editions = [keep(method) for method in methods]
        courses = [
            Course(
                dossier_id=dossier_id,
                edition=edition,
                method=edition.method,
                together=together,
                private=private,
                state=Course.State.ASKED if asks else Course.State.RUNNING,
                starts=wish.starts,
                started_by_id=actor.account_id,
                started_role=role,
                facts=wish.facts,
            )
            for edition in editions
        ]
        with acting_as(PLANNER):
            check_new(dossier_id, methods)
            Course.objects.bulk_create(courses)
            if not asks:
                planned(courses)
        work.said(what=titles(courses), courses=[course.pk for course in courses])
    return courses


def wanted(role: Role, dossier_id: uuid.UUID, wish: Wish) -> list[Method]:
    """The chosen methods, as far as this role may start them."""
    dossier = Dossier.objects.select_related("employment__organisation").filter(pk=dossier_id).first()
    if dossier is None:
        raise NotYours(_("Dit dossier is niet gevonden."))
    known = offered_to(role, dossier.employment.organisation)
    if not wish.methods:
        raise Refused(_("Kies een aanpak. Twijfel je? Lees eerst voor wie elke aanpak is."), "methods")
    if set(wish.methods) - known.keys():
        raise Refused(_("Deze aanpak kun je hier niet starten. Kies een andere."), "methods")
    return [known[key] for key in dict.fromkeys(wish.methods)]


def check_start(dossier: Dossier, starts: date) -> None:
    if starts < dossier.first_sick_day:
        raise Refused(_("Deze dag ligt voor de eerste ziektedag. Kies een latere dag."), "starts")
    if starts > clock.today() + FURTHEST:
        raise Refused(_("Dit is meer dan een half jaar vooruit. Kies een dag die dichterbij ligt."), "starts")


def check_new(dossier_id: uuid.UUID, methods: Sequence[Method]) -> None:
    """The planner looks: it knows of every course."""
    over = (Course.State.STOPPED, Course.State.FINISHED)
    same = Course.objects.filter(dossier=dossier_id, method__in=[one.key for one in methods])
    if same.exclude(state__in=over).exists():
        raise Refused(_("Dit programma loopt al, of wacht op het antwoord van de medewerker."), "methods")


def planned(courses: Sequence[Course], answered: Mapping[str, date] | None = None) -> list[Activity]:
    """Plan what runs together with these, their new steps only."""
    first = courses[0]
    others = Course.objects.select_related("edition").filter(
        together=first.together, starts=first.starts, state=Course.State.RUNNING
    )
    try:
        return write_plan(list(others), answered)
    except Loop as loop:
        raise Refused(
            _("Deze methoden wachten op elkaar en gaan niet samen: %(way)s. Start ze los van elkaar.")
            % {"way": " → ".join(loop.way)}
        ) from loop


def agree_to_course(actor: Actor, dossier_id: uuid.UUID, course_id: uuid.UUID) -> Course:
    """The client says yes, in these words of this version; the course begins, today at the earliest."""
    with at_work(actor, dossier_id, "agree_to_course", roles=(Role.CLIENT,)) as work:
        course = asked(work, course_id)
        method = method_of(course)
        try:
            consent.give_consent(
                actor, dossier_id, text_key(method), method.version, asked_by=course.started_by_id
            )
        except consent.NoConsent as refusal:
            raise Refused(refusal.message) from refusal
        begin(course, method, actor, Role.CLIENT, clock.today())
        work.said(what=titles([course]), course=course.pk)
    return course


def begin(course: Course, method: Method, actor: Actor, role: Role, agreed_on: date) -> None:
    """The course runs, today at the earliest; what follows the yes counts from the day on which it was given."""
    course.starts = max(course.starts, clock.today())
    course.state = Course.State.RUNNING
    own = own_lessons(actor, method) if role is Role.CLIENT else {}
    with acting_as(PLANNER):
        course.save(update_fields=["starts", "state"])
        rows = planned([course], dict.fromkeys(consent_steps(method), agreed_on))
        answer_consent_step(rows, actor, role, agreed_on)
        for row in rows:
            if row.kind == Kind.LEARNING_MODULE and row.ref in own and row.parties == (Role.CLIENT,):
                note_done(row, actor, role, agreed_on)


def own_lessons(actor: Actor, method: Method) -> dict[str, date]:
    """The lessons of a method that the client learnt already, within a year; nobody else can look."""
    keys = [step.ref for step in method.activities if step.kind is Kind.LEARNING_MODULE and step.ref]
    return finished_since(actor, keys, clock.today() - STAYS_FRESH)


def asked(work: Work, course_id: uuid.UUID) -> Course:
    course = course_in(work, course_id)
    if course.state != Course.State.ASKED:
        raise Refused(_("Deze vraag is al beantwoord. Er is niets veranderd."))
    return course


def text_key(method: Method) -> str:
    """The key of the words that are agreed to."""
    return method.consent.key or method.key


def consent_steps(method: Method) -> list[str]:
    """The steps that the yes answers, by the id of their plan: what follows them counts from the day of the yes."""
    return [id_of(method.key, step, 1) for _phase, step in method.placed() if step.ref == CONSENT_STEP]


def answer_consent_step(rows: Sequence[Activity], actor: Actor, role: Role, on: date) -> None:
    """The yes is the step: nobody has to tick it off as well."""
    for row in rows:
        if row.ref == CONSENT_STEP and not row.done_on:
            note_done(row, actor, role, on)


def note_done(row: Activity, actor: Actor, role: Role, on: date) -> None:
    row.state, row.done_on = Activity.State.DONE, on
    row.done_by_id, row.done_role = actor.account_id, role
    row.save(update_fields=["state", "done_on", "done_by", "done_role"])


def decline_course(actor: Actor, dossier_id: uuid.UUID, course_id: uuid.UUID) -> None:
    """The client does not take part now. No reason is asked, and nothing follows from it; it may be asked again."""
    with at_work(actor, dossier_id, "decline_course", roles=(Role.CLIENT,)) as work:
        course = asked(work, course_id)
        course.state, course.ended_on = Course.State.STOPPED, clock.today()
        course.save(update_fields=["state", "ended_on"])
        work.said(what=titles([course]), course=course.pk)
