"""Intervision among professionals; nothing in it names a client."""

from spoorboek.people.actor import System
from spoorboek.people.policy.conditions import ACTOR, AT_WORK
from spoorboek.people.policy.reach import Layer, Protected

MY_GROUPS = "ARRAY(SELECT spoorboek_groups(false))"
OR_INVITED = "ARRAY(SELECT spoorboek_groups(true))"
"""Groups for intervision where the actor takes part; the second one also those they were invited to."""
MY_MEETINGS = "meeting_id = ANY (ARRAY(SELECT id FROM circle_meeting))"
MADE_BY_ME = f"group_id = ANY (ARRAY(SELECT id FROM circle_group WHERE made_by_id = {ACTOR}))"
INVITED_BY_ME = f"invited_by_id = {ACTOR} AND joined_at IS NULL AND group_id = ANY ({MY_GROUPS})"
SEEN_BY_THE_GROUP = "(joined_at IS NOT NULL OR spoorboek_knows(account_id))"
SHOWN_BY_NOW = (
    "EXISTS (SELECT 1 FROM circle_meeting m WHERE m.id = circle_note.meeting_id AND circle_note.step = ANY (m.shown)"
    " AND (circle_note.step <> 'case' OR circle_note.author_id = m.presenter_id))"
)

TABLES: dict[str, Protected] = {
    "circle_group": Protected(
        Layer.DIRECTORY, dossier="", signed="made_by_id", systems=(System.REGISTRAR,),
        why="its members and whom they invited; members agree on its link and on how long texts are kept",
        read=f"made_by_id = {ACTOR} OR id = ANY ({OR_INVITED})", insert=AT_WORK, update=f"id = ANY ({MY_GROUPS})",
    ),
    "circle_member": Protected(
        Layer.DIRECTORY, dossier="", systems=(System.REGISTRAR,),
        why="members see each other; who was asked by an address is seen once they said yes, so that asking tells"
        " nobody whether that address is known here; each says yes and leaves for themselves",
        read=f"account_id = {ACTOR} OR (group_id = ANY ({MY_GROUPS}) AND {SEEN_BY_THE_GROUP})",
        insert=f"(account_id = {ACTOR} AND {MADE_BY_ME}) OR ({INVITED_BY_ME} AND spoorboek_knows(account_id))",
        update=f"account_id = {ACTOR} AND group_id = ANY ({OR_INVITED})",
    ),
    "circle_meeting": Protected(
        Layer.DIRECTORY, dossier="", signed="planned_by_id", systems=(System.REGISTRAR,),
        why="the group's members; the registrar deletes what was typed on the day agreed",
        read=f"group_id = ANY ({MY_GROUPS})", insert=f"group_id = ANY ({MY_GROUPS})",
        update=f"group_id = ANY ({MY_GROUPS})",
    ),
    "circle_attendance": Protected(
        Layer.DIRECTORY, dossier="", systems=(System.REGISTRAR,),
        why="who was there: the group's members, each writes their own",
        read=MY_MEETINGS, insert=f"account_id = {ACTOR} AND {MY_MEETINGS}",
        update=f"account_id = {ACTOR} AND {MY_MEETINGS}",
    ),
    "circle_usefulness": Protected(
        Layer.DIRECTORY, dossier="", systems=(), why="how useful someone found a meeting: their own alone",
        read=f"account_id = {ACTOR}", insert=f"account_id = {ACTOR} AND {MY_MEETINGS}", update=f"account_id = {ACTOR}",
    ),
    "circle_note": Protected(
        Layer.DIRECTORY, dossier="", signed="author_id", deletable=True, systems=(System.REGISTRAR,),
        why="what someone typed: their own, and the group's once the meeting shows that step; deleted on its day",
        read=f"author_id = {ACTOR} OR {SHOWN_BY_NOW}", insert=f"author_id = {ACTOR} AND {MY_MEETINGS}",
        update=f"author_id = {ACTOR} AND {MY_MEETINGS}",
    ),
}  # fmt: skip
