"""Whose lines a reader reaches: the own ones, as long as they take part. Row security says the same."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from spoorboek.caseload.models import Line, State
from spoorboek.caseload.urgency import place
from spoorboek.people.access import still
from spoorboek.people.actor import Actor

OPEN = (State.RUNNING, State.RECOVERED)


def lines_of(actor: Actor, today: date, states: tuple[State, ...] = OPEN) -> QuerySet[Any]:
    """The reader's lines in these states, each with its `place` on a day."""
    own = Line.objects.filter(still(), account_id=actor.person_id)
    if len(states) < len(State):
        own = own.filter(state__in=states)
    return own.annotate(place=place(today))
