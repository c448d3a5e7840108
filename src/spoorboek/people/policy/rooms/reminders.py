"""Who wants which mail when, and the address of a calendar."""

from spoorboek.people.actor import System
from spoorboek.people.policy.conditions import ACTOR, SYSTEM
from spoorboek.people.policy.reach import Layer, Protected

OWN_OR_REMINDERS = f"account_id = {ACTOR} OR {SYSTEM} = '{System.REMINDER}'"

TABLES: dict[str, Protected] = {
    "reminders_reminder": Protected(
        Layer.DIRECTORY, dossier="", systems=(System.REMINDER,),
        why="one's own choice; the reminder's system actor makes the first one and notes what was sent",
        read=f"account_id = {ACTOR}", insert=OWN_OR_REMINDERS, update=OWN_OR_REMINDERS,
    ),
    "reminders_feed": Protected(
        Layer.DIRECTORY, dossier="", systems=(System.REMINDER,), deletable=True,
        why="one's own; the reminder's system actor looks an address up, and what it shows is read as its owner",
        read=f"account_id = {ACTOR}", insert=f"account_id = {ACTOR}", update=f"account_id = {ACTOR}",
    ),
}  # fmt: skip
