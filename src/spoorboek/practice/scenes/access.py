"""Which scenes someone may play, and whose organisation's scenes they may write.

Those of the product: who coaches, and a client who practises with VR (alone only what is fit for that). Those of an
organisation: who coaches there. For the employer's side scenes do not exist: nobody there learns who practises.
"""

import uuid
from dataclasses import dataclass

from django.db.models import QuerySet

from spoorboek.dossiers.access import dossiers_of
from spoorboek.dossiers.refusals import NotYours
from spoorboek.methods.scenes import SceneFile, scenes, shipped_scene
from spoorboek.people.access import memberships, roles_of
from spoorboek.people.actor import Actor
from spoorboek.people.models import Organisation
from spoorboek.people.policy import GUIDES, Role
from spoorboek.practice.scenes.models import SceneDraft, SceneRelease
from spoorboek.programme.courses.models import Course

METHOD = "vr-practice"


@dataclass(frozen=True)
class Shelved:
    """A scene as someone finds it: of the product, or as an organisation keeps it."""

    scene: SceneFile
    release: SceneRelease | None = None

    @property
    def key(self) -> str:
        return self.scene.key


def coaches(actor: Actor) -> bool:
    """Whether the actor guides people somewhere."""
    return bool(roles_of(actor) & set(GUIDES))


def practises(actor: Actor) -> bool:
    """Whether the actor is a client in whose dossier VR practice runs."""
    mine = dossiers_of(actor, (Role.CLIENT,)).filter(closed_on__isnull=True)
    return Course.objects.filter(dossier__in=mine, method=METHOD, state=Course.State.RUNNING).exists()


def scenes_for(actor: Actor) -> list[Shelved]:
    """What the actor may play now, in the order of the list; empty for who may play none."""
    if coaches(actor):
        own = [Shelved(kept(row), row) for row in releases(actor)]
        return [*own, *(Shelved(scene) for scene in scenes().values())]
    if practises(actor):
        return [Shelved(scene) for scene in scenes().values() if scene.at_home]
    return []


def scene_for(actor: Actor, key: str) -> Shelved:
    """One scene that the actor may play. Raises `NotYours`."""
    works = coaches(actor)
    own = next((row for row in releases(actor) if row.key == key), None) if works else None
    if own:
        return Shelved(kept(own), own)
    ours = shipped_scene(key)
    if ours is None or not (works or (ours.at_home and practises(actor))):
        raise NotYours("Not found.")
    return Shelved(ours)


def kept(row: SceneRelease | SceneDraft) -> SceneFile:
    """What is kept, as a scene; it was checked when it was kept, so that this is quick."""
    return SceneFile.model_validate_json(row.content)


def writes_for(actor: Actor) -> list[Organisation]:
    """The organisations for which the actor may write scenes, by name."""
    rows = memberships(actor).filter(role__in=GUIDES)
    return sorted({row.organisation for row in rows}, key=lambda one: (one.name, str(one.pk)))


def releases(actor: Actor) -> list[SceneRelease]:
    """The newest version of each scene of the actor's organisations."""
    rows = SceneRelease.objects.filter(organisation__in=writes_for(actor)).select_related(
        "organisation", "released_by__person"
    )
    newest: dict[str, SceneRelease] = {}
    for row in rows.order_by("organisation__name", "key", "-number"):
        newest.setdefault(row.key, row)
    return list(newest.values())


def drafts(actor: Actor) -> QuerySet[SceneDraft]:
    """What the actor's organisations are writing."""
    return SceneDraft.objects.filter(organisation__in=writes_for(actor)).select_related(
        "organisation", "last_editor__person"
    )


def open_draft(actor: Actor, draft_id: uuid.UUID, *, for_change: bool = False) -> SceneDraft:
    """One draft of the actor's own organisation. Raises `NotYours`."""
    rows = drafts(actor)
    found = (rows.select_for_update(of=("self",)) if for_change else rows).filter(pk=draft_id).first()
    if found is None:
        raise NotYours("Not found.")
    return found
