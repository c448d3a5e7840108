"""An organisation's own versions of the methods."""

from spoorboek.people.actor import System
from spoorboek.people.policy.conditions import ACTOR, in_organisations, unchanged
from spoorboek.people.policy.reach import Layer, Protected

ADAPTS_METHODS = (
    f"organisation_id IN (SELECT m.organisation_id FROM people_membership m WHERE m.account_id = {ACTOR}"
    " AND m.role IN ('admin', 'case_manager', 'labour_expert', 'coach') AND (m.until IS NULL OR m.until > now()))"
)
"""Works in the organisation itself: who only serves it adapts no methods there."""

TABLES: dict[str, Protected] = {
    "shelf_draft": Protected(
        Layer.DIRECTORY, dossier="", deletable=True, systems=(),
        why="who adapts the methods of their own organisation; it names no client",
        read=ADAPTS_METHODS, insert=f"{ADAPTS_METHODS} AND last_editor_id = {ACTOR}", update=ADAPTS_METHODS,
    ),
    "shelf_release": Protected(
        Layer.DIRECTORY, dossier="", append_only=True, systems=(System.PLANNER,),
        why="read where it is used: by who works there or for it; released by a second person, and never changed",
        read=in_organisations("organisation_id"),
        insert=f"{ADAPTS_METHODS} AND released_by_id = {ACTOR} AND edited_by_id <> {ACTOR}", update="false",
    ),
    "shelf_materialdraft": Protected(
        Layer.DIRECTORY, dossier="", deletable=True, systems=(),
        why="worksheets and lessons of one's own organisation, by who adapts its methods; they name no client",
        read=ADAPTS_METHODS, insert=f"{ADAPTS_METHODS} AND last_editor_id = {ACTOR}", update=ADAPTS_METHODS,
    ),
    "shelf_materialrelease": Protected(
        Layer.DIRECTORY, dossier="", systems=(),
        why="read by who works there or for it, and by who takes part in a dossier of its people: it is for them;"
        " a version never changes, and can be taken out of use",
        read=f"{in_organisations('organisation_id')} OR organisation_id = ANY (ARRAY(SELECT spoorboek_employers()))",
        insert=f"{ADAPTS_METHODS} AND released_by_id = {ACTOR} AND edited_by_id <> {ACTOR}", update=ADAPTS_METHODS,
        changes=unchanged(
            "id", "organisation_id", "kind", "key", "number", "texts", "content", "edited_by_id", "released_by_id",
            "released_at",
        ),
    ),
    "shelf_seennews": Protected(
        Layer.DIRECTORY, dossier="", systems=(),
        why="up to where someone saw what colleagues released: their own",
        read=f"account_id = {ACTOR}", insert=f"account_id = {ACTOR}", update=f"account_id = {ACTOR}",
    ),
}  # fmt: skip
