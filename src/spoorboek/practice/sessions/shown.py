"""A session in words, for whoever may read it: the scene, the step to begin on, what was agreed."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from spoorboek.dossiers.shown import in_language
from spoorboek.methods.scenes import SceneFile, shipped_scene
from spoorboek.people.envelopes import Envelope
from spoorboek.practice.sessions.access import Content, content_of
from spoorboek.practice.sessions.models import Session


@dataclass(frozen=True)
class ShownSession:
    """`own`: label and value of each word of the own workplace; `kind`: what the other person is like; `debrief` and
    `small_steps` are the scene's."""

    row: Session
    title: str
    about: str
    step: str
    content: Content
    own: tuple[tuple[str, str], ...] = ()
    kind: str = ""
    debrief: tuple[str, ...] = ()
    small_steps: tuple[str, ...] = ()

    @property
    def goal(self) -> str:
        """What is practised: the chosen goal, or the scene's own at home."""
        return self.content.goal or self.about


def shown_session(row: Session, envelope: Envelope | None = None) -> ShownSession:
    """Opened, in the reader's language: as it was frozen, or as the scene is now where that was wiped."""
    envelope = envelope or Envelope(row.dossier_id)
    content = content_of(row, envelope)
    own = own_words(row.scene, content)
    if row.frozen:
        return from_frozen(row, content, own, json.loads(envelope.open(row.frozen)))
    return from_file(row, content, own, shipped_scene(row.scene))


def own_words(scene: str, content: Content) -> tuple[tuple[str, str], ...]:
    """The words of the own workplace with what each is; the scene's file is read only where there are any."""
    said = [(key, value) for key, value in content.own.items() if value]
    file = shipped_scene(scene) if said else None
    labels = {own.key: in_language(own.label) for own in file.own} if file else {}
    return tuple((labels.get(key, key), value) for key, value in said)


def from_frozen(
    row: Session, content: Content, own: tuple[tuple[str, str], ...], frozen: dict[str, Any]
) -> ShownSession:
    scene = frozen["en" if (get_language() or "nl").startswith("en") else "nl"]
    return ShownSession(
        row,
        scene["title"],
        scene["goal"],
        next((step["title"] for step in scene["steps"] if step["key"] == row.step), ""),
        content,
        own,
        next((kind["label"] for kind in scene["kinds"] if kind["key"] == content.kind), ""),
        tuple(scene["debrief"]),
        tuple(scene["smallSteps"]),
    )


def from_file(
    row: Session, content: Content, own: tuple[tuple[str, str], ...], file: SceneFile | None
) -> ShownSession:
    if file is None:
        return ShownSession(row, _("Een eigen scène"), "", "", content, own)
    step = next((in_language(step.title) for step in file.steps if step.key == row.step), "")
    kind = next((in_language(kind.label) for kind in file.kinds if kind.key == content.kind), "")
    return ShownSession(row, in_language(file.title), in_language(file.goal), step, content, own, kind)


def shown_sessions(rows: Iterable[Session]) -> list[ShownSession]:
    """Each, with the dossier's key opened once."""
    rows = list(rows)
    if not rows:
        return []
    envelope = Envelope(rows[0].dossier_id)
    return [shown_session(row, envelope) for row in rows]
