"""*Mijn coaching*: the next talk and what it is about, homework, and what the coach wrote about the reader."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.days import moment
from spoorboek.dossiers.doors import href
from spoorboek.dossiers.models import Appointment
from spoorboek.dossiers.views.room_pages import tried
from spoorboek.dossiers.views.steps_walk import for_client
from spoorboek.programme.coaching import access
from spoorboek.programme.coaching.acts import sessions
from spoorboek.programme.coaching.models import Agenda, HomeworkReply
from spoorboek.programme.coaching.views.frame import shown
from spoorboek.site import clock

COACHES = (Appointment.Kind.COACH, Appointment.Kind.LABOUR_EXPERT)


@require_GET
@for_client
def my_coaching(request: HttpRequest, reached: Reached) -> HttpResponse:
    """Everything a coach keeps about the reader: nothing of it is hidden from them."""
    dossier_id = reached.dossier.pk
    talks = (
        Appointment.objects.filter(
            dossier_id=dossier_id,
            kind__in=COACHES,
            state=Appointment.State.PLANNED,
            starts_at__gte=clock.now() - access.STILL_GOES_ON,
        )
        .select_related("with_account__person")
        .order_by("starts_at")
    )
    agendas = access.agendas_of(dossier_id)
    homework = [(one, href("worksheet", one.row.worksheet)) for one in access.homework_of(dossier_id)]
    return shown(
        request,
        reached,
        "my_coaching",
        talks=[(row, moment(row.starts_at, clock.today()), lines_for(agendas, row.pk)) for row in talks[:3]],
        loose=[(row, lines) for row, lines in agendas if row.appointment_id is None],
        waiting=[pair for pair in homework if not pair[0].said],
        answered=[pair for pair in homework if pair[0].said],
        notes=access.notes_of(dossier_id),
    )


def lines_for(agendas: list[tuple[Agenda, list[str]]], appointment_id: uuid.UUID) -> list[str]:
    """What the coach wants to talk about then."""
    return next((lines for row, lines in agendas if row.appointment_id == appointment_id), [])


@require_POST
@for_client
def answer_homework(
    request: HttpRequest, reached: Reached, homework_id: uuid.UUID, said: str
) -> HttpResponse:
    """*Gedaan*, or *nu even niet*."""
    done = said == HomeworkReply.Said.DONE
    tried(
        request,
        lambda: sessions.answer_homework(reached.actor, reached.dossier.pk, homework_id, said),
        _("Mooi. Dat is gedaan.") if done else _("Dat is goed. Het hoeft nu niet."),
    )
    return redirect("my_coaching")
