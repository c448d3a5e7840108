"""The client's own acts: fold a card, let a helper read along, say that UWV was asked for an expert opinion."""

import re
import uuid
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from spoorboek.dossiers import expert_opinion
from spoorboek.dossiers.acts.door import check_role, entered
from spoorboek.dossiers.acts.seats import give_seat, seats_in, take_seat
from spoorboek.dossiers.models import Dossier, FoldedCard
from spoorboek.dossiers.refusals import Refused
from spoorboek.people import invitations, registrar
from spoorboek.people.actor import Actor, practice_world
from spoorboek.people.acts import mail_leaves, send_invitation
from spoorboek.people.models import Account, Involvement
from spoorboek.people.policy import Role
from spoorboek.site import clock

CARD = re.compile(
    r"(step:[a-z0-9-]{1,60}:\d{1,3}|appointment:[0-9a-f-]{36}|offer:[a-z-]{1,20}:[a-z0-9-]{1,80})\Z"
)
"""The names of cards: `step:<key>:<ordinal>`, `appointment:<id>` and `offer:<room>:<what>` of rooms above."""
LONGEST_HELP = timedelta(days=366)


def fold_card(actor: Actor, dossier_id: uuid.UUID, card: str) -> None:
    """*Nu even niet*: fold a card. It changes nothing about the step or the appointment itself.

    Deliberately not journalled: the journal is read by others, and this is nobody's business but the client's.
    """
    check_role(actor, dossier_id, (Role.CLIENT,))
    if not CARD.match(card):
        raise Refused(_("Deze kaart is er niet meer. Ga terug en kijk wat er staat."))
    FoldedCard.objects.get_or_create(dossier_id=dossier_id, card=card, defaults={"folded_on": clock.today()})


def unfold_card(actor: Actor, dossier_id: uuid.UUID, card: str) -> None:
    """Open the card again."""
    check_role(actor, dossier_id, (Role.CLIENT,))
    FoldedCard.objects.filter(dossier_id=dossier_id, card=card).delete()


def folded_cards(dossier: Dossier) -> frozenset[str]:
    """The names of the cards the client folded. Empty for everyone else: the database shows them nothing."""
    return frozenset(FoldedCard.objects.filter(dossier=dossier).values_list("card", flat=True))


def helpers_of(dossier: Dossier) -> list[tuple[Involvement, date | None]]:
    """Who reads along on the client's behalf now, each with the last day they do."""
    seats = seats_in(dossier.pk, Role.HELPER).order_by("since", "pk")
    return [(seat, last_day(seat)) for seat in seats]


def last_day(seat: Involvement) -> date | None:
    """The day before the first on which this person no longer takes part, in the Netherlands."""
    return timezone.localdate(seat.until - timedelta(seconds=1)) if seat.until else None


def authorise_helper(
    actor: Actor,
    dossier_id: uuid.UUID,
    first_name: str,
    last_name: str,
    until: date,
    email: str = "",
    link: str = "",
) -> tuple[Involvement, str]:
    """Let someone the client chose read the process layer through the day `until`; never the other layers.

    With e-mail a new account gets the way in by mail; `link` is the address of the invitation page with `CODE` in it.
    Without e-mail the code for a letter is returned, once. The code of an account with e-mail is never shown to
    the client, and never made for an account that was there already: it opens whatever that account holds.
    """
    with entered(
        actor, dossier_id, "authorise_helper", roles=(Role.CLIENT,), closed_too=True, moves_dates=False
    ) as work:
        check_until(until)
        if email and not mail_leaves():
            raise Refused(_("In een oefenomgeving gaat geen mail uit. Laat het adres leeg."), "email")
        known = invitations.holder_of(email)
        if known:
            check_no_part_yet(dossier_id, known)
        address = email.strip().lower()
        account = known or registrar.enrol(first_name, last_name, address or None).account
        seat = give_seat(dossier_id, account.pk, Role.HELPER, None, end_of(until))
        code = "" if known else invitations.invite(account.pk)
        if code and address:
            way_in = link.replace("CODE", code)
            work.on_commit(lambda: send_invitation(address, way_in))
        work.said(account=account.pk, name=f"{first_name} {last_name}".strip(), until=until)
    return seat, "" if address else code


def check_until(until: date) -> None:
    if until < clock.today():
        raise Refused(_("Deze dag is al geweest. Kies een latere dag."), "until")
    if until > clock.today() + LONGEST_HELP:
        raise Refused(_("Kies een dag binnen een jaar. Daarna kun je het opnieuw afspreken."), "until")


def check_no_part_yet(dossier_id: uuid.UUID, account: Account) -> None:
    """Somebody who already takes part reads along already; a second role would hide which one they use."""
    if account.world_id != practice_world():
        raise Refused(
            _("Dit e-mailadres is al van iemand anders. Vul een ander adres in, of laat het leeg."), "email"
        )
    if seats_in(dossier_id, *Role).filter(account=account).exists():
        raise Refused(_("Deze persoon doet al mee in je dossier. Kies iemand anders."), "email")


def end_of(day: date) -> datetime:
    """The first instant after a day, in the Netherlands."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def withdraw_helper(actor: Actor, dossier_id: uuid.UUID, seat_id: int) -> None:
    """The client ends a helper's reading along, at once and at any time."""
    with entered(
        actor, dossier_id, "withdraw_helper", roles=(Role.CLIENT,), closed_too=True, moves_dates=False
    ) as work:
        seat = seats_in(dossier_id, Role.HELPER).filter(pk=seat_id).first()
        if seat is None:
            raise Refused(_("Deze helper kijkt al niet meer mee. Je hoeft niets te doen."))
        take_seat(seat)
        work.said(account=seat.account_id, name=seat.account.person.name)


def record_opinion_asked(actor: Actor, dossier_id: uuid.UUID, question: str, asked_on: date) -> None:
    """UWV was asked for a deskundigenoordeel (BW 7:629a, 7:658b; SUWI 30, 32), by the client or the employer."""
    roles = (Role.CLIENT, Role.CASE_MANAGER, Role.SUPERVISOR)
    with entered(actor, dossier_id, "record_opinion_asked", roles=roles, moves_dates=False) as work:
        if question not in expert_opinion.Question.values:
            raise Refused(_("Kies welke vraag aan UWV is gesteld. Per aanvraag is dat er één."), "question")
        if asked_on > clock.today():
            raise Refused(_("Deze dag moet nog komen. Leg het vast als de aanvraag weg is."), "asked_on")
        if asked_on < work.dossier.first_sick_day:
            raise Refused(_("Deze dag ligt voor de eerste ziektedag. Kijk of de datum klopt."), "asked_on")
        work.said(question=question, asked_on=asked_on)
