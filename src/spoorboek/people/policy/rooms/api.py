"""Links with other systems."""

from spoorboek.people.actor import System
from spoorboek.people.policy.conditions import ACTOR, in_organisations
from spoorboek.people.policy.reach import Layer, Protected, Role

TABLES: dict[str, Protected] = {
    "api_token": Protected(
        Layer.DIRECTORY, dossier="", why="seen by administrators of its organisation; looked up by the registrar",
        read=f"account_id = {ACTOR} OR {in_organisations('organisation_id', Role.ADMIN)}",
        insert="false", update="false", systems=(System.REGISTRAR,),
    ),
    "api_use": Protected(
        Layer.DIRECTORY, dossier="", why="counted by the link itself, read by administrators of its organisation",
        read=f"account_id = {ACTOR} OR {in_organisations('organisation_id', Role.ADMIN)}",
        insert=f"account_id = {ACTOR}", update=f"account_id = {ACTOR}", systems=(System.REGISTRAR,),
    ),
    "api_keptanswer": Protected(
        Layer.DIRECTORY, dossier="", deletable=True, why="what a link was told, for when it asks the same again",
        read=f"account_id = {ACTOR}", insert=f"account_id = {ACTOR}", update=f"account_id = {ACTOR}",
        systems=(System.REGISTRAR,),
    ),
}  # fmt: skip
