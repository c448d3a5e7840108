"""Afterwards: own words, one small step, what a coach may keep, and that it is over."""

import uuid
from collections.abc import Collection

from django.utils.translation import gettext as _

from spoorboek.dossiers.acts.door import check_role
from spoorboek.dossiers.acts.seats import seat_of
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import Actor
from spoorboek.people.envelopes import Envelope
from spoorboek.people.policy import GUIDES, Role
from spoorboek.practice.sessions.access import Content, session_for, written
from spoorboek.practice.sessions.acts.door import State, check_client, held, pass_into
from spoorboek.practice.sessions.models import Keep, Moment, Passage, Session, Words
from spoorboek.practice.sessions.signals import session_held
from spoorboek.site import clock

LONGEST = 2000
AFTER = frozenset({State.LOOKING_BACK, State.CLOSED, State.BROKEN_OFF})


def write_words(actor: Actor, session_id: uuid.UUID, kind: str, text: str) -> Words | None:
    """Keep the client's own words of one kind, replacing earlier ones; empty words take them away."""
    session = held(actor, session_id, Role.CLIENT)
    check_client(actor, session)
    if session.state not in AFTER or session.is_wiped or kind not in Words.Kind.values:
        raise Refused(_("Dit kan pas na het oefenen."))
    text = text.strip()
    if len(text) > LONGEST:
        raise Refused(_("Dit is te lang. Houd het korter."), "text")
    if not text:
        Words.objects.filter(session=session, kind=kind).delete()
        return None
    made, _new = Words.objects.update_or_create(
        session=session,
        kind=kind,
        defaults={
            "dossier_id": session.dossier_id,
            "sealed": Envelope(session.dossier_id).seal(text),
            "at": clock.now(),
        },
    )
    return made


def let_keep(
    actor: Actor, session_id: uuid.UUID, account_id: uuid.UUID, kinds: Collection[str]
) -> list[Keep]:
    """The client decides what this coach may keep of the session: exactly these parts, from now on."""
    session = held(actor, session_id, Role.CLIENT)
    check_client(actor, session)
    seat_of(session.dossier_id, account_id, *GUIDES)
    if session.state not in AFTER or set(kinds) - set(Keep.Kind.values):
        raise Refused(_("Dit kan pas na het oefenen."))
    standing = Keep.objects.filter(session=session, account_id=account_id, withdrawn_at__isnull=True)
    standing.exclude(kind__in=kinds).update(withdrawn_at=clock.now())
    there = set(standing.values_list("kind", flat=True))
    return Keep.objects.bulk_create(
        Keep(
            dossier_id=session.dossier_id,
            session=session,
            account_id=account_id,
            kind=kind,
            since=clock.today(),
        )
        for kind in kinds
        if kind not in there
    )


def take_back(actor: Actor, keep_id: uuid.UUID) -> Keep:
    """A coach keeps this no longer, at once; also in a closed dossier. Twice does no harm."""
    row = Keep.objects.select_related("session").filter(pk=keep_id).first()
    if row is None:
        raise Refused(_("Dit wordt al niet meer bewaard. Je hoeft niets te doen."))
    check_role(actor, row.dossier_id, (Role.CLIENT,))
    row.withdrawn_at = row.withdrawn_at or clock.now()
    row.save()
    return row


def stop_playing(actor: Actor, session_id: uuid.UUID, *, ended: bool = False) -> Session:
    """*Stop*, by either side and without a reason: also where the player could not say so itself.

    `ended`: the player said that it was over, and what it told may still be on its way.
    """
    session = held(actor, session_id)
    if session.state == State.LOOKING_BACK:
        return session
    session.ended_at, session.broke_off = session.ended_at or clock.now(), not ended
    pass_into(actor, session, State.LOOKING_BACK)
    return session


def close_session(actor: Actor, session_id: uuid.UUID) -> Session:
    """The client is done looking back. A step of a method that asked for it is done with it."""
    session = held(actor, session_id, Role.CLIENT)
    check_client(actor, session)
    pass_into(actor, session, State.BROKEN_OFF if session.broke_off else State.CLOSED)
    session_held.send(sender=Session, session=session, actor=actor)
    return session


def wipe(actor: Actor, session_id: uuid.UUID) -> None:
    """What was felt, said and done in a session is gone for good, also for who might keep it. That it was, stays."""
    found = session_for(actor, session_id)
    check_role(actor, found.dossier_id, (Role.CLIENT,))
    check_client(actor, found)
    row = Session.objects.select_for_update(of=("self",)).select_related("dossier").get(pk=found.pk)
    if not row.is_over and row.dossier.is_open:
        raise Refused(_("Deze oefening loopt nog. Rond haar eerst af."))
    if not row.is_over:  # a closed dossier: nobody can round it off any more
        row.state = State.BROKEN_OFF
    row.sealed, row.frozen = Envelope(row.dossier_id).seal(written(Content())), b""
    row.save()
    Keep.objects.filter(session=row, withdrawn_at__isnull=True).update(withdrawn_at=clock.now())
    for rows in (Moment.objects, Words.objects, Passage.objects):
        rows.filter(session=row).delete()
    row.measures.all().delete()
