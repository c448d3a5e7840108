"""The client's pages about the road: *Vandaag*, *Mijn route*, one station, one talk."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_GET

from spoorboek.dossiers import stations
from spoorboek.dossiers.acts.client import folded_cards
from spoorboek.dossiers.acts.own_leave import questions
from spoorboek.dossiers.client_route import Explained, all_stations, client_map, law_shown, sorted_out
from spoorboek.dossiers.course import in_plain_words, standing_on
from spoorboek.dossiers.days import in_words, moment
from spoorboek.dossiers.doors import href
from spoorboek.dossiers.hours_chart import steps_of_hours
from spoorboek.dossiers.models import Appointment, Dossier
from spoorboek.dossiers.offers import offered
from spoorboek.dossiers.onlookers import onlookers
from spoorboek.dossiers.rooms import rooms_of
from spoorboek.dossiers.shown import ShownStep, in_language, week_of
from spoorboek.dossiers.today import Meeting, Move, Next, goes_before, next_for_client, waits_for
from spoorboek.dossiers.today_card import Card, card
from spoorboek.dossiers.views.client_page import Reader, client_page, explained_stations, shown, steps
from spoorboek.people.models import Person
from spoorboek.people.policy import Role
from spoorboek.site import clock
from spoorboek.site.routemap import RouteMap

LONGEST_TALK = timedelta(hours=8)
"""How long before now an appointment may have begun and still go on."""
NEW_FOR_WEEKS = 6
"""So many weeks *Vandaag* says why counting began anew."""
OFFERS_AT_FIRST = 1
"""So many offers of rooms stand open below the one card; the others unfold. A tired person sees one thing at a time."""
CALLED_FIRST = (Role.CASE_MANAGER, Role.SUPERVISOR, Role.COMPANY_DOCTOR, Role.COACH)


def meetings(dossier: Dossier) -> list[Meeting]:
    """Planned appointments that are not over."""
    rows = (
        dossier.appointments.filter(
            state=Appointment.State.PLANNED, starts_at__gte=clock.now() - LONGEST_TALK
        )
        .select_related("with_account__person")
        .prefetch_related("replies")
    )
    return [meeting(row) for row in rows if row.ends_at >= clock.now()]


def meeting(row: Appointment) -> Meeting:
    person: Person | None = getattr(row.with_account, "person", None)
    return Meeting(
        id=row.pk,
        kind=row.kind,
        way=row.way,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        minutes=row.minutes,
        with_name=person.name if person else "",
        off=row.needs_new_moment,
    )


def unsaid() -> list[str]:
    """Steps that never are the one next step: rights, and what runs by itself."""
    return [key for key, station in stations.stations().items() if station.quiet or station.right]


@require_GET
@client_page
def today(request: HttpRequest, reader: Reader) -> HttpResponse:
    """One next step, a piece of the route, and whom to call."""
    known = steps(reader)
    standing = standing_on(reader.dossier, clock.today())
    talks = meetings(reader.dossier)
    chosen = next_for_client(talks, known, clock.now(), clock.today(), unsaid())
    runs = standing is None or bool(chosen.meeting and reader.dossier.is_open)
    made = card(chosen, clock.today(), waits_for(known)) if runs else None
    away = folded(reader)
    made, more = with_offers(reader, chosen, made, away)
    return shown(
        request,
        reader,
        "today",
        "today",
        greeting=greeting(reader),
        standing=in_plain_words(standing, clock.today()) if standing else None,
        card=made,
        offers=more[:OFFERS_AT_FIRST],
        offers_that_wait=more[OFFERS_AT_FIRST:],
        folded=bool(made and made.name and made.name in away),
        off=[
            (moment(talk.starts_at, clock.today()), href("can_come", talk.id)) for talk in talks if talk.off
        ],
        later=later_talks(talks, chosen),
        new_case=new_case(reader.dossier),
        rooms=rooms_of(reader.reached),
        map=short_map(reader, known) if standing is None or standing.key == "leave" else None,
        people=[one for one in onlookers(reader.reached) if one.role_key in CALLED_FIRST],
    )


def with_offers(
    reader: Reader, chosen: Next, made: Card | None, away: frozenset[str]
) -> tuple[Card | None, list[Card]]:
    """The one card and what else is offered.

    The law goes first. When it lets rest the first offer is the card; when it is over a week away, a step of this week.
    """
    if made is None:
        return None, []
    unfolded = [one for one in offered(reader.reached, clock.today()) if one.name not in away]
    if unfolded and chosen.move is Move.REST:
        return unfolded[0], unfolded[1:]
    sooner = next((one for one in unfolded if goes_before(one.on, chosen, clock.today())), None)
    if sooner and made.name not in away:
        return sooner, [made, *(one for one in unfolded if one is not sooner)]
    return made, unfolded


def folded(reader: Reader) -> frozenset[str]:
    """*Nu even niet* is the client's own: a helper has no such cards."""
    return frozenset() if reader.helping else folded_cards(reader.dossier)


