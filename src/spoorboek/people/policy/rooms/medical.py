"""The medical layer: a schema, a key and a connection of its own."""

from spoorboek.people.actor import System
from spoorboek.people.policy.conditions import ACTOR
from spoorboek.people.policy.reach import Layer, Protected, Role

TABLES: dict[str, Protected] = {
    "medical_access": Protected(
        Layer.MEDICAL, dossier="", why="the layer's own list of who takes part; it may live in another database",
        read=f"account_id = {ACTOR}", insert="false", update="false", systems=(System.REGISTRAR,),
    ),
    "medical_key": Protected(
        Layer.MEDICAL, writers=(), deletable=True,
        why="medical texts have a key of their own, which the process layer never sees",
    ),
    "medical_leavestatement": Protected(
        Layer.MEDICAL, deletable=True, systems=(System.TIMETABLE,),
        why="the doctor's answer; the timetable counts with it",
    ),
    "medical_ownstatement": Protected(
        Layer.MEDICAL, deletable=True, writers=(Role.CLIENT,), systems=(System.TIMETABLE,),
        why="the client's own answer, which the doctor reads; the timetable counts with it",
    ),
    "medical_safetynet": Protected(
        Layer.MEDICAL, deletable=True, systems=(System.TIMETABLE,), why="as the statements",
    ),
    "medical_trace": Protected(
        Layer.MEDICAL, writers=(), deletable=True, systems=(System.TIMETABLE,),
        why="the full explanation of a date; only the timetable writes it",
    ),
    "medical_journalpayload": Protected(
        Layer.MEDICAL, append_only=True, deletable=True, systems=(System.VERIFIER,),
        writers=(Role.COMPANY_DOCTOR, Role.CLIENT),
        why="what a medical act said, a client's own too; never changed, but can be destroyed",
    ),
}  # fmt: skip
