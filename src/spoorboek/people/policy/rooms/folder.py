"""The work folder: the client's own, what they shared of it, and the devices it is kept on."""

from spoorboek.people.policy.conditions import ACTOR, DUTCH_DAY
from spoorboek.people.policy.reach import Layer, Protected

MY_FOLDER_SHARE = (
    f"{{0}}.account_id = {ACTOR} AND {{0}}.withdrawn_at IS NULL AND {{0}}.until >= {DUTCH_DAY} AND EXISTS ("
    "SELECT 1 FROM people_involvement i WHERE i.dossier_id = {0}.dossier_id AND i.account_id = {0}.account_id"
    " AND i.role = {0}.role AND (i.until IS NULL OR i.until > now()))"
)
"""A live share from the work folder with the actor, who still takes part in the role in which it was given."""


def shared_from_the_folder(items: str) -> str:
    """SQL over `{0}`: a live share with the actor names this very row, and the row's sheet may reach that role."""
    return (
        "(EXISTS (SELECT 1 FROM folder_share s WHERE s.dossier_id = {0}.dossier_id"
        f" AND {{0}}.id = ANY (s.{items}) AND s.role = ANY ({{0}}.reach) AND {MY_FOLDER_SHARE.format('s')}))"
    )


TABLES: dict[str, Protected] = {
    "folder_answer": Protected(
        Layer.PERSONAL, signed="account_id", append_only=True, deletable=True,
        shared=shared_from_the_folder("answers"),
        why="an answer is never changed, only followed; the client may wipe it, and shares it answer by answer",
    ),
    "folder_attachment": Protected(
        Layer.PERSONAL, signed="account_id", append_only=True, deletable=True,
        shared=shared_from_the_folder("attachments"),
        why="photos, drawings and recordings: as the answers they belong to",
    ),
    "folder_share": Protected(
        Layer.PERSONAL, shared=f"({MY_FOLDER_SHARE})",
        why="with whom, what exactly, until when; read by the client, and while it lives by whom it is with",
    ),
    "folder_finish": Protected(
        Layer.PERSONAL, signed="account_id", append_only=True, deletable=True,
        why="that a sheet is done is the client's own too",
    ),
    "folder_device": Protected(
        Layer.DIRECTORY, dossier="", systems=(),
        why="devices that someone called their own, each with the sealed key of what lies there",
        read=f"account_id = {ACTOR}", insert=f"account_id = {ACTOR}", update=f"account_id = {ACTOR}",
    ),
}  # fmt: skip