def greeting(reader: Reader) -> dict[str, str]:
    """The name, and the day with the week of the route while it runs."""
    dossier, on = reader.dossier, clock.today()
    line = _("%(day)s.") % {"day": capfirst(in_words(on, on))}
    if dossier.is_open and standing_on(dossier, on) is None:
        line += " " + _("Je bent in week %(week)s.") % {"week": week_of(dossier, on)}
    return {"name": reader.person.first_name if reader.person else "", "line": line}


def later_talks(talks: list[Meeting], chosen: Next) -> list[dict[str, str]]:
    """Other appointments that stand, each with its moment and its title."""
    return [
        {
            "when": moment(talk.starts_at, clock.today()),
            "title": stations.talk(talk.kind).title,
            "href": reverse("my_talk", args=[talk.kind]),
        }
        for talk in sorted(talks, key=lambda talk: talk.starts_at)
        if talk is not chosen.meeting and not talk.off
    ]


def new_case(dossier: Dossier) -> str:
    """Why counting began anew, in the first weeks of a new case."""
    if week_of(dossier, clock.today()) > NEW_FOR_WEEKS or not dossier.is_open:
        return ""
    if dossier.route.case.get("new_case"):
        return in_language(dossier.route.case["why_public"])
    if dossier.previous_id and dossier.previous and dossier.previous.closing == Dossier.Closing.RECOVERED:
        return _(
            "Je was een tijd beter. Daarom begon er een nieuwe route. We tellen nu vanaf je nieuwe eerste ziektedag."
        )
    return ""


def here_note(dossier: Dossier) -> str:
    """What stands at *you are here*: the hours now worked."""
    worked = steps_of_hours(dossier, dossier.closed_on or clock.today())
    hours = worked[-1].hours if worked else Decimal(0)
    if not hours:
        return ""
    return _("Je werkt nu %(hours)s uur in de week.") % {"hours": number_format(f"{hours.normalize():f}")}


def short_map(reader: Reader, known: list[ShownStep]) -> RouteMap:
    """A piece of the route round today, without remarks; each station leads to its own page."""
    drawn = sorted_out(all_stations(reader.dossier, known, clock.today(), {})).on_the_map
    return client_map(
        reader.dossier,
        [replace(one, note="") for one in drawn if not one.station.quiet],
        clock.today(),
        href=lambda anchor: reverse("my_station", args=[anchor]),
        here=here_note(reader.dossier),
    )


@require_GET
@gzip_page
@client_page
def my_route(request: HttpRequest, reader: Reader) -> HttpResponse:
    """The whole road; every station opens its explanation. `?alles` has them all open, for old browsers and paper."""
    parts = sorted_out(explained_stations(reader), closed=not reader.dossier.is_open)
    opened = "alles" in request.GET
    made = client_map(
        reader.dossier,
        parts.on_the_map,
        clock.today(),
        body=body_for(reader),
        here=here_note(reader.dossier),
        opened=opened,
    )
    standing = standing_on(reader.dossier, clock.today())
    return shown(
        request,
        reader,
        "route",
        "route",
        map=made,
        opened=opened,
        parts=parts,
        standing=in_plain_words(standing, clock.today()) if standing else None,
        new_case=new_case(reader.dossier),
        leave_questions=[] if reader.helping else questions(reader.dossier),
        rooms=rooms_of(reader.reached),
    )


def body_for(reader: Reader) -> Callable[[Explained], SafeString]:
    """What writes the explanation below a station on the map."""

    def body(one: Explained) -> SafeString:
        told = {"one": one, "opinion_href": reader.opinion_href}
        return mark_safe(render_to_string("dossiers/client/station_body.html", told))  # noqa: S308 - our own template

    return body


@require_GET
@client_page
def my_station(request: HttpRequest, reader: Reader, anchor: str) -> HttpResponse:
    """One station on a page of its own."""
    found = next((one for one in explained_stations(reader) if one.anchor == anchor), None)
    if found is None:
        raise Http404("No such station on this route.")
    return shown(request, reader, "station", "route", one=found)


@require_GET
@client_page
def my_talk(request: HttpRequest, reader: Reader, kind: str) -> HttpResponse:
    """How to prepare for one kind of talk, with the moments that are planned for it."""
    if kind not in Appointment.Kind.values:
        raise Http404("No such kind of talk.")
    planned = [talk for talk in meetings(reader.dossier) if talk.kind == kind and not talk.off]
    context: dict[str, Any] = {
        "station": stations.talk(kind),
        "law": law_shown(stations.talk(kind)),
        "moments": [moment(talk.starts_at, clock.today()) for talk in planned],
    }
    return shown(request, reader, "talk", "today", **context)
