"""A professional's own list."""

from spoorboek.people.actor import System
from spoorboek.people.policy.conditions import ACTOR, in_organisations
from spoorboek.people.policy.reach import Layer, Protected, Role

MY_LINE = f"account_id = {ACTOR} AND (until IS NULL OR until > now())"
"""By equality, which keeps the index under row security."""
ARRANGED = f"account_id = {ACTOR} OR to_id = {ACTOR} OR {in_organisations('organisation_id', Role.ADMIN)}"

TABLES: dict[str, Protected] = {
    "caseload_line": Protected(
        Layer.PROCESS, read=MY_LINE, insert="false", update="false", deletable=True, systems=(System.TIMETABLE,),
        why="a projection of what its own account may read anyway; only the timetable's system actor writes it",
    ),
    "caseload_deputising": Protected(
        Layer.DIRECTORY, dossier="", systems=(System.REGISTRAR,),
        why="whose dossiers, who stands in, and the organisation's administrator; the registrar writes it in an act",
        read=ARRANGED, insert="false", update="false",
    ),
    "caseload_handover": Protected(
        Layer.DIRECTORY, dossier="", systems=(System.REGISTRAR,),
        why="as deputising; which dossiers went is kept by their ids, to undo it",
        read=ARRANGED, insert="false", update="false",
    ),
    "caseload_view": Protected(
        Layer.DIRECTORY, dossier="", deletable=True, systems=(),
        why="a way to look that someone keeps for themselves; it may name a colleague or an employer",
        read=f"account_id = {ACTOR}", insert=f"account_id = {ACTOR}", update=f"account_id = {ACTOR}",
    ),
}  # fmt: skip
