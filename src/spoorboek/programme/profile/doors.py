"""Ways in: a link on *Mijn route* and on the dossier, and a card on *Vandaag*."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.doors import Door
from spoorboek.dossiers.offers import TeamLine
from spoorboek.dossiers.onlookers import roles_of
from spoorboek.dossiers.rooms import Room
from spoorboek.dossiers.sharings import Shared
from spoorboek.dossiers.today_card import Card
from spoorboek.people.access import still
from spoorboek.people.actor import Actor
from spoorboek.people.models import Involvement
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


ANSWER_IS_NEW = timedelta(days=7)
"""So long an answer has a card of its own on *Vandaag*. Our own choice."""


def unanswered(actor: Actor) -> QuerySet[Invitation]:
    """Questions to a supervisor, in dossiers where they still take part, to which nothing was answered yet."""
    seats = Involvement.objects.filter(
        still(), account_id=actor.person_id, role=Role.SUPERVISOR, dossier_id=OuterRef("dossier_id")
    )
    return Invitation.objects.filter(
        Exists(seats),
        account_id=actor.person_id,
        role=Role.SUPERVISOR,
        withdrawn_at__isnull=True,
        dossier__closed_on__isnull=True,
        offers__isnull=True,
    )


def asked_on_team(
    actor: Actor, dossiers: Sequence[uuid.UUID], today: date
) -> Mapping[uuid.UUID, list[TeamLine]]:
    """For *Mijn team*: whose question waits for an answer; one query. What it is about stands behind the button."""
    asking = unanswered(actor).filter(dossier_id__in=dossiers).values_list("dossier_id", flat=True)
    return {key: [question_line(key)] for key in set(asking)}


def question_line(dossier_id: uuid.UUID) -> TeamLine:
    return TeamLine(
        _("Je medewerker vraagt: wat kun jij bieden?"),
        "",
        (
            _("Je leest één zin. Daarna kies je wat jij kunt regelen."),
            _("Kun je iets niet bieden? Zeg dat gewoon. Dan zoeken jullie samen iets anders."),
        ),
        door=Door(_("Lees de vraag"), reverse("what_i_offer", args=[dossier_id])),
    )


def waiting(actor: Actor, today: date) -> int:
    """For the mail: in how many dossiers a question waits."""
    return unanswered(actor).values("dossier_id").distinct().count()


ROOMS = (
    Room(gettext_lazy("Willen en kunnen"), "wanting", (Role.CLIENT,), 40),
    Room(gettext_lazy("Wat kun je bieden?"), "what_i_offer", MAY_OFFER, 40, asks_me),
    Room(gettext_lazy("Willen en kunnen"), "shared_wanting", MAY_READ_A_PROFILE, 50, shows_me),
)


def offered(reached: Reached, today: date) -> Card | None:
    """A round that waits, an answer that came, or else the action card that was taken up longest ago."""
    row = Behaviour.objects.filter(dossier_id=reached.dossier.pk, stopped_on__isnull=True).first()
    if row is None:
        return None
    if answer := answer_card(row, today):
        return answer
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
        done=reverse("wanting_card_done", args=[up[0].row.pk]) if up[0].row else "",
    )


def answer_card(row: Behaviour, today: date) -> Card | None:
    """Somebody said in the last days what they can offer; `Nu even niet` lays the card aside."""
    fresh = row.invitations.filter(
        withdrawn_at__isnull=True, offers__offered_on__gte=today - ANSWER_IS_NEW
    ).select_related("account__person")
    last = fresh.order_by("-offers__offered_on").first()
    if last is None:
        return None
    name = f"offer:answer:{last.pk}"
    return Card(
        name=name,
        pictogram="talk",
        title=_("Je kreeg antwoord"),
        lines=(
            _("%(name)s zei wat er kan bij: %(what)s.")
            % {"name": last.account.person.name, "what": access.own_words(row)},
        ),
        buttons=(Door(_("Lees het antwoord"), reverse("wanting_people", args=[row.pk]) + "#mogelijk"),),
        fold=reverse("fold_card", args=[name]),
        unfold=reverse("unfold_card", args=[name]),
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
