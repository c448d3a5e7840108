"""What rooms above this one add to mails: how much waits for a professional, and who fell silent and gets a kind word.

Each room registers when its app starts. As everywhere in a mail: numbers only, no client, no kind of step.
"""

from collections.abc import Callable
from datetime import date

from spoorboek.people.actor import Actor

Counting = Callable[[Actor, date], int]
"""In how many dossiers something of this room waits for a professional. It is never late."""
Silence = Callable[[Actor, date], date | None]
"""The last day on which a kind word to a silent client was due; None where none is. The same until the next."""

_counting: dict[str, Counting] = {}
_silences: dict[str, Silence] = {}


def register(name: str, *, counting: Counting | None = None, silence: Silence | None = None) -> None:
    if name in _counting.keys() | _silences.keys():
        raise ValueError(f"{name} adds to mails already.")
    if counting:
        _counting[name] = counting
    if silence:
        _silences[name] = silence


def waiting(actor: Actor, today: date) -> int:
    """Asked as the person the mail is for."""
    return sum(counting(actor, today) for counting in _counting.values())


def kind_word_due(actor: Actor, today: date) -> date | None:
    """Asked as the client."""
    days = [silence(actor, today) for silence in _silences.values()]
    return max((day for day in days if day), default=None)
