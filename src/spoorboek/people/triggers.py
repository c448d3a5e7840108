"""What the database refuses or keeps by itself: journals are append-only, and a journal knows where it ends."""

from spoorboek.people.apart import apart_sql
from spoorboek.people.policy import PROTECTED, Protected

FUNCTIONS = """
CREATE OR REPLACE FUNCTION spoorboek_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
CREATE OR REPLACE FUNCTION spoorboek_extend_journal() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.sequence = 1 AND NEW.previous = repeat('0', 64) THEN
    INSERT INTO dossiers_journalhead (dossier_id, length, chain) VALUES (NEW.dossier_id, 1, NEW.chain)
    ON CONFLICT DO NOTHING;
  ELSE
    UPDATE dossiers_journalhead SET length = NEW.sequence, chain = NEW.chain
    WHERE dossier_id = NEW.dossier_id AND chain = NEW.previous AND length = NEW.sequence - 1;
  END IF;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'entry % does not follow the journal of %', NEW.sequence, NEW.dossier_id;
  END IF;
  RETURN NULL;
END $$;
"""

JOURNAL_HEAD = """
CREATE OR REPLACE TRIGGER extends_the_journal AFTER INSERT ON dossiers_journalentry
  FOR EACH ROW EXECUTE FUNCTION spoorboek_extend_journal();
"""


def append_only_sql(table: str) -> list[str]:
    """Refuse changing, removing and emptying, for the tables' owner too."""
    return [
        f"CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table}"
        " FOR EACH ROW EXECUTE FUNCTION spoorboek_append_only()",
        f"CREATE OR REPLACE TRIGGER never_emptied BEFORE TRUNCATE ON {table}"
        " FOR EACH STATEMENT EXECUTE FUNCTION spoorboek_append_only()",
    ]


def guard_sql(table: str, rule: Protected) -> list[str]:
    """Refuse a person's change of a row that breaks the rule's `changes`; system actors and migrations pass."""
    function = f"spoorboek_guard_{table}()"
    if not rule.changes:
        return [f"DROP TRIGGER IF EXISTS guarded ON {table}", f"DROP FUNCTION IF EXISTS {function}"]
    return [
        f"""
CREATE OR REPLACE FUNCTION {function} RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF spoorboek_actor() IS NULL OR ({rule.changes}) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'this change of a row of {table} is not for whoever acts'
    USING ERRCODE = 'insufficient_privilege';
END $$;
""",
        f"CREATE OR REPLACE TRIGGER guarded BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION {function}",
    ]


def trigger_sql(existing: set[str]) -> list[str]:
    """All triggers, for the tables that are there."""
    kept = [
        name
        for name, rule in PROTECTED.items()
        if rule.append_only and not rule.deletable and name in existing
    ]
    said = [FUNCTIONS]
    for table in kept:
        said += append_only_sql(table)
    for table in sorted(set(PROTECTED) & existing):
        said += guard_sql(table, PROTECTED[table])
    if {"dossiers_journalentry", "dossiers_journalhead"} <= existing:
        said.append(JOURNAL_HEAD)
    return said + apart_sql(existing)
