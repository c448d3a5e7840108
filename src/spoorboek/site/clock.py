"""The day it is, in the Netherlands."""

from datetime import date, datetime

from django.utils import timezone


def today() -> date:
    """Today in Europe/Amsterdam: every deadline is a Dutch calendar day."""
    return timezone.localdate()


def now() -> datetime:
    """This instant, in UTC."""
    return timezone.now()
