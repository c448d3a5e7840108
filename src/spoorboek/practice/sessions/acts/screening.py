"""What came out of the questions beforehand: headset, screen, or not today. The answers reach no act, table or log.

Whoever answers chooses in the end: the screen, and not today, are open to everyone, so that neither tells why.
"""

import uuid

from django.utils.translation import gettext as _

from spoorboek.dossiers.acts.door import checked_open
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import Actor
from spoorboek.people.policy import Role
from spoorboek.practice.sessions.acts.door import State, check_client, held, pass_into
from spoorboek.practice.sessions.models import Fit, Session
from spoorboek.practice.sessions.signals import fit_settled
from spoorboek.site import clock

Way = Session.Way


def settle_fit(actor: Actor, dossier_id: uuid.UUID, way: str) -> Fit:
    """Once a person: a headset may be chosen from now on, or only the screen. May be done again."""
    dossier = checked_open(actor, dossier_id, Role.CLIENT)
    if way not in Way.values:
        raise Refused(_("Kies: met de bril, of op het scherm."), "way")
    made, _new = Fit.objects.update_or_create(dossier=dossier, defaults={"way": way, "on": clock.today()})
    fit_settled.send(sender=Fit, dossier_id=dossier_id, actor=actor)
    return made


def settle_today(actor: Actor, session_id: uuid.UUID, way: str) -> Session:
    """How this session goes. Without a headset that suits, it is the screen."""
    session = held(actor, session_id, Role.CLIENT)
    check_client(actor, session)
    if way not in Way.values:
        raise Refused(_("Kies: met de bril, of op het scherm."), "way")
    if way == Way.HEADSET and not may_wear(session.dossier_id):
        raise Refused(_("Beantwoord eerst de vragen over de bril. Op het scherm kan altijd."), "way")
    session.way = way
    pass_into(actor, session, State.SUITED)
    return session


def may_wear(dossier_id: uuid.UUID) -> bool:
    """Whether the client's own questions said that a headset suits."""
    return Fit.objects.filter(dossier_id=dossier_id, way=Way.HEADSET).exists()
