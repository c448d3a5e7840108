"""Intervision among professionals; nothing in it names a client."""

from spoorboek.people.actor import System
from spoorboek.people.policy.conditions import ACTOR, AT_WORK, unchanged
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
IS_TYPED = "jsonb_typeof(s.step -> 'typed') = 'object'"
TO_BE_SHOWN = (
    "NEW.shown::text[] <@ (OLD.shown::text[] || ARRAY(SELECT s.step ->> 'key'"
    " FROM jsonb_array_elements(NEW.way -> 'steps') WITH ORDINALITY s(step, place)"
    f" WHERE {IS_TYPED} AND (NEW.state = 'closed' OR s.place <= NEW.step"
    " OR (s.place = NEW.step + 1 AND s.step #>> '{typed,shown}' = 'at-once')))"
    " || CASE WHEN EXISTS (SELECT 1 FROM jsonb_array_elements(NEW.way -> 'steps') WITH ORDINALITY s(step, place)"
    " WHERE s.place <= NEW.step + 1 AND (s.step ->> 'case')::boolean) THEN ARRAY['case'] ELSE '{}'::text[] END)"
)
"""What may be read is what the way of intervision shows at this step, or showed before: never more."""
CHAIR_IS_AWAY = (
    "coalesce((SELECT a.here_until FROM circle_attendance a"
    " WHERE a.meeting_id = OLD.id AND a.account_id = OLD.chair_id),"
    " OLD.step_began_at, '-infinity') <= clock_timestamp() - interval '30 seconds'"
)
"""As `circle.clockwork.chair_is_offered`."""
NOT_BEGUN = "state = 'planned' AND step = 0 AND shown = '{}'"
STANDS = unchanged(
    "state", "step", "step_began_at", "step_paused", "paused_at", "shown", "closed_at", "delete_on"
)
TEXTS_STAY = unchanged("wrapped", "deleted_at")
IN_THE_CHAIR = f"OLD.chair_id = {ACTOR}"
BEFOREHAND = (
    f"OLD.state = 'planned' AND (NEW.state = 'cancelled' OR ({TEXTS_STAY} AND ({STANDS}"
    f" OR (NEW.state = 'live' AND NEW.step = 0 AND NEW.chair_id = {ACTOR}"
    f" AND coalesce(OLD.chair_id, {ACTOR}) = {ACTOR} AND {TO_BE_SHOWN}))))"
    f" AND (NEW.presenter_id IS NOT DISTINCT FROM OLD.presenter_id OR NEW.state = 'cancelled'"
    f" OR (coalesce(OLD.presenter_id, {ACTOR}) = {ACTOR} AND coalesce(NEW.presenter_id, {ACTOR}) = {ACTOR}))"
)
RUNNING = (
    f"OLD.state = 'live' AND {TEXTS_STAY} AND ({IN_THE_CHAIR} OR ({STANDS} AND {unchanged('presenter_id')}))"
    f" AND ({IN_THE_CHAIR} OR NEW.chair_id IS NOT DISTINCT FROM OLD.chair_id OR OLD.chair_id IS NULL"
    f" OR (NEW.chair_id = {ACTOR} AND {CHAIR_IS_AWAY}))"
    f" AND NEW.state IN ('live', 'closed') AND abs(NEW.step - OLD.step) <= 1 AND {TO_BE_SHOWN}"
)
AFTERWARDS = (
    f"OLD.state IN ('closed', 'cancelled') AND {STANDS} AND {TEXTS_STAY} AND {unchanged('presenter_id')}"
)
MEETING_GOES = (
    f"{unchanged('group_id', 'planned_by_id', 'way')} AND (({BEFOREHAND}) OR ({RUNNING}) OR ({AFTERWARDS}))"
)
"""One step at a time, by the chair; who chairs while it runs follows from who is there."""

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
        why="the group's members; only the chair goes a step on, so that what was typed apart is shown together; the"
        " registrar deletes what was typed on the day agreed",
        read=f"group_id = ANY ({MY_GROUPS})", insert=f"group_id = ANY ({MY_GROUPS}) AND {NOT_BEGUN}",
        update=f"group_id = ANY ({MY_GROUPS})", changes=MEETING_GOES,
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
