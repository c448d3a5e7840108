"""Scenes that can be chosen for a session."""

from django.utils.translation import gettext as _

from spoorboek.dossiers.refusals import Refused
from spoorboek.methods.scenes import SceneFile, scenes
from spoorboek.people.actor import Actor


def scene_named(actor: Actor, key: str) -> SceneFile:
    """The scene with this key. Refuses where there is none any more."""
    found = scenes().get(key)
    if found is None:
        raise Refused(_("Deze scène is er niet meer. Kies een andere."), "scene")
    return found


def choosable(actor: Actor) -> list[SceneFile]:
    """All scenes that a coach may choose, in the order in which they are offered."""
    return list(scenes().values())


def at_home() -> list[SceneFile]:
    """Scenes that somebody may play on their own, on the screen."""
    return [scene for scene in scenes().values() if scene.at_home]
