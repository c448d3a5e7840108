"""The process layer: facts, obligations, appointments, the journal."""

from spoorboek.people.actor import System
from spoorboek.people.policy.groups import WITHOUT_GUIDANCE, WITHOUT_SAFETY_NET
from spoorboek.people.policy.reach import Layer, Protected, Role, readers, writers

TELLS_OF_A_SAFETY_NET = (
    "uwv-report-4-days",
    "uwv-report-6-weeks",
    "uwv-report-own-risk-bearer",
    "recovery-report",
    "recovery-report-to-uwv",
    "ziektewet-after-ww",
    "zw-assessment",
)
"""Steps that exist, or have a day, only where a safety net applies."""
NET_STEPS = (
    "{0}.key IN (" + ", ".join(f"'{key}'" for key in TELLS_OF_A_SAFETY_NET) + ")",
    WITHOUT_SAFETY_NET,
)
TEXTS_OF_A_NET = ("{0}.tells_of_net", WITHOUT_SAFETY_NET)
GUIDANCE_TEXTS = (f"{{0}}.layer = '{Layer.GUIDANCE}'", WITHOUT_GUIDANCE)
PERSONAL_TEXTS = (
    f"{{0}}.layer = '{Layer.PERSONAL}'",
    tuple(role for role in Role if role is not Role.CLIENT),
)

TABLES: dict[str, Protected] = {
    "dossiers_dossier": Protected(
        Layer.PROCESS, dossier="id", insert="false", writers=(*writers(Layer.PROCESS), Role.CLIENT),
        why="the registrar opens it; a client's own act moves the version",
    ),
    "dossiers_spell": Protected(Layer.PROCESS, deletable=True),
    "dossiers_resumedhours": Protected(Layer.PROCESS, deletable=True),
    "dossiers_leave": Protected(Layer.PROCESS, deletable=True),
    "dossiers_covered": Protected(
        Layer.PROCESS, readers=(Role.CLIENT, Role.SUPERVISOR, Role.CASE_MANAGER, Role.COMPANY_DOCTOR),
        writers=(Role.CASE_MANAGER, Role.COMPANY_DOCTOR),
        why="that a safety net applies, never which: for the employer and UWV, not for a re-integration company",
    ),
    "dossiers_milestone": Protected(
        Layer.PROCESS, deletable=True, hidden=(NET_STEPS,), why="as the obligations that it answers",
    ),
    "dossiers_decision": Protected(Layer.PROCESS, deletable=True),
    "dossiers_agreement": Protected(
        Layer.PROCESS, deletable=True, hidden=(NET_STEPS,), why="as the obligations that it is about",
    ),
    "dossiers_obligation": Protected(
        Layer.PROCESS, writers=(), deletable=True, hidden=(NET_STEPS,),
        why="a projection: only the timetable's system actor writes it; steps that tell of a safety net have readers",
    ),
    "dossiers_route": Protected(
        Layer.PROCESS, writers=(), deletable=True, why="a projection, as the obligations",
    ),
    "dossiers_explanations": Protected(
        Layer.PROCESS, readers=(), writers=(), deletable=True, systems=(System.TIMETABLE,),
        why="a cache of reasons: handed out step by step, to who reaches that step",
    ),
    "dossiers_appointment": Protected(Layer.PROCESS),
    "dossiers_appointmentreply": Protected(
        Layer.PROCESS, writers=(Role.CLIENT,), deletable=True, hangs_on=("appointment_id", "dossiers_appointment"),
        why="only the client says: I cannot come, and takes it back",
    ),
    "dossiers_contactnote": Protected(Layer.PROCESS, signed="author_id", why="written in one's own name"),
    "dossiers_journalentry": Protected(
        Layer.PROCESS, append_only=True, signed="account_id", writers=(*writers(Layer.PROCESS), Role.CLIENT),
        hidden=(GUIDANCE_TEXTS, PERSONAL_TEXTS),
        why="a client's acts are journalled too; nobody writes in another's name; that something private was done, when"
        " and in which role, is for who may read it",
    ),
    "dossiers_journalhead": Protected(
        Layer.PROCESS, writers=(), systems=(System.VERIFIER,),
        why="where the chain ends; the database itself writes it with each entry",
    ),
    "dossiers_journalpayload": Protected(
        Layer.PROCESS, append_only=True, deletable=True, writers=(*writers(Layer.PROCESS), Role.CLIENT),
        hangs_on=("entry_id", "dossiers_journalentry"),
        hidden=(TEXTS_OF_A_NET, GUIDANCE_TEXTS, PERSONAL_TEXTS),
        why="as the entries; never changed, but can be destroyed; what guidance or the client kept apart has readers",
    ),
    "dossiers_opening": Protected(
        Layer.PROCESS, append_only=True, owner="account_id", readers=(Role.CLIENT,),
        writers=(*readers(Layer.PROCESS), Role.WORK_SUPERVISOR, Role.BUDDY, Role.PEER),
        why="who looked: read by the client, written by each reader for themselves; some read only what was shared",
    ),
    "dossiers_foldedcard": Protected(
        Layer.PERSONAL, deletable=True, why="'not now' is the client's own and reaches nobody",
    ),
}  # fmt: skip
