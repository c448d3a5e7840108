"""Dates stay rows, reasons become a cache: made again when first read, so nothing is copied.

Of closed dossiers the steps go into the route, except those that tell of a safety net: rows know who may read them.
Written as SQL, since it must do on large tables what the application does from now on.
"""

import django.db.models.deletion
from django.db import migrations, models

from spoorboek.people.rowsecurity import Protect

TELLS_OF_A_SAFETY_NET = (
    "'uwv-report-4-days', 'uwv-report-6-weeks', 'uwv-report-own-risk-bearer', 'recovery-report-to-uwv',"
    " 'ziektewet-after-ww', 'zw-assessment'"
)
RULE = "UPDATE dossiers_obligation SET rule = coalesce(explanation->>'rule', '')"
LAST_DAYS = """
UPDATE dossiers_route SET
  wage_last_day = (clocks->'wage'->>'last_day')::date,
  wia_last_day = (clocks->'wia'->>'last_day')::date,
  ban_last_day = (clocks->'dismissal_ban'->>'last_day')::date
"""
NOT_APPLICABLE = "DELETE FROM dossiers_obligation WHERE applies = false"
FREEZE = f"""
UPDATE dossiers_route r SET steps = frozen.steps FROM (
  SELECT d.id, coalesce(jsonb_agg(jsonb_build_array(
      o.rule, o.key, o.ordinal, o.applies, o.statutory - d.first_sick_day, o.practice - d.first_sick_day,
      o.agreed - d.first_sick_day, o.done - d.first_sick_day
    ) ORDER BY o.key, o.ordinal) FILTER (WHERE o.id IS NOT NULL), '[]') AS steps
  FROM dossiers_dossier d
  LEFT JOIN dossiers_obligation o ON o.dossier_id = d.id AND o.key NOT IN ({TELLS_OF_A_SAFETY_NET})
  WHERE d.closed_on IS NOT NULL GROUP BY d.id
) frozen WHERE frozen.id = r.dossier_id
"""  # noqa: S608
NO_ROWS = f"""
DELETE FROM dossiers_obligation o USING dossiers_dossier d
WHERE d.id = o.dossier_id AND d.closed_on IS NOT NULL AND o.key NOT IN ({TELLS_OF_A_SAFETY_NET})
"""  # noqa: S608


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0003_openings_on_the_day")]

    operations = [
        migrations.AddField("obligation", "rule", models.CharField(max_length=80, default="")),
        migrations.AddField("route", "wage_last_day", models.DateField(null=True)),
        migrations.AddField("route", "wia_last_day", models.DateField(null=True)),
        migrations.AddField("route", "ban_last_day", models.DateField(null=True)),
        migrations.AddField("route", "steps", models.JSONField(null=True)),
        *(
            migrations.RunSQL(sql, migrations.RunSQL.noop)
            for sql in (RULE, LAST_DAYS, NOT_APPLICABLE, FREEZE, NO_ROWS)
        ),
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.RemoveField("obligation", "explanation"),
        migrations.RemoveField("route", "clocks"),
        migrations.RemoveField("route", "case"),
        migrations.RemoveIndex("obligation", "obligation_by_day"),
        migrations.AlterField(
            "obligation",
            "dossier",
            models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="obligations",
                to="dossiers.dossier",
            ),
        ),
        migrations.CreateModel(
            name="Explanations",
            fields=[
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="explanations",
                        serialize=False,
                        to="dossiers.dossier",
                    ),
                ),
                ("version", models.PositiveIntegerField()),
                ("rules_version", models.CharField(max_length=64)),
                ("packed", models.BinaryField()),
            ],
        ),
        Protect("dossiers_explanations"),
    ]
