"""Who may reach what: the one table from which the code, the database's row policies, the documentation and the
exhaustive access test are derived. Source: AP Beleidsregels De zieke werknemer (BWBR0037896) and docs/access.md.

Three parts: `REACH` (layer by role), `SYSTEM_REACH` (layer by system actor) and `PROTECTED` (which table is in
which layer and how a row finds its dossier). A table that stands in neither `PROTECTED` nor `SYSTEM_TABLES` fails
the build.
"""

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
    `shared` is SQL (over `{0}`) of rows that someone reads beside what follows from their role, because the client
    shared them (`live_share`); it opens reading only.
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


WITHOUT_SAFETY_NET = (Role.COACH, Role.LABOUR_EXPERT)
"""Whether a safety net covers someone is for employer and UWV, not for a re-integration company (AP, BWBR0037896)."""
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

EMPLOYERS_SIDE = (Role.SUPERVISOR, Role.CASE_MANAGER, Role.WORK_SUPERVISOR, Role.BUDDY)
"""On the employer's side, or at the place where someone works: nothing private of a method reaches them."""
WITHOUT_GUIDANCE = (*EMPLOYERS_SIDE, Role.HELPER, Role.PEER)
"""For whom worksheets, questionnaires, VR sessions and coaching of a method do not exist, nor a private method."""
PRIVATE = ("{0}.private", WITHOUT_GUIDANCE)
TEXTS_OF_A_NET = ("{0}.tells_of_net", WITHOUT_SAFETY_NET)
GUIDANCE_TEXTS = (f"{{0}}.layer = '{Layer.GUIDANCE}'", WITHOUT_GUIDANCE)
PERSONAL_TEXTS = (
    f"{{0}}.layer = '{Layer.PERSONAL}'",
    tuple(role for role in Role if role is not Role.CLIENT),
)

ACTOR = "(SELECT spoorboek_actor())"
SYSTEM = "(SELECT spoorboek_system())"
DUTCH_DAY = "(now() AT TIME ZONE 'Europe/Amsterdam')::date"


def in_organisations(column: str, *roles: Role) -> str:
    """SQL: the column is an organisation where the actor has one of these roles (none named: any role).

    The set is asked once a query, not once a row.
    """
    return f"{column} = ANY (ARRAY(SELECT spoorboek_organisations('{{{','.join(roles)}}}')))"


def takes_part_now(table: str, *roles: Role) -> str:
    """SQL: the actor now takes part in the dossier of a row of `table`, in one of these roles."""
    listed = ", ".join(f"'{role}'" for role in roles)
    return (
        f"EXISTS (SELECT 1 FROM people_involvement i WHERE i.dossier_id = {table}.dossier_id"
        f" AND i.account_id = {ACTOR} AND i.role IN ({listed}) AND (i.until IS NULL OR i.until > now()))"
    )


HANDS_OVER = takes_part_now("courses_handover", *writers(Layer.PROCESS))
OWN_HANDOVER = takes_part_now("courses_handover", Role.CLIENT)
HANDED = (
    f"{OWN_HANDOVER} OR (author_id = {ACTOR} AND {HANDS_OVER})"
    f" OR (to_id = {ACTOR} AND state = 'passed' AND {HANDS_OVER})"
)


def live_share(shares: str, thing: str, *may_reach: Role, column: str = "") -> str:
    """SQL over `{0}`: the client shared the row's `thing` with the actor, who takes part in a role it may reach.

    The share is not withdrawn and its last day has not passed. `shares` is a table with dossier_id, `thing`,
    account_id, until (a day) and withdrawn_at; `column` names the thing in `{0}` where it is called otherwise there.
    """
    return (
        f"(EXISTS (SELECT 1 FROM {shares} s WHERE s.dossier_id = {{0}}.dossier_id"
        f" AND s.{thing} = {{0}}.{column or thing} AND s.account_id = {ACTOR} AND s.withdrawn_at IS NULL"
        f" AND (s.until IS NULL OR s.until >= {DUTCH_DAY})) AND {takes_part_now('{0}', *may_reach)})"
    )


