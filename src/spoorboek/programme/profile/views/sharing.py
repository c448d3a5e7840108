"""Who reads along, and who is asked what they can offer: with a preview of exactly what the other reads."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.acts.seats import seats_in
from spoorboek.dossiers.onlookers import role_name
from spoorboek.dossiers.shown import in_language
from spoorboek.dossiers.views.room_pages import done, tried
from spoorboek.dossiers.views.steps_walk import for_client
from spoorboek.methods.determinants import determinants
from spoorboek.people.envelopes import Envelope
from spoorboek.people.models import Involvement
from spoorboek.people.policy import MAY_OFFER, MAY_READ_A_PROFILE, Role
from spoorboek.programme.profile import access
from spoorboek.programme.profile.acts import others
from spoorboek.programme.profile.forms import AskForm, ShareForm
from spoorboek.programme.profile.models import Behaviour
from spoorboek.programme.profile.views.client import found, shown, table_of


@require_GET
@for_client
def people(request: HttpRequest, reached: Reached, behaviour_id: uuid.UUID) -> HttpResponse:
    """Two lists: who may read this, and who may be asked what they can offer."""
    row = found(reached, behaviour_id)
    live = {one.account_id: one for one in row.shares.filter(withdrawn_at__isnull=True)}
    asked = {
        one.account_id: one
        for one in row.invitations.filter(withdrawn_at__isnull=True).prefetch_related("offers")
    }
    readers = seats_in(reached.dossier.pk, *MAY_READ_A_PROFILE).order_by("since", "pk")
    givers = seats_in(reached.dossier.pk, *MAY_OFFER).order_by("since", "pk")
    return shown(
        request,
        reached,
        "people",
        behaviour=row,
        words=access.own_words(row),
        alone=not live and not asked,
        readers=[(seat, role_name(seat.role), live.get(seat.account_id)) for seat in readers],
        givers=[(seat, role_name(seat.role), asked.get(seat.account_id)) for seat in givers],
        offers=access.offers_for(row),
    )


def seat(reached: Reached, account_id: uuid.UUID, roles: tuple[Role, ...]) -> Involvement:
    """Somebody who takes part in such a role, or *not found*."""
    one = seats_in(reached.dossier.pk, *roles).filter(account_id=account_id).first()
    if one is None:
        raise Http404("Nobody like that takes part.")
    return one


def preview(row: Behaviour, envelope: Envelope) -> dict[str, Any]:
    """What the reader of a share reads: the same that `shared_wanting` shows."""
    rounds = access.moments(row, envelope)
    return {
        "rows": table_of(rounds),
        "moments": rounds,
        "chosen": [in_language(one.title) for one in access.chosen(row)],
        "up": access.cards_up(row),
    }


@require_http_methods(["GET", "POST"])
@for_client
def share(
    request: HttpRequest, reached: Reached, behaviour_id: uuid.UUID, account_id: uuid.UUID
) -> HttpResponse:
    """First exactly what the other will read, then yes."""
    row, who = found(reached, behaviour_id), seat(reached, account_id, MAY_READ_A_PROFILE)
    form = ShareForm(request.POST if request.method == "POST" else None)

    def act() -> object:
        until = form.cleaned_data["until"]
        return others.share_behaviour(reached.actor, reached.dossier.pk, row.pk, account_id, until, form.kept)

    if done(request, form, act, _("%(name)s leest nu mee.") % {"name": who.account.person.first_name}):
        return redirect("wanting_people", row.pk)
    return shown(
        request, reached, "share",
        behaviour=row, words=access.own_words(row), who=who, role=role_name(who.role), form=form,
        **preview(row, Envelope(reached.dossier.pk)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@for_client
def ask(
    request: HttpRequest, reached: Reached, behaviour_id: uuid.UUID, account_id: uuid.UUID
) -> HttpResponse:
    """The one sentence that the other will read, and the questions they get about their own part."""
    row, who = found(reached, behaviour_id), seat(reached, account_id, MAY_OFFER)
    form = AskForm(request.POST if request.method == "POST" else None)

    def act() -> object:
        return others.ask_for_offers(reached.actor, reached.dossier.pk, row.pk, account_id, form.kept)

    if done(request, form, act, _("Het is gevraagd. Het antwoord komt hier te staan.")):
        return redirect("wanting_people", row.pk)
    questions = [in_language(one.question) for one in determinants().offers_by(who.role)]
    return shown(
        request, reached, "ask",
        behaviour=row, words=access.own_words(row), who=who, role=role_name(who.role), form=form,
        questions=questions,
    )  # fmt: skip


@require_POST
@for_client
def withdraw(request: HttpRequest, reached: Reached, wanting_share_id: int) -> HttpResponse:
    """Stop sharing, at once."""
    tried(
        request,
        lambda: others.withdraw_share(reached.actor, reached.dossier.pk, wanting_share_id),
        _("Er wordt niet meer meegelezen."),
    )
    return redirect("wanting")


@require_POST
@for_client
def take_back(request: HttpRequest, reached: Reached, invitation_id: uuid.UUID) -> HttpResponse:
    """Take the question back."""
    tried(
        request,
        lambda: others.withdraw_invitation(reached.actor, reached.dossier.pk, invitation_id),
        _("De vraag is terug. De ander ziet hem niet meer."),
    )
    return redirect("wanting")
