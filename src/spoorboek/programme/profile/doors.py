"""Ways in: a link on *Mijn route* and on the dossier, and a card on *Vandaag*."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.doors import Door
from spoorboek.dossiers.rooms import Room
from spoorboek.dossiers.today_card import Card
from spoorboek.people.policy import MAY_OFFER, MAY_READ_A_PROFILE, Role
from spoorboek.programme.profile import access
from spoorboek.programme.profile.models import Behaviour, Invitation


def asks_me(reached: Reached) -> bool:
    """Whether the client asked this reader something."""
    return Invitation.objects.filter(
        dossier_id=reached.dossier.pk, account_id=reached.actor.person_id, withdrawn_at__isnull=True
    ).exists()


def shows_me(reached: Reached) -> bool:
    """Whether the client shared something with this reader."""
    return Behaviour.objects.filter(dossier_id=reached.dossier.pk, stopped_on__isnull=True).exists()


ROOMS = (
    Room(gettext_lazy("Willen en kunnen"), "wanting", (Role.CLIENT,), 40),
    Room(gettext_lazy("Wat kun je bieden?"), "what_i_offer", MAY_OFFER, 40, asks_me),
    Room(gettext_lazy("Willen en kunnen"), "shared_wanting", MAY_READ_A_PROFILE, 50, shows_me),
)


def offered(reached: Reached, today: date) -> Card | None:
    """A round that waits, or else the action card that was taken up longest ago."""
    row = Behaviour.objects.filter(dossier_id=reached.dossier.pk, stopped_on__isnull=True).first()
    if row is None:
        return None
    if access.waiting_round(row):
        return Card(
            name="",
            pictogram="talk",
            title=_("Willen en kunnen"),
            lines=(_("Je was begonnen met een paar vragen. Je kunt verder waar je was."),),
            buttons=(Door(_("Ga verder"), reverse("wanting")),),
        )
    up = access.cards_up(row)
    if not up:
        return None
    return Card(
        name="",
        pictogram="paper",
        title=up[0].title,
        lines=(_("Dit wilde je doen."), up[0].why),
        buttons=(Door(_("Bekijk de kaart"), reverse("wanting")),),
    )