def live_share_itself(*may_reach: Role, until: bool = True) -> str:
    """SQL over `{0}`, a table of shares: this one is with the actor and still stands."""
    last_day = f" AND ({{0}}.until IS NULL OR {{0}}.until >= {DUTCH_DAY})" if until else ""
    return (
        f"({{0}}.account_id = {ACTOR} AND {{0}}.withdrawn_at IS NULL{last_day}"
        f" AND {takes_part_now('{0}', *may_reach)})"
    )


STAFF_OFFICE = in_organisations("organisation_id", Role.CASE_MANAGER, Role.ADMIN)
OWN_TEAM = f"(supervisor_id = {ACTOR} AND {in_organisations('organisation_id', Role.SUPERVISOR)})"
KNOWN_EMPLOYEE = "spoorboek_knows(person_id)"
ITS_EMPLOYMENT = "SELECT 1 FROM people_employment WHERE people_employment.id = employment_id"
MAY_REPORT_IT = f"EXISTS ({ITS_EMPLOYMENT} AND ({STAFF_OFFICE} OR {OWN_TEAM}))"

OWN_WORLD = f"id = (SELECT a.world_id FROM people_account a WHERE a.id = {ACTOR})"
MY_WORLD = f"world_id = (SELECT a.world_id FROM people_account a WHERE a.id = {ACTOR})"
AT_WORK = "EXISTS (SELECT 1 FROM spoorboek_organisations('{}'))"
"""The actor works somewhere: a client or helper only does not set the day for everyone."""
OWN_OR_REMINDERS = f"account_id = {ACTOR} OR {SYSTEM} = '{System.REMINDER}'"

DOCTORS_AT_THEIR_OWN = (
    f"({in_organisations('organisation_id', Role.ADMIN)}) AND (role <> 'company_doctor' OR EXISTS ("
    "SELECT 1 FROM people_organisation o WHERE o.id = organisation_id AND o.kind = 'occupational_health'))"
)
"""An employer's administrator makes nobody a company doctor: that role opens the medical layer."""

MY_LINE = f"account_id = {ACTOR} AND (until IS NULL OR until > now())"
"""By equality, which keeps the index under row security."""

OF_MY_STAFF = (
    "account_id IN (SELECT m.account_id FROM people_membership m WHERE (m.until IS NULL OR m.until > now())"
    f" AND {in_organisations('m.organisation_id', Role.ADMIN)})"
)
"""Who works in an organisation of which the actor is administrator."""

CASE_MANAGERS_OFFICE = in_organisations("employer_id", Role.CASE_MANAGER)
MY_LIST = f"account_id = {ACTOR} AND {CASE_MANAGERS_OFFICE}"
OF_MY_LIST = "load_id = ANY (ARRAY(SELECT id FROM loading_import))"
"""Lists that one may see oneself: the row policy of `loading_import` holds inside, asked once a query."""


def of_my_list(why: str) -> Protected:
    return Protected(
        Layer.DIRECTORY, dossier="", read=OF_MY_LIST, insert=OF_MY_LIST, update=OF_MY_LIST, deletable=True,
        systems=(System.REGISTRAR,), why=why,
    )  # fmt: skip


