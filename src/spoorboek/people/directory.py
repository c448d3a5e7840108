"""Who knows whom, as functions of the database: what the row policies of people and employments rest on.

They run with the owner's rights (SECURITY DEFINER), since the answer needs rows that the asker may not read; each
answers about the current actor only. `pg_temp` comes last in their search path: nobody can slip a table under them.
"""

from spoorboek.people.policy import Layer, Role, readers

DEFINER = "LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp"
NAMELESS = f"'{Role.RESEARCHER}', '{Role.ADMIN}'"
"""Roles that learn no name through a dossier."""
PROCESS_READERS = ", ".join(f"'{role}'" for role in readers(Layer.PROCESS))
MINE = "account_id = spoorboek_actor() AND ({0}.until IS NULL OR {0}.until > now())"

ACTOR_FUNCTIONS = """
CREATE OR REPLACE FUNCTION spoorboek_actor() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT NULLIF(current_setting('spoorboek.actor', true), '')::uuid $$;
CREATE OR REPLACE FUNCTION spoorboek_system() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT COALESCE(current_setting('spoorboek.system', true), '') $$;
"""

ORGANISATIONS = f"""
CREATE OR REPLACE FUNCTION spoorboek_organisations(wanted text[]) RETURNS SETOF uuid {DEFINER} AS $$
  WITH mine AS (
    SELECT m.organisation_id, m.role FROM people_membership m
    WHERE m.{MINE.format("m")} AND (wanted = '{{}}' OR m.role = ANY (wanted)))
  SELECT organisation_id FROM mine
  UNION
  SELECT s.employer_id FROM mine JOIN people_service s ON s.provider_id = mine.organisation_id
  WHERE mine.role NOT IN ({NAMELESS}) AND (s.until IS NULL OR s.until > now())
$$;
COMMENT ON FUNCTION spoorboek_organisations IS
  'Where the actor has one of the wanted roles (none: any): organisations, and employers whom these serve.
  The administrator or researcher of a service is none of the employer.';
"""

CIRCLE = f"""
CREATE OR REPLACE FUNCTION spoorboek_circle() RETURNS SETOF uuid {DEFINER} AS $$
  SELECT m.organisation_id FROM people_membership m
  WHERE m.{MINE.format("m")} AND m.role <> '{Role.RESEARCHER}'
  UNION
  SELECT spoorboek_organisations('{{{Role.CASE_MANAGER}}}')
  UNION
  SELECT s.provider_id FROM people_service s
  WHERE s.employer_id IN (SELECT spoorboek_organisations('{{{Role.CASE_MANAGER},{Role.SUPERVISOR},{Role.ADMIN}}}'))
    AND (s.until IS NULL OR s.until > now())
$$;
COMMENT ON FUNCTION spoorboek_circle IS
  'Organisations whose staff the actor knows by name: the own, those one is case manager for, and services
  that the own employer engaged.';
"""

DOSSIERS = f"""
CREATE OR REPLACE FUNCTION spoorboek_takes_part(dossier uuid) RETURNS boolean {DEFINER} AS $$
  SELECT EXISTS (
    SELECT 1 FROM people_involvement i
    WHERE i.dossier_id = dossier AND i.{MINE.format("i")} AND i.role NOT IN ({NAMELESS}))
$$;
CREATE OR REPLACE FUNCTION spoorboek_journal_end(dossier uuid)
RETURNS TABLE (length integer, chain varchar) {DEFINER} AS $$
  SELECT h.length, h.chain FROM dossiers_journalhead h
  WHERE h.dossier_id = dossier AND (spoorboek_system() <> '' OR spoorboek_takes_part(dossier))
$$;
COMMENT ON FUNCTION spoorboek_journal_end IS
  'After which entry the next one of a journal comes: also for who may not read that entry.';
CREATE OR REPLACE FUNCTION spoorboek_shares_dossier(account uuid) RETURNS boolean {DEFINER} AS $$
  SELECT EXISTS (
    SELECT 1 FROM people_involvement i JOIN people_involvement other USING (dossier_id)
    WHERE i.{MINE.format("i")} AND i.role NOT IN ({NAMELESS}) AND other.account_id = account)
$$;
CREATE OR REPLACE FUNCTION spoorboek_employers() RETURNS SETOF uuid {DEFINER} AS $$
  SELECT DISTINCT e.organisation_id FROM people_involvement i
  JOIN dossiers_dossier d ON d.id = i.dossier_id JOIN people_employment e ON e.id = d.employment_id
  WHERE i.{MINE.format("i")} AND i.role NOT IN ({NAMELESS})
$$;
COMMENT ON FUNCTION spoorboek_employers IS
  'The employers of the dossiers in which the actor takes part: what these released for their people is read there.';
CREATE OR REPLACE FUNCTION spoorboek_employer(dossier uuid) RETURNS uuid {DEFINER} AS $$
  SELECT e.organisation_id FROM dossiers_dossier d JOIN people_employment e ON e.id = d.employment_id
  WHERE d.id = dossier AND spoorboek_takes_part(dossier)
$$;
CREATE OR REPLACE FUNCTION spoorboek_works_on(employment uuid) RETURNS boolean {DEFINER} AS $$
  SELECT EXISTS (
    SELECT 1 FROM dossiers_dossier d JOIN people_involvement i ON i.dossier_id = d.id
    WHERE d.employment_id = employment AND i.{MINE.format("i")} AND i.role IN ({PROCESS_READERS}))
$$;
"""

GROUPS = f"""
CREATE OR REPLACE FUNCTION spoorboek_groups(invited_too boolean) RETURNS SETOF uuid {DEFINER} AS $$
  SELECT m.group_id FROM circle_member m
  WHERE m.account_id = spoorboek_actor() AND m.left_at IS NULL AND (invited_too OR m.joined_at IS NOT NULL)
$$;
CREATE OR REPLACE FUNCTION spoorboek_shares_group(account uuid) RETURNS boolean {DEFINER} AS $$
  SELECT EXISTS (
    SELECT 1 FROM circle_member other
    WHERE other.account_id = account AND other.joined_at IS NOT NULL
      AND other.group_id IN (SELECT spoorboek_groups(true)))
$$;
COMMENT ON FUNCTION spoorboek_shares_group IS
  'Who said yes to a group for intervision is known by name to its members and to whom they invite; not who was
  only invited, so that inviting an address tells nothing.';
"""

KNOWS = f"""
CREATE OR REPLACE FUNCTION spoorboek_knows(account uuid) RETURNS boolean {DEFINER} AS $$
  SELECT spoorboek_shares_dossier(account)
    OR spoorboek_shares_group(account)
    OR EXISTS (
      SELECT 1 FROM people_membership other
      WHERE other.account_id = account AND other.organisation_id IN (SELECT spoorboek_circle()))
    OR EXISTS (
      SELECT 1 FROM people_employment e
      WHERE e.person_id = account
        AND (e.organisation_id IN (SELECT spoorboek_organisations('{{{Role.CASE_MANAGER},{Role.ADMIN}}}'))
          OR (e.supervisor_id = spoorboek_actor()
            AND e.organisation_id IN (SELECT spoorboek_organisations('{{{Role.SUPERVISOR}}}')))))
$$;
"""

DIRECTORY_FUNCTIONS = ORGANISATIONS + CIRCLE + DOSSIERS + GROUPS + KNOWS
