"""Copy a scene, change it, keep it for the organisation. A version that was kept never changes again."""

import secrets
import uuid
from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from pydantic import ValidationError

from spoorboek.dossiers.refusals import NotYours, Refused, Stale
from spoorboek.methods.reading import Mistakes
from spoorboek.methods.scenes import SceneFile, scene_from, troubles
from spoorboek.people.actor import Actor
from spoorboek.people.models import Organisation
from spoorboek.practice.scenes import access
from spoorboek.practice.scenes.models import SceneDraft, SceneRelease
from spoorboek.site import clock

LARGEST_FILE = 200_000
"""Characters in a file; the longest of ours has some 60,000."""
LONGEST_KEY = 60


def check_writer(actor: Actor, organisation: Organisation) -> None:
    if organisation not in access.writes_for(actor):
        raise NotYours(_("Dit kan alleen wie in deze organisatie begeleidt."))


@transaction.atomic
def copy_scene(actor: Actor, organisation: Organisation, key: str) -> SceneDraft:
    """Begin an own scene from one that the actor may play. An own scene of this organisation goes on under its key."""
    check_writer(actor, organisation)
    shelved = access.scene_for(actor, key)
    if shelved.release and shelved.release.organisation_id == organisation.pk:
        return again(actor, shelved)
    return begun(actor, organisation, shelved.scene, based_on=key)


def again(actor: Actor, shelved: access.Shelved) -> SceneDraft:
    """The draft of a next version of an own scene: the one that is there already, or a new one."""
    release = shelved.release
    assert release is not None
    known = access.drafts(actor).filter(key=shelved.key).first()
    return known or SceneDraft.objects.create(
        organisation=release.organisation,
        key=shelved.key,
        based_on=shelved.key,
        content=release.content,
        last_editor_id=actor.person_id,
    )


def begun(actor: Actor, organisation: Organisation, scene: SceneFile, based_on: str) -> SceneDraft:
    key = f"{scene.key[:LONGEST_KEY].strip('-')}-x{secrets.token_hex(3)}"
    content = scene.model_copy(update={"key": key, "version": "1"}).as_json()
    return SceneDraft.objects.create(
        organisation=organisation, key=key, based_on=based_on, content=content, last_editor_id=actor.person_id
    )


@transaction.atomic
def import_scene(actor: Actor, organisation: Organisation, text: str, name: str) -> SceneDraft:
    """A draft from a file. Refuses with every mistake in the file."""
    check_writer(actor, organisation)
    if len(text) > LARGEST_FILE:
        raise Refused(_("Dit bestand is te groot voor een scène. Kies een bestand tot 200 kB."), "file")
    try:
        scene = scene_from(text, name)
    except Mistakes as wrong:
        raise Refused(wrong.told(get_language() or "nl"), "file") from wrong
    return begun(actor, organisation, scene, based_on="")


@transaction.atomic
def change_draft(
    actor: Actor, draft_id: uuid.UUID, seen: int, change: Callable[[SceneFile], SceneFile]
) -> SceneDraft:
    """Change the scene in a draft. `seen` is the count of changes the person saw.

    What does not hang together yet may be saved, so that nothing typed is lost; only keeping asks that it does.
    """
    draft = access.open_draft(actor, draft_id, for_change=True)
    check_still(draft, seen)
    try:
        content = change(access.kept(draft)).as_json()
    except ValidationError as wrong:
        raise Refused(_("Dit kan zo niet worden bewaard. Kijk naar wat je het laatst veranderde.")) from wrong
    if content == draft.content:
        return draft
    draft.content, draft.changes = content, draft.changes + 1
    draft.last_editor_id, draft.edited_at = actor.person_id, clock.now()
    draft.save(update_fields=["content", "changes", "last_editor", "edited_at"])
    return draft


def check_still(draft: SceneDraft, seen: int) -> None:
    if draft.changes != seen:
        said = _(
            "Een collega heeft deze scène net veranderd. Wat jij typte, staat er nog. Kijk wat er nu staat."
        )
        raise Stale(said, {"changes": draft.changes})


@transaction.atomic
def keep_scene(actor: Actor, draft_id: uuid.UUID, seen: int) -> SceneRelease:
    """Keep the draft as a version for the organisation. The draft is gone then."""
    draft = access.open_draft(actor, draft_id, for_change=True)
    check_still(draft, seen)
    scene = access.kept(draft)
    wrong = troubles(scene)
    if wrong:
        raise Refused(_("Er is nog iets dat eerst anders moet."))
    last = SceneRelease.objects.filter(key=draft.key).order_by("-number").first()
    number = last.number + 1 if last else 1
    made: dict[str, Any] = {"key": draft.key, "organisation": draft.organisation, "number": number}
    content = scene.model_copy(update={"version": str(number)}).as_json()
    release = SceneRelease.objects.create(**made, content=content, released_by_id=actor.person_id)
    draft.delete()
    return release


@transaction.atomic
def discard_draft(actor: Actor, draft_id: uuid.UUID, seen: int) -> None:
    """Throw a draft away; versions that were kept stay."""
    draft = access.open_draft(actor, draft_id, for_change=True)
    check_still(draft, seen)
    draft.delete()


@transaction.atomic
def take_off(actor: Actor, key: str) -> None:
    """Take an own scene off the list, with all its versions. Sessions keep the copy they began with."""
    shelved = access.scene_for(actor, key)
    if shelved.release is None:
        raise Refused(_("Deze scène hoort bij Spoorboek en blijft op de lijst."))
    SceneRelease.objects.filter(key=key, organisation=shelved.release.organisation).delete()
