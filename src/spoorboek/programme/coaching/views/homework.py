"""Homework: one tap from a worksheet, or a few own words."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.views.room_pages import done, tried
from spoorboek.dossiers.views.steps_walk import for_roles
from spoorboek.people.policy import GUIDES
from spoorboek.programme.coaching import access
from spoorboek.programme.coaching.acts import sessions
from spoorboek.programme.coaching.forms import HomeworkForm
from spoorboek.programme.coaching.views.frame import shown
from spoorboek.programme.folder.sheets import sheets


@require_http_methods(["GET", "POST"])
@for_roles(*GUIDES)
def give(request: HttpRequest, reached: Reached) -> HttpResponse:
    """Every worksheet with a button; what waits already says so."""
    form = HomeworkForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        said = form.cleaned_data
        sessions.give_homework(
            reached.actor,
            reached.dossier.pk,
            said["worksheet"],
            "" if said["worksheet"] else said["words"],
            said["due_on"],
            form.kept,
        )

    if done(request, form, act, _("Het huiswerk staat klaar. Je kandidaat ziet het op Vandaag.")):
        return redirect("coaching", reached.dossier.pk)
    waiting = {one.row.worksheet for one in access.homework_of(reached.dossier.pk) if not one.said}
    language = get_language() or "nl"
    choices = [
        {
            "key": key,
            "title": sheet.title.in_language(language),
            "about": sheet.about.in_language(language),
            "minutes": sheet.minutes,
            "waiting": key in waiting,
        }
        for key, sheet in sheets(reached.dossier.pk).items()
    ]
    return shown(request, reached, "homework_form", form=form, sheets=choices)


@require_POST
@for_roles(*GUIDES)
def take_back(request: HttpRequest, reached: Reached, homework_id: uuid.UUID) -> HttpResponse:
    """Take it back."""
    tried(
        request,
        lambda: sessions.take_homework_back(reached.actor, reached.dossier.pk, homework_id),
        _("Het huiswerk is weg bij je kandidaat."),
    )
    return redirect("coaching", reached.dossier.pk)
