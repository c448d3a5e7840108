"""What someone said of symptoms of the headset, before and after: for the client alone, with what it cannot tell."""

import json
from dataclasses import dataclass

from spoorboek.instruments import simulator_sickness
from spoorboek.people.envelopes import Envelope
from spoorboek.practice.sessions.models import Measure, Session

HIGHEST_SCORE = 235.62
"""All sixteen at their worst."""


@dataclass(frozen=True)
class Symptoms:
    """`before` and `after`: 0 to 10 on one question, or with `full` the weighed total of sixteen (0 to 235.62).

    Each is None where it was skipped or not asked; both are on the same scale, or the other one is left out.
    """

    before: float | None
    after: float | None
    full: bool

    def __bool__(self) -> bool:
        return self.before is not None or self.after is not None


def symptoms_of(session: Session) -> Symptoms:
    """What the client answered; a coach has no row of these at all."""
    envelope = Envelope(session.dossier_id)
    rows = Measure.objects.filter(session=session, what=Measure.What.SYMPTOMS)
    said = {row.when: json.loads(envelope.open(row.sealed)) for row in rows}
    before, after = said.get(Measure.When.BEFORE), said.get(Measure.When.AFTER)
    full = isinstance(before if after is None else after, list)
    return Symptoms(counted(before, full), counted(after, full), full)


def counted(said: int | list[int] | None, full: bool) -> float | None:
    """The number on the scale that is shown; None for an answer on the other one."""
    if said is None or isinstance(said, list) != full:
        return None
    return simulator_sickness.score(said).total if isinstance(said, list) else said
