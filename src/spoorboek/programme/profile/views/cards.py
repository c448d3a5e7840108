"""The client's action cards: take one up, do it, put it back, or give it a day in the programme."""

import uuid
from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.views.room_pages import done, tried
from spoorboek.dossiers.views.steps_walk import for_client
from spoorboek.methods.determinants import action_cards
from spoorboek.programme.profile import access
from spoorboek.programme.profile.acts import cards
from spoorboek.programme.profile.forms import DayForm
from spoorboek.programme.profile.models import Card
from spoorboek.programme.profile.views.client import found, shown
from spoorboek.site import clock


@require_POST
@for_client
def take(request: HttpRequest, reached: Reached, behaviour_id: uuid.UUID, card: str) -> HttpResponse:
    """Take an action card up."""
    row = found(reached, behaviour_id)
    tried(
        request,
        lambda: cards.take_card(reached.actor, reached.dossier.pk, row.pk, card),
        _("De kaart staat nu bij ‘Dit ga ik doen’."),
    )
    return redirect("wanting")


@require_POST
@for_client
def card_done(request: HttpRequest, reached: Reached, card_id: uuid.UUID) -> HttpResponse:
    """Done; back to where it was tapped."""
    tried(
        request,
        lambda: cards.finish_card(reached.actor, reached.dossier.pk, card_id),
        _("Mooi. Dat is gedaan."),
    )
    return redirect("today" if request.POST.get("from") == "today" else "wanting")


@require_POST
@for_client
def card_back(request: HttpRequest, reached: Reached, card_id: uuid.UUID) -> HttpResponse:
    """Put the card back."""
    tried(
        request,
        lambda: cards.let_go_card(reached.actor, reached.dossier.pk, card_id),
        _("De kaart ligt weer terug. Dat is goed."),
    )
    return redirect("wanting")


@require_http_methods(["GET", "POST"])
@for_client
def card_in_programme(request: HttpRequest, reached: Reached, card_id: uuid.UUID) -> HttpResponse:
    """Give a card a day in the programme; the page says who then sees it."""
    row = Card.objects.filter(pk=card_id, dossier_id=reached.dossier.pk).first()
    if row is None or not access.known_card(row.key):
        raise Http404("No such card.")
    form = DayForm(request.POST or None, initial={"day": clock.today() + timedelta(days=1)})

    def act() -> object:
        return cards.put_in_programme(reached.actor, reached.dossier.pk, row.pk, form.cleaned_data["day"])

    if done(request, form, act, _("De kaart staat in je programma.")):
        return redirect("wanting")
    one = access.CardShown(action_cards().card(row.key), row)
    return shown(request, reached, "card_plan", form=form, one=one)
