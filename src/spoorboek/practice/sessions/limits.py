"""How long somebody plays, and when a headset may go on again: as the safety protocol says, or less."""

from datetime import datetime, timedelta

from django.db.models import F, Max, Q, QuerySet, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from spoorboek.dossiers.refusals import Refused
from spoorboek.methods.safety import safety
from spoorboek.practice.sessions.models import Session
from spoorboek.site import clock

Way = Session.Way


def with_headset(session: Session) -> QuerySet[Session]:
    """Other sessions of this person in which the headset was on."""
    rows = Session.objects.filter(dossier_id=session.dossier_id, way=Way.HEADSET, started_at__isnull=False)
    return rows.exclude(pk=session.pk)


def is_first_with_headset(session: Session) -> bool:
    """Whether this person never practised with a headset before."""
    return session.way == Way.HEADSET and not with_headset(session).exists()


def worn_today(session: Session) -> timedelta:
    """How long the headset was on today in other sessions, by the clock."""
    midnight = timezone.localtime(clock.now()).replace(hour=0, minute=0, second=0, microsecond=0)
    rows = with_headset(session).filter(started_at__gte=midnight, ended_at__isnull=False)
    return rows.aggregate(worn=Sum(F("ended_at") - F("started_at")))["worn"] or timedelta()


def home_minutes() -> int:
    """The most minutes at a time at home."""
    return safety().value("home-minutes")


def minutes_for(session: Session) -> int:
    """The minutes that the player runs: what was agreed, or less where a limit asks that."""
    known = safety()
    if session.at_home:
        return min(session.minutes, home_minutes())
    if session.way != Way.HEADSET:
        return session.minutes
    longest = known.value("first-minutes" if is_first_with_headset(session) else "headset-minutes")
    left = known.value("headset-minutes") - int(worn_today(session).total_seconds() // 60)
    return max(0, min(session.minutes, longest, left))


def headset_again_at(session: Session) -> datetime | None:
    """From when a headset may go on again after the last time; None when it may now."""
    last = with_headset(session).aggregate(last=Max("ended_at"))["last"]
    again = last + timedelta(minutes=safety().value("break-minutes")) if last else None
    return again if again and again > clock.now() else None


def check_headset(session: Session) -> None:
    """Refuse a headset that was on a moment ago, or long enough for one day; say what is possible."""
    if session.way != Way.HEADSET:
        return
    again = headset_again_at(session)
    if again:
        raise Refused(
            _("Even pauze. De bril kan weer vanaf %(time)s. Op het scherm kan het nu al.")
            % {"time": timezone.localtime(again).strftime("%H:%M")}
        )
    if minutes_for(session) < 1:
        raise Refused(_("De bril was vandaag lang genoeg op. Op het scherm kan het nog wel."))


def open_at_home(dossier_id: object) -> Q:
    """Sessions at home that are still open."""
    return Q(dossier_id=dossier_id, coach__isnull=True, state__in=Session.PLAYED)
