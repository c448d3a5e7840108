"""Action cards: the client takes one up, does it, or lets it go. No reason is asked."""

import uuid
from datetime import date

from django.utils.translation import gettext as _

from spoorboek.dossiers.acts.door import checked_open
from spoorboek.dossiers.refusals import Refused
from spoorboek.methods import Kind
from spoorboek.methods.determinants import action_cards
from spoorboek.people.actor import Actor
from spoorboek.people.policy import Role
from spoorboek.programme.courses.acts.following import add_activity
from spoorboek.programme.courses.kinds import CARD
from spoorboek.programme.courses.models import Activity
from spoorboek.programme.profile.acts.behaviour import own_behaviour
from spoorboek.programme.profile.models import Card
from spoorboek.site import clock


def take_card(actor: Actor, dossier_id: uuid.UUID, behaviour_id: uuid.UUID, key: str) -> Card:
    """Take a card up, to do it oneself. A card that is already up stays one card."""
    checked_open(actor, dossier_id, Role.CLIENT)
    behaviour = own_behaviour(dossier_id, behaviour_id)
    if key not in {one.key for one in action_cards().cards}:
        raise Refused(_("Deze kaart is er niet meer. Kies een andere."))
    up = behaviour.cards.filter(key=key, done_on__isnull=True, let_go_on__isnull=True).first()
    return up or Card.objects.create(
        dossier_id=dossier_id, behaviour=behaviour, key=key, taken_on=clock.today()
    )


def own_card(dossier_id: uuid.UUID, card_id: uuid.UUID) -> Card:
    row = Card.objects.filter(pk=card_id, dossier_id=dossier_id).first()
    if row is None:
        raise Refused(_("Deze kaart is er niet meer. Kies een andere."))
    return row


def finish_card(actor: Actor, dossier_id: uuid.UUID, card_id: uuid.UUID) -> Card:
    """Done. Twice does no harm."""
    checked_open(actor, dossier_id, Role.CLIENT)
    card = own_card(dossier_id, card_id)
    card.done_on, card.let_go_on = card.done_on or clock.today(), None
    card.save()
    return card


def put_in_programme(actor: Actor, dossier_id: uuid.UUID, card_id: uuid.UUID, day: date) -> Activity:
    """Give the card a day in the programme. Coach, labour expert and company doctor then see it; the employer not."""
    checked_open(actor, dossier_id, Role.CLIENT)
    card = own_card(dossier_id, card_id)
    if card.done_on or card.let_go_on:
        raise Refused(_("Deze kaart is al klaar. Kies een andere."))
    minutes = action_cards().card(card.key).minutes
    return add_activity(
        actor,
        dossier_id,
        Kind.WORKSHEET,
        day=day,
        ref=f"{CARD}{card.key}",
        who=(Role.CLIENT,),
        minutes=minutes,
    )


def let_go_card(actor: Actor, dossier_id: uuid.UUID, card_id: uuid.UUID) -> Card:
    """*Toch niet*: put the card back."""
    checked_open(actor, dossier_id, Role.CLIENT)
    card = own_card(dossier_id, card_id)
    card.let_go_on = card.let_go_on or clock.today()
    card.save()
    return card
