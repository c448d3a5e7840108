"""What stands in someone's calendar, read as that person under row security."""

from datetime import date, timedelta

from django.urls import reverse

from spoorboek.dossiers.access import PROFESSIONALS
from spoorboek.people.access import roles_of
from spoorboek.people.actor import Actor
from spoorboek.people.policy import Role
from spoorboek.reminders.asking import client_days, due_days
from spoorboek.reminders.calendar_file import Days
from spoorboek.reminders.letters import at, list_place
from spoorboek.reminders.talks import as_client, as_professional, between

BACK = timedelta(days=14)
AHEAD = timedelta(weeks=26)


def calendars(actor: Actor, today: date) -> list[Days]:
    """One for each side someone stands on; empty for who takes part nowhere and works nowhere any more."""
    roles = roles_of(actor)
    found = []
    if roles & frozenset(PROFESSIONALS):
        found.append(professional(actor, roles, today))
    if Role.CLIENT in roles:
        found.append(client(actor, today))
    return found


def professional(actor: Actor, roles: frozenset[Role], today: date) -> Days:
    """Days on which one's own moves are due, and one's own appointments."""
    first, last = today - BACK, today + AHEAD
    place = list_place(roles)
    return Days(
        due=due_days(actor, first, last, today),
        talks=tuple(between(as_professional(actor), first, last)),
        due_href=due_address(place),
        talk_href=at(reverse(place)),
    )


def due_address(place: str) -> str:
    """Where the steps of a day stand: in the month of the caseload, or with the team."""
    if place == "caseload":
        return at(reverse("caseload_month")) + "?maand={month}#dag-{day}"
    return at(reverse(place))


def client(actor: Actor, today: date) -> Days:
    """One's own steps and appointments; what one said *I cannot come* to is left out."""
    first, last = today - BACK, today + AHEAD
    return Days(
        due=client_days(actor, first, last, today),
        talks=tuple(talk for talk in between(as_client(actor), first, last) if not talk.off),
        due_href=at(reverse("my_route")),
        talk_href=at(reverse("today")),
        is_client=True,
    )
