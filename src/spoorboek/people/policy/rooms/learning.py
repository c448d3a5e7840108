"""Where one is in a module, and what one finished."""

from spoorboek.people.actor import System
from spoorboek.people.policy.conditions import ACTOR, AT_WORK, in_organisations
from spoorboek.people.policy.reach import Layer, Protected, Role

OF_MY_STAFF = (
    "account_id IN (SELECT m.account_id FROM people_membership m WHERE (m.until IS NULL OR m.until > now())"
    f" AND {in_organisations('m.organisation_id', Role.ADMIN)})"
)
"""Who works in an organisation of which the actor is administrator."""

TABLES: dict[str, Protected] = {
    "learning_visit": Protected(
        Layer.PERSONAL, dossier="", deletable=True, systems=(),
        why="one's own, of staff and of clients; of a person, not of a dossier, which it outlives and tells nothing of",
        read=f"account_id = {ACTOR}", insert=f"account_id = {ACTOR}", update=f"account_id = {ACTOR}",
    ),
    "learning_certificate": Protected(
        Layer.DIRECTORY, dossier="", systems=(System.PLANNER,),
        why="a module for work that someone finished: their own, and their organisation's administrator sees the day;"
        " a plan does not ask it again",
        read=f"account_id = {ACTOR} OR {OF_MY_STAFF}",
        insert=f"account_id = {ACTOR} AND {AT_WORK}", update=f"account_id = {ACTOR} AND {AT_WORK}",
    ),
}  # fmt: skip
