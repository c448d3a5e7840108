"""The policy table as PostgreSQL row-level security.

`Protect` in a table's first migration closes it: row security on and forced, no policy, so nothing passes. `apply` then
derives functions, policies and grants from `policy`; it runs after every migration and may run any number of times.
"""

from typing import Any

from django.apps.config import AppConfig
from django.conf import settings
from django.db import connections, transaction
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from spoorboek.people import policy
from spoorboek.people.directory import ACTOR_FUNCTIONS, DIRECTORY_FUNCTIONS
from spoorboek.people.policy import ACTOR, PROTECTED, SYSTEM, Layer, Protected, Reach, Role
from spoorboek.people.triggers import trigger_sql

POLICY_NAMES = ("may_read", "may_add", "may_change", "may_remove", "owner_migrates")


def names(values: tuple[str, ...]) -> str:
    """A SQL list of literals; an empty one matches nothing."""
    return ", ".join(f"'{value}'" for value in values) or "NULL"


def takes_part(table: str, rule: Protected, roles: tuple[Role, ...]) -> str:
    """SQL: the actor takes part in the row's dossier in one of these roles."""
    access = "medical_access" if rule.layer is Layer.MEDICAL else "people_involvement"
    return (
        f"EXISTS (SELECT 1 FROM {access} i WHERE i.dossier_id = {table}.{rule.dossier}"
        f" AND i.account_id = {ACTOR} AND i.role IN ({names(roles)}) AND (i.until IS NULL OR i.until > now())"
        f"{unhidden(table, rule)})"
    )


def unhidden(table: str, rule: Protected) -> str:
    """SQL: the part is in a role for which this row is not hidden."""
    return "".join(
        f" AND (i.role NOT IN ({names(roles)}) OR NOT ({which.format(table)}))"
        for which, roles in rule.hidden
    )


def own(table: str, rule: Protected) -> str:
    """SQL: the actor's own row, while taking part in a role that writes here."""
    return f"({table}.{rule.owner} = {ACTOR} AND {takes_part(table, rule, policy.table_writers(rule))})"


def by_system(rule: Protected, *wanted: Reach) -> str:
    return f"{SYSTEM} IN ({names(policy.table_systems(rule, *wanted))})"


def read_predicate(table: str, rule: Protected) -> str:
    """SQL that is true for the rows the actor may read."""
    arms = [by_system(rule, Reach.READ, Reach.WRITE)]
    if rule.read:
        return f"{arms[0]} OR ({rule.read})"
    arms.append(takes_part(table, rule, policy.table_readers(rule)))
    if rule.owner:
        arms.append(own(table, rule))
    if rule.shared:
        arms.append(rule.shared.format(table))
    return " OR ".join(arms)


def write_predicate(table: str, rule: Protected, custom: str) -> str:
    """SQL that is true for the rows the actor may write; `custom` stands in for what follows from the roles."""
    system = by_system(rule, Reach.WRITE)
    if custom == "false":
        return system
    if custom:
        return f"{system} OR ({custom})"
    by_role = own(table, rule) if rule.owner else takes_part(table, rule, policy.table_writers(rule))
    return f"{system} OR {by_role}"


def insert_check(table: str, rule: Protected) -> str:
    """What a new row must meet: also signed with the actor's own account (a system actor signs with none)."""
    may = write_predicate(table, rule, rule.insert)
    if rule.signed:
        may = f"({may}) AND {table}.{rule.signed} IS NOT DISTINCT FROM {ACTOR}"
    return hanging(table, rule, either(may, rule.may_add))


def either(may: str, beside: str) -> str:
    return f"({may}) OR {beside}" if beside else may


def hanging(table: str, rule: Protected, may: str) -> str:
    """SQL: `may`, and the row that it hangs on is of the same dossier. Row checks come before unique and foreign keys,
    so that trying a key tells nothing about another dossier."""
    if not rule.hangs_on:
        return may
    column, other = rule.hangs_on
    same = f"SELECT 1 FROM {other} o WHERE o.id = {table}.{column} AND o.dossier_id = {table}.{rule.dossier}"
    return f"({may}) AND EXISTS ({same})"


