"""Dossiers: the list and everything that can be read in one."""

import uuid
from typing import Annotated, Literal

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from ninja import Query, Router

from spoorboek.api import cursors, describe
from spoorboek.api.bearer import READS, here, reach
from spoorboek.api.paging import Cursor, Limit
from spoorboek.api.problems import not_found
from spoorboek.api.schemas import told
from spoorboek.api.schemas.base import Day
from spoorboek.api.scopes import ROLE
from spoorboek.api.words import summary as _
from spoorboek.dossiers import overview, story
from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.shown import steps_of
from spoorboek.dossiers.standing import State, in_state
from spoorboek.people import access
from spoorboek.people.access import still
from spoorboek.people.models import Involvement

router = Router(tags=["dossiers"])
STATES = {"running": State.RUNNING, "recovered": State.RECOVERED, "closed": State.CLOSED}
On = Annotated[
    Day | None,
    Query(description="The statuses on this day; left out: today. Of a closed dossier: the day it closed."),
]


def places(after: str | None, found: QuerySet[Dossier]) -> "QuerySet[Involvement]":
    """This link's seats in these dossiers, in order of dossier: the index of seats gives them in that order."""
    seats = Involvement.objects.filter(
        still(), Exists(found.filter(pk=OuterRef("dossier_id"))), account_id=here().person_id, role=ROLE
    ).order_by("dossier_id")
    return seats.filter(dossier_id__gt=after) if after else seats


@router.get("/dossiers", auth=READS, response=told.DossierPage, summary=_("Dossiers van deze organisatie"))
def dossiers(
    request: HttpRequest,
    state: Annotated[
        Literal["running", "recovered", "closed"] | None, Query(description="Left out: all of them.")
    ] = None,
    employer: Annotated[uuid.UUID | None, Query(description="Only of this employer.")] = None,
    employment: Annotated[uuid.UUID | None, Query(description="Only of this employment.")] = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> told.DossierPage:
    """The dossiers in which this link takes part, in a fixed order: what is added meanwhile moves nothing."""
    question = {"state": state, "employer": employer, "employment": employment}
    found = in_state(Dossier.objects.all(), STATES[state] if state else State.ALL)
    if employer:
        found = found.filter(employment__organisation_id=employer)
    if employment:
        found = found.filter(employment_id=employment)
    ids = list(
        places(cursors.read(cursor, question), found).values_list("dossier_id", flat=True)[: limit + 1]
    )
    more = cursors.made(str(ids[limit - 1]), question) if len(ids) > limit else None
    rows = with_names().filter(pk__in=ids[:limit]).order_by("pk")
    return told.DossierPage(items=[describe.dossier(row) for row in rows], next_cursor=more)


def with_names() -> QuerySet[Dossier]:
    return Dossier.objects.select_related("employment__person", "covered").prefetch_related("spells")


@router.get("/dossiers/{uuid:dossier_id}", auth=READS, response=told.DossierTold, summary=_("Eén dossier"))
def dossier(request: HttpRequest, dossier_id: uuid.UUID) -> told.DossierTold:
    """One case of sickness. Its ETag starts with the version, for `If-Match` with a change."""
    return describe.dossier(reach(dossier_id).dossier)


@router.get("/dossiers/{uuid:dossier_id}/facts", auth=READS, response=told.FactsTold, summary=_("De feiten"))
def facts(request: HttpRequest, dossier_id: uuid.UUID) -> told.FactsTold:
    """What was entered; dates that follow from it stand under obligations and route."""
    return describe.facts(reach(dossier_id))


def stands_on(reached: Reached, on: Day | None) -> Day:
    """The day asked for; a closed dossier stands still."""
    return (None if reached.dossier.closed_on else on) or overview.stands_on(reached.dossier)


@router.get(
    "/dossiers/{uuid:dossier_id}/obligations",
    auth=READS,
    response=told.ObligationsTold,
    summary=_("De stappen, met hun vier data"),
)
def obligations(
    request: HttpRequest,
    dossier_id: uuid.UUID,
    on: On = None,
    explain: Annotated[bool, Query(description="With the reasons of every step; about 100 kB.")] = False,
) -> told.ObligationsTold:
    """Every step of the road as it stands on a day, in order of that day."""
    reached = reach(dossier_id)
    day = stands_on(reached, on)
    steps = steps_of(reached.dossier, day, reached.role)
    return told.ObligationsTold(
        version=reached.dossier.version,
        on=day,
        obligations=[describe.obligation(step, explain=explain) for step in steps],
    )


@router.get(
    "/dossiers/{uuid:dossier_id}/obligations/{slug:key}/{int:ordinal}",
    auth=READS,
    response=told.ObligationTold,
    summary=_("Eén stap, met de uitleg van de datum"),
)
def obligation(
    request: HttpRequest, dossier_id: uuid.UUID, key: str, ordinal: int, on: On = None
) -> told.ObligationTold:
    """Why this date, from which facts and rules, and what would move it."""
    reached = reach(dossier_id)
    steps = steps_of(reached.dossier, stands_on(reached, on), reached.role)
    for step in steps:
        if (step.key, step.ordinal) == (key, ordinal):
            return describe.obligation(step, explain=True)
    raise not_found()


@router.get(
    "/dossiers/{uuid:dossier_id}/route",
    auth=READS,
    response=told.RouteTold,
    summary=_("De drie klokken"),
)
def route(request: HttpRequest, dossier_id: uuid.UUID) -> told.RouteTold:
    """Continued pay, waiting period for the WIA, dismissal ban: with the reasons everyone may read."""
    return describe.route(reach(dossier_id).dossier)


@router.get(
    "/dossiers/{uuid:dossier_id}/journal",
    auth=READS,
    response=told.JournalPage,
    summary=_("Het verhaal: wie deed wat, wanneer"),
)
def journal(
    request: HttpRequest, dossier_id: uuid.UUID, limit: Limit = 100, cursor: Cursor = None
) -> told.JournalPage:
    """Newest first. A medical act is told without its content; what is not for this caller is not told of at all."""
    reached = reach(dossier_id)
    row = reached.dossier
    question = {"journal": dossier_id}
    before = cursors.read(cursor, question)
    entries = story.entries_told(row, reached.role)
    found = list((entries.filter(sequence__lt=int(before)) if before else entries)[: limit + 1])
    kept = found[:limit]
    payloads = story.opened(row, kept, None)
    name = row.employment.person.name
    last = entries.filter(sequence__lte=kept[0].sequence).count() if kept else 0
    return told.JournalPage(
        items=[
            describe.entry(
                entry, story.told(entry, payloads.get(entry.pk), story.Audience.PROFESSIONAL, name), number
            )
            for number, entry in zip(range(last, 0, -1), kept, strict=False)
        ],
        next_cursor=cursors.made(str(kept[-1].sequence), question) if len(found) > limit else None,
    )


@router.get(
    "/dossiers/{uuid:dossier_id}/people",
    auth=READS,
    response=told.PeopleTold,
    summary=_("Wie er meedoet"),
)
def people(request: HttpRequest, dossier_id: uuid.UUID) -> told.PeopleTold:
    """The employee, everyone who takes part now, and links such as yours."""
    reach(dossier_id)
    return told.PeopleTold(people=[describe.party(row) for row in access.involved(here(), dossier_id)])
