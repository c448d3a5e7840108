"""A professional's day over all dossiers: the own appointments of seven days, and this week's steps of programmes."""

from datetime import date, datetime, time, timedelta

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_GET

from spoorboek.dossiers.acts.appointments import PLANS
from spoorboek.dossiers.days import near
from spoorboek.dossiers.models import Appointment
from spoorboek.people.access import roles_of
from spoorboek.people.actor import Actor, current_actor
from spoorboek.programme.coaching import access
from spoorboek.programme.coaching.models import Agenda
from spoorboek.programme.courses.week import own_moves, unanswered
from spoorboek.programme.shelf.news import news_for
from spoorboek.site import clock

WEEK = 7
FAR = 52


def midnight(day: date) -> datetime:
    """The first instant of a Dutch day."""
    return timezone.make_aware(datetime.combine(day, time.min))


def first_day(request: HttpRequest) -> date:
    """The first of the seven days to show: today, or so many weeks from today."""
    try:
        weeks = max(-FAR, min(FAR, int(request.GET.get("week", "0"))))
    except ValueError:
        weeks = 0
    return clock.today() + timedelta(weeks=weeks)


@require_GET
@login_required
def agenda(request: HttpRequest) -> HttpResponse:
    """Seven days, with a way to what has to be prepared. No name of anyone the reader does not work with."""
    actor, today = current_actor(), clock.today()
    if not roles_of(actor) & set(PLANS):
        return redirect("home")
    first = first_day(request)
    talks = access.talks_between(actor, midnight(first), midnight(first + timedelta(days=WEEK)))
    prepared = prepared_talks(actor, talks)
    days = [
        (day, capfirst(near(day, today)), [shown_talk(row, prepared) for row in rows])
        for day, rows in access.by_day(talks)
    ]
    moves = own_moves(actor, today) if first == today else []
    context = {
        "place": "agenda",
        "now": [one for one in days if one[0] == today],
        "other": [one for one in days if one[0] != today],
        "first": first,
        "last": first + timedelta(days=WEEK - 1),
        "from_today": first == today,
        "news": news_for(actor) if first == today else None,
        "unanswered": unanswered(actor) if first == today else [],
        "moves": [due for due in moves if not due.step.was_before],
        "before": [due for due in moves if due.step.was_before],
        "week": (first - today).days // WEEK,
    }
    return render(request, "coaching/agenda.html", context)


def prepared_talks(actor: Actor, talks: list[Appointment]) -> set[object]:
    """Appointments for which the reader already wrote an agenda: one query."""
    rows = Agenda.objects.filter(author_id=actor.person_id, appointment__in=[row.pk for row in talks])
    return set(rows.values_list("appointment_id", flat=True))


def shown_talk(row: Appointment, prepared: set[object]) -> dict[str, object]:
    """One appointment as the page shows it."""
    return {
        "row": row,
        "person": row.dossier.employment.person,
        "kind": row.kind,
        "coaching": row.kind in {Appointment.Kind.COACH, Appointment.Kind.LABOUR_EXPERT},
        "prepared": row.pk in prepared,
    }
