"""Choosing: the coach writes down what was chosen together, and nothing starts before the client said yes to it."""

import json
import secrets
import uuid
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from spoorboek.dossiers import health_words
from spoorboek.dossiers.acts.door import checked_open
from spoorboek.dossiers.acts.seats import seats_in
from spoorboek.dossiers.refusals import Refused
from spoorboek.methods.scenes import SceneFile
from spoorboek.people.actor import Actor
from spoorboek.people.envelopes import Envelope
from spoorboek.people.policy import GUIDES, Role
from spoorboek.practice.sessions.access import Content, written
from spoorboek.practice.sessions.acts.door import State, check_client, held, pass_into
from spoorboek.practice.sessions.models import Passage, Session
from spoorboek.practice.sessions.playable import scene_named
from spoorboek.site import clock

LONGEST_GOAL = 200
SEEDS = 2**31 - 1


@dataclass(frozen=True)
class Plan:
    """What was chosen. `step`: the key of the step of the ladder to begin on."""

    scene: str
    on: date
    minutes: int
    step: str = ""
    wish: Session.Way = Session.Way.SCREEN
    decides: Session.Decides = Session.Decides.CLIENT
    content: Content = field(default_factory=Content)


def check_plan(plan: Plan, scene: SceneFile) -> None:
    if plan.step and plan.step not in {step.key for step in scene.steps}:
        raise Refused(_("Deze trede is er niet meer. Kies een andere."), "step")
    if plan.content.kind and plan.content.kind not in {kind.key for kind in scene.kinds}:
        raise Refused(_("Deze gesprekspartner is er niet meer. Kies een andere."), "kind")
    if not plan.content.goal.strip():
        raise Refused(_("Schrijf in één zin op wat er geoefend wordt."), "goal")
    if len(plan.content.goal) > LONGEST_GOAL:
        raise Refused(_("Maak het doel korter. Eén zin is genoeg."), "goal")
    if not 1 <= plan.minutes <= scene.minutes:
        raise Refused(
            _("Kies 1 tot %(most)s minuten. Langer is deze scène niet.") % {"most": scene.minutes}, "minutes"
        )
    if plan.on < clock.today():
        raise Refused(_("Deze dag is al geweest. Kies een latere dag."), "on")


def plan_session(
    actor: Actor, dossier_id: uuid.UUID, plan: Plan, words_kept: Collection[str] = ()
) -> Session:
    """A coach writes down what was chosen together; the client reads it on their own page and says yes or not now."""
    dossier = checked_open(actor, dossier_id, *GUIDES)
    scene = scene_named(actor, plan.scene)
    check_plan(plan, scene)
    health_words.check(plan.content.as_text, "goal", words_kept)
    client = seats_in(dossier_id, Role.CLIENT).first()
    if client is None:
        raise Refused(_("De medewerker heeft nog geen eigen toegang. Nodig die eerst uit."))
    envelope = Envelope(dossier_id)
    made = Session.objects.create(
        dossier=dossier,
        client_id=client.account_id,
        coach_id=actor.person_id,
        scene=scene.key,
        scene_version=scene.version,
        step=plan.step or scene.steps[0].key,
        seed=secrets.randbelow(SEEDS),
        sealed=envelope.seal(written(plan.content)),
        frozen=frozen(scene, plan.content.own, envelope),
        wish=plan.wish,
        decides=plan.decides,
        minutes=plan.minutes,
        on=plan.on,
    )
    Passage.objects.create(dossier=dossier, session=made, account_id=actor.person_id, state=State.PROPOSED)
    return made


def agree(actor: Actor, session_id: uuid.UUID) -> Session:
    """The client says yes to what was chosen."""
    session = held(actor, session_id, Role.CLIENT)
    check_client(actor, session)
    pass_into(actor, session, State.PLANNED)
    return session


def frozen(scene: SceneFile, own: dict[str, str], envelope: Envelope) -> bytes:
    """The scene as it is now, in both languages, with the words of the own workplace filled in; sealed."""
    made = {language: scene.played(language, own) for language in ("nl", "en")}
    return envelope.seal(json.dumps(made, ensure_ascii=False))


def not_now(actor: Actor, session_id: uuid.UUID) -> Session:
    """Not now, by client or coach, as long as nobody plays yet. No reason is asked, and nothing follows from it."""
    session = held(actor, session_id)
    pass_into(actor, session, State.NOT_NOW)
    return session
