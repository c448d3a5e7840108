import django.db.models.deletion
from django.db import migrations, models

from spoorboek.people.rowsecurity import Protect


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0002_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Route",
            fields=[
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="route",
                        serialize=False,
                        to="dossiers.dossier",
                    ),
                ),
                ("clocks", models.JSONField()),
                ("case", models.JSONField()),
                ("rules_version", models.CharField(max_length=64)),
                ("computed_at", models.DateTimeField(auto_now=True)),
            ],
        ),
        Protect("dossiers_route"),
    ]
