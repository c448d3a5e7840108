from django.db import migrations, models

from spoorboek.people.rowsecurity import Protect


class Migration(migrations.Migration):
    dependencies = [("medical", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="OwnStatement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("dossier_id", models.UUIDField(db_index=True)),
                ("leave_from", models.DateField()),
                (
                    "related_to_birth",
                    models.CharField(
                        choices=[("yes", "ja"), ("no", "nee"), ("unknown", "nog niet bekend")],
                        default="unknown",
                        max_length=8,
                    ),
                ),
                ("stated_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "db_table": "medical_ownstatement",
                "constraints": [
                    models.UniqueConstraint(
                        fields=["dossier_id", "leave_from"], name="one_own_statement_a_leave"
                    )
                ],
            },
        ),
        Protect("medical_ownstatement"),
        migrations.RunSQL(
            "ALTER TABLE medical_ownstatement SET SCHEMA medical",
            "ALTER TABLE medical.medical_ownstatement SET SCHEMA public",
        ),
    ]
