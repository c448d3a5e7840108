"""Which steps a line shows, and how long that choice holds. Pure: obligations, a role and a day in, a choice out.

The choice itself is that of the dossier page (`dossiers.now.open_steps`). It changes without any act when a day passes:
custom is let go, a right lapses, the next of a repeated talk has its turn. Those days bound how long a line is fresh.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from spoorboek.dossiers.models import Obligation
from spoorboek.dossiers.now import ITS_OWN_PROOF, open_steps, until_let_go
from spoorboek.dossiers.shown import (
    LAPSES,
    ShownStep,
    is_move_of,
    parties,
    shown,
)
from spoorboek.people.policy import TELLS_OF_A_SAFETY_NET, WITHOUT_SAFETY_NET, Role

A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Choice:
    """What asks first, whoever's move it is; the first step that is the reader's own move; and the first own move with
    a day of law or agreement, since only that can be late."""

    first: ShownStep | None
    own: ShownStep | None
    due: ShownStep | None


@dataclass(frozen=True)
class Asking:
    """The open steps of one dossier on a day, and the days on which they are these (inclusive; None: without end)."""

    steps: tuple[ShownStep, ...]
    fresh_from: date | None
    fresh_until: date | None


NOTHING = Asking((), None, None)


def asking(rows: Iterable[Obligation], day: date) -> Asking:
    """The open steps of a dossier in which someone is ill."""
    waiting = [row for row in rows if is_waiting(row)]
    turns = list(turning_days(waiting))
    ahead = min((turn for turn in turns if turn > day), default=None)
    return Asking(
        steps=tuple(open_steps(shown(waiting, day), day)),
        fresh_from=max((turn for turn in turns if turn <= day), default=None),
        fresh_until=ahead - A_DAY if ahead else None,
    )


def is_waiting(row: Obligation) -> bool:
    """Whether a step can ask for something on some day."""
    return row.done is None and bool(row.applies) and day_of(row) is not None and row.key not in ITS_OWN_PROOF


def day_of(row: Obligation) -> date | None:
    """The day by which it has to be done, or round which it usually is."""
    return row.agreed or row.statutory or row.practice


def turning_days(rows: list[Obligation]) -> Iterator[date]:
    """Days on which the open steps may be others than the day before."""
    times = Counter(row.key for row in rows)
    for row in rows:
        day = day_of(row)
        assert day is not None
        if times[row.key] > 1:
            yield day
        last = last_day(row, day)
        if last:
            yield last + A_DAY


def last_day(row: Obligation, day: date) -> date | None:
    """The last day on which a step that nobody does still asks; None: it stays."""
    if not (row.agreed or row.statutory):
        return until_let_go(row.key, day)
    return day if row.key in LAPSES else None


def choose(found: Asking, role: Role) -> Choice:
    """The steps for one role; who may not know of a safety net gets none that tells of one."""
    hidden = TELLS_OF_A_SAFETY_NET if role in WITHOUT_SAFETY_NET else ()
    steps = [step for step in found.steps if step.key not in hidden]
    own = [step for step in steps if is_move_of(role, parties(step.row))]
    due = [step for step in own if step.kind != "practice"]
    return Choice(*(next(iter(some), None) for some in (steps, own, due)))
