"""What the database refuses or keeps by itself: journals are append-only, and a journal knows where it ends."""

from spoorboek.people.apart import apart_sql
from spoorboek.people.policy import PROTECTED

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
    if {"dossiers_journalentry", "dossiers_journalhead"} <= existing:
        said.append(JOURNAL_HEAD)
    return said + apart_sql(existing)
