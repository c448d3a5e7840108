"""Days and moments as a client reads them: in full, without a year where that is plain, and `morgen` where it is so."""

from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

YEAR_IS_PLAIN = timedelta(days=60)


def in_words(day: date, today: date) -> str:
    """`donderdag 26 november`; with the year when it is another one and not close by."""
    same = day.year == today.year or abs(day - today) < YEAR_IS_PLAIN
    return date_format(day, "l j F" if same else "l j F Y")


def near(day: date, today: date) -> str:
    """As `in_words`, with `vandaag` or `morgen` before it where that is so."""
    written = in_words(day, today)
    if day == today:
        return _("vandaag, %(day)s") % {"day": written}
    if day == today + timedelta(days=1):
        return _("morgen, %(day)s") % {"day": written}
    return written


def clock_time(moment: datetime) -> str:
    """`10.30 uur`, on the Dutch clock."""
    local = timezone.localtime(moment)
    return f"{local:%H:%M}" if (get_language() or "nl").startswith("en") else f"{local:%H.%M} uur"


def moment(starts_at: datetime, today: date) -> str:
    """`donderdag 26 november, 10.30 uur`."""
    return f"{near(timezone.localtime(starts_at).date(), today)}, {clock_time(starts_at)}"
