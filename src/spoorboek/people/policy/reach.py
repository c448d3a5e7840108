"""Layers, roles and what each may do: `REACH` (layer by role), `SYSTEM_REACH` (layer by system actor), and what is
said of a table (`Protected`)."""

from dataclasses import dataclass
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
    System.REMINDER: {Layer.DIRECTORY: R},
    System.PLANNER: {Layer.PROCESS: W, Layer.DIRECTORY: R},
}
Hidden = tuple[str, tuple[Role, ...]]
"""SQL over `{0}`, the table, that picks rows, and the roles for whom these rows do not exist."""


@dataclass(frozen=True)
class Protected:
    """A table under row-level security, and where it differs from its layer.

    `dossier` is the column that holds the dossier's id. `readers`/`writers` replace the layer's roles for this table,
    each with a reason in `why`. `owner` names the account column of rows that only their own account writes; who has
    `Reach.OWN`, or is a writer but no reader, then reads the own rows only. `signed` names the account column that must
    hold the actor when a row is added, whoever reads or changes it later. `hangs_on` is (column, table): the row it
    points to must be of the same dossier. `systems` are the system actors that reach the table, where fewer than the
    layer's. `read`/`insert`/`update` are SQL over the row's columns instead of what follows from the roles ("false":
    only system actors). `hidden` names rows that some of the roles neither read nor write.
    `may_add` and `may_change` are SQL over the table's columns of rows that someone adds or changes beside what follows
    from their role.
    `shared` is SQL (over `{0}`) of rows that someone reads beside what follows from their role, because the client
    shared them (`live_share`); it opens reading only.
    `changes` is SQL over `OLD` and `NEW` that holds for every change of a row by a person: a row policy sees one of the
    two only, and cannot say who may take a row from one state into the next.
    """

    layer: Layer
    dossier: str = "dossier_id"
    owner: str = ""
    signed: str = ""
    hangs_on: tuple[str, str] | None = None
    readers: tuple[Role, ...] | None = None
    writers: tuple[Role, ...] | None = None
    systems: tuple[System, ...] | None = None
    read: str = ""
    insert: str = ""
    update: str = ""
    append_only: bool = False
    deletable: bool = False
    hidden: tuple[Hidden, ...] = ()
    shared: str = ""
    may_add: str = ""
    may_change: str = ""
    changes: str = ""
    why: str = ""


def readers(layer: Layer) -> tuple[Role, ...]:
    """Roles that read all rows of the layer in their dossiers."""
    return tuple(role for role, reach in REACH[layer].items() if reach in {Reach.READ, Reach.WRITE})


def writers(layer: Layer) -> tuple[Role, ...]:
    """Roles that write rows of the layer in their dossiers."""
    return tuple(role for role, reach in REACH[layer].items() if reach is Reach.WRITE)


def owners(layer: Layer) -> tuple[Role, ...]:
    """Roles that read and write only their own rows of the layer."""
    return tuple(role for role, reach in REACH[layer].items() if reach is Reach.OWN)


def table_readers(rule: Protected) -> tuple[Role, ...]:
    """Roles that read all rows of the table in their dossiers."""
    return readers(rule.layer) if rule.readers is None else rule.readers


def table_writers(rule: Protected) -> tuple[Role, ...]:
    """Roles that write rows of the table in their dossiers; only their own rows where the table has an `owner`."""
    if rule.writers is not None:
        return rule.writers
    return (*writers(rule.layer), *(owners(rule.layer) if rule.owner else ()))


def systems(layer: Layer, *wanted: Reach) -> tuple[System, ...]:
    """System actors with one of the wanted reaches on the layer."""
    return tuple(actor for actor, reach in SYSTEM_REACH.items() if reach.get(layer) in wanted)


def table_systems(rule: Protected, *wanted: Reach) -> tuple[System, ...]:
    """System actors with one of the wanted reaches on the table."""
    found = systems(rule.layer, *wanted)
    return tuple(actor for actor in found if rule.systems is None or actor in rule.systems)
