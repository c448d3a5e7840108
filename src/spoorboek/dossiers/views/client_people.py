"""The client's pages about people: who sees what, who looked, whom to call, the story, an interpreter."""

import uuid

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_GET, require_http_methods

from spoorboek.dossiers import own
from spoorboek.dossiers.acts.way_in import recognition_code
from spoorboek.dossiers.days import in_words
from spoorboek.dossiers.doors import href
from spoorboek.dossiers.medical.scope import is_recognised
from spoorboek.dossiers.onlookers import by_sight, looks, never_at_work, onlookers
from spoorboek.dossiers.refusals import NotYours
from spoorboek.dossiers.retention import readable_until
from spoorboek.dossiers.sharings import shared_by
from spoorboek.dossiers.stations import read
from spoorboek.dossiers.story import Audience, Told, story_of
from spoorboek.dossiers.views.client_page import Reader, client_page, shown
from spoorboek.people.actor import current_actor
from spoorboek.people.policy import Role
from spoorboek.site import clock

DAYS_AT_FIRST = 7
"""So many days of looking stand open; the rest is one click away."""


@require_GET
@client_page
def who_sees(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Who has access and sees what, what nobody at work sees, and who looked."""
    seen = [] if reader.helping else looks(reader.reached)
    everyone = onlookers(reader.reached)
    every_day = "alles" in request.GET
    return shown(
        request,
        reader,
        "who_sees",
        "access",
        groups=by_sight(one for one in everyone if one.role_key is not Role.HELPER),
        helpers=[one for one in everyone if one.role_key is Role.HELPER],
        never=never_at_work(),
        shared=shared_by(reader.reached),
        looks=[
            (in_words(day.day, clock.today()), day.looks)
            for day in (seen if every_day else seen[:DAYS_AT_FIRST])
        ],
        more=len(seen) > DAYS_AT_FIRST and not every_day,
        helpers_href=href("helpers"),
        my_code=own_code(reader),
        readable_until=readable_until(reader.dossier),
    )


def own_code(reader: Reader) -> str:
    """The code to read to the company doctor, until the doctor has recognised the reader."""
    account_id = reader.dossier.employment.person_id
    return "" if reader.helping or is_recognised(account_id) else recognition_code(account_id)


@require_GET
@client_page
def my_story(request: HttpRequest, reader: Reader) -> HttpResponse:
    """What changed in the dossier, told to the client, newest first."""
    told = story_of(reader.dossier, Audience.CLIENT)
    return shown(request, reader, "story", "access", entries=[entry(one) for one in told])


def entry(one: Told) -> dict[str, str]:
    """An act as the story component reads it."""
    change = one.changes[0] if len(one.changes) == 1 else None
    return {
        "day": date_format(timezone.localtime(one.at), "j F Y"),
        "who": one.who,
        "title": one.sentence,
        "text": "" if change else "; ".join(f"{row.fact}: {row.new}" for row in one.changes),
        "was": change.old if change else "",
        "became": change.new if change else "",
        "why": one.role,
    }


@require_GET
@client_page
def contacts(request: HttpRequest, reader: Reader) -> HttpResponse:
    """Whom to call about what."""
    people = [one for one in onlookers(reader.reached) if one.role_key is not Role.HELPER]
    return shown(request, reader, "contacts", "", people=people)


@require_GET
@client_page
def interpreter(request: HttpRequest, reader: Reader) -> HttpResponse:
    """A sentence to show: I speak this language, I ask for an interpreter."""
    return shown(request, reader, "interpreter", "", languages=read("languages")["language"])


@require_http_methods(["GET", "POST"])
@login_required
def which_dossier(request: HttpRequest) -> HttpResponse:
    """Choose among one's own dossiers and those of people one helps."""
    found = own.own_dossiers(current_actor())
    if request.method == "POST":
        try:
            own.choose(request, found, uuid.UUID(request.POST.get("dossier", "")))
        except (NotYours, ValueError) as refusal:
            raise Http404("Not found.") from refusal
        return redirect("today")
    if not found:
        return redirect("home")
    rows = [(one, in_words(one.dossier.first_sick_day, clock.today())) for one in found]
    return render(request, "dossiers/client/which.html", {"rows": rows, "back": reverse("today")})
