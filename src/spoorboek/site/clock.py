"""The day it is, in the Netherlands; in a practice world the day that was set there.

`today` and `now` are what acts, pages, journal and statuses go by. What guards a door (sessions, invitations, codes,
the moment a part in a dossier ends) goes by `real_now`: practising never makes a way in last longer.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, timedelta

from django.utils import timezone

_shift: ContextVar[int | None] = ContextVar("spoorboek_practice_shift", default=None)


def real_now() -> datetime:
    """This instant, in UTC, whatever day was set."""
    return timezone.now()


def real_today() -> date:
    """Today in Europe/Amsterdam, whatever day was set."""
    return timezone.localdate()


def is_practice() -> bool:
    """Whether the one who acts is in a practice world."""
    return _shift.get() is not None


def shift() -> int:
    """How many days the practice day lies ahead of the real one; 0 outside practice."""
    return _shift.get() or 0


def today() -> date:
    """Today in Europe/Amsterdam: every deadline is a Dutch calendar day."""
    return real_today() + timedelta(days=shift())


def now() -> datetime:
    """This instant, in UTC. On a practice day: the same time of the clock in the Netherlands, on that day."""
    instant = real_now()
    if not shift():
        return instant
    here = timezone.localtime(instant).replace(tzinfo=None) + timedelta(days=shift())
    return timezone.make_aware(here).astimezone(instant.tzinfo)


@contextmanager
def practising(days: int | None) -> Iterator[None]:
    """Inside the block it is so many days later than it really is; None is the real world."""
    token = _shift.set(days)
    try:
        yield
    finally:
        _shift.reset(token)
