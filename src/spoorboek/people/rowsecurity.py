"""The policy table as PostgreSQL row-level security.

`Protect` in a table's first migration closes it: row security on and forced, no policy, so nothing passes. `apply` then
derives functions, policies and grants from `policy.py`; it runs after every migration and may run any number of times.
"""

from typing import Any

from django.apps.config import AppConfig
from django.conf import settings
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from spoorboek.people import policy
from spoorboek.people.policy import ACTOR, PROTECTED, SYSTEM, Layer, Protected, Reach, Role

ACTIVE = "(i.until IS NULL OR i.until > now())"

ACTOR_FUNCTIONS = """
CREATE OR REPLACE FUNCTION spoorboek_actor() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT NULLIF(current_setting('spoorboek.actor', true), '')::uuid $$;
CREATE OR REPLACE FUNCTION spoorboek_system() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT COALESCE(current_setting('spoorboek.system', true), '') $$;
"""

DIRECTORY_FUNCTIONS = """
CREATE OR REPLACE FUNCTION spoorboek_has_role(organisation uuid, wanted text[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (
    SELECT 1 FROM people_membership m
    WHERE m.account_id = spoorboek_actor() AND (m.until IS NULL OR m.until > now())
      AND (m.role = ANY (wanted) OR wanted = '{}')
      AND (m.organisation_id = organisation OR EXISTS (
        SELECT 1 FROM people_service s
        WHERE s.employer_id = organisation AND s.provider_id = m.organisation_id
          AND (s.until IS NULL OR s.until > now()) AND m.role <> 'admin')))
$$;
CREATE OR REPLACE FUNCTION spoorboek_takes_part(dossier uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (
    SELECT 1 FROM people_involvement i
    WHERE i.dossier_id = dossier AND i.account_id = spoorboek_actor() AND (i.until IS NULL OR i.until > now()))
$$;
CREATE OR REPLACE FUNCTION spoorboek_shares_dossier(account uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (
    SELECT 1 FROM people_involvement i JOIN people_involvement other USING (dossier_id)
    WHERE i.account_id = spoorboek_actor() AND (i.until IS NULL OR i.until > now()) AND other.account_id = account)
$$;
CREATE OR REPLACE FUNCTION spoorboek_knows(account uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT spoorboek_shares_dossier(account)
    OR EXISTS (
      SELECT 1 FROM people_membership m JOIN people_membership other USING (organisation_id)
      WHERE m.account_id = spoorboek_actor() AND (m.until IS NULL OR m.until > now()) AND other.account_id = account)
    OR EXISTS (
      SELECT 1 FROM people_employment e
      WHERE e.person_id = account AND spoorboek_has_role(e.organisation_id, '{case_manager,supervisor,admin}'))
$$;
"""


def names(values: tuple[str, ...]) -> str:
    """A SQL list of literals; an empty one matches nothing."""
    return ", ".join(f"'{value}'" for value in values) or "NULL"


def takes_part(table: str, rule: Protected, roles: tuple[Role, ...]) -> str:
    """SQL: the actor takes part in the row's dossier in one of these roles."""
    access = "medical_access" if rule.layer is Layer.MEDICAL else "people_involvement"
    return (
        f"EXISTS (SELECT 1 FROM {access} i WHERE i.dossier_id = {table}.{rule.dossier}"
        f" AND i.account_id = {ACTOR} AND i.role IN ({names(roles)}) AND {ACTIVE})"
    )


def own(table: str, rule: Protected) -> str:
    """SQL: the actor's own row in a role that may write its own, while taking part."""
    return f"({table}.{rule.owner} = {ACTOR} AND {takes_part(table, rule, policy.owners(rule.layer))})"


def read_predicate(table: str, rule: Protected) -> str:
    """SQL that is true for the rows the actor may read."""
    arms = [f"{SYSTEM} IN ({names(policy.systems(rule.layer, Reach.READ, Reach.WRITE))})"]
    if rule.read:
        arms.append(f"({rule.read})")
    if rule.dossier:
        arms.append(
            takes_part(table, rule, rule.readers if rule.readers is not None else policy.readers(rule.layer))
        )
        if rule.owner and policy.owners(rule.layer):
            arms.append(own(table, rule))
        elif rule.owner:
            arms.append(f"{table}.{rule.owner} = {ACTOR}")
    return " OR ".join(arms)


