from django.db import migrations, models

from spoorboek.people.rowsecurity import Protect


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.RunSQL("CREATE SCHEMA IF NOT EXISTS medical", migrations.RunSQL.noop),
        migrations.CreateModel(
            name="MedicalJournalPayload",
            fields=[
                ("entry_id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("dossier_id", models.UUIDField(db_index=True)),
                ("sealed", models.BinaryField()),
            ],
            options={
                "db_table": "medical_journalpayload",
            },
        ),
        migrations.CreateModel(
            name="MedicalKey",
            fields=[
                ("dossier_id", models.UUIDField(primary_key=True, serialize=False)),
                ("wrapped", models.BinaryField()),
            ],
            options={
                "db_table": "medical_key",
            },
        ),
        migrations.CreateModel(
            name="SafetyNet",
            fields=[
                ("dossier_id", models.UUIDField(primary_key=True, serialize=False)),
                (
                    "no_risk",
                    models.CharField(
                        choices=[("yes", "ja"), ("no", "nee"), ("unknown", "nog niet bekend")],
                        default="unknown",
                        max_length=8,
                    ),
                ),
                (
                    "related_to_pregnancy",
                    models.CharField(
                        choices=[("yes", "ja"), ("no", "nee"), ("unknown", "nog niet bekend")],
                        default="unknown",
                        max_length=8,
                    ),
                ),
                (
                    "organ_donation",
                    models.CharField(
                        choices=[("yes", "ja"), ("no", "nee"), ("unknown", "nog niet bekend")],
                        default="unknown",
                        max_length=8,
                    ),
                ),
            ],
            options={
                "db_table": "medical_safetynet",
            },
        ),
        migrations.CreateModel(
            name="Trace",
            fields=[
                ("dossier_id", models.UUIDField(primary_key=True, serialize=False)),
                ("sealed", models.BinaryField()),
            ],
            options={
                "db_table": "medical_trace",
            },
        ),
        migrations.CreateModel(
            name="Access",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("dossier_id", models.UUIDField()),
                ("account_id", models.UUIDField()),
                ("role", models.CharField(max_length=20)),
                ("until", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "medical_access",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("account_id", "dossier_id", "role"), name="one_medical_access_a_role"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LeaveStatement",
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
                    "same_cause",
                    models.CharField(
                        choices=[("yes", "ja"), ("no", "nee"), ("unknown", "nog niet bekend")],
                        default="unknown",
                        max_length=8,
                    ),
                ),
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
                "db_table": "medical_leavestatement",
                "constraints": [
                    models.UniqueConstraint(fields=("dossier_id", "leave_from"), name="one_statement_a_leave")
                ],
            },
        ),
        Protect("medical_access"),
        Protect("medical_key"),
        Protect("medical_leavestatement"),
        Protect("medical_safetynet"),
        Protect("medical_trace"),
        Protect("medical_journalpayload"),
        migrations.RunSQL(
            "ALTER TABLE medical_access SET SCHEMA medical",
            "ALTER TABLE medical.medical_access SET SCHEMA public",
        ),
        migrations.RunSQL(
            "ALTER TABLE medical_key SET SCHEMA medical", "ALTER TABLE medical.medical_key SET SCHEMA public"
        ),
        migrations.RunSQL(
            "ALTER TABLE medical_leavestatement SET SCHEMA medical",
            "ALTER TABLE medical.medical_leavestatement SET SCHEMA public",
        ),
        migrations.RunSQL(
            "ALTER TABLE medical_safetynet SET SCHEMA medical",
            "ALTER TABLE medical.medical_safetynet SET SCHEMA public",
        ),
        migrations.RunSQL(
            "ALTER TABLE medical_trace SET SCHEMA medical",
            "ALTER TABLE medical.medical_trace SET SCHEMA public",
        ),
        migrations.RunSQL(
            "ALTER TABLE medical_journalpayload SET SCHEMA medical",
            "ALTER TABLE medical.medical_journalpayload SET SCHEMA public",
        ),
    ]
