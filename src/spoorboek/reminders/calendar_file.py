"""Someone's days and appointments as an iCalendar file (RFC 5545, RFC 7986): when, how many, and a link. No names.

Pure but for the words in the reader's language. The same input gives the same bytes: a program that asks again hears
that nothing changed.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from icalendar import Calendar, Event

from spoorboek.reminders.rhythm import AMSTERDAM, DAY
from spoorboek.reminders.talks import Talk

ASK_AGAIN = timedelta(hours=3)


@dataclass(frozen=True)
class Days:
    """What a calendar shows. `due` is how many steps ask on which day; the addresses lead to where they stand.

    `due_href` may hold `{day}` and `{month}`. `is_client`: the words are a client's.
    """

    due: dict[date, int]
    talks: tuple[Talk, ...]
    due_href: str
    talk_href: str
    is_client: bool = False


def etag(sides: Sequence[Days], language: str) -> str:
    """Stands for everything the file holds; no file is made for it."""
    held = [
        [
            [(day.isoformat(), number) for day, number in days.due.items()],
            [(str(t.id), t.starts_at.isoformat(), t.minutes, t.version, t.off) for t in days.talks],
            [days.due_href, days.talk_href, days.is_client],
        ]
        for days in sides
    ]
    return hashlib.sha256(json.dumps([language, held]).encode()).hexdigest()


def calendar_file(sides: Sequence[Days], owner: str, changed_at: datetime) -> bytes:
    """One file of every side someone stands on. `owner` is any text of their own: no two people share a UID."""
    calendar = Calendar()
    calendar.add("prodid", "-//Spoorboek//reminders//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Spoorboek")
    calendar.add("name", "Spoorboek")
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT3H")
    for event in events(sides, owner):
        event.add("dtstamp", changed_at)
        event.add("class", "PRIVATE")
        calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def events(sides: Sequence[Days], owner: str) -> Iterator[Any]:
    for days in sides:
        for day, number in days.due.items():
            yield due_event(days, owner, day, number)
        for talk in days.talks:
            yield talk_event(days, owner, talk)


def uid(owner: str, what: str) -> str:
    """Stable, and telling nothing: neither a person nor a dossier can be read from it."""
    named = hashlib.sha256(f"{settings.SECRET_KEY} {owner} {what}".encode())
    return f"{named.hexdigest()[:32]}@spoorboek"


def due_event(days: Days, owner: str, day: date, number: int) -> Any:
    """A whole day with what asks on it, which leaves the day free."""
    event = Event()
    event.add("uid", uid(owner, f"day {day.isoformat()} {days.is_client}"))
    event.add("dtstart", day)
    event.add("dtend", day + DAY)
    event.add("summary", due_summary(days, number))
    event.add("transp", "TRANSPARENT")
    link(event, days.due_href.replace("{month}", f"{day:%Y-%m}").replace("{day}", day.isoformat()))
    return event


def due_summary(days: Days, number: int) -> str:
    if days.is_client:
        return _("Spoorboek: een stap voor jou")
    return ngettext("Spoorboek: %(number)s actie", "Spoorboek: %(number)s acties", number) % {
        "number": number
    }


def talk_event(days: Days, owner: str, talk: Talk) -> Any:
    """An appointment on the Dutch clock, without with whom or what about."""
    event = Event()
    event.add("uid", uid(owner, f"talk {talk.id} {days.is_client}"))
    event.add("dtstart", talk.starts_at.astimezone(AMSTERDAM))
    event.add("dtend", talk.ends_at.astimezone(AMSTERDAM))
    event.add("summary", _("Spoorboek: afspraak"))
    event.add("sequence", max(talk.version - 1, 0))
    event.add("status", "TENTATIVE" if talk.off else "CONFIRMED")
    link(event, days.talk_href)
    return event


def link(event: Any, href: str) -> None:
    event.add("url", href)
    event.add("description", _("Bekijk het in Spoorboek: %(link)s") % {"link": href})
