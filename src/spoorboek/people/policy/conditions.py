"""Conditions in SQL that the tables of several rooms share. Each asks who the actor is once a query, not once a row."""

from spoorboek.people.policy.reach import Role

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


AT_WORK = "EXISTS (SELECT 1 FROM spoorboek_organisations('{}'))"
"""The actor works somewhere: a client or helper only does not set the day for everyone."""


def unchanged(*columns: str) -> str:
    """SQL over `OLD` and `NEW`: these columns stay as they are."""
    old, new = (", ".join(f'{row}."{name}"' for name in columns) for row in ("OLD", "NEW"))
    return f"(ROW({old}) IS NOT DISTINCT FROM ROW({new}))"
