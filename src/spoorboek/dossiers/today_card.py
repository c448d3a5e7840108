"""The words of the one card on *Vandaag*: what, which day, why, whose turn, and at most two buttons."""

from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from spoorboek.dossiers import days, stations
from spoorboek.dossiers.client_route import day_text
from spoorboek.dossiers.doors import Door, href
from spoorboek.dossiers.models import Appointment
from spoorboek.dossiers.shown import ShownStep
from spoorboek.dossiers.today import Meeting, Move, Next


@dataclass(frozen=True)
class Card:
    """What the template shows. `name` is the card's name for *Nu even niet*, empty where there is nothing to fold.

    `on`: the day that a room offers it for. `done`: where one tap posts that it is done.
    """

    name: str
    pictogram: str
    title: str
    day: str = ""
    pill: str = "law"
    lines: tuple[str, ...] = ()
    whose: str = ""
    why: tuple[str, ...] = ()
    buttons: tuple[Door, ...] = ()
    cannot_come: str = ""
    fold: str = ""
    unfold: str = ""
    stands: str = ""
    pictures: tuple[tuple[str, str], ...] = field(default=())
    on: date | None = None
    done: str = ""


def card(chosen: Next, today: date, waits_for: str = "") -> Card:
    """The card of a choice. `waits_for` says why the days of the route are not known yet, where that is so."""
    if chosen.meeting:
        return meeting_card(chosen.meeting, today)
    if chosen.step is None or chosen.move is Move.REST:
        return rest_card(chosen.step, today, waits_for)
    return step_card(chosen, chosen.step, today)


def meeting_card(meeting: Meeting, today: date) -> Card:
    """An appointment: with whom, how, how long, and the way out."""
    station = stations.talk(meeting.kind)
    way = Appointment.Way(meeting.way)
    day = days.moment(meeting.starts_at, today)
    about = reverse("my_talk", args=[meeting.kind])
    return Card(
        name=meeting.card,
        pictogram=station.pictogram,
        title=station.title,
        day=day,
        lines=(how(meeting), station.words.happens[0]),
        buttons=(
            Door(_("Bereid je voor"), f"{about}#meenemen"),
            Door(_("Wat mag ik vragen?"), f"{about}#vragen"),
        ),
        cannot_come=href("cannot_come", meeting.id),
        fold=href("fold_card", meeting.card),
        unfold=href("unfold_card", meeting.card),
        stands=_("Je afspraak blijft staan: %(day)s.") % {"day": day},
        pictures=(
            ("calendar", day),
            (station.pictogram, meeting.with_name),
            (PICTOGRAM_OF_WAY[way], str(way.label)),
        ),
    )


PICTOGRAM_OF_WAY = {
    Appointment.Way.IN_PERSON: "office",
    Appointment.Way.PHONE: "phone",
    Appointment.Way.VIDEO: "video",
}


def how(meeting: Meeting) -> str:
    """`Met Maria de Wit. Telefoon, 30 minuten.`"""
    words = {
        "name": meeting.with_name,
        "way": str(Appointment.Way(meeting.way).label).capitalize(),
        "minutes": meeting.minutes,
    }
    if meeting.with_name:
        return _("Met %(name)s. %(way)s, %(minutes)s minuten.") % words
    return _("%(way)s, %(minutes)s minuten.") % words


def step_card(chosen: Next, step: ShownStep, today: date) -> Card:
    """A step of the road: the client's own, together, or someone else's."""
    station = stations.stations()[step.key]
    own, late = chosen.move is Move.OWN, chosen.late
    said = station.words.own if own else station.words.now
    about = reverse("my_station", args=[step.anchor])
    return Card(
        name=chosen.card,
        pictogram=station.pictogram,
        title=station.title,
        day=late_day(step, today) if late else day_text(step, today),
        pill=pill(step, own, late),
        lines=(said or station.words.happens[0],),
        whose=whose_turn(chosen),
        why=tuple(dict.fromkeys(step.because)),
        buttons=buttons(chosen.move, step, about, late),
        fold=href("fold_card", chosen.card),
        unfold=href("unfold_card", chosen.card),
        stands=_("Deze stap blijft staan: %(day)s.") % {"day": day_text(step, today)},
        pictures=(("calendar", day_text(step, today)), (station.pictogram, ", ".join(step.who))),
    )


def late_day(step: ShownStep, today: date) -> str:
    assert step.day is not None
    return _("was uiterlijk %(day)s") % {"day": days.in_words(step.day, today)}


def pill(step: ShownStep, own: bool, late: bool) -> str:
    """Red only for the reader's own legal date that has passed; a practice date is amber."""
    if late:
        return "late" if own else "quiet"
    return "practice" if step.kind == "practice" else "law"


def whose_turn(chosen: Next) -> str:
    """Whether the client has to do something: said in one sentence."""
    if chosen.move is Move.OWN:
        return _("Doe dit zo snel als je kunt. Hulp vragen mag.") if chosen.late else ""
    if chosen.late:
        return _("Dit staat nog niet als gedaan. Jij hoeft niets te doen. Je mag er wel naar vragen.")
    if chosen.move is Move.TOGETHER and chosen.past:
        return _("Nog niets gehoord? Je mag ernaar vragen. Het hoeft niet.")
    if chosen.move is Move.TOGETHER:
        return _("Jij hoeft nu niets te regelen. Voorbereiden mag, als je daar energie voor hebt.")
    return _("Jij hoeft nu niets te doen.")


def buttons(move: Move, step: ShownStep, about: str, late: bool) -> tuple[Door, ...]:
    """At most two."""
    asks = Door(_("Wat mag ik vragen?"), f"{about}#vragen")
    calls = Door(_("Wie kan ik bellen?"), reverse("contacts"))
    what = Door(_("Wat gebeurt er dan?"), about)
    if move is Move.OWN:
        done = href("my_step_done", step.key, step.ordinal)
        return Door(_("Zo doe je dat"), about), Door(_("Ik heb dit gedaan"), done) if done else asks
    if late:
        return calls, what
    return (Door(_("Bereid je voor"), f"{about}#meenemen"), asks) if move is Move.TOGETHER else (what,)


def rest_card(later: ShownStep | None, today: date, waits_for: str) -> Card:
    """Nothing is near: resting is right, and this is what comes later."""
    lines = [_("Er komt nu niets aan. Jij hoeft niets te doen. Rust is goed.")]
    if later:
        words = {"step": stations.stations()[later.key].title, "day": day_text(later, today)}
        lines.append(_("Later op je route: %(step)s (%(day)s).") % words)
    elif waits_for:
        lines.append(waits_for)
    return Card(
        name="",
        pictogram="rest",
        title=_("Nu even niets"),
        lines=tuple(lines),
        buttons=(Door(_("Bekijk mijn route"), reverse("my_route")),),
    )
