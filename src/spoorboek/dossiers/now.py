"""What has to be done now, in order: the short list at the top of a dossier and the next step in a caseload.

Pure functions over steps and a day. A duty stays until it is done; a day that is only custom is let go after six weeks,
since nobody is late for it; of a repeated talk only the one whose turn it is shows.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from spoorboek.dossiers.shown import ShownStep, Status

LET_GO = timedelta(weeks=6)
SOONER_LET_GO = {"occupational-service-report": timedelta(weeks=2)}
AT_LEAST = 3
"""So many steps are shown where the road has them, so that a quiet month still says what comes."""
ASKING = (Status.LATE, Status.SOON, Status.AROUND)
ITS_OWN_PROOF = ("sickness-report", "recovery-report")
"""Done, or there would be no dossier, and no recovery in it."""


def until_let_go(key: str, practice: date) -> date:
    """The last day on which custom's day still asks."""
    return practice + SOONER_LET_GO.get(key, LET_GO)


def is_let_go(step: ShownStep, today: date) -> bool:
    """Whether custom's day passed so long ago that asking for it helps nobody."""
    return step.kind == "practice" and step.day is not None and until_let_go(step.key, step.day) < today


def one_of_each(steps: Iterable[ShownStep], today: date) -> list[ShownStep]:
    """Of a repeated step the last one whose day has come, or else the first one ahead."""
    chosen: dict[str, ShownStep] = {}
    for step in steps:
        before = chosen.get(step.key)
        if before is None or (step.day and step.day <= today):
            chosen[step.key] = step
    return list(chosen.values())


def open_steps(steps: Iterable[ShownStep], today: date) -> list[ShownStep]:
    """Steps that still have to be done, each once, by their day."""
    waiting = [
        step
        for step in steps
        if step.status in (*ASKING, Status.COMING)
        and step.key not in ITS_OWN_PROOF
        and not is_let_go(step, today)
    ]
    return sorted(one_of_each(waiting, today), key=lambda step: (step.day or date.max, step.key))


def what_now(steps: Iterable[ShownStep], today: date) -> list[ShownStep]:
    """The steps that ask for something now, filled up with the first ones ahead."""
    waiting = open_steps(steps, today)
    asking = sum(step.status in ASKING for step in waiting)
    return waiting[: max(asking, AT_LEAST)]


def next_step(steps: Iterable[ShownStep], today: date) -> ShownStep | None:
    """The one step that comes first."""
    return next(iter(open_steps(steps, today)), None)
