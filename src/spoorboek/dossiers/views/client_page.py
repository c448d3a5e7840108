"""What every client page shares: whose dossier it is, who reads it, and the way back for whoever has no own dossier."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from spoorboek.dossiers import own
from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.client_route import Explained, all_stations
from spoorboek.dossiers.doors import href
from spoorboek.dossiers.explanation import full_traces
from spoorboek.dossiers.explanations import not_applicable
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.shown import ShownStep, steps_of
from spoorboek.dossiers.shown import shown as shown_steps
from spoorboek.dossiers.stations import stations
from spoorboek.people.access import person_of
from spoorboek.people.actor import current_actor
from spoorboek.people.models import Person
from spoorboek.people.policy import Role
from spoorboek.site import clock

P = ParamSpec("P")
READ_WITH_IT = ("obligations", "spells", "leaves", "resumed_hours", "employment__contract_hours")


@dataclass(frozen=True)
class Reader:
    """Who reads, and which dossier. `several`: there is another one to choose."""

    reached: Reached
    person: Person | None
    several: bool

    @property
    def dossier(self) -> Dossier:
        return self.reached.dossier

    @property
    def helping(self) -> bool:
        return self.reached.role is Role.HELPER

    @property
    def opinion_href(self) -> str:
        """Where a client reads about the deskundigenoordeel; a helper cannot ask for one."""
        return "" if self.helping else href("my_opinion")

    @property
    def needs_pictures(self) -> bool:
        """Reads neither Dutch nor English: pictures, and the way to an interpreter."""
        return bool(self.person and self.person.language == Person.Language.OTHER)


ClientView = Callable[Concatenate[HttpRequest, Reader, P], HttpResponse]


def client_page(view: ClientView[P]) -> Callable[..., HttpResponse]:
    """A page about one's own dossier, or of someone one helps. Everyone else is led to their own place."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        actor = current_actor()
        found = own.own_dossiers(actor)
        chosen = own.chosen(request, found)
        if chosen is None:
            return redirect("home")
        reached = own.opened(actor, chosen)
        return view(request, Reader(reached, myself(reached), len(found) > 1), *args, **kwargs)

    return login_required(wrapped)


def myself(reached: Reached) -> Person | None:
    """The reader's own name and preferences; whose dossier this is was read with it."""
    employment = reached.dossier.employment
    return employment.person if employment.person_id == reached.actor.account_id else person_of(reached.actor)


def shown(request: HttpRequest, reader: Reader, template: str, place: str, **context: Any) -> HttpResponse:
    """Render a client page."""
    always = {
        "reader": reader,
        "opinion_href": reader.opinion_href,
        "dossier": reader.dossier,
        "place": place,
        "today": clock.today(),
        "printed_for": reader.dossier.employment.person.name,
    }
    return render(request, f"dossiers/client/{template}.html", {**always, **context})


def steps(reader: Reader) -> list[ShownStep]:
    """The steps that have words for the client (a test holds that all have); of a closed dossier as on its last day."""
    prefetch_related_objects([reader.dossier], *READ_WITH_IT)
    found = steps_of(reader.dossier, reader.dossier.closed_on or clock.today(), Role.CLIENT)
    return [step for step in found if step.key in stations()]


def explained_stations(reader: Reader) -> list[Explained]:
    """Every station with its full reason: it is their own. A helper reads the public one."""
    traces = {} if reader.helping else full_traces(reader.dossier)
    every = [*steps(reader), *not_for_you(reader)]
    return all_stations(reader.dossier, every, clock.today(), traces)


def not_for_you(reader: Reader) -> list[ShownStep]:
    """The steps of the law that do not apply to this client, in the order of the law."""
    rows = [row for row in not_applicable(reader.dossier) if row.key in stations()]
    return shown_steps(rows, clock.today(), Role.CLIENT)
