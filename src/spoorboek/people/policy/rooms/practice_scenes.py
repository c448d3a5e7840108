"""Scenes to practise that an organisation wrote. They name no client."""

from spoorboek.people.policy.conditions import ACTOR
from spoorboek.people.policy.reach import Layer, Protected

COACHES_HERE = (
    f"organisation_id IN (SELECT m.organisation_id FROM people_membership m WHERE m.account_id = {ACTOR}"
    " AND m.role IN ('labour_expert', 'coach') AND (m.until IS NULL OR m.until > now()))"
)
"""Guides people in the organisation itself."""

TABLES: dict[str, Protected] = {
    "practice_scenes_scenedraft": Protected(
        Layer.DIRECTORY, dossier="", deletable=True, systems=(),
        why="who coaches in the organisation writes its scenes; nobody on the employer's side learns of them",
        read=COACHES_HERE, insert=f"{COACHES_HERE} AND last_editor_id = {ACTOR}",
        update=COACHES_HERE,
    ),
    "practice_scenes_scenerelease": Protected(
        Layer.DIRECTORY, dossier="", append_only=True, deletable=True, systems=(),
        why="as the draft; a version never changes, and can be taken off the list",
        read=COACHES_HERE, insert=f"{COACHES_HERE} AND released_by_id = {ACTOR}", update=COACHES_HERE,
    ),
}  # fmt: skip