MAY_READ_A_PROFILE = (Role.COACH, Role.LABOUR_EXPERT, Role.COMPANY_DOCTOR)
"""Whom the client may share wanting and being able with: never the employer's side."""
MAY_OFFER = (Role.SUPERVISOR, Role.COACH)
GUIDES = (Role.COACH, Role.LABOUR_EXPERT)
SHARED_PROFILE = live_share("profile_share", "behaviour_id", *MAY_READ_A_PROFILE)
OF_A_PROFILE = (
    "the client's own; read by whom the client shared this behaviour with, never by the employer's side"
)
SHARED_GOAL = live_share("coaching_goalshare", "goal_id", *GUIDES)
OF_A_GOAL = "the client's own; read by the coach or labour expert whom the client shared this goal with"
MY_GROUPS = "ARRAY(SELECT spoorboek_groups(false))"
OR_INVITED = "ARRAY(SELECT spoorboek_groups(true))"
"""Groups for intervision where the actor takes part; the second one also those they were invited to."""
MY_MEETINGS = "meeting_id = ANY (ARRAY(SELECT id FROM circle_meeting))"
MADE_BY_ME = f"group_id = ANY (ARRAY(SELECT id FROM circle_group WHERE made_by_id = {ACTOR}))"
INVITED_BY_ME = f"invited_by_id = {ACTOR} AND joined_at IS NULL AND group_id = ANY ({MY_GROUPS})"
SHOWN_BY_NOW = (
    "EXISTS (SELECT 1 FROM circle_meeting m WHERE m.id = circle_note.meeting_id AND circle_note.step = ANY (m.shown)"
    " AND (circle_note.step <> 'case' OR circle_note.author_id = m.presenter_id))"
)

ARRANGED = f"account_id = {ACTOR} OR to_id = {ACTOR} OR {in_organisations('organisation_id', Role.ADMIN)}"

ADAPTS_METHODS = (
    f"organisation_id IN (SELECT m.organisation_id FROM people_membership m WHERE m.account_id = {ACTOR}"
    " AND m.role IN ('admin', 'case_manager', 'labour_expert', 'coach') AND (m.until IS NULL OR m.until > now()))"
)
"""Works in the organisation itself: who only serves it adapts no methods there."""

MY_FOLDER_SHARE = (
    f"{{0}}.account_id = {ACTOR} AND {{0}}.withdrawn_at IS NULL AND {{0}}.until >= {DUTCH_DAY} AND EXISTS ("
    "SELECT 1 FROM people_involvement i WHERE i.dossier_id = {0}.dossier_id AND i.account_id = {0}.account_id"
    " AND i.role = {0}.role AND (i.until IS NULL OR i.until > now()))"
)
"""A live share from the work folder with the actor, who still takes part in the role in which it was given."""


def shared_from_the_folder(items: str) -> str:
    """SQL over `{0}`: a live share with the actor names this very row, and the row's sheet may reach that role."""
    return (
        "(EXISTS (SELECT 1 FROM folder_share s WHERE s.dossier_id = {0}.dossier_id"
        f" AND {{0}}.id = ANY (s.{items}) AND s.role = ANY ({{0}}.reach) AND {MY_FOLDER_SHARE.format('s')}))"
    )