def write_predicate(table: str, rule: Protected, custom: str) -> str:
    """SQL that is true for the rows the actor may write. `custom` replaces the dossier's arm where there is none."""
    arms = [f"{SYSTEM} IN ({names(policy.systems(rule.layer, Reach.WRITE))})"]
    if custom and custom != "false":
        arms.append(f"({custom})")
    if rule.dossier:
        roles = rule.writers if rule.writers is not None else policy.writers(rule.layer)
        mine = f" AND {table}.{rule.owner} = {ACTOR}" if rule.owner and not policy.owners(rule.layer) else ""
        arms.append(f"({takes_part(table, rule, roles)}{mine})")
        if rule.owner and policy.owners(rule.layer):
            arms.append(own(table, rule))
    return " OR ".join(arms)


def policies(table: str, rule: Protected) -> dict[str, str]:
    """The policies of one table by command: name to the SQL after `CREATE POLICY name ON table`."""
    read = read_predicate(table, rule)
    insert = write_predicate(table, rule, rule.insert)
    update = write_predicate(table, rule, rule.update)
    made = {"may_read": f"FOR SELECT USING ({read})", "may_add": f"FOR INSERT WITH CHECK ({insert})"}
    if not rule.append_only:
        made["may_change"] = f"FOR UPDATE USING ({update}) WITH CHECK ({update})"
    if rule.deletable:
        made["may_remove"] = f"FOR DELETE USING ({update})"
    return made


def grants(rule: Protected) -> str:
    """Table privileges of the application's role."""
    wanted = ["SELECT", "INSERT"]
    wanted += [] if rule.append_only else ["UPDATE"]
    wanted += ["DELETE"] if rule.deletable else []
    return ", ".join(wanted)


def user_of(alias: str) -> str:
    """The PostgreSQL role a connection signs in as, quoted."""
    return '"' + str(connections[alias].settings_dict["USER"]).replace('"', '""') + '"'


def protect_sql(table: str, rule: Protected, app: str) -> list[str]:
    """All statements that put one table under its policy."""
    statements = [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
    ]
    for name in ("may_read", "may_add", "may_change", "may_remove", "owner_migrates"):
        statements.append(f"DROP POLICY IF EXISTS {name} ON {table}")
    statements.append(
        f"CREATE POLICY owner_migrates ON {table} TO CURRENT_USER USING (true) WITH CHECK (true)"
    )
    statements += [f"CREATE POLICY {name} ON {table} {body}" for name, body in policies(table, rule).items()]
    statements += [f"REVOKE ALL ON {table} FROM {app}", f"GRANT {grants(rule)} ON {table} TO {app}"]
    return statements


def apply(using: str = "owner") -> None:
    """Make the database's functions, policies and grants equal to the policy table."""
    app, medical = user_of("default"), user_of("medical")
    connection = connections[using]
    existing = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        cursor.execute(ACTOR_FUNCTIONS)
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {app}, {medical}")
        cursor.execute(f"GRANT USAGE ON SCHEMA medical TO {medical}")
        if "people_service" in existing:
            cursor.execute(DIRECTORY_FUNCTIONS)
        for table, rule in PROTECTED.items():
            if table in existing or rule.layer is Layer.MEDICAL:
                role = medical if rule.layer is Layer.MEDICAL else app
                for statement in protect_sql(table, rule, role):
                    cursor.execute(statement)
        for table in sorted(policy.SYSTEM_TABLES & existing):
            cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {app}")
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {app}")
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA medical TO {medical}")
        cursor.execute(f"GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {app}, {medical}")


def apply_after_migrate(sender: AppConfig, using: str, **_: Any) -> None:
    """`post_migrate` of the last of our apps: every table now exists."""
    if using == "owner" and sender.label == settings.LAST_PROTECTED_APP:
        apply(using)


class Protect(Operation):
    """Migration step: close a new table until `apply` opens it to whom the policy names."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, table: str) -> None:
        self.table = table

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Row security is not part of Django's state."""

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        schema_editor.execute(f"ALTER TABLE {self.table} ENABLE ROW LEVEL SECURITY")
        schema_editor.execute(f"ALTER TABLE {self.table} FORCE ROW LEVEL SECURITY")

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        schema_editor.execute(f"ALTER TABLE {self.table} DISABLE ROW LEVEL SECURITY")

    def describe(self) -> str:
        return f"Protect {self.table} with forced row-level security"


def bypasses(connection: BaseDatabaseWrapper) -> bool:
    """Whether the connection's role could step over row security."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        row = cursor.fetchone()
    return bool(row and row[0])
