"""What this room offers elsewhere: a card on *Vandaag*, lines on *Mijn team*, links on a dossier."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spoorboek.dossiers import offers, rooms
from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.doors import Door
from spoorboek.dossiers.models import Appointment
from spoorboek.dossiers.offers import TeamLine
from spoorboek.dossiers.rooms import Room
from spoorboek.dossiers.shown import in_language
from spoorboek.dossiers.today_card import Card
from spoorboek.methods import Kind
from spoorboek.people.actor import Actor
from spoorboek.people.policy import Role
from spoorboek.programme.courses.access import handovers_of, programme_of
from spoorboek.programme.courses.acts.common import TASK_FORCE
from spoorboek.programme.courses.editions import method_of
from spoorboek.programme.courses.models import Activity, Course, Handover
from spoorboek.programme.courses.shown import LET_GO, Shown
from spoorboek.programme.courses.week import Due, near_steps, with_talks
from spoorboek.programme.folder import helping, sheets

FEW = 2


def connect() -> None:
    offers.register("courses", next_step, order=10)
    offers.register_for_team("courses", this_week)
    helping.register("courses", planned_worksheets, order=10)
    sheets.register(asked_before)
    rooms.register(Room(gettext_lazy("Programma"), "programme", TASK_FORCE, order=10))
    rooms.register(Room(gettext_lazy("Mijn programma"), "my_programme", (Role.CLIENT,), order=10))


def next_step(reached: Reached, today: date) -> Card | None:
    """One card: the question whether to take part, a handover that waits, or else the first step that is near."""
    found = programme_of(reached, today)
    if found.asked:
        return question_card(found.asked[0])
    # Only where a course runs: this page has few queries to spend.
    if found.courses and (note := handover_card(reached)):
        return note
    now = found.now
    own = [one for one in now if one.is_first_mine] or unplanned([one for one in now if one.is_mine], today)
    return step_card(own[0]) if own else None


def unplanned(steps: list[Shown], today: date) -> list[Shown]:
    """Steps without those for which an appointment stands: that has a card of its own."""
    if not any(one.is_meeting for one in steps):
        return steps
    talks = Appointment.objects.filter(
        dossier=steps[0].row.dossier_id, state=Appointment.State.PLANNED, starts_at__date__gte=today
    )
    due = with_talks([Due("", one) for one in steps], list(talks))
    return [one.step for one in due if one.talk is None]


def handover_card(reached: Reached) -> Card | None:
    """A note that waits for the client: until it is read and passed on, nobody else reads it."""
    waiting = [one for one in handovers_of(reached) if one.state == Handover.State.WITH_CLIENT]
    if not waiting:
        return None
    note = waiting[0]
    name = f"offer:handover:{note.pk}"
    words = {"author": note.author.person.first_name, "to": note.to.person.name}
    return Card(
        name=name,
        pictogram="paper",
        title=_("Lees je overdracht"),
        lines=(
            _("%(author)s schreef iets op voor %(to)s. Dan hoef jij het niet opnieuw te vertellen.") % words,
            _("Jij leest het eerst. Jij kiest of het doorgaat."),
        ),
        buttons=(Door(_("Lees de overdracht"), reverse("my_handover", args=[note.pk])),),
        fold=reverse("fold_card", args=[name]),
        unfold=reverse("unfold_card", args=[name]),
    )


def planned_worksheets(reached: Reached, today: date) -> list[str]:
    """Worksheets that the programme has near today, for the top of the work folder; the first one first."""
    near = Activity.objects.filter(
        dossier=reached.dossier,
        kind=Kind.WORKSHEET,
        state=Activity.State.PLANNED,
        day__range=(today - LET_GO, today + LET_GO),
    )
    return list(near.exclude(ref="").order_by("day", "pk").values_list("ref", flat=True))


def asked_before(dossier_id: uuid.UUID, withdrawn: Mapping[str, datetime]) -> set[str]:
    """Sheets out of use that a course of before that moment has as a step: it keeps them."""
    over = (Course.State.STOPPED, Course.State.FINISHED)
    rows = Activity.objects.filter(dossier=dossier_id, kind=Kind.WORKSHEET, ref__in=withdrawn)
    asks = rows.exclude(state=Activity.State.DROPPED).exclude(course__state__in=over)
    began = asks.filter(course__isnull=False).values_list("ref", "course__made_at")
    return {ref for ref, moment in began if moment < withdrawn[ref]}


def question_card(course: Course) -> Card:
    name = f"offer:courses:{course.pk}"
    return Card(
        name=name,
        pictogram="fork",
        title=_("Doe je mee?"),
        lines=(
            in_language(method_of(course).title),
            _("Er is een vraag voor je. Jij kiest. Nee is ook goed."),
        ),
        buttons=(Door(_("Lees de vraag"), reverse("my_course_question", args=[course.pk])),),
        fold=reverse("fold_card", args=[name]),
        unfold=reverse("unfold_card", args=[name]),
    )


def step_card(one: Shown) -> Card:
    """A step of the programme: what, when, with whom, and the way out."""
    name = f"offer:courses:{one.row.pk}"
    about = Door(_("Lees meer"), reverse("my_step", args=[one.row.pk]))
    begin = (Door(_("Begin"), one.href),) if one.href and one.is_first_mine else ()
    return Card(
        name=name,
        pictogram=one.pictogram,
        title=one.title,
        day=one.day_text,
        pill="law" if one.row.hand_set else "practice",
        lines=(one.explanation, _("%(who)s, %(minutes)s minuten.") % words_of(one)),
        why=tuple(one.because),
        buttons=(*begin, about),
        fold=reverse("fold_card", args=[name]),
        unfold=reverse("unfold_card", args=[name]),
        pictures=(("calendar", one.day_text), (one.pictogram, one.who)),
        on=one.row.day,
    )


def words_of(one: Shown) -> dict[str, object]:
    who = one.who
    return {"who": who[:1].upper() + who[1:], "minutes": one.row.expected_minutes}


def this_week(actor: Actor, dossiers: Sequence[uuid.UUID], today: date) -> Mapping[uuid.UUID, list[TeamLine]]:
    """What the supervisor does this week in the programmes of the own people: two queries for the whole team."""
    found: dict[uuid.UUID, list[Shown]] = {}
    for one in near_steps(actor, Role.SUPERVISOR, dossiers, today):
        found.setdefault(one.row.dossier_id, []).append(one)
    return {key: [team_line(one) for one in people_first(some)] for key, some in found.items()}


def people_first(some: list[Shown]) -> list[Shown]:
    """This week goes before what went by, and a contact before a lesson: someone waits for it."""
    return sorted(some, key=lambda one: (one.was_before, not one.is_meeting))[:FEW]


def team_line(one: Shown) -> TeamLine:
    """What, when, and how; with the button that records it or opens the lesson."""
    lesson = one.href if one.is_first_mine else ""
    where = reverse("programme_step", args=[one.row.dossier_id, one.row.pk])
    door = Door(_("Open de les"), lesson) if lesson else Door(_("Leg vast"), where)
    how = tuple(one.how) or tuple(text for text in (one.explanation,) if text)
    return TeamLine(one.title, one.day_text, how, one.say, door)
