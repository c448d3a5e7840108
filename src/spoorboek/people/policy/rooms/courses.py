"""A method at work in a dossier."""

from spoorboek.people.actor import System
from spoorboek.people.policy.conditions import ACTOR, takes_part_now, unchanged
from spoorboek.people.policy.groups import WITHOUT_GUIDANCE
from spoorboek.people.policy.reach import Layer, Protected, Role, writers

PRIVATE = ("{0}.private", WITHOUT_GUIDANCE)
HANDS_OVER = takes_part_now("courses_handover", *writers(Layer.PROCESS))
OWN_HANDOVER = takes_part_now("courses_handover", Role.CLIENT)
HANDED = (
    f"{OWN_HANDOVER} OR (author_id = {ACTOR} AND {HANDS_OVER})"
    f" OR (to_id = {ACTOR} AND state = 'passed' AND {HANDS_OVER})"
)
COURSE_GOES = (
    f"{unchanged('dossier_id', 'private', 'started_by_id')} AND (OLD.state = NEW.state"
    " OR (OLD.state IN ('asked', 'running', 'paused') AND NEW.state = 'stopped')"
    " OR (OLD.state IN ('running', 'paused') AND NEW.state IN ('running', 'paused', 'finished')))"
)
"""Nobody begins a course that waits for the client's yes by saying that it runs."""

TABLES: dict[str, Protected] = {
    "courses_edition": Protected(
        Layer.DIRECTORY, dossier="", append_only=True, systems=(System.PLANNER,),
        why="a method's words, read where a course that one may see follows it; kept by whoever starts one",
        read="EXISTS (SELECT 1 FROM courses_course c WHERE c.edition_id = digest)",
        insert=f"{ACTOR} IS NOT NULL", update="false",
    ),
    "courses_course": Protected(
        Layer.PROCESS, insert="false", writers=(*writers(Layer.PROCESS), Role.CLIENT), hidden=(PRIVATE,),
        systems=(System.PLANNER,), changes=COURSE_GOES,
        why="made by the planner, and begun by it once the client said yes; a client pauses and stops too; nobody at"
        " work learns that a private method runs",
    ),
    "courses_activity": Protected(
        Layer.PROCESS, insert="false", writers=(*writers(Layer.PROCESS), Role.CLIENT), hidden=(PRIVATE,),
        systems=(System.PLANNER,),
        why="made by the planner; a client does steps too; worksheets, questionnaires, VR and coaching have readers",
    ),
    "courses_proposal": Protected(
        Layer.PROCESS, insert="false", hidden=(PRIVATE,), systems=(System.PLANNER,),
        why="as the steps that it would move; made by the planner",
    ),
    "courses_usefulness": Protected(
        Layer.PERSONAL, owner="account_id", readers=(), writers=(*writers(Layer.PROCESS), Role.CLIENT), deletable=True,
        hangs_on=("activity_id", "courses_activity"), why="each taps for themselves and reads only the own taps",
    ),
    "courses_ownreason": Protected(
        Layer.PERSONAL, signed="account_id", deletable=True, hangs_on=("course_id", "courses_course"),
        why="why a client stopped: in their own words, for nobody else",
    ),
    "courses_handover": Protected(
        Layer.PROCESS, systems=(), read=HANDED, insert=f"author_id = {ACTOR} AND {HANDS_OVER}", update=OWN_HANDOVER,
        why="the client and its author, and once the client let it go the one person it was written for",
    ),
}  # fmt: skip
