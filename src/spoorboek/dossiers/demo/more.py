"""What rooms above this one add to the demo after the told cases, through their own acts.

Each room registers a function when its app starts; they run in the order of `INSTALLED_APPS`, in the transaction that
loads the demo. Keep them small: a fresh demo has to stand within a minute.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from spoorboek.dossiers.demo.cast import Cast
from spoorboek.dossiers.models import Dossier


@dataclass(frozen=True)
class Stage:
    """Who plays, and the told dossiers by the person's first name (`demo/cases.py`)."""

    cast: Cast
    dossiers: Mapping[str, Dossier]


Filling = Callable[[Stage], None]

_fillings: dict[str, Filling] = {}


def register(name: str, filling: Filling) -> None:
    """A room fills the demo. The function acts through `acting_as` itself; nobody acts when it is called."""
    if name in _fillings:
        raise ValueError(f"{name} fills the demo already.")
    _fillings[name] = filling


def fill(stage: Stage) -> None:
    """Let every room fill its part."""
    for filling in _fillings.values():
        filling(stage)
