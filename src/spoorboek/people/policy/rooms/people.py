"""The directory: who works where, who takes part in what, and what a client agreed to."""

from spoorboek.people.actor import System
from spoorboek.people.policy.conditions import ACTOR, AT_WORK, in_organisations, takes_part_now
from spoorboek.people.policy.reach import Layer, Protected, Role, readers

STAFF_OFFICE = in_organisations("organisation_id", Role.CASE_MANAGER, Role.ADMIN)
OWN_TEAM = f"(supervisor_id = {ACTOR} AND {in_organisations('organisation_id', Role.SUPERVISOR)})"
KNOWN_EMPLOYEE = "spoorboek_knows(person_id)"
ITS_EMPLOYMENT = "SELECT 1 FROM people_employment WHERE people_employment.id = employment_id"
MAY_REPORT_IT = f"EXISTS ({ITS_EMPLOYMENT} AND ({STAFF_OFFICE} OR {OWN_TEAM}))"
OWN_WORLD = f"id = (SELECT a.world_id FROM people_account a WHERE a.id = {ACTOR})"
DOCTORS_AT_THEIR_OWN = (
    f"({in_organisations('organisation_id', Role.ADMIN)}) AND (role <> 'company_doctor' OR EXISTS ("
    "SELECT 1 FROM people_organisation o WHERE o.id = organisation_id AND o.kind = 'occupational_health'))"
)
"""An employer's administrator makes nobody a company doctor: that role opens the medical layer."""

SEES_PAPER = (Role.CASE_MANAGER, Role.COMPANY_DOCTOR, Role.LABOUR_EXPERT, Role.COACH)
"""Who may write down that a client without a way in (`Account.is_used`) signed on paper."""
ON_PAPER = (
    f"(people_consent.recorded_by_id = {ACTOR} AND people_consent.signed_on IS NOT NULL"
    f" AND {takes_part_now('people_consent', *SEES_PAPER)}"
    " AND EXISTS (SELECT 1 FROM people_involvement c WHERE c.dossier_id = people_consent.dossier_id"
    " AND c.account_id = people_consent.account_id AND c.role = 'client')"
    " AND EXISTS (SELECT 1 FROM people_account a WHERE a.id = people_consent.account_id"
    " AND a.last_login IS NULL AND a.password LIKE '!%'))"
)
LISTED = ", ".join(f"'{role}'" for role in SEES_PAPER)
SAME_SEAT = (
    "EXISTS (SELECT 1 FROM people_involvement mine JOIN people_involvement theirs"
    " ON theirs.dossier_id = mine.dossier_id AND theirs.role = mine.role"
    f" WHERE mine.dossier_id = people_consent.dossier_id AND mine.account_id = {ACTOR}"
    f" AND mine.role IN ({LISTED})"
    " AND (mine.until IS NULL OR mine.until > now()) AND theirs.account_id = people_consent.recorded_by_id"
    " AND theirs.since <= people_consent.given_at"
    " AND (theirs.until IS NULL OR theirs.until >= people_consent.given_at))"
)
"""SQL: the actor now holds the seat that the witness of the paper held when it was written down."""

TABLES: dict[str, Protected] = {
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
    "people_consent": Protected(
        Layer.PERSONAL, readers=(Role.CLIENT, Role.COMPANY_DOCTOR, Role.LABOUR_EXPERT, Role.COACH),
        writers=(Role.CLIENT,), signed="account_id", may_add=ON_PAPER, may_change=SAME_SEAT, shared=SAME_SEAT,
        why="given and taken back by the client only, or on paper before a witness; the employer's side does not"
        " learn what was asked, but for what a case manager of theirs saw signed; whoever has the witness's seat now"
        " writes down that it was taken back",
    ),
}  # fmt: skip
