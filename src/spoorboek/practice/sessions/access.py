"""Reading sessions: each reader gets what row security lets through. The only way to get hold of one."""

import json
import uuid
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from spoorboek.dossiers.refusals import NotYours
from spoorboek.people.actor import Actor, current_actor
from spoorboek.people.envelopes import Envelope
from spoorboek.practice.sessions.models import Session


@dataclass(frozen=True)
class Content:
    """What client and coach chose in words: the goal, and words of the own workplace by the scene's variable."""

    goal: str = ""
    own: dict[str, str] = field(default_factory=dict)

    @property
    def as_text(self) -> str:
        """Everything typed, for the check on health words."""
        return "\n".join(filter(None, [self.goal, *self.own.values()]))


def written(content: Content) -> str:
    """As it is sealed."""
    return json.dumps({"goal": content.goal, "own": content.own}, ensure_ascii=False)


def session_for(actor: Actor, session_id: uuid.UUID) -> Session:
    """A session of the actor: their own, or one that they coach. Anyone else's does not exist (`NotYours`)."""
    if current_actor() != actor or actor.account_id is None:
        raise NotYours(_("Log opnieuw in en probeer het nog eens."))
    row = (
        Session.objects.select_related("dossier", "client__person", "coach__person")
        .filter(pk=session_id)
        .first()
    )
    if row is None:
        raise NotYours(_("Deze oefening is niet gevonden."))
    return row


def sessions_of(dossier_id: uuid.UUID) -> QuerySet[Session]:
    """Sessions of a dossier within the actor's reach, newest first."""
    return Session.objects.filter(dossier_id=dossier_id).select_related("coach__person")


def content_of(session: Session, envelope: Envelope | None = None) -> Content:
    """What was chosen, opened."""
    said = json.loads((envelope or Envelope(session.dossier_id)).open(session.sealed))
    return Content(said["goal"], dict(said["own"]))


def is_client(actor: Actor, session: Session) -> bool:
    """Whether the actor is who practises, and not their coach."""
    return session.client_id == actor.account_id


def scene_of(session: Session, language: str) -> dict[str, Any]:
    """The scene as it is played, frozen when the client said yes; JSON of `frontend/vr/scene.ts`. Empty before that."""
    if not session.frozen:
        return {}
    frozen = json.loads(Envelope(session.dossier_id).open(session.frozen))
    found: dict[str, Any] = frozen["en" if language.startswith("en") else "nl"]
    return found | {"seed": session.seed}