def policies(table: str, rule: Protected) -> dict[str, str]:
    """The policies of one table by command: name to the SQL after `CREATE POLICY name ON table`."""
    update = either(write_predicate(table, rule, rule.update), rule.may_change)
    made = {
        "may_read": f"FOR SELECT USING ({read_predicate(table, rule)})",
        "may_add": f"FOR INSERT WITH CHECK ({insert_check(table, rule)})",
    }
    if not rule.append_only:
        made["may_change"] = f"FOR UPDATE USING ({update}) WITH CHECK ({hanging(table, rule, update)})"
    if rule.deletable:
        made["may_remove"] = f"FOR DELETE USING ({update})"
    return made


def privileges(rule: Protected) -> tuple[str, ...]:
    """Table privileges of the application's role."""
    update = () if rule.append_only else ("UPDATE",)
    return ("SELECT", "INSERT", *update, *(("DELETE",) if rule.deletable else ()))


def system_privileges(table: str) -> tuple[str, ...]:
    """Table privileges of the application's role on a table of the system layer."""
    return (
        ("SELECT",) if table in policy.READ_ONLY_SYSTEM_TABLES else ("SELECT", "INSERT", "UPDATE", "DELETE")
    )


def user_of(alias: str) -> str:
    """The PostgreSQL role a connection signs in as, quoted."""
    return '"' + str(connections[alias].settings_dict["USER"]).replace('"', '""') + '"'


def grant_sql(table: str, wanted: tuple[str, ...], role: str) -> list[str]:
    """Statements that leave a role exactly these privileges on a table, and everyone else none."""
    return [f"REVOKE ALL ON {table} FROM PUBLIC, {role}", f"GRANT {', '.join(wanted)} ON {table} TO {role}"]


def protect_sql(table: str, rule: Protected, role: str) -> list[str]:
    """All statements that put one table under its policy."""
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        *(f"DROP POLICY IF EXISTS {name} ON {table}" for name in POLICY_NAMES),
        f"CREATE POLICY owner_migrates ON {table} TO CURRENT_USER USING (true) WITH CHECK (true)",
        *(f"CREATE POLICY {name} ON {table} {body}" for name, body in policies(table, rule).items()),
        *grant_sql(table, privileges(rule), role),
    ]


def function_sql(app: str, medical: str) -> list[str]:
    """Functions, and who may call them: the medical role only learns who acts."""
    return [
        ACTOR_FUNCTIONS,
        DIRECTORY_FUNCTIONS,
        "REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC",
        f"REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM {medical}",
        f"GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {app}",
        f"GRANT EXECUTE ON FUNCTION spoorboek_actor(), spoorboek_system() TO {medical}",
        f"GRANT USAGE ON SCHEMA public TO {app}, {medical}",
        f"GRANT USAGE ON SCHEMA medical TO {medical}",
        f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {app}",
        f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA medical TO {medical}",
    ]


def statements(existing: set[str]) -> list[str]:
    """Everything `apply` says to the database, for the tables that are there."""
    app, medical = user_of("default"), user_of("medical")
    said = trigger_sql(existing) + function_sql(app, medical)
    for table, rule in PROTECTED.items():
        if table in existing:
            said += protect_sql(table, rule, medical if rule.layer is Layer.MEDICAL else app)
    for table in sorted(policy.SYSTEM_TABLES & existing):
        said += grant_sql(table, system_privileges(table), app)
    return said


def apply(using: str = "owner") -> None:
    """Make the database's functions, policies and grants equal to the policy table, all at once."""
    connection = connections[using]
    existing = set(connection.introspection.table_names())
    with transaction.atomic(using=using), connection.cursor() as cursor:
        for statement in statements(existing):
            cursor.execute(statement)


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
