"""The words of a mail: numbers, times and links. No client, no employer, no kind of step, nothing about health."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from spoorboek.people.models import Person
from spoorboek.people.policy import Role
from spoorboek.reminders.access import token_of
from spoorboek.reminders.asking import Asks
from spoorboek.reminders.models import Reminder, Rhythm
from spoorboek.reminders.talks import Talk

HAVE_A_CASELOAD = frozenset({Role.CASE_MANAGER, Role.COMPANY_DOCTOR, Role.LABOUR_EXPERT, Role.COACH})


@dataclass(frozen=True)
class Letter:
    """What a mail says, before it is laid out as text or HTML."""

    subject: str
    opening: str
    points: tuple[str, ...]
    button: str
    href: str
    rhythm: str


def at(path: str) -> str:
    """A path of the site as an address that works from a mail."""
    return f"{settings.ADDRESS}{path}"


def unsubscribe_address(reminder: Reminder) -> str:
    return at(reverse("unsubscribe", args=[token_of(reminder.pk)]))


def language_of(person: Person | None) -> str:
    """The person's language where we write it, otherwise Dutch."""
    chosen = person.language if person else ""
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def list_place(roles: frozenset[Role]) -> str:
    """The name of the page where someone's steps stand."""
    return "caseload" if roles & HAVE_A_CASELOAD else "team"


def digest(asks: Asks, roles: frozenset[Role], reminder: Reminder, waiting: int = 0) -> Letter:
    """How much asks for a professional. `waiting`: dossiers in which rooms above have something that is never late."""
    points = []
    if asks.overdue:
        points.append(_("%(number)s te laat") % {"number": asks.overdue})
    if asks.week:
        points.append(_("%(number)s deze week") % {"number": asks.week})
    if waiting:
        points.append(_("%(number)s keer even contact") % {"number": waiting})
    total = asks.total + waiting
    return Letter(
        subject=ngettext("Spoorboek: %(number)s actie", "Spoorboek: %(number)s acties", total)
        % {"number": total},
        opening=_("In Spoorboek wacht dit op jou:"),
        points=tuple(points),
        button=_("Bekijk wat er is"),
        href=at(reverse(list_place(roles))),
        rhythm=in_words(reminder),
    )


def appointments(talks: Sequence[Talk], reminder: Reminder) -> Letter:
    """That a client has an appointment tomorrow, and when it begins."""
    return Letter(
        subject=_("Spoorboek: je hebt morgen een afspraak"),
        opening=ngettext("Je hebt morgen een afspraak.", "Je hebt morgen afspraken.", len(talks)),
        points=tuple(
            _("Om %(time)s.") % {"time": time_in_words(localtime(talk.starts_at).time())} for talk in talks
        ),
        button=_("Bekijk je afspraak"),
        href=at(reverse("today")),
        rhythm=in_words(reminder),
    )


def kind_word() -> Letter:
    """To a client of whom nothing was heard for a while: no question why, nothing to do."""
    return Letter(
        subject=_("Spoorboek: een groet"),
        opening=_("Het is even stil. Dat is goed. Je hoeft niets te doen."),
        points=(_("Wil je iets oppakken? Eén kleine stap is genoeg."),),
        button=_("Kijk als je wilt"),
        href=at(reverse("today")),
        rhythm=_("Je krijgt zo'n groet hooguit een keer in vier weken."),
    )


def weekday_name(weekday: int) -> str:
    """`maandag`; Monday is 0."""
    return (_("maandag"), _("dinsdag"), _("woensdag"), _("donderdag"), _("vrijdag"))[weekday]


def in_words(reminder: Reminder) -> str:
    """When mails of this kind go: the sentence at the foot of each."""
    said = {"time": time_in_words(reminder.at), "day": weekday_name(reminder.weekday)}
    words = {
        Rhythm.WORKING_DAYS: _("Je krijgt deze mail op werkdagen om %(time)s, als er iets wacht."),
        Rhythm.WEEKLY: _("Je krijgt deze mail op %(day)s om %(time)s, als er iets wacht."),
        Rhythm.OVERDUE: _("Je krijgt deze mail op werkdagen om %(time)s, alleen als iets te laat is."),
        Rhythm.DAY_BEFORE: _("Je krijgt deze mail een dag voor een afspraak, om %(time)s."),
    }
    return words[Rhythm(reminder.rhythm)] % said


def time_in_words(at: time) -> str:
    """`07.30 uur`, or `07:30` in English."""
    return f"{at:%H:%M}" if (get_language() or "nl").startswith("en") else f"{at:%H.%M} uur"


def moment_in_words(moment: datetime) -> str:
    """`maandag 23 november om 07.30 uur`."""
    local = localtime(moment)
    return _("%(day)s om %(time)s") % {
        "day": date_format(local, "l j F"),
        "time": time_in_words(local.time()),
    }
