"""Opening the player: with a coach once everything was asked, at home when one likes."""

import json
import secrets
import uuid
from collections.abc import Sequence

from django.utils.translation import gettext as _

from spoorboek.dossiers.acts.door import checked_open
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import Actor
from spoorboek.people.envelopes import Envelope
from spoorboek.people.policy import Role
from spoorboek.practice.sessions import limits
from spoorboek.practice.sessions.access import Content, written
from spoorboek.practice.sessions.acts.door import State, check_client, held, pass_into
from spoorboek.practice.sessions.acts.planning import SEEDS, frozen
from spoorboek.practice.sessions.models import Measure, Moment, Passage, Session
from spoorboek.practice.sessions.playable import home_scene
from spoorboek.practice.sessions.signals import session_begun
from spoorboek.site import clock

What = Measure.What
ASKED_TO_STOP = frozenset({"ended:asked", "ended:coach"})
"""Ends that somebody chose, and not one that came of how they felt."""


def asked_before(session: Session) -> tuple[str, ...]:
    """What is asked before this session; symptoms only before the first time with a headset, to compare with.

    Assuming that nobody has symptoms beforehand measures wrongly (doi 10.3389/frvir.2022.945800).
    """
    symptoms = (What.SYMPTOMS,) if limits.is_first_with_headset(session) else ()
    return (What.TENSION, What.NAUSEA, *symptoms)


def only_tried_stopping(session: Session, before: int | None = None) -> bool:
    """Whether it was stopped in the quiet place, before the scene began, and nothing was asked afterwards yet.

    Only where the player told so: where what it told is still on its way, somebody may well have practised. `before`:
    as it stood when the player told the moment of this number.
    """
    if session.state != State.LOOKING_BACK or session.at_home:
        return False
    rows = Moment.objects.filter(session=session, side=Moment.Side.CLIENT).order_by("n")
    told = list(rows if before is None else rows.filter(n__lt=before))
    # After the end a link may still come or go, or a headset be taken off: how it ended is in the last phase.
    if any(one.t for one in told) or not ends_in_quiet_place(session, told):
        return False
    return not Measure.objects.filter(session=session, when=Measure.When.AFTER).exists()


def ends_in_quiet_place(session: Session, told: Sequence[Moment]) -> bool:
    """Whether somebody chose to stop in the quiet place: who had left it practised, however short that was."""
    envelope = Envelope(session.dossier_id)
    phases = [json.loads(envelope.open(one.sealed))["key"] for one in told if one.type == "phase"]
    places = [phase for phase in phases[:-1] if phase != "paused"]
    return bool(places) and phases[-1] in ASKED_TO_STOP and places[-1] == "safe-place"


def begin(actor: Actor, session_id: uuid.UUID) -> Session:
    """The client opens the player; once more where they only tried the stop button, as the protocol asks."""
    session = held(actor, session_id, Role.CLIENT)
    check_client(actor, session)
    if session.state == State.SUITED:
        limits.check_headset(session)
        said = dict(
            Measure.objects.filter(session=session, when=Measure.When.BEFORE).values_list("what", "sealed")
        )
        missing = [what for what in asked_before(session) if what not in said]
        first = limits.is_first_with_headset(session)
        envelope = Envelope(session.dossier_id)
        skipped = first and any(json.loads(envelope.open(sealed)) is None for sealed in said.values())
        if missing or skipped:
            raise Refused(_("Beantwoord eerst de vragen van nu. Dan weten we straks wat van de bril komt."))
    if only_tried_stopping(session):
        return reopened(actor, session)
    pass_into(actor, session, State.PREPARING)
    session_begun.send(sender=Session, session=session, actor=actor)
    return session


def reopened(actor: Actor, session: Session) -> Session:
    """The one way back from looking back, which `GOES_ON` therefore does not know."""
    session.state, session.ended_at, session.broke_off = State.PREPARING, None, False
    session.save()
    Passage.objects.create(
        dossier_id=session.dossier_id, session=session, account_id=actor.person_id, state=State.PREPARING
    )
    return session


def begin_at_home(actor: Actor, dossier_id: uuid.UUID, scene_key: str, minutes: int) -> Session:
    """On one's own: a quiet place or a conversation on the screen, for as long as one chooses within the limit."""
    dossier = checked_open(actor, dossier_id, Role.CLIENT)
    scene, envelope = home_scene(scene_key), Envelope(dossier_id)
    Session.objects.filter(limits.open_at_home(dossier_id)).update(
        state=State.BROKEN_OFF, broke_off=True, ended_at=clock.now()
    )
    made = Session.objects.create(
        dossier=dossier,
        client_id=actor.person_id,
        scene=scene.key,
        scene_version=scene.version,
        step=scene.steps[0].key,
        seed=secrets.randbelow(SEEDS),
        sealed=envelope.seal(written(Content())),
        frozen=frozen(scene, {}, envelope),
        wish=Session.Way.SCREEN,
        way=Session.Way.SCREEN,
        minutes=max(1, min(minutes, limits.home_minutes())),
        on=clock.today(),
        state=State.PREPARING,
    )
    Passage.objects.create(dossier=dossier, session=made, account_id=actor.person_id, state=State.PREPARING)
    return made
