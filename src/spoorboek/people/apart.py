"""Practice and real data stay apart, held by the database itself, for the tables' owner too.

An organisation or an account is of one practice world or of the real one, for good. Whatever links two of them (a
membership, a service, an employment, a part in a dossier) links two of the same world.
"""

PRACTICE = """
CREATE OR REPLACE FUNCTION spoorboek_practice(account uuid, whole boolean)
RETURNS TABLE (world uuid, shift integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT w.id, w.shift_days FROM (SELECT 1) one LEFT JOIN people_practiceworld w
    ON w.id = (SELECT a.world_id FROM people_account a WHERE a.id = account)
    OR (whole AND account IS NULL AND w.is_installation)
$$;
COMMENT ON FUNCTION spoorboek_practice IS
  'One row: the practice world of an account and how many days its day lies ahead; nulls for a real one.
  whole: without an account, the world that a demo installation as a whole is.';
"""

FIXED = """
CREATE OR REPLACE FUNCTION spoorboek_world_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'whether a row of % is practice is fixed when it is made', TG_TABLE_NAME
    USING ERRCODE = 'check_violation';
END $$;
CREATE OR REPLACE FUNCTION spoorboek_home_is_real() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.is_installation AND EXISTS (SELECT 1 FROM people_installation WHERE NOT demo) THEN
    RAISE EXCEPTION 'this installation holds real data and never becomes a demo' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM people_organisation WHERE id = NEW.home_id AND world_id IS NOT NULL) THEN
    RAISE EXCEPTION 'the home of a practice world is a real organisation' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
"""

OTHER_WORLD = {
    "membership": """SELECT 1 FROM added n JOIN people_account a ON a.id = n.account_id
      JOIN people_organisation o ON o.id = n.organisation_id WHERE a.world_id IS DISTINCT FROM o.world_id""",
    "service": """SELECT 1 FROM added n JOIN people_organisation e ON e.id = n.employer_id
      JOIN people_organisation p ON p.id = n.provider_id WHERE e.world_id IS DISTINCT FROM p.world_id""",
    "employment": """SELECT 1 FROM added n JOIN people_organisation o ON o.id = n.organisation_id
      JOIN people_account a ON a.id IN (n.person_id, n.supervisor_id)
      WHERE a.world_id IS DISTINCT FROM o.world_id""",
    "involvement": """SELECT 1 FROM added n JOIN people_account a ON a.id = n.account_id
      LEFT JOIN people_organisation o ON o.id = n.organisation_id
      LEFT JOIN dossiers_dossier d ON d.id = n.dossier_id
      LEFT JOIN people_employment e ON e.id = d.employment_id
      LEFT JOIN people_organisation w ON w.id = e.organisation_id
      WHERE (o.id IS NOT NULL AND o.world_id IS DISTINCT FROM a.world_id)
         OR (w.id IS NOT NULL AND w.world_id IS DISTINCT FROM a.world_id)""",
    "group": """SELECT 1 FROM added n JOIN people_account a ON a.id = n.account_id
      JOIN circle_group g ON g.id = n.group_id
      JOIN people_account m ON m.id = g.made_by_id WHERE a.world_id IS DISTINCT FROM m.world_id""",
    "dossier": """SELECT 1 FROM added n JOIN people_employment e ON e.id = n.employment_id
      JOIN people_organisation w ON w.id = e.organisation_id
      JOIN people_involvement i ON i.dossier_id = n.id
      JOIN people_account a ON a.id = i.account_id WHERE w.world_id IS DISTINCT FROM a.world_id""",
}
"""By what is linked: SQL that finds a new row (`added`) between two worlds."""

TABLES = {
    "people_membership": "membership",
    "people_service": "service",
    "people_employment": "employment",
    "people_involvement": "involvement",
    "circle_member": "group",
}
FIXED_COLUMNS = {
    "people_organisation": ("world_id",),
    "people_account": ("world_id",),
    "people_practiceworld": ("id", "is_installation", "home_id"),
    "dossiers_dossier": ("employment_id",),
    "circle_group": ("made_by_id",),
}


def link_function(kind: str, found: str) -> str:
    """A statement's new rows are looked at together, so that loading many stays cheap."""
    return f"""
CREATE OR REPLACE FUNCTION spoorboek_same_world_{kind}() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS ({found}) THEN
    RAISE EXCEPTION 'a row of % would link practice with real data, or two practice worlds', TG_TABLE_NAME
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
"""


def link_trigger(table: str, kind: str, event: str) -> str:
    return (
        f"CREATE OR REPLACE TRIGGER same_world_{event.lower()} AFTER {event} ON {table} REFERENCING NEW TABLE AS added"
        f" FOR EACH STATEMENT EXECUTE FUNCTION spoorboek_same_world_{kind}()"
    )


def fixed_trigger(table: str, columns: tuple[str, ...]) -> str:
    changed = " OR ".join(f"OLD.{name} IS DISTINCT FROM NEW.{name}" for name in columns)
    return (
        f"CREATE OR REPLACE TRIGGER world_is_fixed BEFORE UPDATE ON {table} FOR EACH ROW WHEN ({changed})"
        " EXECUTE FUNCTION spoorboek_world_is_fixed()"
    )


def apart_sql(existing: set[str]) -> list[str]:
    """All functions and triggers, once every table is there."""
    if not {*TABLES, *FIXED_COLUMNS} <= existing:
        return []
    said = [PRACTICE, FIXED, *(link_function(kind, found) for kind, found in OTHER_WORLD.items())]
    said += [
        link_trigger(table, kind, event) for table, kind in TABLES.items() for event in ("INSERT", "UPDATE")
    ]
    said.append(link_trigger("dossiers_dossier", "dossier", "INSERT"))
    said += [fixed_trigger(table, columns) for table, columns in FIXED_COLUMNS.items()]
    said.append(
        "CREATE OR REPLACE TRIGGER home_is_real BEFORE INSERT ON people_practiceworld FOR EACH ROW"
        " EXECUTE FUNCTION spoorboek_home_is_real()"
    )
    return said