PROTECTED: dict[str, Protected] = {
    # people: the directory
    "people_organisation": Protected(
        Layer.DIRECTORY, dossier="", why="names of organisations are no secret to anyone signed in",
        read=f"{ACTOR} IS NOT NULL", insert="false", update=in_organisations("id", Role.ADMIN),
    ),
    "people_person": Protected(
        Layer.DIRECTORY, dossier="",
        why="oneself, who shares a dossier, staff one works with, employees for who may report them sick",
        read=f"account_id = {ACTOR} OR spoorboek_knows(account_id)", insert="false", update=f"account_id = {ACTOR}",
    ),
    "people_membership": Protected(
        Layer.DIRECTORY, dossier="",
        why="staff see who works where, also at a service they engaged; only an administrator changes it",
        read=(
            f"account_id = {ACTOR} OR organisation_id = ANY (ARRAY(SELECT spoorboek_circle()))"
            " OR spoorboek_shares_dossier(account_id)"
        ),
        insert=DOCTORS_AT_THEIR_OWN, update=DOCTORS_AT_THEIR_OWN,
    ),
    "people_employment": Protected(
        Layer.DIRECTORY, dossier="",
        why="one's own, those one may report sick, and those whose dossier one takes part in; no other employer's",
        read=f"person_id = {ACTOR} OR {STAFF_OFFICE} OR {OWN_TEAM} OR spoorboek_works_on(id)",
        insert="false", update=f"{STAFF_OFFICE} AND {KNOWN_EMPLOYEE}",
    ),
    "people_contracthours": Protected(
        Layer.DIRECTORY, dossier="", deletable=True,
        why="read as the employment they belong to, changed by who may report it sick",
        read=f"EXISTS ({ITS_EMPLOYMENT})", insert=MAY_REPORT_IT, update=MAY_REPORT_IT,
    ),
    "people_service": Protected(
        Layer.DIRECTORY, dossier="",
        why="which service works for which employer: both know; only the registrar ends one, with the parts it gave",
        read=f"{in_organisations('employer_id')} OR {in_organisations('provider_id')}", insert="false", update="false",
    ),
    "people_practiceworld": Protected(
        Layer.DIRECTORY, dossier="", why="who practises there, and staff of the organisation that made it",
        read=f"{OWN_WORLD} OR {in_organisations('home_id')}",
        insert="false", update=f"{OWN_WORLD} AND {AT_WORK}",
    ),
    "people_involvement": Protected(
        Layer.DIRECTORY, dossier="", why="who takes part is seen by all who take part; only the registrar changes it",
        read=f"account_id = {ACTOR} OR spoorboek_takes_part(dossier_id)", insert="false", update="false",
    ),
    "people_dossierkey": Protected(
        Layer.PROCESS, why="who reaches a dossier needs its key to read its texts; the registrar makes and destroys it",
        readers=(*readers(Layer.PROCESS), Role.WORK_SUPERVISOR, Role.BUDDY, Role.PEER), writers=(), deletable=True,
        systems=(System.REGISTRAR, System.VERIFIER, System.TIMETABLE),
    ),
    # dossiers: the process layer
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
        why="a client's acts are journalled too; nobody writes in another's name",
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
    # caseload: a professional's own list
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
    # people: what a client agreed to
    "people_consent": Protected(
        Layer.PERSONAL, readers=(Role.CLIENT, Role.COMPANY_DOCTOR, Role.LABOUR_EXPERT, Role.COACH),
        writers=(Role.CLIENT,), signed="account_id",
        why="given and taken back by the client only; the employer's side does not learn what was asked",
    ),
    # programme.courses: a method at work in a dossier
    "courses_edition": Protected(
        Layer.DIRECTORY, dossier="", append_only=True, systems=(System.PLANNER,),
        why="a method's words, read where a course that one may see follows it; kept by whoever starts one",
        read="EXISTS (SELECT 1 FROM courses_course c WHERE c.edition_id = digest)",
        insert=f"{ACTOR} IS NOT NULL", update="false",
    ),
    "courses_course": Protected(
        Layer.PROCESS, insert="false", writers=(*writers(Layer.PROCESS), Role.CLIENT), hidden=(PRIVATE,),
        systems=(System.PLANNER,),
        why="made by the planner; a client pauses and stops too; nobody at work learns that a private method runs",
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
    # reminders: who wants which mail when, and the address of a calendar
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
    # rehearsal: the practice clock and the lesson
    "rehearsal_move": Protected(
        Layer.DIRECTORY, dossier="", signed="account_id",
        why="who set the practice day: read in that world, added by who works there",
        read=MY_WORLD, insert=f"({MY_WORLD}) AND {AT_WORK}", update="false",
    ),
    "rehearsal_lesson": Protected(
        Layer.DIRECTORY, dossier="", why="one's own way through the lesson",
        read=f"account_id = {ACTOR}", insert=f"account_id = {ACTOR}", update=f"account_id = {ACTOR}",
    ),
    # shelf: an organisation's own versions of the methods
    "shelf_draft": Protected(
        Layer.DIRECTORY, dossier="", deletable=True, systems=(),
        why="who adapts the methods of their own organisation; it names no client",
        read=ADAPTS_METHODS, insert=f"{ADAPTS_METHODS} AND last_editor_id = {ACTOR}", update=ADAPTS_METHODS,
    ),
    "shelf_release": Protected(
        Layer.DIRECTORY, dossier="", append_only=True, systems=(System.PLANNER,),
        why="read where it is used: by who works there or for it; released by a second person, and never changed",
        read=in_organisations("organisation_id"),
        insert=f"{ADAPTS_METHODS} AND released_by_id = {ACTOR} AND edited_by_id <> {ACTOR}", update="false",
    ),
    # learning: where one is in a module, and what one finished
    "learning_visit": Protected(
        Layer.PERSONAL, dossier="", deletable=True, systems=(),
        why="one's own, of staff and of clients; of a person, not of a dossier, which it outlives and tells nothing of",
        read=f"account_id = {ACTOR}", insert=f"account_id = {ACTOR}", update=f"account_id = {ACTOR}",
    ),
    "learning_certificate": Protected(
        Layer.DIRECTORY, dossier="", systems=(),
        why="a module for work that someone finished: their own, and their organisation's administrator sees the day",
        read=f"account_id = {ACTOR} OR {OF_MY_STAFF}",
        insert=f"account_id = {ACTOR} AND {AT_WORK}", update=f"account_id = {ACTOR} AND {AT_WORK}",
    ),
    # loading: lists on their way in
    "loading_import": Protected(
        Layer.DIRECTORY, dossier="", read=MY_LIST, insert=MY_LIST, update=MY_LIST, systems=(System.REGISTRAR,),
        why="only who loads it, as long as they are case manager there; the registrar ends what is over time",
    ),
    "loading_upload": of_my_list("the sealed file; gone within a day"),
    "loading_line": of_my_list("the sealed rows; gone within a day"),
    "loading_course": of_my_list("what is to be done for one person; sealed, and empty once done"),
    "loading_change": of_my_list("what an undo needs: ids and days"),
    "loading_touched": of_my_list("which dossiers were touched, and how far their journal was"),
    "loading_layout": Protected(
        Layer.DIRECTORY, dossier="", why="which column is what in this employer's lists; a digest and no content",
        read=CASE_MANAGERS_OFFICE, insert=CASE_MANAGERS_OFFICE, update=CASE_MANAGERS_OFFICE,
        systems=(System.REGISTRAR,),
    ),
    # circle: intervision among professionals; nothing in it names a client
    "circle_group": Protected(
        Layer.DIRECTORY, dossier="", signed="made_by_id", systems=(System.REGISTRAR,),
        why="its members and whom they invited; members agree on its link and on how long texts are kept",
        read=f"made_by_id = {ACTOR} OR id = ANY ({OR_INVITED})", insert=AT_WORK, update=f"id = ANY ({MY_GROUPS})",
    ),
    "circle_member": Protected(
        Layer.DIRECTORY, dossier="", systems=(System.REGISTRAR,),
        why="members see each other; a member invites, each says yes and leaves for themselves",
        read=f"account_id = {ACTOR} OR group_id = ANY ({MY_GROUPS})",
        insert=f"(account_id = {ACTOR} AND {MADE_BY_ME}) OR ({INVITED_BY_ME})",
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
    # the medical layer
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
    # the work folder: the client's own, and what they shared of it
    "folder_answer": Protected(
        Layer.PERSONAL, signed="account_id", append_only=True, deletable=True,
        shared=shared_from_the_folder("answers"),
        why="an answer is never changed, only followed; the client may wipe it, and shares it answer by answer",
    ),
    "folder_attachment": Protected(
        Layer.PERSONAL, signed="account_id", append_only=True, deletable=True,
        shared=shared_from_the_folder("attachments"),
        why="photos, drawings and recordings: as the answers they belong to",
    ),
    "folder_share": Protected(
        Layer.PERSONAL, shared=f"({MY_FOLDER_SHARE})",
        why="with whom, what exactly, until when; read by the client, and while it lives by whom it is with",
    ),
    "folder_finish": Protected(
        Layer.PERSONAL, signed="account_id", append_only=True, deletable=True,
        why="that a sheet is done is the client's own too",
    ),
    # wanting and being able: the client's own; what others offer is theirs and the client's
    "profile_behaviour": Protected(
        Layer.PERSONAL, shared=live_share("profile_share", "behaviour_id", *MAY_READ_A_PROFILE, column="id"),
        why=OF_A_PROFILE,
    ),
    "profile_round": Protected(Layer.PERSONAL, shared=SHARED_PROFILE, why=OF_A_PROFILE),
    "profile_answer": Protected(Layer.PERSONAL, shared=SHARED_PROFILE, why=OF_A_PROFILE),
    "profile_choice": Protected(Layer.PERSONAL, shared=SHARED_PROFILE, why=OF_A_PROFILE),
    "profile_card": Protected(Layer.PERSONAL, shared=SHARED_PROFILE, why=OF_A_PROFILE),
    "profile_share": Protected(
        Layer.PERSONAL, shared=live_share_itself(*MAY_READ_A_PROFILE),
        why="the client shares and withdraws; the one it is shared with reads that",
    ),
    "profile_invitation": Protected(
        Layer.PERSONAL, shared=live_share_itself(*MAY_OFFER, until=False),
        why="who is asked what they can offer reads the client's sentence and nothing else",
    ),
    "profile_offer": Protected(
        Layer.PERSONAL, owner="account_id", readers=(Role.CLIENT,), writers=MAY_OFFER,
        insert=f"account_id = {ACTOR} AND EXISTS (SELECT 1 FROM profile_invitation v WHERE v.id = invitation_id"
        f" AND v.dossier_id = profile_offer.dossier_id AND v.account_id = {ACTOR})"
        f" AND {takes_part_now('profile_offer', *MAY_OFFER)}",
        why="what someone offers themselves, on a live invitation; the client reads it",
    ),
    # coaching: goals are the client's own, agenda, notes and homework the coach's
    "coaching_goal": Protected(
        Layer.PERSONAL, shared=live_share("coaching_goalshare", "goal_id", *GUIDES, column="id"), why=OF_A_GOAL,
    ),
    "coaching_ownrating": Protected(Layer.PERSONAL, shared=SHARED_GOAL, why=OF_A_GOAL),
    "coaching_goalshare": Protected(
        Layer.PERSONAL, shared=live_share_itself(*GUIDES),
        why="the client shares and withdraws; the one it is shared with reads that",
    ),
    **{
        table: Protected(
            Layer.GUIDANCE, owner="author_id", writers=GUIDES,
            why="a coach's own; the client reads it, another coach does not",
        )
        for table in (
            "coaching_proposal", "coaching_coachrating", "coaching_agenda", "coaching_note", "coaching_homework",
        )
    },
    "coaching_homeworkreply": Protected(
        Layer.PERSONAL, deletable=True,
        shared=f"(EXISTS (SELECT 1 FROM coaching_homework h WHERE h.id = {{0}}.homework_id AND h.author_id = {ACTOR})"
        f" AND {takes_part_now('{0}', *GUIDES)})",
        why="the client's; read by who gave the homework",
    ),
    "folder_device": Protected(
        Layer.DIRECTORY, dossier="", systems=(),
        why="devices that someone called their own, each with the sealed key of what lies there",
        read=f"account_id = {ACTOR}", insert=f"account_id = {ACTOR}", update=f"account_id = {ACTOR}",
    ),
    # links with other systems
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

READ_ONLY_SYSTEM_TABLES: frozenset[str] = frozenset(
    {"django_migrations", "django_content_type", "auth_permission", "people_installation"}
)
"""Written while migrating only; that a database is a demo can never be switched on by the application."""

SYSTEM_TABLES: frozenset[str] = READ_ONLY_SYSTEM_TABLES | frozenset(
    {
        "django_session", "spoorboek_cache", "auth_group", "auth_group_permissions",
        "people_account", "people_account_groups", "people_account_user_permissions", "people_invitation",
        "account_emailaddress", "account_emailconfirmation", "mfa_authenticator",
        "api_pace",
        "procrastinate_jobs", "procrastinate_periodic_defers", "procrastinate_events", "procrastinate_workers",
    }
)  # fmt: skip
"""Sign-in, session, queue and migration tables: read before anyone is known, they hold no content of dossiers."""
