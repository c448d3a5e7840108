"""Reporting one's recovery has a day only where a safety net applies. Of closed dossiers it becomes a row again: rows
know who may read them, the frozen steps in a route do not."""

from django.db import migrations

THAW = """
INSERT INTO dossiers_obligation (dossier_id, rule, key, ordinal, applies, statutory, practice, agreed, done)
SELECT d.id, s->>0, s->>1, (s->>2)::int, (s->>3)::boolean, d.first_sick_day + (s->>4)::int,
  d.first_sick_day + (s->>5)::int, d.first_sick_day + (s->>6)::int, d.first_sick_day + (s->>7)::int
FROM dossiers_route r JOIN dossiers_dossier d ON d.id = r.dossier_id,
  jsonb_array_elements(r.steps) s WHERE s->>1 = 'recovery-report'
ON CONFLICT (dossier_id, key, ordinal) DO NOTHING
"""
NOT_FROZEN = """
UPDATE dossiers_route r SET steps = (
  SELECT coalesce(jsonb_agg(s ORDER BY place) FILTER (WHERE s->>1 <> 'recovery-report'), '[]')
  FROM jsonb_array_elements(r.steps) WITH ORDINALITY AS one (s, place))
WHERE EXISTS (SELECT 1 FROM jsonb_array_elements(r.steps) s WHERE s->>1 = 'recovery-report')
"""


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0007_running_dossiers")]
    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (THAW, NOT_FROZEN)]
