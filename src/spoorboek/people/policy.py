"""Who may reach what: the one table from which the code, the database's row policies, the documentation and the
exhaustive access test are derived. Source: AP Beleidsregels De zieke werknemer (BWBR0037896) and docs/access.md.

Three parts: `REACH` (layer by role), `SYSTEM_REACH` (layer by system actor) and `PROTECTED` (which table is in
which layer and how a row finds its dossier). A table that stands in neither `PROTECTED` nor `SYSTEM_TABLES` fails
the build.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from spoorboek.people.actor import System


class Layer(StrEnum):
    """Layers of information, in the words of the design."""

    PROCESS = "process"
    ABILITIES = "abilities"
    MEDICAL = "medical"
    PERSONAL = "personal"
    GUIDANCE = "guidance"
    DIRECTORY = "directory"


class Role(StrEnum):
    """Role keys, per dossier (involvement) and per organisation (membership)."""

    CLIENT = "client"
    SUPERVISOR = "supervisor"
    CASE_MANAGER = "case_manager"
    COMPANY_DOCTOR = "company_doctor"
    LABOUR_EXPERT = "labour_expert"
    COACH = "coach"
    WORK_SUPERVISOR = "work_supervisor"
    BUDDY = "buddy"
    PEER = "peer"
    RESEARCHER = "researcher"
    ADMIN = "admin"
    HELPER = "helper"


class Reach(StrEnum):
    """What a role may do with the rows of a layer in a dossier it takes part in."""

    NONE = "none"
    READ = "read"
    WRITE = "write"
    OWN = "own"
    """Write and read what one wrote oneself, nothing of others."""


R, W, N, O = Reach.READ, Reach.WRITE, Reach.NONE, Reach.OWN  # noqa: E741 - a table reads best in one letter
C = Role

REACH: dict[Layer, dict[Role, Reach]] = {
    Layer.PROCESS: {
        C.CLIENT: R, C.HELPER: R, C.SUPERVISOR: W, C.CASE_MANAGER: W, C.COMPANY_DOCTOR: W,
        C.LABOUR_EXPERT: W, C.COACH: W, C.WORK_SUPERVISOR: N, C.BUDDY: N, C.PEER: N, C.RESEARCHER: N, C.ADMIN: N,
    },
    Layer.ABILITIES: {
        C.CLIENT: R, C.HELPER: N, C.SUPERVISOR: R, C.CASE_MANAGER: R, C.COMPANY_DOCTOR: W,
        C.LABOUR_EXPERT: R, C.COACH: R, C.WORK_SUPERVISOR: N, C.BUDDY: N, C.PEER: N, C.RESEARCHER: N, C.ADMIN: N,
    },
    Layer.MEDICAL: {
        C.CLIENT: R, C.HELPER: N, C.SUPERVISOR: N, C.CASE_MANAGER: N, C.COMPANY_DOCTOR: W,
        C.LABOUR_EXPERT: N, C.COACH: N, C.WORK_SUPERVISOR: N, C.BUDDY: N, C.PEER: N, C.RESEARCHER: N, C.ADMIN: N,
    },
    Layer.PERSONAL: {
        C.CLIENT: W, C.HELPER: N, C.SUPERVISOR: N, C.CASE_MANAGER: N, C.COMPANY_DOCTOR: N,
        C.LABOUR_EXPERT: N, C.COACH: N, C.WORK_SUPERVISOR: N, C.BUDDY: N, C.PEER: N, C.RESEARCHER: N, C.ADMIN: N,
    },
    Layer.GUIDANCE: {
        C.CLIENT: R, C.HELPER: N, C.SUPERVISOR: N, C.CASE_MANAGER: N, C.COMPANY_DOCTOR: N,
        C.LABOUR_EXPERT: O, C.COACH: O, C.WORK_SUPERVISOR: O, C.BUDDY: O, C.PEER: N, C.RESEARCHER: N, C.ADMIN: N,
    },
}  # fmt: skip

SYSTEM_REACH: dict[System, dict[Layer, Reach]] = {
    System.REGISTRAR: {Layer.PROCESS: W, Layer.DIRECTORY: W, Layer.MEDICAL: W},
    System.TIMETABLE: {Layer.PROCESS: W, Layer.MEDICAL: W, Layer.DIRECTORY: R},
    System.VERIFIER: {Layer.PROCESS: R, Layer.MEDICAL: R, Layer.DIRECTORY: R},
}


@dataclass(frozen=True)
class Protected:
    """A table under row-level security.

    `dossier` is the column that holds the dossier's id. `owner` names the account column for `Reach.OWN` and for
    rows that only their own account may read (`only_owner`). `readers`/`writers` narrow or widen the layer's roles for this
    table alone, each with a reason in `why`. `read`/`insert`/`update` replace the derived predicate where a row has
    no dossier; they are SQL over the table's own columns.
    """

    layer: Layer
    dossier: str = "dossier_id"
    owner: str = ""
    readers: tuple[Role, ...] | None = None
    writers: tuple[Role, ...] | None = None
    read: str = ""
    insert: str = ""
    update: str = ""
    append_only: bool = False
    deletable: bool = False
    why: str = ""
    markers: tuple[str, ...] = field(default=())


def readers(layer: Layer) -> tuple[Role, ...]:
    """Roles that read all rows of the layer in their dossiers."""
    return tuple(role for role, reach in REACH[layer].items() if reach in {Reach.READ, Reach.WRITE})


def writers(layer: Layer) -> tuple[Role, ...]:
    """Roles that write rows of the layer in their dossiers."""
    return tuple(role for role, reach in REACH[layer].items() if reach is Reach.WRITE)


def owners(layer: Layer) -> tuple[Role, ...]:
    """Roles that read and write only their own rows of the layer."""
    return tuple(role for role, reach in REACH[layer].items() if reach is Reach.OWN)


def systems(layer: Layer, *wanted: Reach) -> tuple[System, ...]:
    """System actors with one of the wanted reaches on the layer."""
    return tuple(actor for actor, reach in SYSTEM_REACH.items() if reach.get(layer) in wanted)


ACTOR = "(SELECT spoorboek_actor())"
SYSTEM = "(SELECT spoorboek_system())"

PROTECTED: dict[str, Protected] = {
    # people: the directory
    "people_organisation": Protected(
        Layer.DIRECTORY, dossier="", why="names of organisations are no secret to anyone signed in",
        read=f"{ACTOR} IS NOT NULL", insert="false", update=f"spoorboek_has_role(id, '{{admin}}')",
    ),
    "people_person": Protected(
        Layer.DIRECTORY, dossier="", why="oneself, who shares a dossier, and staff of the same organisation",
        read=f"account_id = {ACTOR} OR spoorboek_knows(account_id)", insert="false", update=f"account_id = {ACTOR}",
    ),
    "people_membership": Protected(
        Layer.DIRECTORY, dossier="", why="colleagues see who works where; only an administrator changes it",
        read=f"account_id = {ACTOR} OR spoorboek_has_role(organisation_id, '{{}}') OR spoorboek_knows(account_id)",
        insert="spoorboek_has_role(organisation_id, '{admin}')", update="spoorboek_has_role(organisation_id, '{admin}')",
    ),
    "people_employment": Protected(
        Layer.DIRECTORY, dossier="", why="one's own, those of one's organisation for who may report sick, and of shared dossiers",
        read=(
            f"person_id = {ACTOR} OR spoorboek_has_role(organisation_id, '{{case_manager,supervisor,admin}}')"
            " OR spoorboek_shares_dossier(person_id)"
        ),
        insert="spoorboek_has_role(organisation_id, '{case_manager,admin}')",
        update="spoorboek_has_role(organisation_id, '{case_manager,admin}')",
    ),
    "people_contracthours": Protected(
        Layer.DIRECTORY, dossier="", why="as the employment they belong to",
        read="EXISTS (SELECT 1 FROM people_employment e WHERE e.id = employment_id)",
        insert="EXISTS (SELECT 1 FROM people_employment e WHERE e.id = employment_id)", update="false",
    ),
    "people_service": Protected(
        Layer.DIRECTORY, dossier="", why="which arbodienst or re-integration company works for which employer",
        read="spoorboek_has_role(employer_id, '{}') OR spoorboek_has_role(provider_id, '{}')",
        insert="spoorboek_has_role(employer_id, '{admin}')", update="spoorboek_has_role(employer_id, '{admin}')",
    ),
    "people_involvement": Protected(
        Layer.DIRECTORY, dossier="", why="who takes part is visible to all who take part; only the registrar changes it",
        read=f"account_id = {ACTOR} OR spoorboek_takes_part(dossier_id)", insert="false", update="false",
    ),
    "people_dossierkey": Protected(
        Layer.PROCESS, why="whoever reaches a dossier needs its key to read its texts; made by the registrar",
        readers=(*readers(Layer.PROCESS), Role.WORK_SUPERVISOR, Role.BUDDY), writers=(), deletable=True,
    ),
    # dossiers: the process layer
    "dossiers_dossier": Protected(Layer.PROCESS, dossier="id", writers=(*writers(Layer.PROCESS), Role.CLIENT), why="a client's own act moves the version"),
    "dossiers_spell": Protected(Layer.PROCESS, deletable=True),
    "dossiers_resumedhours": Protected(Layer.PROCESS, deletable=True),
    "dossiers_leave": Protected(Layer.PROCESS, deletable=True),
    "dossiers_milestone": Protected(Layer.PROCESS, deletable=True),
    "dossiers_decision": Protected(Layer.PROCESS, deletable=True),
    "dossiers_agreement": Protected(Layer.PROCESS, deletable=True),
    "dossiers_obligation": Protected(
        Layer.PROCESS, writers=(), deletable=True, why="a projection: only the timetable's system actor writes it",
    ),
    "dossiers_route": Protected(
        Layer.PROCESS, writers=(), deletable=True, why="a projection, as the obligations",
    ),
    "dossiers_appointment": Protected(Layer.PROCESS),
    "dossiers_appointmentreply": Protected(
        Layer.PROCESS, writers=(Role.CLIENT,), why="only the client says: I cannot come",
    ),
    "dossiers_contactnote": Protected(Layer.PROCESS),
    "dossiers_journalentry": Protected(
        Layer.PROCESS, append_only=True, writers=(*writers(Layer.PROCESS), Role.CLIENT), why="a client's acts are journalled too",
    ),
    "dossiers_journalpayload": Protected(
        Layer.PROCESS, deletable=True, writers=(*writers(Layer.PROCESS), Role.CLIENT), why="as the entries; can be destroyed",
    ),
    "dossiers_opening": Protected(
        Layer.PROCESS, append_only=True, owner="account_id", readers=(Role.CLIENT,), writers=(*readers(Layer.PROCESS),),
        why="who looked: read by the client, written by each reader for themselves",
    ),
    "dossiers_foldedcard": Protected(
        Layer.PERSONAL, deletable=True, why="'not now' is the client's own and reaches nobody",
    ),
    # the medical layer
    "medical_access": Protected(
        Layer.MEDICAL, dossier="", why="the medical layer's own list of who takes part; it may live in another database",
        read=f"account_id = {ACTOR}", insert="false", update="false",
    ),
    "medical_leavestatement": Protected(Layer.MEDICAL, deletable=True),
    "medical_safetynet": Protected(Layer.MEDICAL, deletable=True),
    "medical_trace": Protected(
        Layer.MEDICAL, writers=(), deletable=True, why="the full explanation of a date; only the timetable writes it",
    ),
    "medical_journalpayload": Protected(Layer.MEDICAL, deletable=True),
}  # fmt: skip

SYSTEM_TABLES: frozenset[str] = frozenset(
    {
        "django_migrations", "django_content_type", "django_session", "auth_permission", "auth_group", "auth_group_permissions",
        "people_account", "people_account_groups", "people_account_user_permissions", "people_installation", "people_invitation",
        "account_emailaddress", "account_emailconfirmation", "mfa_authenticator",
        "procrastinate_jobs", "procrastinate_periodic_defers", "procrastinate_events", "procrastinate_workers", "procrastinate_version",
    }
)  # fmt: skip
"""Sign-in, session, queue and migration tables: read before anyone is known, they hold no content of dossiers."""
