"""The practice clock and the lesson."""

from spoorboek.people.policy.conditions import ACTOR, AT_WORK
from spoorboek.people.policy.reach import Layer, Protected

MY_WORLD = f"world_id = (SELECT a.world_id FROM people_account a WHERE a.id = {ACTOR})"

TABLES: dict[str, Protected] = {
    "rehearsal_move": Protected(
        Layer.DIRECTORY, dossier="", signed="account_id",
        why="who set the practice day: read in that world, added by who works there",
        read=MY_WORLD, insert=f"({MY_WORLD}) AND {AT_WORK}", update="false",
    ),
    "rehearsal_lesson": Protected(
        Layer.DIRECTORY, dossier="", why="one's own way through the lesson",
        read=f"account_id = {ACTOR}", insert=f"account_id = {ACTOR}", update=f"account_id = {ACTOR}",
    ),
}  # fmt: skip
