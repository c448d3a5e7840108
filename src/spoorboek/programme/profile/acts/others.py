"""Sharing with someone, asking someone what they can offer, and offering it."""

import uuid
from collections.abc import Collection, Mapping
from datetime import date

from django.utils.translation import gettext as _

from spoorboek.dossiers import health_words
from spoorboek.dossiers.acts.door import checked_open, entered
from spoorboek.dossiers.acts.seats import seat_of
from spoorboek.dossiers.refusals import Refused
from spoorboek.methods.determinants import HIGHEST, LOWEST, determinants
from spoorboek.people.actor import Actor
from spoorboek.people.envelopes import Envelope
from spoorboek.people.policy import MAY_OFFER, MAY_READ_A_PROFILE, Layer, Role
from spoorboek.programme.profile.access import own_words
from spoorboek.programme.profile.acts.behaviour import own_behaviour
from spoorboek.programme.profile.models import Behaviour, Invitation, Offer, Share
from spoorboek.site import clock


def check_words(behaviour: Behaviour, role: str, kept: Collection[str]) -> None:
    """Own words are asked about before someone other than the doctor reads them."""
    if not behaviour.key and role != Role.COMPANY_DOCTOR:
        health_words.check(own_words(behaviour), "account", kept)


def share_behaviour(
    actor: Actor,
    dossier_id: uuid.UUID,
    behaviour_id: uuid.UUID,
    account_id: uuid.UUID,
    until: date | None = None,
    words_kept: Collection[str] = (),
) -> Share:
    """Let a coach, labour expert or company doctor read this behaviour with its answers. Never the employer's side.

    The database holds to it too. Raises `HealthWords` where own words ask for a second look.
    """
    with entered(actor, dossier_id, "share_behaviour", roles=(Role.CLIENT,), moves_dates=False) as work:
        work.layer = Layer.PERSONAL
        behaviour = own_behaviour(dossier_id, behaviour_id)
        seat = seat_of(dossier_id, account_id, *MAY_READ_A_PROFILE)
        if until and until < clock.today():
            raise Refused(_("Deze dag is al geweest. Kies een latere dag."), "until")
        check_words(behaviour, seat.role, words_kept)
        standing = behaviour.shares.filter(account_id=account_id, withdrawn_at__isnull=True)
        standing.update(withdrawn_at=clock.now())
        made = Share.objects.create(
            dossier=work.dossier,
            behaviour=behaviour,
            account_id=account_id,
            shared_on=clock.today(),
            until=until,
        )
        work.said(behaviour=behaviour.pk, name=seat.account.person.name, until=until)
    return made


def withdraw_share(actor: Actor, dossier_id: uuid.UUID, share_id: int) -> None:
    """Stop sharing, at once; also in a closed dossier. Twice does no harm."""
    with entered(
        actor, dossier_id, "withdraw_behaviour", roles=(Role.CLIENT,), closed_too=True, moves_dates=False
    ) as work:
        work.layer = Layer.PERSONAL
        row = (
            Share.objects.select_related("account__person").filter(pk=share_id, dossier_id=dossier_id).first()
        )
        if row is None:
            raise Refused(_("Dit wordt al niet meer gedeeld. Je hoeft niets te doen."))
        row.withdrawn_at = row.withdrawn_at or clock.now()
        row.save()
        work.said(behaviour=row.behaviour_id, name=row.account.person.name)


def ask_for_offers(
    actor: Actor,
    dossier_id: uuid.UUID,
    behaviour_id: uuid.UUID,
    account_id: uuid.UUID,
    words_kept: Collection[str] = (),
) -> Invitation:
    """Ask a supervisor or coach what they can offer. They read the one sentence, as it stands now, and nothing else."""
    with entered(actor, dossier_id, "ask_for_offers", roles=(Role.CLIENT,), moves_dates=False) as work:
        work.layer = Layer.PERSONAL
        behaviour = own_behaviour(dossier_id, behaviour_id)
        seat = seat_of(dossier_id, account_id, *MAY_OFFER)
        check_words(behaviour, seat.role, words_kept)
        standing = behaviour.invitations.filter(account_id=account_id, withdrawn_at__isnull=True)
        if standing.exists():
            raise Refused(_("Dit heb je al gevraagd. Je ziet het antwoord hier zodra het er is."), "account")
        made = Invitation.objects.create(
            dossier=work.dossier,
            behaviour=behaviour,
            account_id=account_id,
            role=seat.role,
            sealed=Envelope(dossier_id).seal(own_words(behaviour)),
            invited_on=clock.today(),
        )
        work.said(behaviour=behaviour.pk, name=seat.account.person.name)
    return made


def withdraw_invitation(actor: Actor, dossier_id: uuid.UUID, invitation_id: uuid.UUID) -> None:
    """Take the question back; the other no longer sees it. What was offered stays with the client."""
    with entered(
        actor, dossier_id, "withdraw_question", roles=(Role.CLIENT,), closed_too=True, moves_dates=False
    ) as work:
        work.layer = Layer.PERSONAL
        row = Invitation.objects.filter(pk=invitation_id, dossier_id=dossier_id).first()
        if row is None:
            raise Refused(_("Deze vraag is er niet meer. Je hoeft niets te doen."))
        row.withdrawn_at = row.withdrawn_at or clock.now()
        row.save()
        work.said(behaviour=row.behaviour_id)


def offer(actor: Actor, dossier_id: uuid.UUID, invitation_id: uuid.UUID, steps: Mapping[str, int]) -> None:
    """Say how far one can offer each thing that was asked: one's own part, never the client.

    Stands in no journal: the client reads it here, and nobody else has to know what was asked.
    """
    checked_open(actor, dossier_id, *MAY_OFFER)
    asked = Invitation.objects.filter(
        pk=invitation_id, dossier_id=dossier_id, account_id=actor.person_id, withdrawn_at__isnull=True
    ).first()
    if asked is None:
        raise Refused(_("Deze vraag staat niet meer open. Je hoeft niets te doen."))
    known = {one.key for one in determinants().offers_by(asked.role)}
    if not steps:
        raise Refused(_("Kies bij ten minste één vraag wat je kunt bieden."))
    for key, step in steps.items():
        if key not in known or not LOWEST <= step <= HIGHEST:
            raise Refused(_("Kies bij elke vraag een van de antwoorden."), key)
        Offer.objects.update_or_create(
            invitation=asked,
            key=key,
            defaults={
                "dossier_id": dossier_id,
                "account_id": actor.person_id,
                "step": step,
                "offered_on": clock.today(),
            },
        )
