"""A lesson is learnt once: who did it for one person is not asked for it again for the next."""

from collections.abc import Sequence
from datetime import date, timedelta

from spoorboek.methods import Kind
from spoorboek.people.actor import Actor
from spoorboek.programme.courses.shown import Shown
from spoorboek.programme.learning.access import finished_since

STAYS_FRESH = timedelta(days=365)
"""After a year a lesson is worth doing again. Our own choice, not measured."""


def learnt(actor: Actor, steps: Sequence[Shown], today: date) -> dict[str, date]:
    """The lessons among these steps that the actor did within a year, with the day: one query, or none."""
    asked = {one.row.ref for one in steps if is_own_lesson(one)}
    return finished_since(actor, asked, today - STAYS_FRESH) if asked else {}


def without_learnt(actor: Actor, steps: Sequence[Shown], today: date) -> list[Shown]:
    """The steps without the lessons that the actor already did."""
    known = learnt(actor, steps, today)
    return [one for one in steps if not (is_own_lesson(one) and one.row.ref in known)]


def is_own_lesson(one: Shown) -> bool:
    return one.row.kind == Kind.LEARNING_MODULE and bool(one.row.ref) and one.is_first_mine and one.is_open
