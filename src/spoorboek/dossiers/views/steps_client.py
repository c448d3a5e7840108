"""The client's own pages with an act: *ik kan niet komen*, *nu even niet*, a helper, a deskundigenoordeel."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from spoorboek.dossiers import expert_opinion
from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.acts import appointments, client
from spoorboek.dossiers.forms.act import ActForm
from spoorboek.dossiers.forms.steps_client import HelperForm, OpinionForm
from spoorboek.dossiers.refusals import Refused, Stale
from spoorboek.dossiers.views.steps_walk import for_client, for_roles, page, tried, typed
from spoorboek.people.policy import Role

ASKS = (Role.CASE_MANAGER, Role.SUPERVISOR)


@require_http_methods(["GET", "POST"])
@for_client
def cannot_come(request: HttpRequest, reached: Reached, appointment_id: uuid.UUID) -> HttpResponse:
    """One button. The page says who hears it and what happens next."""
    row = (
        reached.dossier.appointments.select_related("with_account__person")
        .prefetch_related("replies")
        .filter(pk=appointment_id)
        .first()
    )
    if row is None or row.state == row.State.CANCELLED:
        messages.info(request, _("Deze afspraak is al afgezegd. Je hoeft niets te doen."))
        return redirect("today")
    form = ActForm(typed(request), dossier=reached.dossier, initial={"version": row.version})
    if request.method == "POST" and form.is_valid():
        try:
            appointments.say_cannot_come(
                reached.actor, reached.dossier.pk, row.pk, form.cleaned_data["version"]
            )
            messages.success(request, _("Het is doorgegeven. Je hoort wanneer er een nieuw moment is."))
            return redirect("today")
        except Stale as refusal:
            form = ActForm(dossier=reached.dossier, initial={"version": row.version})
            messages.warning(request, refusal.message)
        except Refused as refusal:
            messages.info(request, refusal.message)
            return redirect("today")
    return page(request, "client/cannot_come.html", reached, form=form, appointment=row, place="today")


@require_POST
@for_client
def can_come(request: HttpRequest, reached: Reached, appointment_id: uuid.UUID) -> HttpResponse:
    """*Ik kan toch komen*: as long as nobody moved it, the appointment simply stands."""
    try:
        appointments.say_can_come(reached.actor, reached.dossier.pk, appointment_id)
        messages.success(request, _("Fijn. De afspraak staat weer gewoon."))
    except Refused as refusal:
        messages.info(request, refusal.message)
    return redirect("today")


@require_POST
@for_client
def fold_card(request: HttpRequest, reached: Reached, card: str) -> HttpResponse:
    """*Nu even niet*. Only the card folds, and nobody else learns of it."""
    try:
        client.fold_card(reached.actor, reached.dossier.pk, card)
    except Refused as refusal:
        messages.info(request, refusal.message)
        return redirect("today")
    if card.startswith("appointment:"):
        messages.success(request, _("De kaart is dicht. De afspraak blijft staan. Niemand anders ziet dit."))
    else:
        messages.success(request, _("De kaart is dicht. De stap blijft staan. Niemand anders ziet dit."))
    return redirect("today")


@require_POST
@for_client
def unfold_card(request: HttpRequest, reached: Reached, card: str) -> HttpResponse:
    """Open the card again."""
    client.unfold_card(reached.actor, reached.dossier.pk, card)
    return redirect("today")


@require_http_methods(["GET", "POST"])
@for_client
def helpers(request: HttpRequest, reached: Reached) -> HttpResponse:
    """Who reads along, and let someone read along. A code for a letter is shown on this one page only."""
    form = HelperForm(typed(request), dossier=reached.dossier)
    codes: list[str] = []
    if (
        request.method == "POST"
        and tried(form, lambda: codes.append(authorise(request, reached, form))) is True
    ):
        if codes[0]:
            address = request.build_absolute_uri(reverse("letter"))
            letter = {"code": codes[0], "said": form.cleaned_data, "letter_address": address}
            return page(request, "client/helper_letter.html", reached, place="access", **letter)
        messages.success(
            request, _("Geregeld. %(name)s kan nu meekijken.") % {"name": form.cleaned_data["first_name"]}
        )
        return redirect("helpers")
    return page(
        request,
        "client/helpers.html",
        reached,
        form=form,
        helpers=client.helpers_of(reached.dossier),
        place="access",
    )


def authorise(request: HttpRequest, reached: Reached, form: HelperForm) -> str:
    said = form.cleaned_data
    link = request.build_absolute_uri(reverse("invitation_link", args=["CODE"]))
    _seat, code = client.authorise_helper(
        reached.actor,
        reached.dossier.pk,
        said["first_name"],
        said["last_name"],
        said["until"],
        said["email"],
        link,
    )
    return code


@require_POST
@for_client
def withdraw_helper(request: HttpRequest, reached: Reached, seat_id: int) -> HttpResponse:
    """The helper stops reading along, at once."""
    try:
        client.withdraw_helper(reached.actor, reached.dossier.pk, seat_id)
        messages.success(request, _("Gestopt. Je helper kan nu niets meer lezen."))
    except Refused as refusal:
        messages.info(request, refusal.message)
    return redirect("helpers")


def opinion(request: HttpRequest, reached: Reached) -> HttpResponse:
    """What a deskundigenoordeel is, how it goes, how long, what it costs; and note that it was asked for."""
    form = OpinionForm(typed(request), dossier=reached.dossier, for_client=reached.is_client)
    outcome = request.method == "POST" and tried(
        form,
        lambda: client.record_opinion_asked(
            reached.actor, reached.dossier.pk, form.cleaned_data["question"], form.cleaned_data["asked_on"]
        ),
    )
    if outcome is True:
        messages.success(request, _("Vastgelegd dat het oordeel bij UWV is gevraagd."))
        return redirect("today") if reached.is_client else redirect("dossier", reached.dossier.pk)
    template = "client/opinion.html" if reached.is_client else "opinion.html"
    facts = {"known": expert_opinion.known(), "no_use": expert_opinion.is_of_no_use(reached.dossier)}
    place = "today" if reached.is_client else "caseload"
    return page(
        request,
        template,
        reached,
        form=form,
        questions=expert_opinion.IN_THE_CLIENTS_WORDS,
        place=place,
        **facts,
    )


my_opinion = require_http_methods(["GET", "POST"])(for_client(opinion))
ask_opinion = require_http_methods(["GET", "POST"])(for_roles(*ASKS)(opinion))
