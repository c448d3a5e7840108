"""Scenes that can be chosen for a session: with a coach those of the product and of the coach's organisations."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.methods.scenes import SceneFile, scenes_one_by_one, shipped_scene
from spoorboek.people.actor import Actor
from spoorboek.practice.scenes.access import Shelved, scene_for, scenes_for


def scene_named(actor: Actor, key: str) -> SceneFile:
    """A scene that this coach may give. Refuses where there is none any more."""
    try:
        return scene_for(actor, key).scene
    except NotYours as error:
        raise Refused(_("Deze scène is er niet meer. Kies een andere."), "scene") from error


def choosable(actor: Actor) -> list[Shelved]:
    """All scenes that this coach may give, in the order in which they are offered."""
    return scenes_for(actor)


def at_home() -> Iterator[SceneFile]:
    """Scenes that somebody may play on their own, on the screen; read no further than is asked for."""
    return (scene for scene in scenes_one_by_one() if scene.at_home)


def home_scene(key: str) -> SceneFile:
    """One scene for at home; refuses any other."""
    found = shipped_scene(key)
    if found is None or not found.at_home:
        raise Refused(_("Deze scène oefen je samen met je coach. Thuis zijn er andere."), "scene")
    return found
