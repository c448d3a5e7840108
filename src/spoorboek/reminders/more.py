"""What rooms above this one add to mails: how much waits for a professional, and who fell silent and gets a kind word.

Each room registers when its app starts. As everywhere in a mail: numbers only, no client, no kind of step.
"""

from collections.abc import Callable
from datetime import date

from spoorboek.people.actor import Actor

Counting = Callable[[Actor, date], int]
"""In how many dossiers something of this room waits for a professional. It is never late."""
Silence = Callable[[Actor, date], bool]
"""Whether a client has been silent for so long that today is the day for a kind word; True once for each such day."""

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


def fell_silent(actor: Actor, today: date) -> bool:
    """Asked as the client."""
    return any(silence(actor, today) for silence in _silences.values())
