"""Which sheets could help now. Rooms above this one (a course, homework, action cards) put theirs first."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.shown import week_of
from spoorboek.methods.worksheets import Phase, Worksheet
from spoorboek.programme.folder.access import Folder

Helping = Callable[[Reached, date], Sequence[str] | Mapping[str, str]]
"""Keys of worksheets for the client who reads, the most useful one first; with a line why, where one can be said."""

OFFERED = 3
_helping: dict[str, tuple[int, Helping]] = {}


def register(name: str, helping: Helping, *, order: int = 100) -> None:
    """A room says which sheets could help now; the lowest `order` goes first."""
    if name in _helping:
        raise ValueError(f"{name} offers worksheets already.")
    _helping[name] = (order, helping)


def could_help(reached: Reached, folder: Folder, today: date) -> list[Worksheet]:
    """At the most three sheets that are not done yet, and that were not started."""
    begun = {worksheet for (worksheet, _question), page in folder.pages.items() if page.is_answered}
    found: dict[str, Worksheet] = {}
    for key in keys(reached, folder, today):
        if key in folder.sheets and key not in folder.finished and key not in begun:
            found.setdefault(key, folder.sheets[key])
    return list(found.values())[:OFFERED]


def reasons(reached: Reached, today: date) -> dict[str, str]:
    """Why a sheet is asked for now, by its key: homework, with who gave it."""
    found: dict[str, str] = {}
    for _order, helping in sorted(_helping.values(), key=lambda row: row[0], reverse=True):
        told = helping(reached, today)
        found |= told if isinstance(told, Mapping) else {}
    return found


def keys(reached: Reached, folder: Folder, today: date) -> Iterator[str]:
    """What rooms offer, then the sheets of the phase someone is likely in, then what comes after."""
    for _order, helping in sorted(_helping.values(), key=lambda row: row[0]):
        yield from helping(reached, today)
    phases = list(Phase)
    likely = phases.index(phase_of(reached.dossier, today))
    for phase in (*phases[likely:], *phases[:likely]):
        yield from (sheet.key for sheet in folder.sheets.values() if sheet.phase is phase)


def phase_of(dossier: Dossier, today: date) -> Phase:
    """A guess from the road alone, for who follows no method: it orders sheets and closes none."""
    if not dossier.is_open:
        return Phase.CLOSE
    if dossier.resumed_hours.exists():
        return Phase.GRADED
    week = week_of(dossier, today)
    return Phase.PREPARE if week <= 4 else Phase.START if week <= 10 else Phase.INTENSIVE
