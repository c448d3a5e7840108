"""Whether a safety net applies moves to a table that a re-integration company does not read."""

import django.db.models.deletion
from django.db import migrations, models

from spoorboek.people.rowsecurity import Protect

MOVE = """
INSERT INTO dossiers_covered (dossier_id, by_safety_net)
SELECT id, safety_net FROM dossiers_dossier WHERE safety_net IS NOT NULL
"""
BACK = """
UPDATE dossiers_dossier d SET safety_net = c.by_safety_net FROM dossiers_covered c WHERE c.dossier_id = d.id
"""


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0004_dates_apart_from_reasons")]
    operations = [
        migrations.CreateModel(
            name="Covered",
            fields=[
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="covered",
                        serialize=False,
                        to="dossiers.dossier",
                    ),
                ),
                ("by_safety_net", models.BooleanField(null=True)),
                ("clear_on", models.DateField(null=True)),
            ],
        ),
        migrations.RunSQL(MOVE, BACK),
        Protect("dossiers_covered"),
        migrations.RemoveField(model_name="dossier", name="safety_net"),
        migrations.AddField(
            model_name="journalpayload",
            name="tells_of_net",
            field=models.BooleanField(default=False),
        ),
    ]
