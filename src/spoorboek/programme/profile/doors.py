"""Ways in: a link on *Mijn route* and on the dossier, and a card on *Vandaag*."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.doors import Door
from spoorboek.dossiers.onlookers import roles_of
from spoorboek.dossiers.rooms import Room
from spoorboek.dossiers.sharings import Shared
from spoorboek.dossiers.today_card import Card
from spoorboek.people.policy import MAY_OFFER, MAY_READ_A_PROFILE, Role
from spoorboek.programme.profile import access
from spoorboek.programme.profile.models import Behaviour, Invitation
from spoorboek.site import clock


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


def shared_from_here(reached: Reached) -> Iterator[Shared]:
    """For *Wie ziet wat*: who reads a behaviour with its answers, and who was shown its one sentence."""
    running = [pair for pair in access.own_behaviours(reached.dossier.pk) if pair[0].stopped_on is None]
    roles = roles_of(reached.dossier.pk, *MAY_READ_A_PROFILE, *MAY_OFFER) if running else {}
    for row, words in running:
        people = reverse("wanting_people", args=[row.pk])
        for one in row.shares.filter(withdrawn_at__isnull=True).select_related("account__person"):
            if one.account_id in roles and (one.until is None or one.until >= clock.today()):
                ending = reverse("wanting_withdraw", args=[one.pk])
                name, role = one.account.person.name, roles[one.account_id]
                yield Shared(
                    _("Willen en kunnen: %(what)s") % {"what": words}, people, name, role, one.until, ending
                )
        for asked in row.invitations.filter(withdrawn_at__isnull=True).select_related("account__person"):
            if asked.account_id in roles:
                ending = reverse("wanting_take_back", args=[asked.pk])
                name, role = asked.account.person.name, roles[asked.account_id]
                yield Shared(
                    _("Alleen deze zin: %(what)s") % {"what": words}, people, name, role, None, ending
                )
